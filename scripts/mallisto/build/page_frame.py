"""A page of MkDocs compiled into pieces, and a page stamped from them.

A frame is a page without content whose changing parts are the words of `MARKS`. Whoever renders the site (MkDocs today) renders one frame
for each kind of page and language; every page of a model is then the frame's pieces with the marks replaced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

ID = "zz-mallisto-id"
TITLE = "zz-mallisto-title"
DESCRIPTION = "zz-mallisto-description"
BODY = "zz-mallisto-body"
CONTENTS = "zz-mallisto-contents"
MARKS = (ID, TITLE, DESCRIPTION, BODY, CONTENTS)

# The kinds of page that are stamped, and where a page of that kind lies.
ADDRESSES: Mapping[str, str] = {
    "overview": f"mallit/{ID}/",
    "pathway": f"mallit/{ID}/polku/",
    "roles": f"mallit/{ID}/roolit/",
    "checklist": f"mallit/{ID}/tarkistuslista/",
    "sources": f"mallit/{ID}/lahteet/",
    "booklet": f"mallit/{ID}/vihko/",
    "memo": f"mallit/{ID}/paatosmuistio/",
    "slides": f"mallit/{ID}/diat/",
    "history": f"mallit/{ID}/muutokset/",
    "role": f"roolit/{ID}/",
    "training": f"koulutus/{ID}/",
    "facilitator": f"koulutus/{ID}/ohjaaja/",
    "route": f"koulutus/reitti/{ID}/",
}

# The style sheets under `docs/assets/css/` that only pages of a kind need.
_STYLES: Mapping[str, tuple[str, ...]] = {
    "pathway": ("pathway",),
    "booklet": ("pathway",),
    "memo": ("memo",),
    "role": ("card",),
    "slides": ("slides",),
    "training": ("card",),
    "facilitator": ("card",),
    "route": ("card",),
}

_SPLIT = re.compile("(" + "|".join(MARKS) + ")")
_SLOT = re.compile(r"<!-- mallisto:([a-z-]+) -->")


def front_matter(kind: str) -> str:
    """The Markdown of an empty page whose title and description are marks."""
    styles = ", ".join(_STYLES.get(kind, ()))
    return f"---\ntitle: {TITLE}\ndescription: {DESCRIPTION}\nframe: {kind}\nstyles: [{styles}]\n---\n"


@dataclass(frozen=True, slots=True)
class Frame:
    """The pieces of a frame: text to keep, and marks to replace at every second place."""

    pieces: tuple[str, ...]

    @classmethod
    def compiled(cls, text: str) -> Frame:
        return cls(tuple(_SPLIT.split(text)))

    def stamped(self, values: Mapping[str, str | Markup]) -> bytes:
        """The page: each mark replaced by its value, escaped unless it is markup already."""
        safe = {mark: str(escape(value)) for mark, value in values.items()}
        return "".join(safe[piece] if number % 2 else piece for number, piece in enumerate(self.pieces)).encode()


def marker(slot: str) -> str:
    """The comment that an authored page carries where a slot is filled."""
    return f"<!-- mallisto:{slot} -->"


def slots(text: str) -> tuple[str, ...]:
    """The names of the slots that an authored page leaves for the catalog."""
    return tuple(_SLOT.findall(text))


def filled(text: str, values: Mapping[str, Markup]) -> str:
    """An authored page with its slots filled."""
    return _SLOT.sub(lambda slot: str(values[slot[1]]), text)
