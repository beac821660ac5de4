"""Pathways to draw: our own five, and a made-up one as large as they come."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from builders import a_catalog, a_lane, a_model, a_pathway, a_role, a_step, a_text, a_way
from building import FIVE, ROOT
from mallisto.build import checking
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language
from mallisto.model import Direction, Lane, Model, Pathway, Step, StepType, Vocabulary, Way
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.schema import Schemas

SYNTHETIC = Path(__file__).parents[1] / "cases" / "pathway" / "synthetic-27-steps.yml"
MODELS = tuple(path.stem for path in sorted((FIVE / "models").glob("*.yml")))


@cache
def our_catalog() -> Catalog:
    return checking.load(FIVE, date(2026, 11, 21)).catalog


def ours(model_id: str) -> Pathway:
    return our_catalog().model_by_id[model_id].pathway


def synthetic() -> Pathway:
    """27 steps, 8 lanes, 4 ways back."""
    written = yaml.safe_load(SYNTHETIC.read_text("utf-8"))
    return a_pathway(*map(_step, written["steps"]), lanes=map(_lane, written["lanes"]))


def a_setting(model: Model, code: str = "fi") -> PageContext:
    """The pathway page of a model in a catalog of its own."""
    catalog = a_catalog(model, vocabulary=Vocabulary(roles=(a_role("nurse"),)))
    return PageContext.for_address(catalog, Language.of(code, Schemas.load(ROOT / "schemas")), f"mallit/{model.id}/polku/")


def the_synthetic_model() -> Model:
    return a_model("synteettinen", pathway=synthetic())


def _lane(written: dict[str, Any]) -> Lane:
    return a_lane(written["id"], written["kind"], title=a_text(written["title"]["fi"], None, None))


def _step(written: dict[str, Any]) -> Step:
    return a_step(
        written["id"],
        *map(_way, written.get("next", ())),
        type=StepType(written["type"]),
        lane=written["lane"],
        title=a_text(written["title"]["fi"], None, None),
        split=written.get("split"),
    )


def _way(written: str | dict[str, Any]) -> Way:
    if isinstance(written, str):
        return a_way(written)
    label = a_text(written["label"]["fi"], None, None) if "label" in written else None
    return a_way(written["to"], Direction(written.get("kind", "flow")), label=label)
