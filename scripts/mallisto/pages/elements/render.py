"""Views through templates: everything is escaped, and an undefined name is an error of ours."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from mallisto.pages.elements.page_context import PageContext


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("mallisto"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # no template changes while a process runs, and each look at its file takes longer than a small page
    )


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


def render(template: str, context: PageContext, view: Any) -> Markup:
    """A view as HTML. Templates know two names: `view`, and `say` for the page's fixed words."""
    return Markup(_template(f"{template}.html.jinja").render(view=view, say=context.language.say))


def compile_all() -> None:
    """Compile every template now, so that copies of this process need not each do so."""
    for name in _environment().list_templates(extensions=("jinja",)):
        _environment().get_template(name)


def stylesheet(template: str, view: Any) -> str:
    """A style sheet made at build. Nothing that anybody contributed goes into one."""
    return _template(f"{template}.css.jinja").render(view=view)
