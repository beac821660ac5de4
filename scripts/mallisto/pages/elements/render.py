"""Render views with Jinja templates: everything is escaped, and an undefined name is an error."""

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
        auto_reload=False,  # templates do not change while a process runs, and a check takes longer than a small page
    )


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


def render(template: str, context: PageContext, view: Any) -> Markup:
    """Render a view as HTML. Templates know `view`, and `say` for interface strings."""
    return Markup(_template(f"{template}.html.jinja").render(view=view, say=context.language.say))


def compile_all() -> None:
    """Compile every template now, so that forked workers need not."""
    for name in _environment().list_templates(extensions=("jinja",)):
        _environment().get_template(name)


def stylesheet(template: str, view: Any) -> str:
    """Render a style sheet. It never contains contributed text."""
    return _template(f"{template}.css.jinja").render(view=view)
