"""The adoption tool of a checklist page: URLs of its files, options of its menus, strings of its script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog import checklist_versions
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext

# The export formats of an adoption, by the script's names.
_EXPORTS = ("ics", "text", "csv", "json", "link", "print")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionToolView:
    """The tool and the model's past changes. `labels` are the script's strings by attribute; the script fills the gaps."""

    script: str
    style: str
    model: str
    was: str
    name: str
    version: str
    changes: tuple[tuple[str, LocalizedText], ...]
    gone: tuple[tuple[str, str, LocalizedText | str], ...]
    locale: str
    start: str
    has_criteria: bool
    privacy: str
    memo: str
    history: str
    undo: str
    states: tuple[tuple[str, str], ...]
    exports: tuple[tuple[str, str], ...]
    wishes: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]


def tool(model: Model, context: PageContext) -> AdoptionToolView:
    """Return the tool of a model's checklist page."""
    say, pick, labels = context.language.say, context.language.pick, context.language.family("adoption.say")
    return AdoptionToolView(
        script=context.asset("assets/js/adoption/check-list.js"),
        style=context.asset("assets/css/adoption.css"),
        model=model.id,
        was=" ".join(context.catalog.addresses.old_ids_of(model)),
        name=str(pick(model.name)),
        version=model.edition,
        changes=tuple((each.date, pick(each.text)) for each in model.upkeep.changes),
        gone=tuple(
            (item.id, item.to or "", pick(item.why) if item.why else "")
            for item in checklist_versions.removed_items(model, context.catalog)
        ),
        locale=context.language.locale,
        start=say("adoption.start.text" if model.checklist else "adoption.start.criteria"),
        has_criteria=bool(model.criteria),
        privacy=context.href("tietosuoja/"),
        memo=context.model_href(model, urls.MEMO) if urls.MEMO in urls.parts_of(model) else "",
        history=context.model_href(model, urls.HISTORY),
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
