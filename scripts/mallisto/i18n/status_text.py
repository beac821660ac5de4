"""The status of a model in words: whether it runs now, and when its description was last compared with its sources."""

from __future__ import annotations

from mallisto.i18n.language import Language
from mallisto.model import Model, Source, Upkeep


def lifecycle_text(model: Model, language: Language) -> str:
    """Return whether the model runs now, in a few words: ”Hankekausi päättyi 31.5.2020”."""
    if day := _last_day(model, language):
        return language.say("lifecycle.ended_on", date=day)
    return language.say(f"lifecycle.{model.status.lifecycle}")


def lifecycle_sentence(model: Model, language: Language) -> str:
    """Return the same as a sentence for professionals who guide clients: what is unknown and must be checked."""
    is_continued = any(relation.kind == "continues_as" for relation in model.relations)
    state = "continued" if model.status.lifecycle == "ended" and is_continued else model.status.lifecycle
    if day := _last_day(model, language):
        return language.say(f"card.{state}_on", date=day)
    return language.say(f"card.{state}")


def _last_day(model: Model, language: Language) -> str:
    """Return the last day of an ended period, or an empty string; what came after is not implied."""
    period = model.basics.period
    return language.date(period.end) if model.status.lifecycle == "ended" and period and period.end else ""


def review_sentence(upkeep: Upkeep, language: Language) -> str:
    """Return when the description was compared with which sources, and whether the implementer was asked, as far as known."""
    sources = ", ".join(_month(each, language) for each in upkeep.sources)
    key = "standing.compared.one" if len(upkeep.sources) == 1 else "standing.compared.other"
    said = language.say(key, sources=sources, date=language.date(upkeep.last_reviewed))
    return f"{said} {language.say(f'standing.asked.{upkeep.implementer_asked}')}" if upkeep.implementer_asked else said


def _month(source: Source, language: Language) -> str:
    """Return the month (or year) in which a source was last changed or published, or ”undated”."""
    day = source.modified or source.published
    return language.date("-".join(day.split("-")[:2])) if day else language.say("standing.undated")
