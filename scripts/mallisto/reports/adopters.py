"""Whom to tell of a change: bodies whose own changes concern the places of a model that a proposal changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.diff import Comparison
from mallisto.i18n.language import Language
from mallisto.model import ConcernedPlace, Model

# The part of a model's file in which places of each family lie; a fact may lie anywhere.
_PARTS: Mapping[str, str] = {"step": "pathway", "model-role": "people", "item": "adoption"}


def to_tell(compared: Mapping[str, Comparison | None], catalog: Catalog, language: Language) -> Iterator[str]:
    """One sentence for each body and each adaptation of it that a changed place concerns; `compared` are models by file name."""
    for name, comparison in compared.items():
        model = catalog.model_by_id.get(name.removesuffix(".yml"))
        if model is None or comparison is None:
            continue
        for adoption in catalog.adoptions_of(model):
            body = language.pick(catalog.organisation(adoption.body).name)
            for each in adoption.adaptations:
                places = [place.ref.to for place in each.concerns if _is_changed(place, model, comparison, catalog)]
                if places:
                    changed = ", ".join(places)
                    yield language.say(
                        "changes.adopter", body=body, file=adoption.where.file, places=changed, what=language.pick(each.what)
                    )


def _is_changed(place: ConcernedPlace, model: Model, comparison: Comparison, catalog: Catalog) -> bool:
    """Whether a difference lies at a place or within it, under its present id or the one it was published with."""
    ids = {(place.ref.to,), (catalog.present_place(model, place.family, place.ref.to),)}
    part = _PARTS.get(place.family, "")
    return any(not ids.isdisjoint(each.place) and part in ("", each.place[0]) for each in comparison.differences)
