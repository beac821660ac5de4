"""What a model would do next: the steps of its pathway that correspond to a moment of a case, for a role or who may hold its function."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_catalog, a_lane, a_model, a_pathway, a_ref, a_role, a_start, a_step, a_way, an_exit
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language
from mallisto.model import CaseMoment, HandOver, Model, Vocabulary
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.training.cases import MOST_STEPS, own_steps
from mallisto.pages.training.model_paths import PATHS, steps_at
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(Path(__file__).parents[4] / "schemas"))
ROLES = (
    a_role("nurse"),
    a_role("public-health-nurse", broader=a_ref("nurse")),
    a_role("physician"),
    a_role("front-line-worker", kind="function", may_be_held_by=(a_ref("nurse"),)),
)
LANES = (a_lane("asiakas"), a_lane("hoitaja", "team"), a_lane("verkosto", "network"))


def _model() -> Model:
    """The front-line worker meets the client, the network takes over, and a public health nurse sees the client to the end."""
    return a_model(
        pathway=a_pathway(
            a_start("oire", "vastaanotto"),
            a_step("vastaanotto", a_way("siirto", hands_over=HandOver.ALWAYS), lane="hoitaja", roles=(a_ref("front-line-worker"),)),
            a_step("siirto", "seuranta", lane="verkosto", roles=(a_ref("physician"),)),
            a_step("seuranta", "loppu", lane="hoitaja", roles=(a_ref("public-health-nurse"),)),
            an_exit("loppu"),
            lanes=LANES,
        )
    )


def _catalog(*models: Model) -> Catalog:
    return a_catalog(*models, vocabulary=Vocabulary(roles=ROLES))


@pytest.mark.parametrize(
    ("moment", "role", "expected"),
    [
        (CaseMoment.ARRIVAL, "nurse", ["vastaanotto"]),
        (CaseMoment.ROLE, "nurse", ["vastaanotto", "seuranta"]),
        (CaseMoment.ROLE, "public-health-nurse", ["vastaanotto", "seuranta"]),
        (CaseMoment.ROLE, "physician", ["siirto"]),
        (CaseMoment.AFTER_ROLE, "nurse", ["siirto", "loppu"]),
        (CaseMoment.AFTER_ROLE, "physician", ["seuranta"]),
        (CaseMoment.HAND_OVER, "nurse", ["siirto"]),
        (CaseMoment.END, "nurse", ["loppu"]),
    ],
)
def test_a_moment_of_a_case_has_its_steps_on_any_pathway(moment: CaseMoment, role: str, expected: list[str]):
    catalog = _catalog(_model())
    (path,) = catalog.contributed(PATHS, FINNISH).values()

    assert [each.id for each in steps_at(moment, catalog.role_by_id[role], path, catalog)] == expected


def test_a_model_that_says_nothing_of_the_role_is_named_and_one_without_pathway_counted():
    other = a_model("toinen", pathway=a_pathway(a_start("alku", "hoito"), a_step("hoito", roles=(a_ref("physician"),))))
    catalog = _catalog(_model(), other, a_model("kolmas", pathway=replace(a_pathway(), steps=())))

    shown = own_steps(catalog.role_by_id["nurse"], PageContext(catalog, FINNISH, ""))

    assert [each.title for each in shown.rows] == [str(FINNISH.pick(_model().title))]
    assert shown.silent == FINNISH.say("training.silent", models=str(FINNISH.pick(other.title)))
    assert shown.without_pathway == FINNISH.say("training.without_pathway.one", count=1)


def test_a_long_pathway_shows_its_first_steps_and_counts_the_rest():
    steps = [a_step(f"v{number}", f"v{number + 1}", roles=(a_ref("nurse"),)) for number in range(MOST_STEPS + 2)]
    catalog = _catalog(a_model(pathway=a_pathway(a_start("alku", "v0"), *steps, an_exit(f"v{MOST_STEPS + 2}"))))

    (row,) = own_steps(catalog.role_by_id["nurse"], PageContext(catalog, FINNISH, "../")).rows

    assert [each.href for each in row.lines][-2:] == [f"../mallit/malli/polku/#vaihe-v{MOST_STEPS - 1}", "../mallit/malli/polku/"]
    assert str(row.lines[-1].text) == FINNISH.say("training.more_steps", count=2)
