"""What one entry says of each term, and the entry's texts as a hit shows them.

Postings are texts, so that joining those of many entries is putting them behind each other. An entry's postings of a term are pairs of
printable characters: how much further on the part is, and how it says the term (`_signature`).
"""

from __future__ import annotations

import hashlib
import json
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import LocalizedText, capital
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.search.analysis import CONCEPT, DOUBTFUL, Analyzer, Counts, Match, function_words
from mallisto.search.entry import EntryPart, SearchEntry
from mallisto.search.finnish import WORD
from mallisto.search.script_files import script_file

TEXTS = "t/"

# Printable characters are digits of numbers.
FIRST, BASE = 33, 94

_BIT = {code: 1 << number for number, code in enumerate(LANGUAGES)}
# On which pages a text is shown: on those of all languages, of one, or of none. A text that is shown in two gets two postings.
SHOWN = (sum(_BIT.values()), *_BIT.values(), 0)
# How often a term is said, roughly.
LEVELS = (0.1, 0.2, 0.35, 0.6, 1.0, 1.7, 3.0, 5.0)
_BOUNDS = tuple(math.sqrt(one * next_one) for one, next_one in pairwise(LEVELS))

_REMARK, _LEAD, _TITLE = 0.3, 3.0, 2.0
# An item of a checklist asks whether something is done; where it is done is told elsewhere.
_SELDOM = {"kohta": 0.8}
# How much a long part says less of each of its words, as in BM25.
_SPREAD = 0.75
# So many parts have their texts in one file, so that a hit needs those of few; `finder/loading.js` counts alike.
PARTS = 8
# A shorter word is repaired by nobody.
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPostings:
    """How an entry is found: of each term the postings for each way to say it, keys with their terms, the entry's length in words, its
    words in each language, and the name of the files of its texts.
    """

    terms: Mapping[str, tuple[str, ...]]
    keys: Sequence[tuple[str, str]]
    length: int
    words: Mapping[str, Sequence[str]]
    texts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntry:
    """An entry's address, its postings, and its texts by the ends of their files' names."""

    address: str
    postings: EntryPostings
    texts: Mapping[str, str]

    def files(self) -> Iterator[OutputFile]:
        """The texts, for a browser."""
        return (script_file(f"{TEXTS}{self.postings.texts}.{end}", text) for end, text in self.texts.items())


def find(entries: Mapping[str, SearchEntry], analyzer: Analyzer) -> FoundEntry:
    """How one entry is found, which is given in each language."""
    texts = {end: text for code, entry in entries.items() for end, text in _texts(entry, code, analyzer)}
    name = hashlib.blake2b("".join(texts.values()).encode(), digest_size=5).hexdigest()
    return FoundEntry(address=entries[DEFAULT].address, postings=_postings(entries, analyzer, name), texts=texts)


def _postings(entries: Mapping[str, SearchEntry], analyzer: Analyzer, texts: str) -> EntryPostings:
    parts = list(zip(*((entry.lead, *entry.parts) for entry in entries.values()), strict=True))
    lengths = [sum(len(str(text).split()) for text in part[0].spoken) for part in parts]
    usual = max(1.0, sum(lengths) / len(lengths))
    found: dict[tuple[str, Match], list[tuple[int, int]]] = defaultdict(list)
    keys, words = set[tuple[str, str]](), defaultdict[str, set[str]](set)
    for number, (part, length) in enumerate(zip(parts, lengths, strict=True)):
        told = _PartTexts.of(dict(zip(entries, part, strict=True)))
        scale = _SELDOM.get(part[0].kind, 1.0) * (1 / (1 - _SPREAD + _SPREAD * length / usual) if number else _LEAD)
        for term, match, signature in _signatures(told, scale, analyzer):
            found[term, match].append((number, signature))
        for code, text in (*told.titles, *told.texts):
            words[code].update(word for word in WORD.findall(text.lower()) if len(word) >= _SHORTEST_WORD)
            if code == DEFAULT:
                keys.update(analyzer.keys(text))
                keys.update((term, f"{CONCEPT}{number}") for term, number in analyzer.related(text))
        keys.update(key for text in told.found_by for key in analyzer.keys(text))
    coded = {term: tuple(_coded(found.get((term, match), ())) for match in Match) for term in sorted({term for term, _ in found})}
    return EntryPostings(
        terms=coded,
        keys=sorted((key, term) for key, term in keys if term.startswith(CONCEPT) or term.removeprefix(DOUBTFUL) in coded),
        length=sum(lengths),
        words={code: sorted(each) for code, each in words.items()},
        texts=texts,
    )


# The texts of a part with the languages on whose pages they are shown, as bits.
_Shown = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _PartTexts:
    """A part's texts by their language, and words it is found by and never shown."""

    titles: _Shown
    texts: _Shown
    remarks: _Shown
    found_by: tuple[str, ...]

    @classmethod
    def of(cls, part: Mapping[str, EntryPart]) -> _PartTexts:
        spoken = {str(text) for each in part.values() for text in each.spoken}
        return cls(
            titles=_shown((code, [each.title]) for code, each in part.items()),
            texts=_shown((code, each.texts) for code, each in part.items()),
            remarks=_shown((code, each.remarks) for code, each in part.items()),
            found_by=tuple(text for text in dict.fromkeys(text for each in part.values() for text in each.elsewhere) if text not in spoken),
        )


def _shown(texts: Iterable[tuple[str, Sequence[LocalizedText]]]) -> _Shown:
    found: _Shown = defaultdict(int)
    for code, several in texts:
        for text in several:
            found[text.language or code, str(text)] |= _BIT[code]
    return dict(found)


def _signatures(told: _PartTexts, scale: float, analyzer: Analyzer) -> Iterator[tuple[str, Match, int]]:
    """Every term of a part, how it is said, and the signature of that."""
    counts: dict[int, Counts] = defaultdict(dict)
    titled: dict[int, Counts] = defaultdict(dict)
    for texts, weight in ((told.titles, 1.0), (told.texts, 1.0), (told.remarks, _REMARK)):
        for (code, text), mask in texts.items():
            analyzer.count(text, code, counts[mask], weight + _title_share(text) if texts is told.titles else weight)
    for (code, text), mask in told.titles.items():
        analyzer.count(text, code, titled[mask], 1.0)
    said = {term for of_mask in counts.values() for term, _ in of_mask}
    for texts, into in (({**told.titles, **told.texts}, counts[0]), (told.titles, titled[0])):
        for term in (term for code, text in texts if code == DEFAULT for term in {term for term, _ in analyzer.related(text)} - said):
            into[term, Match.RELATED] = into.get((term, Match.RELATED), 0.0) + 1
    for text in told.found_by:
        analyzer.count(text, DEFAULT, counts[0], 1.0)
        for term in frozenset(analyzer.of_name(text)) - said:
            counts[0][term, Match.RELATED] = counts[0].get((term, Match.RELATED), 0.0) + 1
    for mask, of_mask in counts.items():
        masks = [mask] if mask in SHOWN else [bit for bit in _BIT.values() if mask & bit]
        for (term, match), often in of_mask.items():
            is_titled = (term, match) in titled[mask]
            yield from ((term, match, _signature(often * scale, is_titled, one)) for one in masks)


def _title_share(title: str) -> float:
    """How much more a word tells in a title of few words: what is called by it is about nothing else."""
    return _TITLE / max(1, sum(word not in function_words() for word in WORD.findall(title.lower())))


def _signature(often: float, is_titled: bool, mask: int) -> int:
    """How often, in a title or not, and on which pages, as one digit."""
    return SHOWN.index(mask) * 16 + 8 * is_titled + bisect_right(_BOUNDS, often)


def _coded(places: Iterable[tuple[int, int]]) -> str:
    """Postings in the order of parts; a signature that is none stands for so many parts that one digit cannot tell."""
    pieces, before = [], 0
    for number, signature in sorted(places):
        while number - before >= BASE:
            pieces.append(digit(BASE - 1) * 2)
            before += BASE - 1
        pieces.append(digit(number - before) + digit(signature))
        before = number
    return "".join(pieces)


def digit(number: int) -> str:
    """A number below BASE as a character."""
    return chr(FIRST + number)


def _texts(entry: SearchEntry, code: str, analyzer: Analyzer) -> Iterator[tuple[str, str]]:
    """What a hit shows: the entry's language, its first part, the number of all, and the names by which its Finnish texts speak of what
    has other names too; and in files of their own the other parts.
    """
    parts = (entry.lead, *entry.parts)
    finnish = (str(text) for part in parts for text in (part.title, *part.texts) if (text.language or entry.language) == DEFAULT)
    names: dict[int, dict[str, None]] = defaultdict(dict)
    for name in (name for text in finnish for name in analyzer.named(text)):
        names[name.concept][name.name] = None
    head = {
        "language": entry.title.language or entry.language,
        "count": len(parts),
        "lead": _row(entry.lead, entry),
        "names": [[concept, min(each, key=len)] for concept, each in sorted(names.items())],
    }
    yield code, _json(head)
    for number, several in enumerate(_batched(entry.parts, PARTS), 1):
        yield f"{number}.{code}", _json([_row(part, entry) for part in several])


def _batched(parts: Sequence[EntryPart], number: int) -> Iterator[Sequence[EntryPart]]:
    """So many parts at a time."""
    return (parts[start : start + number] for start in range(0, len(parts), number))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row(part: EntryPart, entry: SearchEntry) -> list[str]:
    """Kind, language, address, title, texts and remarks. An excerpt runs on from one text to the next, so each is a sentence."""
    told, remarks = (" ".join(map(_sentence, filter(None, map(str, texts)))) for texts in (part.texts, part.remarks))
    return [part.kind, part.language or entry.language, part.address, str(part.title), told, remarks]


def _sentence(text: str) -> str:
    return capital(text if text[-1] in ".?!…" else f"{text}.")
