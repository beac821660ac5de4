"""Finnish word forms: what has to stand in an index so that a stemmer meets every form a reader may type."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Protocol

from mallisto.search.stemmer import Stemmer

WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_PIECES = re.compile(r"[-:’']")
_ABBREVIATION = re.compile(r"([A-ZÅÄÖ]{2,}):?[a-zåäö]*")
_JOINED = r"(?:,?\s+(?:ja|tai|sekä|eli|että|ynnä)\s+|,\s+|/\s*)"
# The word behind a suspended hyphen: "työ- ja toimintakyky" is also "työkyky", "perheryhmät ja -leirit" also "perheleirit".
_SUSPENDED_END = re.compile(rf"(\w{{2,}})-(?:{_JOINED}\w{{2,}}-)*{_JOINED}(\w{{4,}})")
_SUSPENDED_START = re.compile(rf"(\w{{4,}}){_JOINED}-(\w{{3,}})")

# A form stands for its stem when so many forms of the paradigm share the stem: fewer are slips of the dictionary.
_SHARED = 3
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
_MOST_REPEATED = 3
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

# What was learnt of words: by what it is, and by the word.
Learnt = Mapping[str, Mapping[str, Sequence[str]]]


class Lexicon(Protocol):
    """A dictionary of forms."""

    def base(self, word: str) -> str:
        """The base form of any word, known or not."""

    def get(self, form: str) -> str | None:
        """The base of a form of the dictionary."""

    def forms(self, base: str) -> tuple[str, ...]:
        """Every form of a base of the dictionary."""


class Finnish:
    """What can be said of Finnish words. Only a word that is not `known` needs the lexicon, which is slow to open."""

    def __init__(self, lexicon: Callable[[], Lexicon], known: Learnt | None = None) -> None:
        self._open = lexicon
        self.known: dict[str, dict[str, Sequence[str]]] = {what: dict(words) for what, words in (known or {}).items()}
        self._news: dict[str, dict[str, Sequence[str]]] = {}
        self.lemmas = lru_cache(_TEXTS)(self._lemmas)
        self._with_parts = lru_cache(_TEXTS)(self._whole_and_parts)
        self._stemmed_forms = lru_cache(_TEXTS)(self._forms_and_stems)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return self._open()

    def _recall(self, what: str, word: str, learn: Callable[[str], tuple[str, ...]]) -> Sequence[str]:
        """What is so of a word, learnt once."""
        known = self.known.setdefault(what, {})
        if word not in known:
            known[word] = self._news.setdefault(what, {})[word] = learn(word)
        return known[word]

    def news(self) -> Learnt:
        """What was learnt since this was asked last."""
        news, self._news = self._news, {}
        return news

    def learn(self, news: Learnt) -> None:
        """Take over what was learnt elsewhere."""
        for what, words in news.items():
            self.known.setdefault(what, {}).update(words)

    def lemma(self, word: str) -> str:
        """The base form of a word; an abbreviation without its ending."""
        return self._recall("lemma", word, self._lemma)[0]

    def _lemma(self, word: str) -> tuple[str]:
        short = _ABBREVIATION.fullmatch(word)
        if short:
            return (short[1].lower(),)
        # A word that begins a sentence is a name only where the dictionary knows it for one.
        return (self._lexicon.base(word if self._lexicon.get(word) else word.lower()).lower(),)

    def parts(self, lemma: str) -> Sequence[str]:
        """The words a compound is made of, as few as possible, and theirs in turn: toimintakykykeskus → toimintakyky, keskus, …"""
        return self._recall("parts", lemma, self._parts)

    def _parts(self, lemma: str) -> tuple[str, ...]:
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
        return best[0] or ()

    def _part(self, text: str, *, is_last: bool) -> str | None:
        """The base form of a piece of a compound; pieces but the last may be inflected or end in -s for -nen."""
        if self._is_base(text):
            return text
        if is_last:
            return None
        if text.endswith("s") and self._is_base(f"{text[:-1]}nen"):
            return f"{text[:-1]}nen"
        base = self._lexicon.get(text) if text.endswith(_INSIDE) else None
        return base if base and base != text and self._is_base(base) else None

    def _is_base(self, text: str) -> bool:
        return self._lexicon.get(text) == text

    def _lemmas(self, text: str) -> Counter[str]:
        """The base forms of a text with their numbers, those behind suspended hyphens too."""
        found: Counter[str] = Counter()
        words = WORD.findall(text)
        for word in words:
            found.update(self.lemma(each) for each in dict.fromkeys((word, *_PIECES.split(word))) if each)
        for first, second in pairwise(words):
            found.update(self._joined(first, second) if first.endswith("n") else ())
        for beginning, whole in _SUSPENDED_END.findall(text):
            found.update(beginning.lower() + each for each in self._heads(self.lemma(whole)))
        for whole, end in _SUSPENDED_START.findall(text):
            found.update(each + self.lemma(end) for each in self._beginnings(self.lemma(whole)))
        return found

    def _joined(self, first: str, second: str) -> Sequence[str]:
        """The compounds that say the same as a word in the genitive and the next: kuntoutuksen ohjaaja → kuntoutusohjaaja."""
        bases = self.lemma(first), self.lemma(second)
        if bases[0] == first.lower() or min(map(len, bases)) < _SHORTEST_PART:
            return ()
        return self._recall("joined", f"{first.lower()} {bases[1]}", lambda _: self._compounds(first.lower(), *bases))

    def _compounds(self, genitive: str, first: str, second: str) -> tuple[str, ...]:
        return tuple(each for each in (first + second, genitive + second) if self._is_base(each))

    def _heads(self, lemma: str) -> tuple[str, ...]:
        """What a compound may end in."""
        return tuple(each for each in self.parts(lemma) if lemma.endswith(each))

    def _beginnings(self, lemma: str) -> tuple[str, ...]:
        return tuple(lemma.removesuffix(each) for each in self._heads(lemma))

    def kin(self, lemma: str) -> Sequence[str]:
        """The words of the dictionary made from the same root by another ending."""
        return self._recall("kin", lemma, self._kin)

    def _kin(self, lemma: str) -> tuple[str, ...]:
        made = (
            lemma.removesuffix(ending) + other
            for family in _FAMILIES
            for ending in family
            if lemma.endswith(ending)
            for other in family
            if other != ending
        )
        return tuple(each for each in made if self._is_base(each))

    def forms(self, lemma: str, stem: Stemmer) -> Sequence[str]:
        """The base form, and one form for each further stem that several forms of the paradigm share."""
        return self._recall(f"forms.{stem.code}", lemma, lambda word: self._forms(word, stem))

    def _forms(self, lemma: str, stem: Stemmer) -> tuple[str, ...]:
        by_stem: dict[str, list[str]] = defaultdict(list)
        for form in self._paradigm(lemma):
            by_stem[stem(form)].append(form)
        found = {stem(lemma): lemma}
        for each, forms in sorted(by_stem.items()):
            if len(forms) >= _SHARED:
                found.setdefault(each, min(forms, key=lambda form: (len(form), form)))
        return tuple(found.values())

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

    def family(self, texts: Iterable[str], stem: Stemmer) -> tuple[str, ...]:
        """The forms of the words of the same roots as those of texts."""
        lemmas = dict.fromkeys(lemma for text in texts for lemma in self.lemmas(text))
        words = dict.fromkeys(word for lemma in lemmas for word in (lemma, *self.parts(lemma)))
        return tuple(
            dict.fromkeys(form for word in words for each in self.kin(word) if each not in words for form in self.forms(each, stem))
        )

    def expansion(self, texts: Iterable[str], stem: Stemmer) -> tuple[str, ...]:
        """What has to stand beside texts so that every form of their words, and of words in compounds, is found.

        A form is repeated so that its stem is met as often as the word itself occurs, up to a limit.
        """
        kept = tuple(texts)
        counts: dict[str, int] = {}
        for text in kept:
            for lemma, number in self.lemmas(text).items():
                for word in self._with_parts(lemma):
                    counts[word] = counts.get(word, 0) + number
        met = Counter(stem.all([word for text in kept for word in WORD.findall(text.lower())]))
        wanted: dict[str, int] = {}
        for word, number in counts.items():
            for form, its_stem in self._stemmed_forms(word, stem):
                wanted[form] = wanted.get(form, 0) + number - met[its_stem]
        return tuple(form for form, number in wanted.items() for _ in range(min(number, _MOST_REPEATED)))

    def _whole_and_parts(self, lemma: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((lemma, *self.parts(lemma))))

    def _forms_and_stems(self, lemma: str, stem: Stemmer) -> tuple[tuple[str, str], ...]:
        return tuple((form, stem(form)) for form in self.forms(lemma, stem))
