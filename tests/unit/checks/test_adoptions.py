"""Rules for adoption records: each finds its mistake at its place."""

from __future__ import annotations

import pytest

from builders import a_catalog, a_document, a_history, a_model, a_moved, a_pathway, a_start, an_adoption, an_exit, an_organisation
from mallisto.catalog.catalog import Catalog
from mallisto.checks import adoptions
from mallisto.model import Adoption, AdoptionState, Vocabulary
from mallisto.parse import parse_adoption

_FILE = "models/adoptions/kunta/malli.yml"
_RECORD = """\
body: jarjesto
model: malli
state: running
told_by: body
"""


def _parsed(text: str, file: str = _FILE) -> Adoption:
    return parse_adoption(a_document(text, file))


def _with(*records: Adoption, **rest: object) -> Catalog:
    model = a_model(pathway=a_pathway(a_start("ohjaus", "loppu"), an_exit("loppu")))
    return a_catalog(model, vocabulary=Vocabulary(organisations=(an_organisation(),)), adoptions=records, **rest)


def test_a_record_in_order_is_no_problem() -> None:
    catalog = _with(_parsed(_RECORD + "since: 2024-01\nlast_confirmed: 2026-11-30\n"))

    found = [
        *adoptions.named_things_exist(catalog),
        *adoptions.model_is_the_file_name(catalog),
        *adoptions.places_exist(catalog),
        *adoptions.dates_fit_the_state(catalog),
        *adoptions.reason_belongs_to_an_end(catalog),
        *adoptions.somebody_tells(catalog),
        *adoptions.groups_are_large_enough(catalog),
        *adoptions.no_person_is_named(catalog),
    ]

    assert found == []


def test_an_unknown_body_is_told_with_those_that_are_near() -> None:
    record = _parsed(_RECORD.replace("jarjesto", "jarjestoo"))

    (problem,) = adoptions.named_things_exist(_with(record))

    assert (problem.code, problem.found, problem.where.line, problem.where.column) == ("organisation.unknown", "jarjestoo", 1, 7)
    assert "jarjesto" in [choice.value for choice in problem.candidates]


def test_a_record_bears_the_name_of_its_model() -> None:
    record = _parsed(_RECORD, "models/adoptions/kunta/muu.yml")

    (problem,) = adoptions.model_is_the_file_name(_with(record))

    assert (problem.code, problem.mend, problem.where.line) == ("adoption.file", "malli.yml", 2)


_ADAPTATION = """\
adaptations:
  - id: muutos
    what: {{fi: Ohjaus jää pois.}}
    kind: removed
    planned: unknown
    keeps_core: unknown
    concerns: [{{{family}: {place}}}]
"""


@pytest.mark.parametrize("family", ["step", "role", "item", "fact"])
def test_a_change_of_what_the_model_lacks_is_a_problem(family: str) -> None:
    record = _parsed(_RECORD + _ADAPTATION.format(family=family, place="puuttuu"))

    (problem,) = adoptions.places_exist(_with(record))

    assert (problem.found, problem.where.file, problem.where.line) == ("puuttuu", _FILE, 11)
    assert problem.code == {"role": "model-role.unknown"}.get(family, f"{family}.unknown")


def test_a_near_miss_has_candidates() -> None:
    record = _parsed(_RECORD + _ADAPTATION.format(family="step", place="ohjauss"))

    (problem,) = adoptions.places_exist(_with(record))

    assert [choice.value for choice in problem.candidates] == ["ohjaus", "loppu"]


def test_a_former_id_of_a_step_leads_to_the_present_one() -> None:
    record = _parsed(_RECORD + _ADAPTATION.format(family="step", place="vanha"))
    moved = a_moved("mallit/malli/polku/#vaihe-vanha", "mallit/malli/polku/#vaihe-ohjaus")

    problems = list(adoptions.places_exist(_with(record, history=a_history(moved=[moved]))))

    assert problems == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("state: ended", "adoption.reason_missing"),
        ("state: running\nwhy_ended: funding", "adoption.reason_too_early"),
    ],
)
def test_a_reason_belongs_to_an_end(lines: str, code: str) -> None:
    record = _parsed(_RECORD.replace("state: running", lines))

    (problem,) = adoptions.reason_belongs_to_an_end(_with(record))

    assert problem.code == code


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("state: running\nsince: 2024\nuntil: 2023", "date.order"),
        ("state: running\nsince: 2024-02-30", "date.impossible"),
        ("state: planned\nsince: 2020\nlast_confirmed: 2021-05-01", "adoption.planned_in_the_past"),
        ("state: running\nsince: 2025\nlast_confirmed: 2024-05-01", "adoption.not_yet_begun"),
        ("state: running\nuntil: 2023-12\nlast_confirmed: 2024-05-01", "adoption.already_ended"),
    ],
)
def test_dates_fit_the_state(lines: str, code: str) -> None:
    record = _parsed(_RECORD.replace("state: running", lines))

    (problem,) = adoptions.dates_fit_the_state(_with(record))

    assert problem.code == code


def test_a_record_of_a_source_names_it() -> None:
    record = _parsed(_RECORD.replace("told_by: body", "told_by: source"))

    (problem,) = adoptions.somebody_tells(_with(record))

    assert problem.code == "adoption.source_missing"


_RESULT = """\
results:
  - n: {n}
    figure: {{id: tulos, label: {{fi: Työllistyi}}, value: {value}, qualifier: exact, unit: clients, basis: editorial}}
"""


@pytest.mark.parametrize(("n", "value", "found"), [(4, 4, "4"), (40, 3, "3")])
def test_a_result_about_few_people_is_refused(n: int, value: int, found: str) -> None:
    record = _parsed(_RECORD + _RESULT.format(n=n, value=value))

    (problem,) = adoptions.groups_are_large_enough(_with(record))

    assert (problem.code, problem.found, problem.limit) == ("adoption.small_group", found, 5)


def test_five_people_are_enough() -> None:
    record = _parsed(_RECORD + _RESULT.format(n=5, value=5))

    assert list(adoptions.groups_are_large_enough(_with(record))) == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("owner: {role: nurse, email: matti.meikalainen@kunta.fi}", "adoption.personal_address"),
        ("note: {fi: Kysy lisää Matti Meikäläiseltä.}", "privacy.name"),
        ("note: {fi: Kirjoita matti@kunta.fi.}", "privacy.email"),
    ],
)
def test_no_person_is_named(lines: str, code: str) -> None:
    (problem,) = adoptions.no_person_is_named(_with(_parsed(f"{_RECORD}{lines}\n")))

    assert (problem.code, problem.where.line) == (code, 5)


def test_the_address_of_an_office_is_fine() -> None:
    record = _parsed(f"{_RECORD}owner: {{role: nurse, email: kirjaamo@kunta.fi}}\n")

    assert list(adoptions.no_person_is_named(_with(record))) == []


@pytest.mark.parametrize(
    ("state", "confirmed", "is_stale"),
    [
        (AdoptionState.RUNNING, "2024-01-01", True),
        (AdoptionState.RUNNING, "2026-01-01", False),
        (AdoptionState.UNCONFIRMED, None, True),
        (AdoptionState.RUNNING, "2025", False),
        (AdoptionState.ENDED, "2018", False),
    ],
)
def test_what_nobody_has_confirmed_for_a_year_is_stale(state: AdoptionState, confirmed: str | None, is_stale: bool) -> None:
    record = an_adoption(state=state, last_confirmed=confirmed)

    assert record.is_stale("2025-12-01") is is_stale
