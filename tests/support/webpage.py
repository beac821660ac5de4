"""A page of the built site as a browser reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

# Elements that have no end, so nothing stands inside them.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(frozen=True)
class Element:
    """An element with its attributes, and the text inside it with the marks of its children left out; inert inside a template."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str
    is_inert: bool = False

    def __getitem__(self, name: str) -> str:
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True)
class Webpage:
    """`path` is the file's place in the site; `reading` is everything in the order it is written, without regard to nesting."""

    path: str
    elements: tuple[Element, ...]
    reading: tuple[tuple[str, ...], ...]

    @property
    def tail(self) -> str:
        """The page's address below the site's: `sv/mallit/tykke/`."""
        return self.path.removesuffix("index.html")

    @property
    def language(self) -> str:
        """The language that the page's place in the site promises."""
        first = self.path.split("/")[0]
        return first if first in ("sv", "en") else "fi"

    @property
    def is_shown(self) -> bool:
        """Whether a reader comes to it: not to a page that only leads on, nor to a card in a frame, which no search engine lists."""
        return not self.all("meta", name="robots")

    @property
    def leads_on(self) -> bool:
        """Whether a reader is taken to another page at once."""
        return bool(self.all("meta", **{"http-equiv": "refresh"}))

    @property
    def ids(self) -> list[str]:
        return [each["id"] for each in self.elements if each["id"]]

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a name whose attributes have the given values."""
        return [each for each in self.elements if each.tag == tag and all(each[name] == value for name, value in attributes.items())]

    def one(self, tag: str, **attributes: str) -> Element:
        (element,) = self.all(tag, **attributes)
        return element

    def addresses(self) -> Iterator[tuple[Element, str]]:
        """Every address the page names, with the element that names it."""
        for element in self.elements:
            for name in ("href", "src", "action", "data", "poster"):
                if element[name]:
                    yield element, element[name]


def pages_of(site: Path) -> dict[str, Webpage]:
    """Every page of a built site by its path."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {path: read_page((site / path).read_text("utf-8"), path) for path in paths}


def without_statement(pages: Mapping[str, Webpage]) -> list[str]:
    """The pages that a reader stays on and that have no link to the accessibility statement of their language."""
    missing = []
    for path, page in pages.items():
        prefix = "" if page.language == "fi" else f"{page.language}/"
        linked = {urlsplit(urljoin(f"/{page.tail}", each["href"])).path for each in page.all("a")}
        if not page.leads_on and not any(each.endswith(f"/{prefix}saavutettavuus/") for each in linked):
            missing.append(path)
    return missing


def read_page(text: str, path: str = "") -> Webpage:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Webpage(
        path,
        tuple(Element(tag, attributes, "".join(texts), is_inert) for tag, attributes, texts, is_inert in reader.found),
        tuple(reader.reading),
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str], ...], list[str], bool]] = []
        self.open: list[tuple[str, list[str]]] = []
        self.reading: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs)
        texts: list[str] = []
        self.found.append((tag, attributes, texts, any(around == "template" for around, _ in self.open)))
        self.reading.append(("<", tag, *(part for pair in attributes for part in pair)))
        if tag not in VOID:
            self.open.append((tag, texts))

    def handle_endtag(self, tag: str) -> None:
        self.reading.append((">", tag))
        while self.open and self.open.pop()[0] != tag:
            continue

    def handle_data(self, data: str) -> None:
        self.reading.append(("text", data))
        for _, texts in self.open:
            texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.reading.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.reading.append(("declaration", decl))

    def unknown_decl(self, data: str) -> None:
        self.reading.append(("unknown", data))

    def handle_pi(self, data: str) -> None:
        self.reading.append(("instruction", data))
