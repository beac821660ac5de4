"""Long words in a pathway figure have break points."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.i18n.hyphens import Hyphens
from mallisto.model import Model, Text
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Problem, Severity


def long_words_may_break(catalog: Catalog) -> Iterator[Problem]:
    """A long word in the title of a step or a lane is on the hyphenation list of its language."""
    for model in catalog.models:
        reported: set[str] = set()
        for title in _titles(model):
            for word in _missing(title):
                if word not in reported:
                    reported.add(word)
                    where = next((where for text, where in model.texts if text is title), model.where)
                    yield Problem(where, "figure.hyphen_missing", found=word, severity=Severity.NOTE)


def _titles(model: Model) -> Iterator[Text]:
    yield from (lane.title for lane in model.pathway.lanes)
    yield from (step.title for step in model.pathway.steps)


def _missing(title: Text) -> Iterator[str]:
    for code in LANGUAGES:
        yield from Hyphens.of(code).missing(title.in_language(code) or "")
