"""Records of who uses a model: the same view on the model's page, below an area, and for editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import LocalizedText
from mallisto.model import Adaptation, Adoption, ConcernedPlace, Figure, Model
from mallisto.pages.elements.facts import amount, excerpt
from mallisto.pages.elements.page_context import PageContext, page_channel


@dataclass(frozen=True, slots=True, kw_only=True)
class AdaptationView:
    """A change that a body made, beside the places of the model that it concerns: their names and links."""

    what: LocalizedText
    places: tuple[tuple[LocalizedText, str], ...]
    details: tuple[tuple[str, LocalizedText | str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionView:
    """A record, finished. `details` are the rest of it by name; `email` is the address of an office.

    `municipalities` and `counties` are the codes of where the model is used, `source` a name and a link, which may be empty.
    """

    anchor: str
    model: LocalizedText
    href: str
    body: LocalizedText
    body_href: str
    state: str
    is_stale: bool
    details: tuple[tuple[str, LocalizedText | str], ...]
    source: tuple[LocalizedText | str, str]
    owner: LocalizedText | None
    email: str
    url: str
    adaptations: tuple[AdaptationView, ...]
    municipalities: tuple[str, ...]
    counties: tuple[str, ...]


def adoption_views(model: Model, context: PageContext) -> tuple[AdoptionView, ...]:
    """The records of a model, in the order of their files."""
    return tuple(_view(each, model, context) for each in context.catalog.adoptions_of(model))


ADOPTIONS: Channel[tuple[AdoptionView, ...]] = page_channel("adoptions", tuple[AdoptionView, ...], urls.OWN_MUNICIPALITY, adoption_views)


def _view(adoption: Adoption, model: Model, context: PageContext) -> AdoptionView:
    catalog, owner = context.catalog, adoption.owner
    municipalities, counties = catalog.where_used(adoption)
    name, href = context.model_link(model)
    body = catalog.organisation(adoption.body)
    return AdoptionView(
        anchor=urls.adoption(adoption.folder),
        model=name,
        href=href,
        body=context.language.pick(body.name),
        body_href=context.href(urls.organisation(body.id)) if body in catalog.organisations_in_use else body.url or "",
        state=context.language.value("state", adoption.state, schema="adoption"),
        is_stale=adoption.id in catalog.stale_adoptions,
        details=tuple(_details(adoption, context)),
        source=_source(adoption, model, context),
        owner=context.role_name(owner.role) if owner else None,
        email=owner.email or "" if owner else "",
        url=owner.url or "" if owner else "",
        adaptations=tuple(_adaptation(each, model, context) for each in adoption.adaptations),
        municipalities=municipalities,
        counties=counties,
    )


def _details(adoption: Adoption, context: PageContext) -> Iterator[tuple[str, LocalizedText | str]]:
    language = context.language

    def named(field: str, value: LocalizedText | str) -> tuple[str, LocalizedText | str]:
        return language.title(field, schema="adoption"), value

    if adoption.partners:
        yield named("partners", ", ".join(str(context.organisation_name(ref)) for ref in adoption.partners))
    if adoption.since:
        yield named("since", language.date(adoption.since))
    if adoption.until:
        yield named("until", language.date(adoption.until))
    if adoption.why_ended:
        yield named("why_ended", language.value("why_ended", adoption.why_ended, schema="adoption"))
    if adoption.edition:
        yield named("edition", adoption.edition)
    for figure in adoption.extent:
        yield _counted(figure, context)
    for result in adoption.results:
        label, said = _counted(result.figure, context)
        yield label, language.say("use.of", amount=said, count=language.number(result.n))
    yield named("last_confirmed", language.date(adoption.last_confirmed) if adoption.last_confirmed else language.say("unknown"))
    if adoption.note:
        yield named("note", language.pick(adoption.note))


def _counted(figure: Figure, context: PageContext) -> tuple[str, str]:
    return str(context.language.pick(figure.label)), amount(figure, context)


def _source(adoption: Adoption, model: Model, context: PageContext) -> tuple[LocalizedText | str, str]:
    language = context.language
    if adoption.told_by == "body":
        return language.value("told_by", "body", schema="adoption"), ""
    source = next((each for each in model.upkeep.sources if adoption.source and each.id == adoption.source.to), None)
    if source and adoption.source:
        return context.source_title(source), context.source_href(model, adoption.source, adoption.heading)
    reference = adoption.reference
    return (language.pick(reference.title), str(language.pick(reference.url)) if reference.url else "") if reference else ("", "")


def _adaptation(adaptation: Adaptation, model: Model, context: PageContext) -> AdaptationView:
    language = context.language

    def worded(field: str) -> tuple[str, str]:
        words = language.value(f"adaptations.{field}", getattr(adaptation, field), schema="adoption")
        return language.title(f"adaptations.{field}", schema="adoption"), words

    details: list[tuple[str, LocalizedText | str]] = [worded("kind"), worded("planned"), worded("keeps_core")]
    if adaptation.why:
        details.append((language.title("adaptations.why", schema="adoption"), language.pick(adaptation.why)))
    decided = [str(context.role_name(ref)) for ref in adaptation.decided_by]
    decided += [str(context.organisation_name(adaptation.decided_by_body))] if adaptation.decided_by_body else []
    if decided:
        details.append((language.title("adaptations.decided_by", schema="adoption"), ", ".join(decided)))
    places = tuple(_place(each, model, context) for each in adaptation.concerns)
    return AdaptationView(what=language.pick(adaptation.what), places=places, details=tuple(details))


def _place(place: ConcernedPlace, model: Model, context: PageContext) -> tuple[LocalizedText, str]:
    """What the place is called in the model, and where it stands there."""
    pick, now = context.language.pick, context.catalog.present_place(model, place.family, place.ref.to)
    if place.family == "step":
        names = {step.id: step.title for step in model.pathway.steps}
        return pick(names[now]), context.model_href(model, urls.PATHWAY, urls.step(now))
    if place.family == "model-role":
        return pick(context.catalog.role_by_id[now].name), context.model_href(model, urls.ROLES, urls.role(now))
    if place.family == "item":
        items = {item.id: item.text for item in model.checklist}
        return pick(items[now]), context.model_href(model, urls.CHECKLIST, urls.item(now))
    return excerpt(now, model, context), context.model_href(model, "", urls.fact(now))
