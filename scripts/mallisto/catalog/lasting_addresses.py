"""Every address that was ever published of models and pages, and where it leads now."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mallisto.addresses import urls
from mallisto.addresses.redirects import Redirect, redirects
from mallisto.catalog.head import Head
from mallisto.model import Model, Moved, Published


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Every address that was ever published, and redirects from those that are gone."""

    published: tuple[Published, ...] = ()
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class LastingAddresses:
    """The addresses of the models with these heads and of the pages about several (`of_shared`), and what became of earlier ones."""

    history: History
    heads: tuple[Head, ...]
    of_shared: frozenset[str]

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(head.id for head in self.heads)

    @cached_property
    def all(self) -> Set[str]:
        """Every address of the site that others may rely on."""
        return self.of_shared.union(address for head in self.heads for address in head.addresses)

    @cached_property
    def redirect_by_address(self) -> Mapping[str, Redirect]:
        """The redirect or tombstone of every published address that is gone."""
        if not self.history.moved:
            return {}
        return redirects((each.address for each in self.history.published), self.history.moved, self.all)

    @cached_property
    def id_by_old_id(self) -> Mapping[str, str]:
        """The ids of the models that were published under another id, by that id."""
        ids = ((urls.model_of(each.address), urls.model_of(each.to or "")) for each in self.redirect_by_address.values())
        return {old: new for old, new in ids if old and new and new in self._ids}

    def old_ids_of(self, model: Model | Head) -> tuple[str, ...]:
        """The ids under which a model was published before."""
        return tuple(old for old, new in self.id_by_old_id.items() if new == model.id)

    @cached_property
    def _redirects_by_page(self) -> Mapping[str, tuple[Redirect, ...]]:
        ordered = sorted(self.redirect_by_address.values(), key=lambda each: each.page)
        return {page: tuple(group) for page, group in groupby(ordered, key=lambda each: each.page)}

    def published_of(self, head: Head) -> tuple[Published, ...]:
        """What was ever published of a model, under its former ids too."""
        return self._published_by_id.get(head.id, ())

    @cached_property
    def _published_by_id(self) -> Mapping[str, tuple[Published, ...]]:
        found: dict[str, list[Published]] = {}
        for each in self.history.published:
            if old := urls.model_around(each.address):
                found.setdefault(self.id_by_old_id.get(old, old), []).append(each)
        return {model_id: tuple(published) for model_id, published in found.items()}

    def redirects_on(self, page: str) -> tuple[Redirect, ...]:
        """Return the redirects of anchors on a page."""
        return tuple(each for each in self._redirects_by_page.get(page, ()) if each.anchor)

    def target_of(self, address: str) -> str:
        """Return where a published address leads: itself, its redirect target, or the page that explains why it is gone."""
        return (self.redirect_by_address[address].to or address) if address in self.redirect_by_address else address

    @cached_property
    def code_by_address(self) -> Mapping[str, str]:
        """The short code of every address that has one."""
        return {each.address: each.code for each in self.history.published if each.code}
