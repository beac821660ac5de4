"""What the finder finds: an entry with its parts, each with the words that are shown and those that are only found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Text


class EntryKind(StrEnum):
    """What a hit is. The words stand in addresses."""

    MODEL = "malli"
    STEP = "vaihe"
    ROLE = "rooli"
    ITEM = "kohta"
    TERM = "termi"
    ORGANISATION = "organisaatio"
    PAGE = "sivu"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPart:
    """A part of an entry with its own address below the entry's: `polku/#vaihe-arvio`.

    `remarks` are what is said beside its facts, which seldom answers. `elsewhere` are its texts in the languages it is not shown in: they
    are found and never shown.
    """

    kind: EntryKind
    address: str
    title: LocalizedText
    texts: tuple[LocalizedText, ...] = ()
    remarks: tuple[LocalizedText, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def language(self) -> str | None:
        """Set where the part's own words are in another language than the page."""
        return next((each.language for each in (*self.texts, *self.remarks)), self.title.language)

    @property
    def spoken(self) -> tuple[LocalizedText, ...]:
        """Every text of the part that is shown."""
        return (self.title, *self.texts, *self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """Something the finder finds as a whole; its first part is what it is, and has its address."""

    kind: EntryKind
    address: str
    language: str
    lead: EntryPart
    parts: tuple[EntryPart, ...] = ()

    @property
    def title(self) -> LocalizedText:
        """What the entry is called."""
        return self.lead.title

    @property
    def spoken(self) -> Iterator[LocalizedText]:
        """Every text of the entry that is shown."""
        for part in (self.lead, *self.parts):
            yield from part.spoken


def every_language(text: Text) -> tuple[str, ...]:
    """A text in each language it has."""
    return tuple(each for each in (text.fi, text.sv, text.en) if each)


def elsewhere(texts: Iterable[Text], language: Language) -> tuple[str, ...]:
    """Texts in the languages a page does not show them in."""
    return tuple(dict.fromkeys(each for text in texts for each in every_language(text) if each != str(language.pick(text))))
