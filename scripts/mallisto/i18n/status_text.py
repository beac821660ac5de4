"""A model's state in words: whether it runs now, and what its description was compared with."""

from __future__ import annotations

from mallisto.i18n.language import Language
from mallisto.model import Model, Source, Upkeep


def runs(model: Model, language: Language) -> str:
    """Whether the model runs now, in a few words: ”Hankekausi päättyi 31.5.2020”."""
    if day := _last_day(model, language):
        return language.say("lifecycle.ended_on", date=day)
    return language.say(f"lifecycle.{model.status.lifecycle}")


def runs_in_full(model: Model, language: Language) -> str:
    """The same for somebody who wants to guide a client there: what is not known, and that it must be checked."""
    is_continued = any(relation.kind == "continues_as" for relation in model.relations)
    state = "continued" if model.status.lifecycle == "ended" and is_continued else model.status.lifecycle
    if day := _last_day(model, language):
        return language.say(f"card.{state}_on", date=day)
    return language.say(f"card.{state}")


def _last_day(model: Model, language: Language) -> str:
    """The last day of a project period that has ended, where it is known; it says nothing of what came after."""
    period = model.basics.period
    return language.date(period.end) if model.status.lifecycle == "ended" and period and period.end else ""


def compared(upkeep: Upkeep, language: Language) -> str:
    """When the description was compared with sources of which month, and whether the implementer has been asked, as far as anybody says."""
    sources = ", ".join(_month(each, language) for each in upkeep.sources)
    key = "standing.compared.one" if len(upkeep.sources) == 1 else "standing.compared.other"
    said = language.say(key, sources=sources, date=language.date(upkeep.last_reviewed))
    return f"{said} {language.say(f'standing.asked.{upkeep.implementer_asked}')}" if upkeep.implementer_asked else said


def _month(source: Source, language: Language) -> str:
    """The month a source was last changed or published, or its year, as far as it is known."""
    day = source.modified or source.published
    return language.date("-".join(day.split("-")[:2])) if day else language.say("standing.undated")
