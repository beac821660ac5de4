"""A link beside every fact of a page that opens the form at that fact."""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.reading.compact import is_made

# A fact as the templates write it: an item of a list, a row of a table or a statement in a text, with the fact's anchor. None nests.
_FACT = re.compile(rf'<(li|tr|span) id="{urls.fact("")}([^"]+)".*?(?=</td>\s*</tr>|</li>|</span>)', re.DOTALL)


def with_edit_links(chapter: Markup, model: Model, context: PageContext) -> Markup:
    """A chapter in which each fact ends with a link to its place in the form."""

    def linked(found: re.Match[str]) -> str:
        place = _place(found[2], model)
        return found[0] + render("elements/edit-link", context, _address(model.id, place, context)).rstrip() if place else found[0]

    return Markup(_FACT.sub(linked, str(chapter)))


def _place(fact_id: str, model: Model) -> str:
    """How the form finds a fact: by its id, or by its path in the file where nobody gave it one."""
    if not is_made(fact_id):
        return fact_id
    fact = model.fact_by_id.get(fact_id)
    return ".".join(map(str, fact.where.path)) if fact else ""


def _address(model_id: str, place: str, context: PageContext) -> str:
    return f"{context.href(urls.FORM)}?kohta={quote(place)}#/collections/models/entries/{model_id}"
