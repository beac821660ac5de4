"""Translations: Finnish is required; a missing translation is a note, never an error, and so is one that is none."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Problem, Severity

# A model in Finnish alone would have a note for each of its texts; `mallisto translations` lists them.
MOST_TOLD = 5


def every_text_is_translated(catalog: Catalog) -> Iterator[Problem]:
    """Every text exists in Swedish and English, or a note says which is missing."""
    for texts in (*(model.texts for model in catalog.models), catalog.vocabulary.texts):
        for text, where in texts:
            for language, translation in (("sv", text.sv), ("en", text.en)):
                if translation is None:
                    yield Problem(where, "translation.missing", found=language, severity=Severity.NOTE)


def missing_translations_are_noted(catalog: Catalog) -> Iterator[Problem]:
    """The texts of a model without Swedish or English, each where they are few, otherwise one note a language with their number."""
    gaps = list(every_text_is_translated(catalog))
    for language in ("sv", "en"):
        found = [each for each in gaps if each.found == language]
        if len(found) > MOST_TOLD:
            yield Problem(found[0].where, "translation.many_missing", found=language, limit=len(found), severity=Severity.NOTE)
        else:
            yield from found


def name_and_summary_are_translated(catalog: Catalog) -> Iterator[Problem]:
    """The Finnish name or summary is not given as its own translation, unless it is a proper name."""
    for model in catalog.models:
        for text, where in (each for each in model.texts if each[1].path in (("name",), ("summary",))):
            for language, translation in (("sv", text.sv), ("en", text.en)):
                if translation == text.fi and not _is_proper_name(text.fi):
                    place = where._replace(path=(*where.path, language))
                    yield Problem(place, "translation.same", found=language, severity=Severity.NOTE)


def _is_proper_name(text: str) -> bool:
    """Whether it is short or has no ordinary word, which would begin with a small letter: TYKKE, Tie Työhön, but not a sentence."""
    words = text.split()
    return len(words) < 3 or not any(word[0].islower() for word in words)
