"""Views through templates."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from mallisto.files.templates import filled_template
from mallisto.pages.elements.page_context import PageContext


def render(template: str, context: PageContext, view: Any) -> Markup:
    """A view as HTML. Templates know two names: `view`, and `say` for the page's fixed words."""
    return Markup(filled_template(f"{template}.html", view=view, say=context.language.say))


def stylesheet(template: str, view: Any) -> str:
    """A style sheet made at build. Nothing that anybody contributed goes into one."""
    return filled_template(f"{template}.css", view=view)
