"""What waits for editors: reviews, links, gaps, and signs of a project among the models."""

from __future__ import annotations

import json
import subprocess
import threading
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from builders import (
    HERE,
    a_catalog,
    a_figure,
    a_gap,
    a_model,
    a_pathway,
    a_period,
    a_provenance,
    a_reference,
    a_start,
    a_statement,
    a_step,
    a_text,
    an_exit,
    an_organisation,
    an_upkeep,
    results,
)
from building import ROOT
from mallisto import checks
from mallisto.checks import project
from mallisto.cli import EXIT_OK, EXIT_USAGE, main
from mallisto.model import Basis, Modality, Model, Text, Vocabulary
from mallisto.reading.problems import Location, Problem
from mallisto.reading.schema import Schemas
from mallisto.reports import links
from mallisto.reports.completeness import ASKED, State, completeness, to_write
from mallisto.reports.stale import stale
from repositories import a_repository

MODEL = Schemas.load(ROOT / "schemas")["model"]


def codes(problems: list[Problem]) -> list[str]:
    return [each.code for each in problems]


def claiming(text: str) -> Model:
    return a_model(results=results(claims=[a_statement(text=a_text(text))]))


@pytest.mark.parametrize(
    "text",
    [
        "Tavoitteena on parantaa asiakkaiden työkykyä.",
        "Hankkeessa on tarkoitus perustaa tiimi.",
        "Malli tullaan ottamaan käyttöön koko maassa.",
        "Asiakkaat tulevat saamaan tukea.",
        "Toimintaa aiotaan laajentaa.",
        "Mittaristoa kehitetään syksyn aikana.",
        "Palvelu otetaan käyttöön ensi vuonna.",
        "Asiakkaiden odotetaan työllistyvän.",
    ],
)
def test_a_plan_among_the_results_is_told(text: str):
    (problem,) = project.results_are_no_plans(a_catalog(claiming(text)))

    assert (problem.code, problem.found, str(problem.severity)) == ("lint.plan_in_results", text, "note")


@pytest.mark.parametrize(
    "text",
    [
        "Toteuttaja ilmoittaa, että kokeilun tavoitteet on saavutettu.",
        "Tavoitteena ollut 50 asiakkaan määrä saavutettiin.",
        "Asiakas tulee palveluun nopeammin kuin ennen.",
        "Asiakkaita tulee terveyskeskuksesta.",
        "Asiakkaat ovat motivoituneet suunnittelemaan tulevaisuuttaan.",
        "Suunnitelma tehdään asiakkaan kanssa.",
        "Kumppanit kokevat yhteistyön sujuvan. Se on tärkeää.",
        "Asiakkaista n. 2000 löysi palvelun.",
    ],
)
def test_what_happened_is_no_plan(text: str):
    assert list(project.results_are_no_plans(a_catalog(claiming(text)))) == []


def test_only_the_sentence_that_plans_is_told():
    (problem,) = project.results_are_no_plans(a_catalog(claiming("Asiakkaat saivat tukea. Toimintaa aiotaan laajentaa.")))

    assert problem.found == "Toimintaa aiotaan laajentaa."


@pytest.mark.parametrize(
    ("unit", "population", "expected"), [("persons", None, 1), ("persons", a_text("aloittaneet"), 0), ("unknown", None, 0)]
)
def test_a_number_of_people_says_of_which_group_it_is(unit: str, population: object, expected: int):
    model = a_model(results=results(figures=[a_figure(unit=unit, population=population)]))

    assert len(list(project.result_figures_tell_of_whom(a_catalog(model)))) == expected


def test_results_without_any_number_of_clients_are_told():
    assert codes(list(project.results_tell_of_how_many(a_catalog(claiming("Asiakkaat saivat tukea."))))) == ["lint.no_number"]
    assert list(project.results_tell_of_how_many(a_catalog(replace(claiming("x"), results=results())))) == []


def test_a_pathway_without_phases_is_told():
    whole = a_model(pathway=a_pathway(a_start("alku", "teko"), a_step("teko", "loppu"), an_exit("loppu")), period=a_period("2020", None))

    assert "lint.no_phases" in codes(list(project.plan_has_phases(a_catalog(a_model()))))
    assert list(project.plan_has_phases(a_catalog(whole))) == []


def test_a_model_that_mostly_plans_is_asked_whether_it_is_a_project():
    planned = a_statement(provenance=a_provenance(Modality.PLANNED))
    how = replace(a_model().how, idea=(planned,) * 3)

    assert codes(list(project.model_is_no_project(a_catalog(a_model(kind="model", how=how))))) == ["lint.project"]
    assert list(project.model_is_no_project(a_catalog(a_model(kind="project", how=how)))) == []


def test_lint_asks_the_same_privacy_and_result_rules_as_the_checker():
    model = replace(claiming("Asiakkaat saivat tukea."), free_texts=(("soita 040 123 4567", HERE),))

    assert {"privacy.telephone", "results.not_reported"} <= set(codes(list(checks.lint(a_catalog(model)))))


def test_reviews_that_are_late_come_before_those_that_are_near():
    models = [a_model(name, upkeep=an_upkeep(review_by=day)) for name, day in (("a", "2026-12-01"), ("b", "2026-10"), ("c", "2027-06-01"))]

    assert [(each.code, each.found) for each in stale(a_catalog(*models), date(2026, 11, 22))] == [
        ("date.review_overdue", "2026-10"),
        ("date.review_near", "2026-12-01"),
    ]


def test_what_to_write_next_begins_with_what_an_adopter_needs():
    found = completeness(claiming("Asiakkaat saivat tukea."))

    assert set(found.states) == set(ASKED)
    assert found.states["results.claims"] is State.TOLD
    assert found.next[0] == "how.entry.routes"
    assert "results.claims" not in found.next


def test_a_declared_gap_is_no_fact_and_silence_is_less_than_a_declared_gap():
    silent, honest = a_model(), a_model(gaps=(a_gap("cost.figures"),))
    told, told_in_part = (
        claiming("Asiakkaat saivat tukea."),
        replace(claiming("Asiakkaat saivat tukea."), gaps=(a_gap("results.claims"),)),
    )

    assert [completeness(each).states["cost.figures"] for each in (silent, honest)] == [State.MISSING, State.UNKNOWN]
    assert completeness(silent).told == completeness(honest).told
    assert completeness(told).told == completeness(told_in_part).told == completeness(silent).told + 1


def test_every_field_to_write_asks_in_three_languages():
    for problem in to_write(a_catalog(a_model()), MODEL):
        (choice,) = problem.candidates

        assert all(choice.names[code] for code in ("fi", "sv", "en")), problem.found


def test_the_address_of_a_public_source_is_visited_in_every_language():
    laws = a_reference(url=Text("https://laki.example/fi", "https://laki.example/sv"))
    told = replace(a_provenance(None, basis=Basis.EXTERNAL), reference=laws)
    model = a_model(results=results(claims=[a_statement(provenance=told)]))
    body = an_organisation(references=(a_reference(url=Text("https://sivu.example")), a_reference()), url="https://jarjesto.example")

    visited = [url for url, _ in links.addresses(a_catalog(model, vocabulary=Vocabulary(organisations=(body,))))]

    assert visited == ["https://laki.example/fi", "https://laki.example/sv", "https://jarjesto.example", "https://sivu.example"]


def test_links_are_listed_with_file_and_line_as_text_and_as_json():
    place = Location("models/malli.yml", 12, 5, ())

    assert links.as_text([("https://a.example", place)]) == "models/malli.yml:12 https://a.example"
    assert json.loads(links.as_json([("https://a.example", place)])) == [
        {"file": "models/malli.yml", "line": 12, "url": "https://a.example"}
    ]


class _Site(BaseHTTPRequestHandler):
    """A site with a page, a page that is gone, and one that refuses robots."""

    def do_GET(self) -> None:
        self.send_response({"/gone": 404, "/shut": 403, "/robots.txt": 404}.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the name the server calls

    def log_message(self, *_: object) -> None:
        return


def test_a_dead_link_is_told_with_model_and_line():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{server.server_port}"
        listed = f"models/a.yml:1 {site}/ok\nmodels/a.yml:7 {site}/gone\nmodels/b.yml:9 {site}/gone\nmodels/b.yml:3 {site}/shut\n"
        done = subprocess.run([ROOT / "scripts" / "dead_links.sh"], input=listed, capture_output=True, text=True, check=True)
        server.shutdown()

    rows = [line for line in done.stdout.splitlines() if line.startswith("| `")]
    assert rows == [f"| `models/{place}` | {site}/gone | 404 Not Found |" for place in ("a.yml:7", "b.yml:9")]


@pytest.mark.parametrize("command", ["stale", "lint", "completeness"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_report_ends_well_in_every_language(command: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")

    assert main(["--root", str(root), command, "tykke", "--language", language]) == EXIT_OK
    assert capsys.readouterr().out


def test_a_draft_outside_the_models_is_looked_at_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")
    draft = tmp_path / "luonnos.yml"
    draft.write_text(
        (root / "models/tykke.yml").read_text("utf-8").replace("kokeilun tavoitteet on saavutettu", "aiotaan laajentaa"), "utf-8"
    )

    main(["--root", str(root), "lint", str(draft)])

    assert "[lint.plan_in_results]" in capsys.readouterr().out


def test_a_report_on_a_model_that_does_not_exist_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")

    assert main(["--root", str(root), "lint", "tyke"]) == EXIT_USAGE
    assert "tykke" in capsys.readouterr().err
