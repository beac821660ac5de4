"""The context of every view: the catalog, the language, and the position of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel, Value
from mallisto.catalog.head import Head
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model, Organisation, Owner, Ref, Role, Source, unlisted_name
from mallisto.reading.problems import UsageError

# The favicon.
ICON = "assets/favicon.svg"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An entry of a page's table of contents."""

    id: str
    title: LocalizedText | str


_SHARED = frozenset({"role", "training", "facilitator", "route"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page in one language: `address` is its path, `kind` the frame that it is put into.

    `key_facts` are the facts of the head that the booklet repeats; `tool` is shown above the content on the page itself only;
    `linked_data` tells search engines what the page is.
    `reviewed` is the page's own review date (ISO); otherwise that of its model or the latest of all models is shown. `owners` are
    those who review the content of a page that belongs to no single model, and `edition` is what tells its papers apart.
    """

    kind: str
    id: str
    address: str
    title: str
    description: str
    head: Markup
    chapter: Markup
    contents: tuple[Anchor, ...]
    reviewed: str = ""
    owners: tuple[Owner, ...] = ()
    edition: str = ""
    key_facts: Markup | str = ""
    tool: Markup | str = ""
    linked_data: Markup | str = ""

    @property
    def is_shared(self) -> bool:
        """Whether the page belongs to no single model."""
        return self.kind in _SHARED


@dataclass(frozen=True, slots=True)
class PageContext:
    """The context of a view. `root_prefix` is the relative path from the page to the root of its language: `../../`."""

    catalog: Catalog
    language: Language
    root_prefix: str

    @classmethod
    def for_address(cls, catalog: Catalog, language: Language, address: str) -> PageContext:
        """Build the context of a page by its address (`mallit/tykke/`)."""
        return cls(catalog, language, _root_prefix(address))

    def href(self, address: str) -> str:
        """Return a link from this page to an address of the same language."""
        return f"{self.root_prefix}{address}"

    def asset(self, path: str) -> str:
        """Return a link to a file shared by all languages."""
        return f"{self.root_prefix}{'../' if self.language.prefix else ''}{path}"

    def model_href(self, model: Model | Head, part: str = "", anchor: str = "") -> str:
        return self.href(urls.model_page(model.id, part)) + (f"#{anchor}" if anchor else "")

    def model_link(self, model: Model | Head) -> tuple[LocalizedText, str]:
        """A model's title and the link to its overview."""
        return self.language.pick(model.title), self.model_href(model)

    def contributed(self, channel: Channel[Value]) -> Mapping[str, Value]:
        """What every model contributes to a channel in this page's language, by its id.

        UsageError on a page from which the links in it would lead astray: somebody put a slot onto a page at another depth.
        """
        if channel.root_prefix not in (None, self.root_prefix):
            raise UsageError(f"{channel.name}: the links of this slot start at {channel.root_prefix}, the page lies at {self.root_prefix}")
        return self.catalog.contributed(channel, self.language)

    def role_href(self, role: Role) -> str:
        """The page of a role; empty of one that the list lacks, since it has none."""
        return "" if unlisted_name(role.id) else self.href(urls.role_page(role.id))

    def source_href(self, model: Model, source: Ref, heading: Ref | None = None) -> str:
        anchor = urls.heading(source.to, heading.to) if heading else urls.source(source.to)
        return self.model_href(model, urls.SOURCES, anchor)

    def role_name(self, ref: Ref) -> LocalizedText:
        return self.language.pick(self.catalog.role(ref).name)

    def organisation_name(self, ref: Ref) -> LocalizedText:
        organisation = self.catalog.organisation(ref)
        return self.language.pick(organisation.name)

    def today_of(self, organisation: Organisation) -> tuple[LocalizedText, ...]:
        """Return the names of the organisations that replaced an organisation."""
        return tuple(self.organisation_name(each.organisation) for each in organisation.replaced_by)

    def source_title(self, source: Source) -> LocalizedText:
        return self.language.foreign(source.title, source.language)


def page_channel(name: str, kind: Any, address: str, make: Callable[[Model, PageContext], Value | None]) -> Channel[Value]:
    """A channel whose values are made for pages as deep as an address: their links start there. `kind` is the type of a value."""

    def made(model: Model, catalog: Catalog, language: Language) -> Value | None:
        return make(model, PageContext.for_address(catalog, language, address))

    return Channel(name, kind, made, root_prefix=_root_prefix(address))


def _root_prefix(address: str) -> str:
    return "../" * address.count("/") or "./"
