"""What a page says to those who come from a code on paper: whether the paper is current, and where its changes are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.model import Model
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """What a page says of an older or current paper of it. `history` is the model's page of changes, where there is one model."""

    script: str
    edition: str
    history: str
    changes: str
    words: Mapping[str, str]


def view(edition: str, model: Model | None, context: PageContext) -> PaperView:
    """What a page of an edition says; `model` is the one that it shows, None where it shows several."""
    language = context.language
    about = "model" if model else "page"
    keys = {"current": "paper.current", "changed": f"paper.changed.{about}", "see": "paper.see"}
    if model:
        keys |= {"one": "paper.changed.one", "other": "paper.changed.other"}
    history = context.model_href(model, urls.HISTORY) if model else ""
    return PaperView(
        script=context.asset("assets/js/paper-edition.js"),
        edition=edition,
        history=history,
        changes=history or context.href(urls.HISTORY),
        words={f"data-{name}": language.strings[key] for name, key in keys.items()},
    )
