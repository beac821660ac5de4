"""What every view needs: the catalog, the language, and how far the page lies from the root of its language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel, Value
from mallisto.catalog.head import Head
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model, Organisation, Owner, Ref, Role, Source

# The picture of the site in a browser's tab.
ICON = "assets/favicon.svg"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An entry of a page's table of contents."""

    id: str
    title: LocalizedText | str


_SHARED = frozenset({"role", "training", "facilitator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page of one language: `address` is its tail, `kind` the frame it is stamped from. A model's booklet takes its chapters.

    `key_facts` are those facts of the head that the booklet repeats; `tool` stands above the chapter on the page alone. `reviewed` is the
    page's own review, an ISO date; without it, its model's or the latest of all models' counts. `owners` are those who review what a
    page of no single model tells.
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
    key_facts: Markup | str = ""
    tool: Markup | str = ""

    @property
    def is_shared(self) -> bool:
        """Whether the page is of no single model."""
        return self.kind in _SHARED


@dataclass(frozen=True, slots=True)
class PageContext:
    """Where a view is made. `root_prefix` leads from the page to the root of its language: `../../`."""

    catalog: Catalog
    language: Language
    root_prefix: str

    @classmethod
    def for_address(cls, catalog: Catalog, language: Language, address: str) -> PageContext:
        """The context of a page by its address (`mallit/tykke/`)."""
        return cls(catalog, language, "../" * address.count("/") or "./")

    def href(self, address: str) -> str:
        """A link from this page to an address of the same language."""
        return f"{self.root_prefix}{address}"

    def asset(self, path: str) -> str:
        """A link to a file that is the same in every language."""
        return f"{self.root_prefix}{'../' if self.language.prefix else ''}{path}"

    def model_href(self, model: Model | Head, part: str = "", anchor: str = "") -> str:
        return self.href(urls.model_page(model.id, part)) + (f"#{anchor}" if anchor else "")

    def model_link(self, model: Model | Head) -> tuple[LocalizedText, str]:
        """A model's title and the link to its overview."""
        return self.language.pick(model.title), self.model_href(model)

    def contributed(self, channel: Channel[Value]) -> Mapping[str, Value]:
        """What every model contributes to a channel in this page's language, by its id."""
        return self.catalog.contributed(channel, self.language)

    def role_href(self, role: Role) -> str:
        return self.href(urls.role_page(role.id))

    def source_href(self, model: Model, source: Ref, heading: Ref | None = None) -> str:
        anchor = urls.heading(source.to, heading.to) if heading else urls.source(source.to)
        return self.model_href(model, urls.SOURCES, anchor)

    def role_name(self, ref: Ref) -> LocalizedText:
        return self.language.pick(self.catalog.role(ref).name)

    def organisation_name(self, ref: Ref) -> LocalizedText:
        organisation = self.catalog.organisation(ref)
        return self.language.pick(organisation.name)

    def today_of(self, organisation: Organisation) -> tuple[LocalizedText, ...]:
        """The bodies that have taken an organisation's place."""
        return tuple(self.organisation_name(each.organisation) for each in organisation.replaced_by)

    def source_title(self, source: Source) -> LocalizedText:
        return self.language.foreign(source.title, source.language)


def made_at(address: str, make: Callable[[Model, PageContext], Value]) -> Callable[[Model, Catalog, Language], Value]:
    """How a channel makes what a model contributes to the page at an address, whose links start there."""
    return lambda model, catalog, language: make(model, PageContext.for_address(catalog, language, address))
