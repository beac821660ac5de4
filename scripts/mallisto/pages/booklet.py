"""A whole model on one page, made for the printer: overview, pathway, roles, checklist, sources."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto import addresses
from mallisto.model import Model
from mallisto.pages import checklist, overview, pathway, roles, sources
from mallisto.pages.checklist import ChecklistView
from mallisto.pages.overview import OverviewView
from mallisto.pages.pathway import PathwayView
from mallisto.pages.render import render
from mallisto.pages.roles import RolesView
from mallisto.pages.setting import Anchor, Page, Setting
from mallisto.pages.sources import SourcesView

Chapter = PathwayView | RolesView | ChecklistView | SourcesView


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletView:
    """The booklet, finished: each chapter with the template of its body."""

    address: str
    overview: OverviewView
    chapters: tuple[tuple[Chapter, str], ...]


def page(model: Model, setting: Setting) -> Page:
    """The booklet of a model."""
    language = setting.language
    view = BookletView(
        address=f"/{language.prefix}{addresses.model_page(model.id)}",
        overview=overview.view(model, setting),
        chapters=(
            (pathway.view(model, setting), "bodies/pathway.html.jinja"),
            (roles.view(model, setting), "bodies/roles.html.jinja"),
            (checklist.view(model, setting), "bodies/checklist.html.jinja"),
            (sources.view(model, setting), "bodies/sources.html.jinja"),
        ),
    )
    title = language.say("page.of_model", part=language.say("part.booklet"), model=str(language.pick(model.title)))
    return Page(
        kind="booklet",
        id=model.id,
        address=addresses.model_page(model.id, addresses.BOOKLET),
        title=title,
        description=language.say("booklet.description", model=str(view.overview.name)),
        body=render("booklet", setting, view),
        contents=(Anchor("perustiedot", language.title("basics")),),
    )
