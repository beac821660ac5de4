"""The checklist of a model as data beside its page, in one language."""

from __future__ import annotations

import json
from typing import Any

from mallisto.addresses import urls
from mallisto.catalog import checklist_versions
from mallisto.catalog.catalog import Catalog
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import ChecklistItem, Criteria, Model, Phase


def of_model(model: Model, catalog: Catalog, language: Language) -> OutputFile:
    """What the adoption tool reads from the page, for others."""
    pick = language.pick
    content = {
        "model": {
            "id": model.id,
            "name": str(pick(model.name)),
            "version": model.edition,
            "changes": [{"date": each.date, "text": str(pick(each.text))} for each in model.upkeep.changes],
        },
        "phases": [{"id": phase, "title": language.say(f"phase.{phase}")} for phase in Phase if model.items_in(phase)],
        "items": [_item(number, each, catalog, language) for number, each in enumerate(model.ordered_checklist, 1)],
        "criteria": _criteria(model.criteria, language) if model.criteria else None,
        "removed": [
            {"id": each.id, "to": each.to, "why": str(pick(each.why)) if each.why else ""}
            for each in checklist_versions.removed_items(model, catalog)
        ],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(f"{language.prefix}{urls.checklist_data(model.id)}", (text + "\n").encode())


def _criteria(criteria: Criteria, language: Language) -> dict[str, Any]:
    pick, scale = language.pick, criteria.scale
    return {
        "min": scale.min,
        "max": scale.max,
        "bands": [{"min": each.min, "max": each.max, "text": str(pick(each.text))} for each in criteria.bands],
        "items": [{"id": each.id, "number": number, "title": str(pick(each.title))} for number, each in enumerate(criteria.items, 1)],
    }


def _item(number: int, item: ChecklistItem, catalog: Catalog, language: Language) -> dict[str, Any]:
    return {
        "id": item.id,
        "phase": item.phase,
        "number": number,
        "text": str(language.pick(item.text)),
        "textVersion": checklist_versions.text_version(item),
        "why": str(language.pick(item.why)),
        "verify": str(language.pick(item.verify)),
        "owner": {"role": item.owner.to, "name": str(language.pick(catalog.role(item.owner).name))},
        "origin": checklist_versions.origin(item),
    }
