"""Which functions a profession may hold, in the editors' reading: models often name a function and no profession."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import lifecycle_text
from mallisto.model import Role
from mallisto.pages.elements.card_rows import CardLine, CardRow, row
from mallisto.pages.elements.facts import ProvenanceView, told_by_editors
from mallisto.pages.elements.page_context import PageContext

# With more models than this, the card of a profession counts those that name a function.
MOST_MODELS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldersView:
    """The professions that may hold a function, each with its card if it has one."""

    links: tuple[tuple[LocalizedText, str], ...]
    provenance: ProvenanceView

    @property
    def words(self) -> str:
        """The names and their mark, as a sheet of paper has them."""
        return f"{', '.join(str(name) for name, _ in self.links)} {self.provenance.words}"


def holders(function: Role, context: PageContext) -> HoldersView | None:
    """Return who may hold a function; nothing where the editors have not said."""
    in_use = context.catalog.roles_in_use
    found = (context.catalog.role(ref) for ref in function.may_be_held_by)
    links = tuple((context.language.pick(each.name), context.role_href(each) if each in in_use else "") for each in found)
    return HoldersView(links=links, provenance=told_by_editors("interpreted", context)) if links else None


def function_rows(profession: Role, context: PageContext) -> tuple[CardRow, ...]:
    """Return a row for each function that a profession may hold and some model names, with the way to what it does there."""
    functions = (each for each in context.catalog.functions_of(profession) if each in context.catalog.roles_in_use)
    return tuple(row(str(context.language.pick(each.name)), lines, "") for each in functions if (lines := tuple(_lines(each, context))))


def _lines(function: Role, context: PageContext) -> Iterator[CardLine]:
    card, heads = context.role_href(function), context.catalog.heads_where(function)
    if len(heads) > MOST_MODELS:
        yield CardLine(text=context.language.say("guidance.count.other", count=len(heads)), href=card)
        return
    for head in heads:
        state = lifecycle_text(head.runs, context.language)
        yield CardLine(text=context.language.pick(head.title), href=f"{card}#{urls.part_of(head.id)}", more=(state,))
