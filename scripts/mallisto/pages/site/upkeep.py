"""What waits for editors: which model is reviewed when and by whom, what it tells, which translations it lacks, what reads like a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from mallisto import checks
from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.site.gaps import told
from mallisto.reading.messages import say
from mallisto.reading.problems import Problem
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
class UpkeepView:
    """The list of models for editors, the next to be reviewed first; the calendars of owners; findings in words."""

    models: tuple[ModelView, ...]
    calendars: tuple[tuple[LocalizedText, str], ...]
    findings: tuple[tuple[LocalizedText, str, str, str], ...]
    feed_href: str


def upkeep(context: PageContext) -> Markup:
    """The state of every model."""
    catalog = context.catalog
    lacking = Counter((each.where.file, each.found) for each in missing(catalog))
    ordered = sorted(catalog.models, key=lambda each: (each.upkeep.review_by, each.id))[:MOST_MODELS]
    view = UpkeepView(
        models=tuple(_model(each, lacking, context) for each in ordered),
        calendars=tuple(
            (context.organisation_name(models[0].upkeep.owner.organisation), context.href(urls.reviews(owner)))
            for owner, models in catalog.owners.items()
        ),
        findings=tuple(_findings(context)),
        feed_href=context.href(urls.feed()),
    )
    return render("site/upkeep", context, view)


def _model(model: Model, lacking: Counter[tuple[str, str]], context: PageContext) -> ModelView:
    language = context.language
    counts = ((language.title(f"upkeep.translations.{code}"), lacking[model.where.file, code]) for code in OTHERS)
    return ModelView(
        name=language.pick(model.title),
        href=context.model_href(model),
        history_href=context.model_href(model, urls.HISTORY),
        facts=(
            (language.title("upkeep.review_by"), language.date(model.upkeep.review_by)),
            (language.title("upkeep.owner"), str(context.organisation_name(model.upkeep.owner.organisation))),
            (language.say("upkeep.tells"), told(model, language)),
            (language.say("upkeep.lacking"), ", ".join(f"{name} {count}" for name, count in counts)),
        ),
    )


def _findings(context: PageContext) -> Iterator[tuple[LocalizedText, str, str, str]]:
    """Every sign of a plan among the results, with its model."""
    by_file = {model.where.file: model for model in context.catalog.models}
    for each in checks.signs_of_a_project(context.catalog):
        model = by_file.get(each.where.file)
        if model:
            yield (context.language.pick(model.title), context.model_href(model), *_in_words(each, context))


def _in_words(problem: Problem, context: PageContext) -> tuple[str, str]:
    message = say(problem, context.language.code)
    return message.what, message.mend
