"""Navigation between the pages of one model."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext

_CONTENT = (
    ("", "part.overview"),
    (urls.PATHWAY, "part.pathway"),
    (urls.ROLES, "part.roles"),
    (urls.SOURCES, "part.sources"),
)
# Pages one works with, and the same content in another form.
_TOOLS = (
    (urls.CHECKLIST, "part.checklist"),
    (urls.MEMO, "memo.part"),
    (urls.SLIDES, "part.slides"),
    (urls.BOOKLET, "part.booklet"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    """A link to one page of a model; tools and other forms of it stand apart from its content."""

    title: str
    href: str
    is_here: bool
    is_tool: bool


def part_links(model: Model, context: PageContext, here: str) -> tuple[PartLink, ...]:
    """Return links to the pages of a model; `here` is the path of the current one."""
    there = ("", *urls.parts_of(model))
    return tuple(
        PartLink(title=context.language.say(key), href=context.model_href(model, part), is_here=part == here, is_tool=is_tool)
        for is_tool, links in ((False, _CONTENT), (True, _TOOLS))
        for part, key in links
        if part in there
    )
