"""Finnish words: base forms, the parts of compounds, words of one root, and every form of a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Protocol

from mallisto.search.learnt_words import LearntWords

WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_PIECES = re.compile(r"[-:’']")
_ABBREVIATION = re.compile(r"([A-ZÅÄÖ]{2,}):?[a-zåäö]*")
_JOINED = r"(?:,?\s+(?:ja|tai|sekä|eli|että|ynnä)\s+|,\s+|/\s*)"
# The word behind a suspended hyphen: "työ- ja toimintakyky" is also "työkyky", "perheryhmät ja -leirit" also "perheleirit".
_SUSPENDED_END = re.compile(rf"(\w{{2,}})-(?:{_JOINED}\w{{2,}}-)*{_JOINED}(\w{{4,}})")
_SUSPENDED_START = re.compile(rf"(\w{{4,}}){_JOINED}-(\w{{3,}})")

# A base of the dictionary has so many forms at least: those of fewer are slips, or words that are not inflected.
_SHARED = 3
_SHORTEST_COMPOUND = 7
_SHORTEST_GUESS = 8
_SHORTEST_PART = 3
# Cases in which a word may begin a compound: työn|hakija, työssä|käynti.
_INSIDE = ("n", "ssa", "ssä", "sta", "stä")
# The texts of a model are asked for several times, one after another.
_TEXTS = 4096

# Endings by which words of one root are made from each other: valmennus, valmentaja, valmentaa.
_FAMILIES = (
    ("nnus", "ntaja", "ntaa", "ntaminen"),
    ("nnys", "ntäjä", "ntää", "ntäminen"),
    ("tus", "ttaja", "ttaa", "ttaminen"),
    ("tys", "ttäjä", "ttää", "ttäminen"),
    ("aus", "aaja", "ata", "aaminen"),
    ("äys", "ääjä", "ätä", "ääminen"),
    ("ointi", "oija", "oida", "oiminen", "aatio"),
    ("öinti", "öijä", "öidä", "öiminen"),
    ("uminen", "ua"),
    ("yminen", "yä"),
    ("inen", "isuus", "isyys", "isesti"),
    ("ton", "ttomuus", "ttomasti"),
    ("tön", "ttömyys", "ttömästi"),
)


def pieces(word: str) -> tuple[str, ...]:
    """A word, and the words that its hyphens join."""
    return tuple(dict.fromkeys((word, *_PIECES.split(word))))


class Lexicon(Protocol):
    """A dictionary of forms."""

    def base(self, word: str) -> str:
        """The base form of any word, known or not."""

    def get(self, form: str) -> str | None:
        """The base of a form of the dictionary."""

    def is_base(self, word: str) -> bool:
        """Whether a word is a base of the dictionary."""

    def forms(self, base: str) -> tuple[str, ...]:
        """Every form of a base of the dictionary."""


class Finnish:
    """What can be said of Finnish words. Every answer is kept, since texts of one field say the same words again and again."""

    def __init__(self, lexicon: Callable[[], Lexicon], learnt: LearntWords | None = None) -> None:
        self._open = lexicon
        learnt = learnt or LearntWords()
        self.is_base = learnt.remembered("base", lambda word: self._lexicon.is_base(word))
        self.lemma = learnt.remembered("lemma", self._lemma)
        self.parts = learnt.remembered("parts", self._parts)
        self.kin = learnt.remembered("kin", self._kin)
        self.paradigm = learnt.remembered("paradigm", self._paradigm)
        self._joined = learnt.remembered("joined", self._compounds_of)
        self.lemmas = lru_cache(_TEXTS)(self._lemmas)
        self.joined = lru_cache(_TEXTS)(self._find_joined)

    @cached_property
    def _lexicon(self) -> Lexicon:
        """The dictionary, opened when a word is first asked that is not learnt."""
        return self._open()

    def _lemma(self, word: str) -> str:
        """The base form of a word; an abbreviation without its ending."""
        short = _ABBREVIATION.fullmatch(word)
        if short:
            return short[1].lower()
        # A word that begins a sentence is a name only where the dictionary knows it for one.
        found = self._lexicon.base(word if self._lexicon.get(word) else word.lower()).lower()
        return self._compound_base(word.lower()) or found if self._is_guess(word.lower(), found) else found

    def _is_guess(self, word: str, base: str) -> bool:
        """Whether the base of a long word comes from simplemma's rules, which know endings but no compounds."""
        return len(word) >= _SHORTEST_GUESS and word.isalpha() and not self.is_base(base) and not self._lexicon.get(word)

    def _compound_base(self, word: str) -> str:
        """The base of a compound of which the dictionary has the parts only: palvelutarpeen → palvelutarve; else nothing."""
        for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
            base = self._lexicon.get(word[start:])
            if base and (self._part(word[:start], is_last=False) or self._lexicon.get(word[:start])):
                return word[:start] + base
        return ""

    def _parts(self, lemma: str) -> tuple[str, ...]:
        """The words a compound is made of, as few as possible, and theirs in turn: toimintakykykeskus → toimintakyky, keskus, …"""
        # A base may be longer than its piece, and a slip of the dictionary would go round.
        first = [each for each in self._split(lemma) if len(each) < len(lemma)] if len(lemma) >= _SHORTEST_COMPOUND else []
        return tuple(dict.fromkeys([*first, *(inner for part in first for inner in self.parts(part))]))

    def _split(self, lemma: str) -> tuple[str, ...]:
        if "-" in lemma:
            return tuple(self.lemma(part) for part in lemma.split("-") if len(part) >= _SHORTEST_PART)
        best: dict[int, tuple[str, ...] | None] = {len(lemma): ()}
        for start in range(len(lemma) - _SHORTEST_PART, -1, -1):
            best[start] = None
            for end in range(len(lemma), start + _SHORTEST_PART - 1, -1):
                rest = best.get(end)
                if rest is None or (start, end) == (0, len(lemma)):
                    continue
                part = self._part(lemma[start:end], is_last=end == len(lemma))
                found = best[start]
                if part and (found is None or 1 + len(rest) < len(found)):
                    best[start] = (part, *rest)
        return best[0] or self._in_two(lemma)

    def _in_two(self, lemma: str) -> tuple[str, ...]:
        """A compound whose first part stands in any case: työhönvalmentaja → työ, valmentaja."""
        for end in range(_SHORTEST_PART + 1, len(lemma) - _SHORTEST_PART):
            first = self._lexicon.get(lemma[:end])
            if first and self.is_base(lemma[end:]):
                return (first, lemma[end:])
        return ()

    def _part(self, text: str, *, is_last: bool) -> str | None:
        """The base form of a piece of a compound; pieces but the last may be inflected or end in -s for -nen."""
        if self.is_base(text):
            return text
        if is_last:
            return None
        if text.endswith("s") and self.is_base(f"{text[:-1]}nen"):
            return f"{text[:-1]}nen"
        base = self._lexicon.get(text) if text.endswith(_INSIDE) else None
        return base if base and base != text and self.is_base(base) else None

    def _lemmas(self, text: str) -> Counter[str]:
        """The base forms of a text with their numbers, those behind suspended hyphens too."""
        found: Counter[str] = Counter()
        for word in WORD.findall(text):
            found.update(self.lemma(each) for each in pieces(word))
        for beginning, whole in _SUSPENDED_END.findall(text):
            found.update(beginning.lower() + each for each in self._heads(self.lemma(whole)))
        for whole, end in _SUSPENDED_START.findall(text):
            found.update(each + self.lemma(end) for each in self._beginnings(self.lemma(whole)))
        return found

    def _find_joined(self, text: str) -> Counter[str]:
        """The compounds that a text says as two words."""
        pairs = pairwise(WORD.findall(text))
        return Counter(each for first, second in pairs if first.endswith("n") for each in self._joined(first, second))

    def _compounds_of(self, first: str, second: str) -> tuple[str, ...]:
        """The compounds that say the same as a word in the genitive and the next: kuntoutuksen ohjaaja → kuntoutusohjaaja."""
        bases, genitive = (self.lemma(first), self.lemma(second)), first.lower()
        if bases[0] == genitive or min(map(len, bases)) < _SHORTEST_PART:
            return ()
        return tuple(each + bases[1] for each in (bases[0], genitive) if self.is_base(each + bases[1]))

    def _heads(self, lemma: str) -> tuple[str, ...]:
        """What a compound may end in."""
        return tuple(each for each in self.parts(lemma) if lemma.endswith(each))

    def _beginnings(self, lemma: str) -> tuple[str, ...]:
        return tuple(lemma.removesuffix(each) for each in self._heads(lemma))

    def _kin(self, lemma: str) -> tuple[str, ...]:
        """The words of the dictionary made from the same root by another ending."""
        made = (
            lemma.removesuffix(ending) + other
            for family in _FAMILIES
            for ending in family
            if lemma.endswith(ending)
            for other in family
            if other != ending
        )
        return tuple(each for each in made if self.is_base(each))

    def _paradigm(self, lemma: str) -> tuple[str, ...]:
        """The forms of a word; those of a compound the dictionary does not have come from its last part."""
        own = self._lexicon.forms(lemma)
        if len(own) >= _SHARED:
            return tuple(form.lower() for form in own)
        for head in sorted(self._heads(lemma), key=len, reverse=True):
            inflected = self._lexicon.forms(head)
            if len(inflected) >= _SHARED:
                return tuple(lemma.removesuffix(head) + form.lower() for form in inflected)
        return ()
