"""Render a problem as a sentence for authors, with its fix. The strings are in `strings/problems.<language>.yml`."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from mallisto.reading import string_files
from mallisto.reading.problems import Choice, Problem

MOST_CHOICES = 14


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


def _suggestion(problem: Problem, language: str, words: Mapping[str, str]) -> str:
    choice = nearest(problem.found, problem.candidates) if problem.found else None
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
