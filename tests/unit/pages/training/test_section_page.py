"""Training material: what its checks say, where its places lead, and what stands on its two pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import (
    HERE,
    a_catalog,
    a_document,
    a_history,
    a_model,
    a_pathway,
    a_provenance,
    a_ref,
    a_role,
    a_role_in_model,
    a_start,
    a_step,
    a_term,
    a_text,
    at,
)
from mallisto.catalog.catalog import Catalog
from mallisto.checks import identity, training
from mallisto.i18n.language import Language
from mallisto.model import (
    Basis,
    Case,
    CaseMoment,
    ChecklistItem,
    Discussion,
    Model,
    Moment,
    Option,
    Owner,
    Phase,
    Route,
    SelfTest,
    TeachingPlace,
    Timetable,
    Training,
    TrainingSection,
    Vocabulary,
)
from mallisto.pages import of_training
from mallisto.pages.elements import link_targets
from mallisto.pages.elements.link_targets import pointer
from mallisto.pages.elements.page_context import Page, PageContext
from mallisto.pages.training.section_file import section_file
from mallisto.parse import parse_training
from mallisto.reading.messages import say
from mallisto.reading.schema import Schemas
from webpage import Webpage, read_page

ROOT = Path(__file__).parents[4]
MATERIAL = """\
course: {name: {fi: Kurssi, sv: Kurs, en: Course}, publisher: ttl, note: {fi: Huom, sv: Obs, en: Note}}
reviewed: 2026-11-22
owner: {organisation: ttl, role: nurse}
sections:
  - id: keinot
    title: {fi: Keinot, sv: Sätt, en: Means}
    aim: {fi: Osaat., sv: Du kan., en: You can.}
    places:
      - at: "mallit/malli/polku/"
        look_for: {fi: Katso., sv: Titta., en: Look.}
    discussion:
      - id: puhe
        question: {fi: Miten?, sv: Hur?, en: How?}
    self_test:
      - id: testi
        question: {fi: Onko?, sv: Är det?, en: Is it?}
        answers:
          - text: {fi: On., sv: Ja., en: Yes.}
            verdict: right
            because: {fi: Siksi., sv: Därför., en: Therefore.}
          - text: {fi: Ei., sv: Nej., en: No.}
            verdict: wrong
            because: {fi: Eihän., sv: Nämen., en: Not so.}
        place: "mallit/malli/"
    timetable:
      - minutes: 5
        what: {fi: Alku, sv: Början, en: Start}
      - minutes: 40
        what: {fi: Loppu, sv: Slut, en: End}
"""


def a_question(id: str = "puhe", where: Any = HERE) -> Discussion:  # noqa: A002 - the field's own name
    return Discussion(where=where, id=id, question=a_text(f"Puhutaanko {id}?"))


def a_test(id: str = "testi", *right: bool, where: Any = HERE) -> SelfTest:  # noqa: A002 - the field's own name
    options = [
        Option(text=a_text(f"{id} {number}"), is_right=is_right, because=a_text(f"Peruste {id} {number}"))
        for number, is_right in enumerate(right or (False, True))
    ]
    return SelfTest(where=where, id=id, case=None, question=a_text(f"Mikä on {id}?"), options=tuple(options), place=a_ref("mallit/malli/"))


def a_case(id: str = "tapaus", **rest: Any) -> Case:  # noqa: A002 - the field's own name
    words = {"situation": a_text("Asiakas tulee."), "do": a_text("Kysy."), "ask": a_text("Asiakkaalta.")}
    return Case(**{"where": HERE, "id": id, "role": a_ref("nurse"), "moment": CaseMoment.ROLE, "at": ()} | words | rest)


def a_route(**rest: Any) -> Route:
    timetable = Timetable(moments=(Moment(minutes=30, what=a_text("Kaikki")),))
    mentions = {"role": a_ref("nurse"), "section": "keinot", "case": "tapaus", "questions": ("hyva",)}
    return Route(**{"where": HERE, "id": "reitti", "title": a_text("Hoitaja"), "timetable": timetable} | mentions | rest)


def a_section(id: str = "keinot", **rest: Any) -> TrainingSection:  # noqa: A002 - the field's own name
    usual = {
        "title": a_text(id.capitalize()),
        "aim": a_text("Osaat."),
        "places": (TeachingPlace(at=a_ref("mallit/malli/polku/"), look_for=a_text("Katso.")),),
        "discussion": (a_question(),),
        "cases": (),
        "self_test": (a_test(),),
        "timetable": Timetable(moments=(Moment(minutes=5, what=a_text("Alku")), Moment(minutes=40, what=a_text("Loppu")))),
    }
    return TrainingSection(**{"where": HERE, "id": id} | usual | rest)


def a_training(*sections: TrainingSection, refs: tuple[str, ...] = (), routes: tuple[Route, ...] = ()) -> Training:
    return Training(
        course=a_text("Kurssi"),
        publisher=a_ref("ttl"),
        note=a_text("Toimituksen."),
        reviewed="2026-11-22",
        owner=Owner(organisation=a_ref("ttl"), role=a_ref("nurse")),
        sessions=(),
        routes=routes,
        sections=sections or (a_section(),),
        refs=tuple(("address", a_ref(each, at(7))) for each in refs),
    )


def the_catalog(material: Training, **rest: Any) -> Catalog:
    vocabulary = Vocabulary(terms=(a_term(used_in=[a_ref("malli")]),), roles=(a_role("nurse", broader=None),))
    return a_catalog(the_model(), vocabulary=vocabulary, training=material, **rest)


def the_model() -> Model:
    """A model with a place of every kind."""
    said = {"where": HERE, "provenance": a_provenance(None, basis=Basis.EDITORIAL)}
    words = {"text": a_text("Sovi."), "why": a_text("Koska."), "verify": a_text("Sovittu.")}
    item = ChecklistItem(**said, id="kohta", phase=Phase.DECIDE, owner=a_ref("nurse"), **words)
    pathway = a_pathway(a_start("alku", "hoito"), a_step("hoito", roles=(a_ref("nurse"),)))
    return a_model(pathway=pathway, checklist=(item,), people_roles=(a_role_in_model("nurse"),))


def setting_of(catalog: Catalog, address: str = "") -> PageContext:
    return PageContext.for_address(catalog, Language.of("fi", Schemas.load(ROOT / "schemas")), address)


def pages_of(material: Training) -> tuple[Page, ...]:
    return tuple(of_training(the_catalog(material), setting_of(the_catalog(material)).language))


def chapter(page: Page) -> Webpage:
    return read_page(str(page.chapter))


def test_a_document_becomes_sections_with_questions_answers_and_minutes():
    material = parse_training(a_document(MATERIAL, "models/site/training.yml"))

    (section,) = material.sections
    assert [each.id for each in section.questions] == ["puhe", "testi"]
    assert [each.where.line for each in section.questions] == [12, 15]
    assert [each.is_right for each in section.self_test[0].options] == [True, False]
    assert section.timetable.minutes == 45
    assert [ref.to for family, ref in material.refs if family == "address"] == ["mallit/malli/polku/", "mallit/malli/"]


def test_a_place_that_is_not_on_the_site_is_reported_with_the_nearest_one():
    catalog = the_catalog(a_training(refs=("mallit/malli/polku/#vaihe-alkku", "mallit/malli/polku/#vaihe-alku")))

    (problem,) = training.places_exist(catalog)

    assert (problem.code, problem.where.line) == ("training.place", 7)
    assert "mallit/malli/polku/#vaihe-alku" in say(problem, "fi").mend


def test_a_place_in_a_model_that_cannot_be_read_is_left_in_peace():
    catalog = the_catalog(a_training(refs=("mallit/rikki/polku/",)), unreadable_models=frozenset({"rikki"}))

    assert list(training.places_exist(catalog)) == []


@pytest.mark.parametrize("right", [(False, False), (True, True), (True, False, True)])
def test_a_question_without_exactly_one_right_answer_is_reported(right: tuple[bool, ...]):
    catalog = the_catalog(a_training(a_section(self_test=(a_test("hyva"), a_test("huono", *right, where=at(9))))))

    (problem,) = training.one_answer_is_right(catalog)

    assert (problem.code, problem.found, problem.limit, problem.where.line) == ("training.answers", "huono", sum(right), 9)


def test_the_id_of_a_question_stands_once_in_its_section_whatever_its_kind():
    repeated = a_section(discussion=(a_question("sama"),), self_test=(a_test("sama", where=at(9)),))

    found = list(identity.training_ids_are_unique(the_catalog(a_training(repeated, a_section("muu", discussion=(a_question("sama"),))))))

    assert [(each.found, each.where.line) for each in found] == [("sama", 9)]


def test_the_id_of_a_section_stands_once():
    catalog = the_catalog(a_training(a_section(), a_section(where=at(20))))

    assert [each.where.line for each in identity.training_ids_are_unique(catalog)] == [20]


def test_without_training_material_there_is_nothing_to_check():
    catalog = a_catalog(a_model())

    checks = (training.places_exist, training.one_answer_is_right, identity.training_ids_are_unique)
    assert [problem for check in checks for problem in check(catalog)] == []


def test_every_lasting_address_of_the_site_can_be_pointed_at():
    catalog = the_catalog(a_training())

    kinds = {address: pointer(address, setting_of(catalog, "koulutus/keinot/")) for address in catalog.addresses.all}

    assert {address: to.href for address, to in kinds.items()} == {address: f"../../{address}" for address in catalog.addresses.all}
    assert kinds["mallit/malli/polku/#vaihe-alku"].kind == "vaihe"
    assert kinds["mallit/malli/tarkistuslista/#kohta-kohta"].kind == "tarkistuslistan kohta"
    assert kinds["koulutus/keinot/#kysymys-testi"].kind == "kysymys"
    assert str(kinds["koulutus/keinot/#kysymys-testi"].title) == "Mikä on testi?"
    assert len({to.kind for to in kinds.values()}) == 16


def test_every_lasting_address_is_known_as_one_place():
    catalog = the_catalog(a_training())

    known = [*link_targets.of_shared(catalog), *(each for model in catalog.models for each in link_targets.of_model(model, catalog))]

    assert sorted(each.address for each in known) == sorted(catalog.addresses.all)


def test_every_address_of_the_material_has_a_title_that_says_it_alone():
    catalog = the_catalog(a_training())

    language = setting_of(catalog).language
    titles = {each.address: link_targets.title(each, language) for each in link_targets.of_shared(catalog)}

    assert set(titles) == catalog.addresses.of_shared
    assert titles["koulutus/keinot/#kysymys-puhe"] == "Keinot: Puhutaanko puhe?"


def test_the_minutes_of_a_session_add_up():
    _, facilitator = pages_of(a_training())

    shown = chapter(facilitator)

    assert [row.text for row in shown.all("th", scope="row")] == ["0–5", "5–45"]
    assert "45 minuuttia" in str(facilitator.head)


def test_the_facilitators_page_holds_every_answer_and_says_which_is_right():
    tests = (a_test("yksi", True, False), a_test("kaksi", False, False, True))

    shown = chapter(pages_of(a_training(a_section(self_test=tests)))[1])

    answers = [each.text for each in shown.all("li", **{"class": "answer"})]
    right = [each.text for each in shown.all("li", **{"class": "answer answer--right"})]
    assert right == ["Oikein. yksi 0 Peruste yksi 0", "Oikein. kaksi 2 Peruste kaksi 2"]
    assert [each.split(".")[0] for each in answers] == ["Väärin"] * 3


def test_a_learners_question_can_be_linked_to_and_its_answers_are_closed():
    catalog = the_catalog(a_training(), history=a_history("koulutus/keinot/#kysymys-testi"))

    learners = next(of_training(catalog, setting_of(catalog).language))

    shown = chapter(learners)
    link = shown.one("a", href="#kysymys-testi")
    assert link["data-code"] == catalog.addresses.code_by_address["koulutus/keinot/#kysymys-testi"] != ""
    assert [("open" in each.attributes) for each in shown.all("details")] == [False, False]


def test_a_mention_of_a_case_or_a_question_that_is_not_there_is_reported():
    lost = replace(a_test("lost", where=at(9)), case="puuttuu")
    there = replace(a_test("hyva"), case="tapaus")
    section = a_section(cases=(a_case(),), self_test=(lost, there))
    routes = (
        a_route(),
        a_route(case="puuttuu", where=at(20)),
        a_route(questions=("muu",), where=at(30)),
        a_route(section="x", where=at(40)),
    )

    found = list(training.mentions_exist(the_catalog(a_training(section, routes=routes))))

    assert [(each.code, each.found, each.where.line) for each in found] == [
        ("training.unknown", "puuttuu", 9),
        ("training.unknown", "puuttuu", 20),
        ("training.unknown", "muu", 30),
        ("training.unknown", "x", 40),
    ]


def test_a_question_about_a_case_tells_the_situation_again():
    section = a_section(cases=(a_case(),), self_test=(replace(a_test(), case="tapaus"), a_test("muu")))

    shown = chapter(pages_of(a_training(section))[0])

    assert len(shown.all("p", **{"class": "self-test__case"})) == 1
    assert shown.one("li", id="tapaus-tapaus")


def test_a_route_has_its_case_the_roles_steps_and_its_own_questions():
    section = a_section(cases=(a_case(),), self_test=(a_test("hyva"), a_test("muu")))
    material = a_training(section, routes=(a_route(),))

    page = pages_of(material)[-1]

    shown = chapter(page)
    assert page.address == "koulutus/reitti/reitti/"
    assert shown.one("div", id="tapaus-tapaus")
    assert [each["id"] for each in shown.all("li", id="kysymys-hyva")] == ["kysymys-hyva"]
    assert shown.all("li", id="kysymys-muu") == []
    assert shown.one("a", href="../../../ohjaus/?rooli=nurse")
    assert len(shown.all("a", href="../../../mallit/malli/polku/#vaihe-hoito")) == 2


def test_a_file_for_a_learning_platform_loads_nothing_and_leads_to_the_site():
    material = a_training(a_section(cases=(a_case(),)))
    catalog = the_catalog(material)
    language = Language.of("sv", Schemas.load(ROOT / "schemas"))

    text = str(section_file(material, material.sections[0], catalog, language, "https://mallisto.example/"))

    file = read_page(text)
    assert {each["href"].split("#")[0] for each in file.all("a")} == {
        "https://mallisto.example/sv/koulutus/keinot/",
        "https://mallisto.example/sv/mallit/malli/",
        "https://mallisto.example/sv/mallit/malli/polku/",
        "https://mallisto.example/sv/saavutettavuus/",
    }
    assert [file.all(name) for name in ("script", "link", "img")] == [[], [], []]
