"""Render a problem as a sentence for authors, with its fix. The strings are in `strings/problems.<language>.yml`."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from mallisto.reading import string_files
from mallisto.reading.problems import Choice, Problem

MOST_CHOICES = 14

# Entries that stand for real bodies and places, of which a near name may be another one.
_BODIES = frozenset({"organisation", "municipality", "county", "employment-area"})
_FIELDS = frozenset({"field", "field-name"})
_SHORTEST_STEM = 4
# Common case and plural endings, Finnish and Swedish, without accents.
_ENDING = r"(n|t|i?ssa|i?sta|i?lla|i?lta|i?lle|i?ksi|i?na|[ae]n|i?den|ien|jen|in|ta|ja|ia|a|na|s|er|ar|or|en|et|erna|arna|orna)"


@dataclass(frozen=True, slots=True)
class Message:
    """A problem in words: what is wrong, and how to fix it (`mend`)."""

    what: str
    mend: str


def say(problem: Problem, language: str) -> Message:
    """Render a problem in a language."""
    words = phrases(language)
    gaps = {
        "found": problem.found,
        "limit": str(problem.limit),
        "line": str(problem.other.line) if problem.other else "",
        "place": f"{problem.other.file}:{problem.other.line}" if problem.other else "",
        "mend": problem.mend,
        "name": problem.candidates[0].names.get(language, problem.candidates[0].value) if problem.candidates else "",
        "language": words.get(f"language.{problem.found}", problem.found),
        "write": words["write"].format(mend=problem.mend) if problem.mend else "",
        "suggestion": _suggestion(problem, language, words),
        "allowed": _allowed(problem, language, words),
    }
    what = words[f"{problem.code}.what"].format_map(gaps)
    mend = words.get(f"{problem.code}.mend", "").format_map(gaps)
    return Message(one_line(what), one_line(mend) or words["look"])


def codes(language: str) -> tuple[str, ...]:
    """Return every problem code that has strings."""
    words = phrases(language)
    codes = (key.removesuffix(".what") for key in words if key.endswith(".what"))
    return tuple(each for each in codes if "." in each)


@cache
def phrases(language: str) -> Mapping[str, str]:
    """Load the strings of all problems in one language."""
    return string_files.load(f"problems.{language}.yml")


def one_line(text: str) -> str:
    """Return the text on one line; control characters, which could steer a terminal, become U+FFFD."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in " ".join(text.split()))


def folded(text: str) -> str:
    """Return the text in lower case without accents, for comparing what people type."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each))


def nearest(word: str, choices: Iterable[Choice]) -> Choice | None:
    """Return the choice that a mistyped word most likely meant, compared with values and with names in all languages."""
    by_word: dict[str, Choice] = {}
    for choice in choices:
        for spelling in (choice.value, *choice.names.values()):
            by_word.setdefault(folded(spelling), choice)
    close = difflib.get_close_matches(folded(word), by_word, 1, 0.6)
    return by_word[close[0]] if close else None


def meant(word: str, choices: Iterable[Choice], *, are_bodies: bool = False) -> Choice | None:
    """Return the entry of a list that a word very nearly is: an id or a name, one of them inflected, or a slip of the pen.

    Of `are_bodies`, such as municipalities and organisations, a short word is never taken for another: Kymsote is not Eksote, 285 not 857.
    """
    said = _plain(word)
    by_word: dict[str, Choice] = {}
    for choice in choices:
        for spelling in (choice.value, *choice.names.values(), *choice.other_names):
            by_word.setdefault(_plain(spelling), choice)
    if not said or said.isdigit():
        return by_word.get(said) or next((by_word[code] for code in by_word if code.isdigit() and said and int(code) == int(said)), None)
    if said in by_word:
        return by_word[said]
    inflected = [name for name in by_word if len(name) >= _SHORTEST_STEM and name in said and _is_inflected(said, name)]
    limit = _slips(said, are_bodies=are_bodies)
    near = [(OSA.distance(said, name, score_cutoff=limit), name) for name in by_word if name[:1] == said[:1]] if limit else []
    within = [] if are_bodies else [name for name in by_word if f" {said} " in f" {name} "]
    found = (*sorted(inflected, key=len, reverse=True), *within, *(name for steps, name in sorted(near) if steps <= limit))
    return by_word[found[0]] if found else None


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", folded(text)).strip()


def _is_inflected(word: str, name: str) -> bool:
    return re.fullmatch(re.escape(name) + _ENDING, word) is not None


def _slips(word: str, *, are_bodies: bool) -> int:
    """How many letters may differ; the longer the word, the more, and none in a short name of a body."""
    one_from, two_from = (8, 12) if are_bodies else (4, 8)
    return (len(word) >= one_from) + (len(word) >= two_from)


def _suggestion(problem: Problem, language: str, words: Mapping[str, str]) -> str:
    family, _, kind = problem.code.partition(".")
    if not problem.found:
        choice = None
    elif kind in ("unknown", "unlisted") and family not in _FIELDS:
        choice = meant(problem.found, problem.candidates, are_bodies=family in _BODIES)
    else:
        choice = nearest(problem.found, problem.candidates)
    if choice is None or not choice.value:
        return ""
    name = choice.names.get(language, "")
    key = "suggest_named" if name and name != choice.value else "suggest"
    return words[key].format(value=choice.value, name=name)


def _allowed(problem: Problem, language: str, words: Mapping[str, str]) -> str:
    if not problem.candidates or len(problem.candidates) > MOST_CHOICES:
        return ""
    named = [f"{each.value} ({each.names[language]})" if each.names.get(language) else each.value for each in problem.candidates]
    return words["allowed"].format(choices=", ".join(named))
