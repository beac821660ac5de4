"""The way from a page to a proposal in four drawings, with the very words of the form."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.reading.languages import LANGUAGES

_FIELD = "summary"
_LEFT, _STEP = 18, 97


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageBox:
    """The box of one language in the drawing of the form."""

    name: str
    x: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsView:
    field: str
    languages: tuple[LanguageBox, ...]


def form_steps(context: PageContext) -> Markup:
    title = context.language.title
    boxes = tuple(LanguageBox(name=title(f"{_FIELD}.{code}"), x=_LEFT + _STEP * number) for number, code in enumerate(LANGUAGES))
    return render("site/form-steps", context, StepsView(field=title(_FIELD), languages=boxes))
