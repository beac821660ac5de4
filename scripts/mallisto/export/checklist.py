"""The checklist of a model as data beside its page: what the adoption tool compares its marks with, and what every file it makes is made of."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from mallisto import addresses
from mallisto.catalog import Catalog
from mallisto.export.json import plain
from mallisto.language import Language
from mallisto.model import Basis, ChecklistItem, Model, Moved, Phase
from mallisto.output import OutputFile

_ITEM = "#" + addresses.item("")


def of_model(model: Model, catalog: Catalog, language: Language) -> OutputFile:
    """The checklist in one language."""
    content = {
        "model": {
            "id": model.id,
            "name": str(language.pick(model.name)),
            "version": version(model),
            "changes": [{"date": each.date, "text": str(language.pick(each.text))} for each in model.upkeep.changes],
        },
        "phases": [{"id": phase, "title": language.say(f"phase.{phase}")} for phase in Phase if model.items_in(phase)],
        "items": [_item(number, each, catalog, language) for number, each in enumerate(model.ordered_checklist, 1)],
        "removed": _removed(model, catalog, language),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(f"{language.prefix}{addresses.checklist_data(model.id)}", (text + "\n").encode())


def version(model: Model) -> str:
    """The day of the model's last change and a mark of its facts: whoever has a copy sees whether it is of today's model."""
    facts = {name: value for name, value in plain(model).items() if name != "upkeep"}
    latest = max((model.upkeep.added, *(each.date for each in model.upkeep.changes)))
    return f"{latest}-{_mark(json.dumps(facts, ensure_ascii=False))}"


def _item(number: int, item: ChecklistItem, catalog: Catalog, language: Language) -> dict[str, Any]:
    return {
        "id": item.id,
        "phase": item.phase,
        "number": number,
        "text": str(language.pick(item.text)),
        # The mark of the Finnish words, which are authoritative: an adoption is the same adoption in every language.
        "textVersion": _mark(item.text.fi),
        "why": str(language.pick(item.why)),
        "verify": str(language.pick(item.verify)),
        "owner": {"role": item.owner.to, "name": str(language.pick(catalog.role(item.owner).name))},
        "origin": "source" if item.provenance.basis is Basis.SOURCE else "editorial",
    }


def _removed(model: Model, catalog: Catalog, language: Language) -> list[dict[str, Any]]:
    """The items that once were on the list, with what became of each."""
    page = addresses.model_page(model.id, addresses.CHECKLIST)
    return [_gone(each, page, language) for each in catalog.history.moved if each.address.startswith(page + _ITEM)]


def _gone(moved: Moved, page: str, language: Language) -> dict[str, Any]:
    return {
        "id": moved.address.removeprefix(page + _ITEM),
        "to": moved.to.to.removeprefix(page + _ITEM) if moved.to and moved.to.to.startswith(page + _ITEM) else None,
        "why": str(language.pick(moved.gone)) if moved.gone else "",
    }


def _mark(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()
