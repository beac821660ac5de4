"""The news of models, the newest first: changes recorded by editors and changes found in git."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model
from mallisto.reports.changes import FieldChange, Speaker


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
