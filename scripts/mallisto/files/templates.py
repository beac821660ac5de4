"""Jinja templates of the package: what they print is escaped, and an undefined name is an error of ours."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2


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


def filled_template(name: str, **values: Any) -> str:
    """The text of a template (`pathway/grid.css`), every value in it escaped as HTML and XML need it."""
    return _template(f"{name}.jinja").render(values)


def compile_all() -> None:
    """Compile every template now, so that copies of this process need not each do so."""
    for name in _environment().list_templates(extensions=("jinja",)):
        _environment().get_template(name)
