"""The news of models, the newest first: changes recorded by editors and changes found in git."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model
from mallisto.reports.changes import FieldChange, Speaker

# So many entries of a model other pages and feeds tell, and so many changes of an entry.
MOST_ENTRIES = 20
_MOST_CHANGES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An event in a model's history: its time (ISO date or date-time), a sentence, and the parts that changed.

    `replaced` is the edition that readers had before, if known.
    """

    model: Model
    time: str
    text: LocalizedText
    changes: tuple[FieldChange, ...] = ()
    replaced: str = ""
    anchor: str = ""

    @property
    def day(self) -> str:
        return self.time[: len("2026-01-31")]

    @property
    def moment(self) -> str:
        """The time as feeds require it; a date becomes midnight."""
        return self.time if "T" in self.time else f"{self.time}T00:00:00Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    """News of a model as other pages and feeds tell it, in one language.

    `moment` is RFC 3339, `date` its day in words, `address` the place on the model's page of changes, `content` a line for each change.
    """

    moment: str
    date: str
    model: LocalizedText
    text: LocalizedText
    address: str
    content: str


def news_of(model: Model, catalog: Catalog, language: Language) -> tuple[News, ...]:
    """Return all known events of a model."""
    found = sorted([*_noted(model, language), *_remembered(model, catalog, language)], key=lambda each: each.moment)
    seen: Counter[str] = Counter()
    for number, news in enumerate(found):
        seen[news.time] += 1
        found[number] = replace(news, anchor=urls.revision(news.time, seen[news.time]))
    return tuple(reversed(found))


def _noted(model: Model, language: Language) -> Iterator[News]:
    if len(model.upkeep.added) == len("2026-01-31"):
        yield News(model=model, time=model.upkeep.added, text=LocalizedText(language.say("news.added")))
    yield from (News(model=model, time=each.date, text=language.pick(each.text)) for each in model.upkeep.changes if len(each.date) == 10)


def _remembered(model: Model, catalog: Catalog, language: Language) -> Iterator[News]:
    speaker = Speaker.of(catalog, language)
    for revision in (catalog.revisions or {}).get(model.id, ()):
        if revision.comparison:
            changes = speaker.changes(revision.comparison, every_language=False)
            text = language.say("history.count.one" if len(changes) == 1 else "history.count.other", count=len(changes))
            yield News(model=model, time=revision.time, text=LocalizedText(text), changes=changes, replaced=revision.replaced)


def news_entries(model: Model, catalog: Catalog, language: Language) -> tuple[NewsEntry, ...]:
    """The newest entries of a model."""
    return tuple(_entry_of(news, language) for news in news_of(model, catalog, language)[:MOST_ENTRIES])


NEWS: Channel[tuple[NewsEntry, ...]] = Channel("news", tuple[NewsEntry, ...], news_entries)


def _entry_of(news: News, language: Language) -> NewsEntry:
    return NewsEntry(
        moment=news.moment,
        date=language.date(news.day),
        model=language.pick(news.model.title),
        text=news.text,
        address=f"{urls.model_page(news.model.id, urls.HISTORY)}#{news.anchor}",
        content="\n".join(_lines(news, language)),
    )


def _lines(news: News, language: Language) -> Iterator[str]:
    for each in news.changes[:_MOST_CHANGES]:
        said = [str(value) for value in (each.before, each.after) if value is not None]
        yield f"{each.where}: {each.what}" + (f": {' → '.join(said)}" if said else "")
    if len(news.changes) > _MOST_CHANGES:
        yield language.say("history.more", count=len(news.changes) - _MOST_CHANGES)
