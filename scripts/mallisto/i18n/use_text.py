"""What adoption records together say of the use of a model, in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mallisto.i18n.language import Language
from mallisto.model import Adoption, AdoptionState

_CERTAIN = (AdoptionState.RUNNING, AdoptionState.STARTING, AdoptionState.PLANNED)


def use_text(adoptions: Iterable[Adoption], stale: frozenset[str], language: Language) -> str:
    """”Käytössä 2 paikassa. Päättynyt 1 paikassa, syy: rahoitus päättyi.” What nobody has confirmed for a year counts as no use.

    `stale` are the ids of such records. Without records nobody has told yet.
    """
    return " ".join(_sentences(tuple(adoptions), stale, language)) or language.say("use.nobody")


def _sentences(adoptions: tuple[Adoption, ...], stale: frozenset[str], language: Language) -> Iterator[str]:
    fresh = Counter(each.state for each in adoptions if each.id not in stale)
    for state in _CERTAIN:
        if fresh[state]:
            yield _counted(state, fresh[state], language)
    ended = [each for each in adoptions if each.state is AdoptionState.ENDED]
    for reason, count in Counter(each.why_ended or "unknown" for each in ended).items():
        yield _counted("ended", count, language, why=language.value("why_ended", reason, schema="adoption"))
    old = sum(each.id in stale and each.state in _CERTAIN for each in adoptions)
    if old:
        yield _counted("old", old, language)
    unconfirmed = sum(each.state is AdoptionState.UNCONFIRMED for each in adoptions)
    if unconfirmed:
        yield _counted("unconfirmed", unconfirmed, language)


def _counted(key: str, count: int, language: Language, **gaps: str) -> str:
    return language.say(f"use.{key}.{'one' if count == 1 else 'other'}", count=count, **gaps)
