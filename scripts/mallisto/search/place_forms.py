"""Finnish place names as people write them: the stems that case endings are put to, by rule.

A reader's word is a place when it is one of its stems and an ending. Stems may be too many: only words that no place has are lost by it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# What may follow a stem, in plain letters. The ending of the illative repeats the stem's last vowel: V.
ENDINGS = (
    "n", "a", "ta", "tta", "ssa", "sta", "lla", "lta", "lle", "na", "ksi", "Vn", "hVn", "seen", "t", "iin", "issa", "ista", "s",
    "lainen", "laiset", "laisten", "laisille", "laisia",
)  # fmt: skip

# How the consonants before the last vowel soften, the longest first.
_SOFTER = (
    ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll"), ("nt", "nn"), ("rt", "rr"), ("ht", "hd"),
    ("st", "st"), ("sk", "sk"), ("tk", "tk"), ("lk", "l"), ("rk", "r"), ("p", "v"), ("t", "d"), ("k", ""),
)  # fmt: skip
# The first part of some names is inflected with the last: Uusikaupunki, Uudessakaupungissa.
_INFLECTED_FIRST = {"uusi": ("uuden", "uudessa", "uudesta", "uuteen", "uudella"), "iso": ("ison", "isossa", "isosta", "isoon", "isolla")}
_VOWELS = "aeiouyäöå"


def plain(name: str) -> str:
    """A name in small letters without marks."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if not unicodedata.category(letter).startswith("M"))


def stems(name: str) -> tuple[str, ...]:
    """The stems of a Finnish name in plain letters, the name itself first."""
    lower = name.lower()
    found = [lower, *_stems(lower)]
    for first, forms in _INFLECTED_FIRST.items():
        if lower.startswith(first):
            found += [form + stem.removeprefix(first) for form in forms for stem in (lower, *_stems(lower))]
    return tuple(dict.fromkeys(map(plain, found)))


def _stems(name: str) -> Iterator[str]:
    if name.endswith("nen"):
        yield from (f"{name[:-3]}{ending}" for ending in ("se", "s", "ste", "si"))
    elif name.endswith("pudas"):
        yield f"{name[:-3]}taa"
    elif name.endswith(("us", "ys", "os", "es")):
        yield from (f"{name[:-1]}{ending}" for ending in ("kse", "de", "te", "t"))
    elif name.endswith("un"):
        yield f"{name[:-3]}tume" if name.endswith("dun") else f"{name[:-1]}me"
    elif name.endswith("t"):
        yield from (f"{name[:-2]}oi", f"{name[:-3]}toje", f"{name[:-3]}tai")
    elif name[-1] not in _VOWELS:
        yield f"{name}i"
    else:
        yield from _of_vowel(name)


def _of_vowel(name: str) -> Iterator[str]:
    """The stems of a name that ends in a vowel: one in -i may have a stem in -e, and the consonants before may soften."""
    bases = [name, *([f"{name[:-1]}e"] if name.endswith("i") else []), *([f"{name}e"] if name.endswith("e") else [])]
    if name.endswith("si"):
        bases += [f"{name[:-2]}te", f"{name[:-2]}de"]  # vesi, vedessä
    for base in bases:
        yield base
        yield from _softened(base)


def _softened(base: str) -> Iterator[str]:
    body = base.rstrip(_VOWELS)
    vowels = base[len(body) :]
    if len(vowels) > 1 or not body:
        return
    for hard, soft in _SOFTER:
        if body.endswith(hard):
            yield body.removesuffix(hard) + soft + vowels
            return
