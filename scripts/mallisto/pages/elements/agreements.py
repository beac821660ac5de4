"""Whom an adopter has to agree with: party, matter, act and the items of the checklist it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Agreement, Model, Ref
from mallisto.pages.elements.connected_text import SourceLineView, most_common, source_line
from mallisto.pages.elements.facts import ProvenanceView, provenance_view
from mallisto.pages.elements.page_context import PageContext

# So many parties are named in short.
FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterView:
    """A matter to agree on: acts with their links, and items of the checklist by number with their links."""

    anchor: str
    text: LocalizedText
    acts: tuple[tuple[LocalizedText, str], ...]
    items: tuple[tuple[int, str], ...]
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """Somebody to agree with. `kind` is the word of the schema: a page that knows the reader's municipality puts the name beside it."""

    kind: str
    name: str
    matters: tuple[MatterView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsView:
    """All matters of a model by party, and in short: with the first parties the first matter each, with how they are known.

    The script names the bodies of the reader's municipality, where the device keeps one.
    """

    parties: tuple[PartyView, ...]
    first: tuple[tuple[PartyView, MatterView], ...]
    source: SourceLineView
    all_words: str
    all_href: str
    script: str


def agreements(model: Model, context: PageContext) -> AgreementsView | None:
    """The matters in the order in which the model first names the parties; nothing where it names none."""
    if not model.agreements:
        return None
    by_party: dict[str, list[Agreement]] = {}
    for each in model.agreements:
        by_party.setdefault(each.party, []).append(each)
    parties = tuple(
        PartyView(
            kind=party,
            name=context.language.value("adoption.agreements.party", party),
            matters=tuple(_matter(each, model, context) for each in found),
        )
        for party, found in by_party.items()
    )
    first = tuple((party, party.matters[0]) for party in parties[:FIRST])
    marks = [matter.provenance for _, matter in first]
    return AgreementsView(
        parties=parties,
        first=first,
        source=replace(source_line(marks, most_common(marks)), reporters=(), places=()),
        all_words=context.language.say(f"agreements.all.{'one' if len(model.agreements) == 1 else 'other'}", count=len(model.agreements)),
        all_href=context.model_href(model, urls.CHECKLIST, "kenen-kanssa"),
        script=context.asset("assets/js/party-names.js"),
    )


def _matter(agreement: Agreement, model: Model, context: PageContext) -> MatterView:
    numbers = {item.id: number for number, item in enumerate(model.ordered_checklist, 1)}
    return MatterView(
        anchor=urls.fact(agreement.id),
        text=context.language.pick(agreement.text),
        acts=tuple(act_link(ref, context) for ref in agreement.acts),
        provenance=provenance_view(agreement.provenance, model, context),
        items=tuple((numbers[ref.to], context.model_href(model, urls.CHECKLIST, urls.item(ref.to))) for ref in agreement.items),
    )


def act_link(ref: Ref, context: PageContext) -> tuple[LocalizedText, str]:
    """An act by name and number, and its place on the page of acts."""
    act = context.catalog.act_by_id[ref.to]
    return context.language.pick(act.title), context.href(f"{urls.ACTS}#{urls.act(act.id)}")
