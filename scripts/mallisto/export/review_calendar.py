"""The reviews an owner has before it as a calendar. Format: https://www.rfc-editor.org/rfc/rfc5545"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.head import Head
from mallisto.export import sitemap
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language

# A line holds so many bytes; the rest goes on the next, after a space.
_LONGEST_LINE = 75


def files(catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """One calendar for each organisation that keeps models."""
    for owner, models in catalog.owners.items():
        name = str(language.pick(catalog.organisation_by_id[owner].name))
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:-//Mallisto//{language.code.upper()}",
            "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{_escaped(language.say('calendar.name', owner=name))}",
            *(line for model in models for line in _event(model, language, site_url)),
            "END:VCALENDAR",
        ]
        text = "".join(f"{_folded(line)}\r\n" for line in lines)
        yield OutputFile(f"{language.prefix}{urls.reviews(owner)}", text.encode())


def _event(model: Head, language: Language, site_url: str) -> Iterator[str]:
    day = _last_day(model.review_by)
    page = sitemap.address(urls.model_page(model.id, urls.SOURCES), language.code, site_url)
    title = language.say("calendar.review", model=str(language.pick(model.title)))
    yield "BEGIN:VEVENT"
    yield f"UID:{model.id}-review@{urlsplit(site_url).hostname or 'mallisto'}"
    yield f"DTSTAMP:{_last_day(model.last_reviewed):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(language.say('calendar.description'))} {_escaped(page)}"
    yield f"URL:{page}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _last_day(written: str) -> date:
    """The last day of what may be a month or a year: a review is due by its end."""
    parts = [int(part) for part in written.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def _folded(line: str) -> str:
    """The line in pieces of so many bytes, never within a character."""
    pieces: list[str] = []
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _LONGEST_LINE - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += character
    return "\r\n ".join([*pieces, piece])
