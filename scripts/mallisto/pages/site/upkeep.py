"""What waits for editors: which model is reviewed when and by whom, what it tells, which translations it lacks, what reads like a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from mallisto import checks
from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.catalog.head import Head
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.adoptions import ADOPTIONS, AdoptionView
from mallisto.pages.elements.page_context import PageContext, page_channel
from mallisto.pages.elements.render import render
from mallisto.pages.site.gaps import told
from mallisto.reading.languages import DEFAULT
from mallisto.reading.messages import say
from mallisto.reports.translations import OTHERS, missing

# So many models an editor looks over; the command `mallisto stale` tells of all.
MOST_MODELS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """A model as its editors see it."""

    name: LocalizedText
    href: str
    history_href: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedView:
    """A name that models use because a vocabulary lacks it, the list it belongs to, and these models."""

    name: LocalizedText
    kind: str
    models: tuple[tuple[LocalizedText, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpkeepView:
    """The list of models for editors, the next to be reviewed first; findings in words; records of use that wait to be confirmed."""

    models: tuple[ModelView, ...]
    findings: tuple[tuple[LocalizedText, str, str, str], ...]
    unlisted: tuple[UnlistedView, ...]
    stale: tuple[AdoptionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUpkeep:
    """A model's row, and every sign of a plan among its results: what is wrong and the fix."""

    row: ModelView
    findings: tuple[tuple[str, str], ...]


def upkeep(context: PageContext) -> Markup:
    """The state of every model."""
    catalog, found = context.catalog, context.contributed(UPKEEP)
    ordered = sorted(catalog.heads, key=lambda head: (head.review_by, head.id))[:MOST_MODELS]
    view = UpkeepView(
        models=tuple(found[head.id].row for head in ordered),
        findings=tuple((model.row.name, model.row.href, *finding) for model in found.values() for finding in model.findings),
        unlisted=tuple(_unlisted(context)),
        stale=tuple(each for views in context.contributed(ADOPTIONS).values() for each in views if each.is_stale),
    )
    return render("site/upkeep", context, view)


def _unlisted(context: PageContext) -> Iterator[UnlistedView]:
    """Yield every name that a vocabulary lacks, by list and name, with the models that use it."""
    used: dict[tuple[str, str], list[Head]] = {}
    for head in context.catalog.heads:
        for entry in head.unlisted:
            used.setdefault(entry, []).append(head)
    for (family, name), heads in sorted(used.items()):
        yield UnlistedView(
            name=context.language.foreign(name, DEFAULT),
            kind=context.language.say(f"upkeep.unlisted.{family}"),
            models=tuple(context.model_link(head) for head in heads),
        )


def _of_model(model: Model, context: PageContext) -> ModelUpkeep:
    alone = context.catalog.alone(model)
    problems = (say(each, context.language.code) for each in checks.signs_of_a_project(alone))
    return ModelUpkeep(row=_row(model, alone, context), findings=tuple((said.what, said.mend) for said in problems))


def _row(model: Model, alone: Catalog, context: PageContext) -> ModelView:
    language, lacking = context.language, Counter(each.found for each in missing(alone))
    owner = model.upkeep.owner
    counts = ((language.title(f"upkeep.translations.{code}"), lacking[code]) for code in OTHERS)
    return ModelView(
        name=language.pick(model.title),
        href=context.model_href(model),
        history_href=context.model_href(model, urls.HISTORY),
        facts=(
            (language.title("upkeep.review_by"), language.date(model.upkeep.review_by)),
            (language.title("upkeep.owner"), str(context.organisation_name(owner.organisation)) if owner else language.say("unknown")),
            (language.say("upkeep.tells"), told(model, language)),
            (language.say("upkeep.lacking"), ", ".join(f"{name} {count}" for name, count in counts)),
        ),
    )


UPKEEP: Channel[ModelUpkeep] = page_channel("upkeep", ModelUpkeep, "yllapito/", _of_model)
