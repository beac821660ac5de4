"""The reviews an owner has before it as a calendar. Format: https://www.rfc-editor.org/rfc/rfc5545"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.head import Head
from mallisto.export import sitemap
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language

if TYPE_CHECKING:
    from icalendar import Event


def files(catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """One calendar for each organisation that keeps models."""
    for owner, models in catalog.owners.items():
        name = str(language.pick(catalog.organisation_by_id[owner].name))
        content = _calendar(language.say("calendar.name", owner=name), models, language, site_url)
        yield OutputFile(f"{language.prefix}{urls.reviews(owner)}", content)


def _calendar(name: str, models: Iterable[Head], language: Language, site_url: str) -> bytes:
    from icalendar import Calendar  # its import takes longer than most commands, which write no calendar

    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", f"-//Mallisto//{language.code.upper()}")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", name)
    for model in models:
        made.add_component(_event(model, language, site_url))
    return bytes(made.to_ical())


def _event(model: Head, language: Language, site_url: str) -> Event:
    from icalendar import Event

    day = _last_day(model.review_by)
    page = sitemap.address(urls.model_page(model.id, urls.SOURCES), language.code, site_url)
    made = Event()
    made.add("uid", f"{model.id}-review@{urlsplit(site_url).hostname or 'mallisto'}")
    made.add("dtstamp", datetime.combine(_last_day(model.last_reviewed), time(), UTC))
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    made.add("summary", language.say("calendar.review", model=str(language.pick(model.title))))
    made.add("description", f"{language.say('calendar.description')} {page}")
    made.add("url", page)
    made.add("transp", "TRANSPARENT")
    return made


def _last_day(written: str) -> date:
    """The last day of what may be a month or a year: a review is due by its end."""
    parts = [int(part) for part in written.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
