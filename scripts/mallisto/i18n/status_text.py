"""The status of a model in words: whether it runs now, and when its description was last compared with its sources."""

from __future__ import annotations

from mallisto.i18n.language import Language
from mallisto.model import Runs, Source, Upkeep


def lifecycle_text(state: Runs, language: Language) -> str:
    """Whether a model runs now, in a few words: ”Hankekausi päättyi 31.5.2020”."""
    if day := _last_day(state, language):
        return language.say("lifecycle.ended_on", date=day)
    return language.say(f"lifecycle.{state.lifecycle}")


def lifecycle_sentence(state: Runs, language: Language) -> str:
    """The same for somebody who wants to guide a client there: what is not known, and that it must be checked."""
    key = "continued" if state.lifecycle == "ended" and state.is_continued else state.lifecycle
    if day := _last_day(state, language):
        return language.say(f"card.{key}_on", date=day)
    return language.say(f"card.{key}")


def _last_day(state: Runs, language: Language) -> str:
    """The last day of a project period that has ended, where it is known; it says nothing of what came after."""
    return language.date(state.end) if state.lifecycle == "ended" and state.end else ""


def review_sentence(upkeep: Upkeep, language: Language) -> str:
    """Return when the description was compared with its sources, and whether the implementer was asked, as far as known."""
    day = language.date(upkeep.last_reviewed)
    if len(upkeep.sources) == 1:
        said = language.say("standing.compared.one", source=_month(upkeep.sources[0], language), date=day)
    else:
        said = language.say("standing.compared.other", count=str(len(upkeep.sources)), date=day)
    return f"{said} {language.say(f'standing.asked.{upkeep.implementer_asked}')}" if upkeep.implementer_asked else said


def _month(source: Source, language: Language) -> str:
    """Return the month (or year) in which a source was last changed or published, or ”undated”."""
    day = source.modified or source.published
    return language.date("-".join(day.split("-")[:2])) if day else language.say("standing.undated")


def translation_note(upkeep: Upkeep, language: Language) -> str:
    """Return that the page is a translation, or that nobody has made one; nothing in Finnish."""
    return language.say("translation.note" if upkeep.is_translated(language.code) else "translation.missing")
