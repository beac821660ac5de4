"""The forms in which a name stands in a text, by rule: enough to recognise a term, not enough to write one."""

from __future__ import annotations

import re
from functools import cache

_SINGULAR = "(?:n|t|a|ä|ta|tä|tta|ttä|na|nä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|h?[aeiouyäö]n|seen)?"
_PLURAL = (
    "(?:[oöeuy]?i(?:n|a|ä|ta|tä|den|tten|en|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä|tta|ttä|in|hin|siin)|[oöeuy]?j(?:a|ä|en)|ten)"
)
_OWNED = "(?:ni|si|nsa|nsä|mme|nne|[aäe]n)?(?:kin|kaan|kään)?"

# How the consonants before a last vowel soften, the longest first: työkyky, työkyvyn; sopimus does not.
_SOFTER = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll"), ("nt", "nn"), ("rt", "rr"), ("ht", "hd"),
    ("yky", "yvy"), ("uku", "uvu"), ("lk", "l"), ("rk", "r"), ("p", "v"), ("t", "d"), ("k", ""),
)  # fmt: skip
_HARDER = {"k": "kk", "p": "pp", "t": "tt"}

_ENDINGS = {
    "sv": "(?:s|en|n|et|t|ar|er|or|a|na|arna|erna|orna)?s?",
    "en": "(?:s|es|['’]s|['’])?",
}


# So many letters at the end of a word may be others in another form.
_CHANGING = 3


def beginning(name: str) -> str:
    """What every form of a name begins with, in small letters: where this does not stand, no form does."""
    first = name.partition(" (")[0].split()[0].lower()
    return first[:-_CHANGING] or first[:1]


@cache
def pattern(name: str, code: str) -> re.Pattern[str]:
    """What finds a name of one or several words in a text of a language, in whatever form; what stands in brackets belongs to no text."""
    words = name.partition(" (")[0].split()
    found = [*map(re.escape, words[:-1]), re.escape(words[-1]) + _ENDINGS[code]] if code in _ENDINGS else [*map(_finnish, words)]
    joined = r"\s+".join(found)
    return re.compile(rf"(?<![\w-]){joined}(?![\w-])", 0 if name.isupper() else re.IGNORECASE)


def _finnish(word: str) -> str:
    if word.endswith("-") or len(word) < 4:
        return re.escape(word)
    stems = _stems(word)
    singular = "|".join(map(re.escape, sorted(stems, key=len, reverse=True)))
    plural = "|".join(map(re.escape, sorted({stem[:-1] for stem in stems if stem[-1] in "aeiouyäö"}, key=len, reverse=True))) or "(?!)"
    return f"(?:(?:{singular}){_SINGULAR}|(?:{plural}){_PLURAL}|{re.escape(word)}){_OWNED}"


def _stems(word: str) -> set[str]:
    """What the endings are put to."""
    if word.endswith("nen"):
        return {f"{word[:-3]}se", f"{word[:-3]}s"}
    if word.endswith(("ton", "tön")):
        return {f"{word[:-3]}ttoma", f"{word[:-3]}ttömä", f"{word[:-3]}tont", f"{word[:-3]}tönt"}
    if word.endswith(("us", "ys", "os", "ös")):
        return {f"{word[:-1]}kse", f"{word}", f"{word[:-1]}de", f"{word[:-1]}te", f"{word[:-1]}t"}
    if word.endswith(("as", "äs")):
        return {word, *(f"{_before(word[:-2])}{word[-2] * 2}",)}
    if word.endswith("in"):
        return {word, f"{word[:-1]}me"}
    if word.endswith("e"):
        return {f"{word}e", f"{_before(word[:-1])}ee", f"{word}tt"}
    return {word, *_softened(word)}


def _before(stem: str) -> str:
    """The stem with its last consonant hardened: asiak-, asiakk-."""
    return stem[:-1] + _HARDER.get(stem[-1], stem[-1])


def _softened(word: str) -> set[str]:
    for hard, soft in _SOFTER:
        tail = hard if hard[-1] in "aeiouyäö" else hard + word[-1]
        if word.endswith(tail):
            return {word.removesuffix(tail) + (soft if hard[-1] in "aeiouyäö" else soft + word[-1])}
    return set()
