"""Missing translations, and translations older than their Finnish text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.diff import ChangeKind, Difference, Place, Revision, path_of
from mallisto.checks.translations import every_text_is_translated
from mallisto.model import Text
from mallisto.reading.document import Document
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Problem, Severity

FINNISH, *OTHERS = LANGUAGES

_WORD = re.compile(r"\w+")
# Numbers and negations change the meaning of a sentence.
_TELLING = re.compile(r"\d+|e(?:i|n|t|mme|tte|ivät)(?:kä)?|äl(?:ä|kää|köön|kööt)(?:kä)?|ilman|vain")
# The share of a word that its forms have in common: varatkaa, varaa; ottakaa, ota.
_STEM = 2


def missing(catalog: Catalog) -> Iterator[Problem]:
    """Yield a note for every text of a model that lacks Swedish or English."""
    files = {model.where.file for model in catalog.models}
    yield from (each for each in every_text_is_translated(catalog) if each.where.file in files)


def outdated(document: Document, revisions: Sequence[Revision]) -> Iterator[Problem]:
    """Yield a note for every translation whose Finnish text has since changed in meaning; `revisions` are the newest first."""
    waiting: dict[tuple[Place, str], _Waiting] = {}
    for revision in reversed(revisions):
        for difference in sorted(revision.comparison.differences if revision.comparison else (), key=lambda each: each.language != FINNISH):
            _note(difference, revision.time, waiting)
    for (place, language), before in waiting.items():
        path = path_of(place, document)
        text = document[path] if path is not None else None
        if isinstance(text, dict) and text.get(language) and says_something_else(before.text, text.get(FINNISH, "")):
            where = document.where((*(path or ()), language))
            yield Problem(where, "translation.outdated", found=language, mend=before.time[: len("2026-01-31")], severity=Severity.NOTE)


def says_something_else(before: str, after: str) -> bool:
    """Return whether more than spelling, endings or a single word differs: a number, a negation, or words without a counterpart."""
    old, new = (_WORD.findall(text.lower()) for text in (before, after))
    if _telling(old) != _telling(new):
        return True
    unlike = 0
    for _, one, until, other, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = ([each[:_STEM] for each in words] for words in (old[one:until], new[other:end]))
        unlike += max(sum((Counter(gone) - Counter(come)).values()), sum((Counter(come) - Counter(gone)).values()))
    return unlike > min(1, len(old) // 4)


def _telling(words: list[str]) -> list[str]:
    return [each if each.isdigit() else each[0] for each in words if _TELLING.fullmatch(each)]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """The Finnish text that a translation was made from, and when it last changed."""

    text: str
    time: str


def _note(difference: Difference, time: str, waiting: dict[tuple[Place, str], _Waiting]) -> None:
    """Record for every translation the Finnish text it was made from; an added or removed text starts afresh."""
    if difference.language == FINNISH:
        for language in OTHERS:
            known = waiting.get((difference.place, language))
            waiting[difference.place, language] = _Waiting(known.text if known else str(difference.before or ""), time)
    elif difference.language:
        waiting.pop((difference.place, difference.language), None)
    elif difference.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) or isinstance(difference.after, Text):
        for place, language in [each for each in waiting if each[0][: len(difference.place)] == difference.place]:
            del waiting[place, language]
