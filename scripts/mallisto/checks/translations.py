"""Finnish first; what is not translated yet is noted, never an error."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Problem, Severity


def every_text_is_translated(catalog: Catalog) -> Iterator[Problem]:
    """Every text is there in Swedish and English, or a note says which is missing."""
    for texts in (*(model.texts for model in catalog.models), catalog.vocabulary.texts):
        for text, where in texts:
            for language, said in (("sv", text.sv), ("en", text.en)):
                if said is None:
                    yield Problem(where, "translation.missing", found=language, severity=Severity.NOTE)
