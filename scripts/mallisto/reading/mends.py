"""What an author most likely meant by a date, a number, an address or an id of a wrong form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mallisto.reading.messages import folded


def number_in(text: str) -> str:
    """The bare number in a text such as ”312 399 €” or ”8,9 %”, or nothing."""
    bare = re.sub(r"(?i)[\s\u00a0\u202f]|€|%|(eur(oa|o)?|kpl|hlö|henkilöä|asiakasta|st|personer|klienter|people|clients)\.?$", "", text)
    bare = re.sub(r"[,.]0{1,2}$", "", bare).replace(",", ".")
    return bare if re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,2})?", bare) else ""


def date_in(text: str) -> str:
    """The date somebody wrote in a Finnish way, as an ISO date; nothing where it is none."""
    finnish = re.fullmatch(r"\s*(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4})\s*", text)
    whole = finnish or re.fullmatch(r"\s*(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})\s*", text)
    if whole and int(whole["day"]) <= 31:
        return f"{whole['year']}-{int(whole['month']):02}-{int(whole['day']):02}"
    short = re.fullmatch(r"\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})\s*", text)
    if short:
        return date_in(f"{short[1]}.{short[2]}.{_century(short[3])}")
    named = re.fullmatch(r"\s*([^\W\d]+)\s+(\d{4})\s*", text)
    number = next((at for at, names in enumerate(_MONTHS, 1) if named and folded(named[1]).startswith(names)), 0)
    if named and number:
        return f"{named[2]}-{number:02}"
    month = re.fullmatch(r"\s*(\d{1,2})[./](\d{4})\s*", text)
    return f"{month[2]}-{int(month[1]):02}" if month and 1 <= int(month[1]) <= 12 else ""


def _century(year: str) -> str:
    """A year of two digits in full: pages of this field are from this century, their oldest facts from the last."""
    return f"{20 if int(year) < 70 else 19}{year}"


# The beginnings of the months' names in Finnish, Swedish and English, without accents.
_MONTHS = (
    ("tammi", "jan"),
    ("helmi", "feb"),
    ("maalis", "mar"),
    ("huhti", "apr"),
    ("touko", "maj", "may"),
    ("kesa", "jun"),
    ("heina", "jul"),
    ("elo", "aug"),
    ("syys", "sep"),
    ("loka", "okt", "oct"),
    ("marras", "nov"),
    ("joulu", "dec"),
)


def _url(text: str) -> str:
    address = re.fullmatch(r"(?i)\s*(?:([a-z]{2,6}):/{0,3})?((?:[\w-]+\.)+[a-z]{2,}[^\s]*)\s*", text)
    if not address:
        return ""
    return ("http://" if (address[1] or "").lower() in ("http", "htp", "ttp", "htt") else "https://") + address[2]


def id_of(text: str) -> str:
    """The id that a name gives: lower case, no accents, words joined by hyphens; empty where no letter is left."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).lstrip("-0123456789")[:60].rstrip("-")


def no_mend(_: str) -> str:
    """Nothing, where no mend can be guessed."""
    return ""


# The mend of each shape of the schema.
MENDS: Mapping[str, Callable[[str], str]] = {"date": date_in, "url": _url, "id": id_of, "number": number_in}
