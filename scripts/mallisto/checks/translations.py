"""Translations: Finnish is required; a missing translation is a note, never an error."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Problem, Severity


def every_text_is_translated(catalog: Catalog) -> Iterator[Problem]:
    """Every text exists in Swedish and English, or a note says which is missing."""
    for texts in (*(model.texts for model in catalog.models), catalog.vocabulary.texts):
        for text, where in texts:
            for language, translation in (("sv", text.sv), ("en", text.en)):
                if translation is None:
                    yield Problem(where, "translation.missing", found=language, severity=Severity.NOTE)
