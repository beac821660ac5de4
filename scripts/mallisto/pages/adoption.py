"""The adoption tool of a checklist page: where its files lie, what its menus offer, and every word its script says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mallisto import addresses
from mallisto.model import Model
from mallisto.pages.setting import Setting

# What an adoption can be made into, by the name the script knows it by.
_EXPORTS = ("json", "csv", "ics", "md", "link", "print")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolView:
    """The tool, finished. `labels` are the script's words by attribute; it fills their gaps itself."""

    script: str
    style: str
    data: str
    model: str
    locale: str
    privacy: str
    undo: str
    states: tuple[tuple[str, str], ...]
    exports: tuple[tuple[str, str], ...]
    wishes: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]


def tool(model: Model, setting: Setting) -> ToolView:
    """The tool of a model's checklist page."""
    say, labels = setting.language.say, setting.language.family("adoption.say")
    return ToolView(
        script=setting.asset("assets/js/adoption/check-list.js"),
        style=setting.asset("assets/css/adoption.css"),
        data=setting.href(addresses.checklist_data(model.id)),
        model=model.id,
        locale=say("layout.locale").replace("_", "-"),
        privacy=setting.href("tietosuoja/"),
        undo=labels["undo"],
        states=(
            ("", say("adoption.filter.all")),
            *((each, labels[each]) for each in ("open", "done", "na")),
            ("news", say("adoption.filter.news")),
        ),
        exports=tuple((each, say(f"adoption.export.{each}")) for each in _EXPORTS),
        wishes=tuple((each, say(f"adoption.{each}")) for each in ("new", "rename", "import", "delete")),
        labels={f"data-{name}": words for name, words in labels.items()},
    )
