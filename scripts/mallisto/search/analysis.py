"""Texts as terms: what a text is found by, and the keys that lead a typed word to a term.

A term is the base form of a Finnish word or the stem of a Swedish or English one, in plain letters. A browser knows no Finnish base forms:
it cuts a typed word by `CUT`, and so does this module with every form of a base. What is left of a form is a *key* of the base.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files as resources

from Stemmer import Stemmer

from mallisto.catalog.catalog import Catalog
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.search.finnish import WORD, Finnish, pieces
from mallisto.search.synonyms import Name, Names

# The algorithms of Snowball 2; the browser's libraries give the same stems.
_STEMMERS = {"sv": "swedish", "en": "english"}
_WORDS = 200_000
# A text is asked for in three languages, and the same names stand beside many parts.
_TEXTS = 4096

# What may follow the stem of a Finnish word, in plain letters. Cutting too much joins words that begin alike and misses none, since forms
# and typed words are cut alike.
CUT = (
    r"^(.{3,}?)(?:i|j|e|ei|id|u)?"
    r"(?:a|n|t|s|ta|ja|da|en|den|tten|ssa|sta|lla|lta|lle|na|ksi|kse|tta|ne|sti|[aeiouy]n|h[aeiouy]n|seen|siin)?"
    r"(?:ni|si|nsa|mme|nne|an|en)?(?:kin|kaan|ko)?$"
)
_CUT = re.compile(CUT)
# The marks of the letters of Europe.
_MARKS = re.compile("[\u0300-\u036f]+")
# What only one form leaves is cut too short, so that the whole form is the key: kunnon, and not kunn, which is left of forms of kunta.
_SHARED = 2
# Stands before a term to which a key leads only if the typed word is known besides.
DOUBTFUL = "~"
# Stands before the number of what a term means, by which an entry tells the name it says it by.
CONCEPT = "#"


class Match(IntEnum):
    """How a text says a term, the surest first: by the word itself, in a compound, by a word of one root, by one of the same meaning."""

    OWN = 0
    COMPOUND = 1
    KIN = 2
    RELATED = 3


# How often a text says each term, by how it says it.
Counts = dict[tuple[str, Match], float]


@lru_cache(_WORDS)
def fold(word: str) -> str:
    """A word in lower case without the marks on its letters."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    if plain.isascii():
        return plain
    return "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M"))


@lru_cache(_WORDS)
def cut(word: str) -> str:
    """What is left of a word in plain letters without what may be an ending."""
    found = _CUT.match(word)
    return found[1] if found else word


def stemmer_of(code: str) -> Callable[[str], str]:
    """Makes the stem of a word of a language that has stems for terms."""
    stem: Callable[[str], str] = Stemmer(_STEMMERS[code]).stemWord
    return stem


@cache
def function_words() -> frozenset[str]:
    """Words of three languages that tell nothing of what is sought."""
    return frozenset((resources("mallisto") / "search" / "function-words.txt").read_text("utf-8").split())


class Analyzer:
    """Finds the terms of texts. It keeps what it has found of each word."""

    def __init__(self, finnish: Finnish, catalog: Catalog) -> None:
        self._finnish = finnish
        self._names = Names.of(catalog, finnish)
        self._languages_of = _languages(catalog)
        self._stemmers = {code: stemmer_of(code) for code in _STEMMERS}
        self.stem = cache(self._stem)
        self._keys_of_base = cache(self._find_keys_of_base)
        self._expanded = cache(self._find_expanded)
        self._keys = cache(self._find_keys)
        self._unmet = cache(self._find_unmet)
        self.of_name = cache(self._find_of_name)
        self.named = lru_cache(_TEXTS)(self._find_named)
        self.related = lru_cache(_TEXTS)(self._find_related)

    def count(self, text: str, code: str, into: Counts, weight: float) -> None:
        """Add the terms of a text in a language, but for function words."""
        if code != DEFAULT:
            for word in (piece for whole in WORD.findall(text.lower()) for piece in pieces(whole)):
                if word not in function_words():
                    _add(into, self.stem(word, code), Match.OWN, weight)
            return
        for lemma, number in self._telling(text).items():
            for term, match in self._expanded(lemma):
                _add(into, term, match, weight * number)
        for lemma, number in self._finnish.joined(text).items():
            for term, match in self._expanded(lemma):
                _add(into, term, max(match, Match.COMPOUND), weight * number)
        for word in WORD.findall(text):
            if unmet := self._unmet(word):
                _add(into, unmet, Match.OWN, weight)

    def keys(self, text: str) -> Iterator[tuple[str, str]]:
        """Keys of the Finnish words of a text, each with a term it leads to."""
        for lemma in (*self._telling(text), *self._finnish.joined(text)):
            yield from self._keys(lemma)

    def _find_named(self, text: str) -> tuple[Name, ...]:
        """The names of the vocabularies by which a Finnish text speaks of something."""
        return self._names.spoken_of(text, self._finnish)

    def _find_related(self, text: str) -> frozenset[tuple[str, int]]:
        """Each term that means what a Finnish text speaks of by a name of the vocabularies, with the number of that."""
        return frozenset((term, name.concept) for name in self.named(text) for word in name.others for term in self.of_name(word))

    def _telling(self, text: str) -> Counter[str]:
        counts = self._finnish.lemmas(text).copy()
        for word in WORD.findall(text):
            if word.lower() in function_words():
                counts[self._finnish.lemma(word)] -= 1
        return +counts

    def _find_expanded(self, lemma: str) -> tuple[tuple[str, Match], ...]:
        """The terms that a base form stands for: itself, its parts, and their kin."""
        parts = (lemma, *self._finnish.parts(lemma))
        found = {fold(lemma): Match.OWN}
        for part in parts[1:]:
            found.setdefault(fold(part), Match.COMPOUND)
        for part in parts:
            for kin in self._finnish.kin(part):
                found.setdefault(fold(kin), Match.KIN)
        return tuple(found.items())

    def _find_keys(self, lemma: str) -> frozenset[tuple[str, str]]:
        parts = (lemma, *self._finnish.parts(lemma))
        bases = {*parts, *(kin for part in parts for kin in self._finnish.kin(part))}
        found = ((key, fold(base), is_doubtful) for base in bases for key, is_doubtful in self._keys_of_base(base).items())
        return frozenset((key, f"{DOUBTFUL}{term}" if is_doubtful else term) for key, term, is_doubtful in found if key != term)

    def _find_keys_of_base(self, base: str) -> Mapping[str, bool]:
        """The keys of a base form, and of each whether it is a base form itself: auto may be of auttaa, and most often is a car."""
        forms = {fold(form): form.lower() for form in (base, *self._finnish.paradigm(base))}
        counts = Counter(map(cut, forms))
        keys = {key: written for form, written in forms.items() for key in [cut(form) if counts[cut(form)] >= _SHARED else form]}
        if len(forms) > 1 or not self._finnish.is_base(base):  # a word that is not inflected has no ending
            keys.setdefault(cut(fold(base)), base)
        return {key: written[: len(key)] != base and self._finnish.is_base(written[: len(key)]) for key, written in keys.items()}

    def _find_unmet(self, word: str) -> str:
        """What is left of a word whose base form, as the dictionary has it, has no key for it; nothing where it has."""
        own, lemma = fold(word), self._finnish.lemma(word)
        if own == fold(lemma) or not {own, cut(own)}.isdisjoint(self._keys_of_base(lemma)) or word.lower() in function_words():
            return ""
        return cut(own)

    def _stem(self, word: str, code: str) -> str:
        return fold(self._stemmers[code](word))

    def _find_of_name(self, name: str) -> tuple[str, ...]:
        """The terms of a name of the vocabularies, whose language its words tell."""
        words = [word for word in WORD.findall(name.lower()) if word not in function_words()]
        found = ((word, code) for word in words for code in self._languages_of.get(word, LANGUAGES))
        terms = (fold(self._finnish.lemma(word)) if code == DEFAULT else self.stem(word, code) for word, code in found)
        return tuple(dict.fromkeys(terms))


def _add(into: Counts, term: str, match: Match, weight: float) -> None:
    into[term, match] = into.get((term, match), 0.0) + weight


def _languages(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """In which languages the names of terms and organisations say a word."""
    found: dict[str, set[str]] = defaultdict(set)
    organisations = catalog.vocabulary.organisations
    names = [each.name for each in catalog.vocabulary.terms]
    names += [name for each in organisations for name in (each.name, each.short_name) if name]
    for name in names:
        for code in LANGUAGES:
            for word in WORD.findall((getattr(name, code) or "").lower()):
                found[word].add(code)
    return {word: tuple(code for code in LANGUAGES if code in codes) for word, codes in found.items()}
