"""Plain Finnish in the summary: short sentences, actors, explained words. Notes only, never errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.model import Model
from mallisto.reading.messages import folded
from mallisto.reading.problems import Problem, Severity

LONGEST_SENTENCE = 20
MOST_PASSIVES = 1
LONG_WORD = 20

_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Finnish passive verbs: -taan/-tään, -ttiin, -ttaisiin, and the participles -ttu/-tty and -ttava/-ttävä after a form of `olla`.
_PASSIVE = re.compile(r"\b(\w{2,}(?:taan|tään|ttiin|ttaisiin|ttäisiin)|(?:on|oli|olivat|ovat) \w+(?:ttu|tty|ttava|ttävä))\b", re.IGNORECASE)


def sentences_are_short(catalog: Catalog) -> Iterator[Problem]:
    """A sentence of the summary has at most twenty words."""
    for model in catalog.models:
        for sentence in _sentences(model):
            words = len(_WORD.findall(sentence))
            if words > LONGEST_SENTENCE:
                yield _note(model, "summary.long_sentence", sentence, words)


def somebody_does_it(catalog: Catalog) -> Iterator[Problem]:
    """A sentence of the summary does not chain passives; it says who does what."""
    for model in catalog.models:
        for sentence in _sentences(model):
            if len(_PASSIVE.findall(sentence)) > MOST_PASSIVES:
                yield _note(model, "summary.passive", sentence, len(_PASSIVE.findall(sentence)))


def long_words_are_explained(catalog: Catalog) -> Iterator[Problem]:
    """A long compound in the summary is a glossary term, so that a reader can look it up."""
    known = " ".join(folded(term.name.fi) for term in catalog.vocabulary.terms)
    for model in catalog.models:
        for word in _WORD.findall(model.summary.fi):
            # Inflection changes the end of a word; its first two thirds are enough to find the term.
            if len(word) >= LONG_WORD and folded(word)[: len(word) * 2 // 3] not in known:
                yield _note(model, "summary.jargon", word, len(word))


def _sentences(model: Model) -> list[str]:
    return [each.strip() for each in _SENTENCE.findall(model.summary.fi) if each.strip()]


def _note(model: Model, code: str, found: str, count: int) -> Problem:
    where = next(where for text, where in model.texts if text is model.summary)
    shown = found if len(found) <= 60 else found[:57].rsplit(" ", 1)[0] + " …"
    return Problem(where, code, found=shown, limit=count, severity=Severity.NOTE)
