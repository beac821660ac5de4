"""Split pasted text into headings and their lines. Every line is placed once; others are set aside with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mallisto.checks import privacy
from mallisto.drafts.headings import ICON, Found, ServiceHeading, Site, Takes, heading_of, told_beside
from mallisto.reading import invisible_characters
from mallisto.reading.problems import Location

_BULLET = re.compile(r"^(?:[•·▪◦‣*–—-]|o(?=\s))\s*(?=\w)")
_FURNITURE = re.compile(
    r"(?i)\d+ katselukertaa|(?:piilota |näytä )?kommentit|kirjaudu sisään.*|jaa (?:facebookissa|twitterissä|linkedinissä)|tulosta"
)
_LONGEST_HEADING = 60
_LONGEST_QUESTION = 130
_SHORTEST_PARAGRAPH = 80


class UnplacedReason(StrEnum):
    """Why a line has no place in the draft."""

    FURNITURE = "furniture"
    REPEATED = "repeated"
    CONVERTED = "converted"
    PERSONAL = "personal"
    HEADING = "heading"
    UNDER_HEADING = "under_heading"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the pasted text, numbered from one; `text` is without bullets and invisible characters."""

    number: int
    written: str
    text: str
    is_bullet: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that is reported instead of placed in the draft."""

    line: PageLine
    reason: UnplacedReason


@dataclass(slots=True)
class PagePart:
    """A known heading as written, and the lines under it."""

    heading: ServiceHeading
    title: str
    lines: list[PageLine] = field(default_factory=list)


@dataclass(slots=True)
class Pasted:
    """A pasted page: the service, lines without a heading, parts in order of appearance, and lines set aside."""

    site: Site | None = None
    loose: list[PageLine] = field(default_factory=list)
    parts: dict[str, PagePart] = field(default_factory=dict)
    asides: list[Aside] = field(default_factory=list)

    def found(self, found: Found, title: str) -> PagePart:
        """The part of a heading, a new one when it has not been met. A heading that only one service has tells whose page it is."""
        site, heading = found
        self.site = site if site is Site.THL else self.site or site
        return self.parts.setdefault(heading.id, PagePart(heading, title))

    @property
    def unknown_headings(self) -> int:
        return sum(each.reason is UnplacedReason.HEADING for each in self.asides)


def split(text: str) -> Pasted:
    """Split the pasted text at its headings."""
    pasted, lines = Pasted(), _lines(text)
    under: PagePart | UnplacedReason | None = None
    for number, line in enumerate(lines):
        is_first = number == 0 or not lines[number - 1].text
        if not line.text:
            under = None if isinstance(under, PagePart) and under.heading.takes is Takes.BLOCK and under.lines else under
        elif found := heading_of(line.written):
            under = _open_part(pasted, found, line)
        elif beside := told_beside(line.text):
            under = _place_beside(line, *beside, pasted)
        else:
            under = _place_line(line, under, pasted, is_first=is_first, following=lines[number + 1 :])
    return pasted


def _place_beside(line: PageLine, found: Found, text: str, pasted: Pasted) -> PagePart | None:
    """Put a line under the heading that stands at its beginning; paragraphs that follow belong there too, if the heading takes them."""
    part = pasted.found(found, line.text.partition(":")[0])
    part.lines.append(PageLine(line.number, line.written, text))
    return part if part.heading.takes is Takes.ALL else None


def _open_part(pasted: Pasted, found: Found, line: PageLine) -> PagePart | None:
    if ICON.match(line.written):
        pasted.asides.append(Aside(line, UnplacedReason.FURNITURE))
    part = pasted.found(found, ICON.sub("", line.text).strip("* "))
    return None if part.heading.takes is Takes.NOTHING else part


def _place_line(
    line: PageLine, under: PagePart | UnplacedReason | None, pasted: Pasted, *, is_first: bool, following: Sequence[PageLine]
) -> PagePart | UnplacedReason | None:
    """Put a line in its place and return what the next line belongs to."""
    if _FURNITURE.fullmatch(line.text) or not any(map(str.isalnum, line.text)):
        pasted.asides.append(Aside(line, UnplacedReason.FURNITURE))
    elif is_personal(line.text):
        pasted.asides.append(Aside(line, UnplacedReason.PERSONAL))
    elif isinstance(under, PagePart) and under.heading.takes is Takes.BLOCK:
        under.lines.append(line)
    elif under and is_first and _looks_like_heading(line, following):
        pasted.asides.append(Aside(line, UnplacedReason.HEADING))
        return UnplacedReason.UNDER_HEADING
    elif isinstance(under, PagePart):
        _continue(under, line, is_first=is_first)
    elif under:
        pasted.asides.append(Aside(line, UnplacedReason.UNDER_HEADING))
    else:
        pasted.loose.append(line)
    return under


def _continue(part: PagePart, line: PageLine, *, is_first: bool) -> None:
    """Add a line to a part; a line that starts in lower case continues the paragraph before it."""
    if is_first or line.is_bullet or not part.lines or not line.text[0].islower():
        part.lines.append(line)
    else:
        before = part.lines[-1]
        part.lines[-1] = PageLine(before.number, f"{before.written}\n{line.written}", f"{before.text} {line.text}", before.is_bullet)


def _looks_like_heading(line: PageLine, following: Sequence[PageLine]) -> bool:
    if line.written.rstrip().endswith("**"):
        return True
    if line.is_bullet or not line.text[0].isupper():
        return False
    if line.text.endswith("?") and len(line.text) <= _LONGEST_QUESTION and "." not in line.text:
        return True
    paragraph = next((each.text for each in following if each.text), "")
    return len(line.text) <= _LONGEST_HEADING and line.text[-1].isalnum() and len(paragraph) >= _SHORTEST_PARAGRAPH


def is_personal(text: str) -> bool:
    """Return whether a line contains personal data (a name or contact details), which models never do."""
    return any(privacy.found_in(text, Location("")))


def _lines(text: str) -> list[PageLine]:
    unseen = invisible_characters.characters(text) - {"\t", "\r"}
    seen = text.translate(dict.fromkeys(map(ord, unseen)))
    return [_line(number, each) for number, each in enumerate(seen.splitlines(), 1)]


def _line(number: int, written: str) -> PageLine:
    whole = " ".join(written.split())
    text = _BULLET.sub("", whole)
    return PageLine(number, whole, text.removesuffix("**").rstrip(), text != whole)
