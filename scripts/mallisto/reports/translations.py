"""Which texts lack a translation, and which translations are older than their Finnish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mallisto.catalog import Catalog
from mallisto.checks.translations import every_text_is_translated
from mallisto.differences import LANGUAGES, Difference, Kind, Place, Revision, path_of
from mallisto.model import Text
from mallisto.problems import Problem, Severity
from mallisto.source import Document

FINNISH, *OTHERS = LANGUAGES


def missing(catalog: Catalog) -> Iterator[Problem]:
    """Every text of a model that is not there in Swedish or English."""
    files = {model.where.file for model in catalog.models}
    yield from (each for each in every_text_is_translated(catalog) if each.where.file in files)


def outdated(document: Document, revisions: Sequence[Revision]) -> Iterator[Problem]:
    """Every translation whose Finnish has changed since; `revisions` are those of this document, the newest first."""
    changed: dict[Place, dict[str, str]] = {}
    for revision in reversed(revisions):
        for each in revision.comparison.differences if revision.comparison else ():
            _note(each, revision.time, changed)
    for place, times in changed.items():
        path = path_of(place, document)
        text = document[path] if path is not None else None
        for language in OTHERS:
            if isinstance(text, dict) and text.get(language) and times.get(FINNISH, "") > times.get(language, ""):
                day = times[FINNISH][: len("2026-01-31")]
                where = document.where((*(path or ()), language))
                yield Problem(where, "translation.outdated", found=language, mend=day, severity=Severity.NOTE)


def _note(difference: Difference, time: str, changed: dict[Place, dict[str, str]]) -> None:
    """Keep when each language of each text last changed; a text that comes or goes has no past."""
    if difference.language:
        changed.setdefault(difference.place, {})[difference.language] = time
    elif difference.kind in (Kind.ADDED, Kind.REMOVED) or isinstance(difference.after, Text):
        for place in [each for each in changed if each[: len(difference.place)] == difference.place]:
            del changed[place]
