"""The pipeline: what cannot be read spoils nothing else, and what was published is never forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders import a_catalog, a_history, a_model
from building import ROOT
from mallisto.addresses import urls
from mallisto.build import pipeline
from mallisto.build.checking import Result, load, questions
from mallisto.build.rendered import Rendered
from mallisto.catalog.lock_file import locked
from mallisto.reading.problems import Severity
from repositories import a_repository, spoil

TODAY = date(2026, 12, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_repository(tmp_path, "tykke", "toike")


def errors(result: Result) -> list[tuple[str, str]]:
    """The errors that are not about our three other models missing here."""
    found = [(each.where.file, each.code) for each in result.problems if each.severity is Severity.ERROR]
    return [each for each in found if not each[1].startswith("model.unknown")]


def test_the_repository_as_it_is_has_no_errors(root: Path):
    result = load(root, TODAY)

    assert errors(result) == []
    assert [each.id for each in result.catalog.models] == ["toike", "tykke"]
    assert result.schema_names["models/tykke.yml"] == "model"
    assert result.schema_names["models/vocabulary/roles.yml"] == "roles"


def test_where_people_without_an_account_write_comes_from_the_publishers_file(root: Path):
    assert questions(root) == ""

    file = root / "models/site/publisher.yml"
    file.parent.mkdir()
    file.write_bytes((ROOT / "models/site/publisher.yml").read_bytes())
    spoil(file, "feedback:\n", "questions: toimitus@mallisto.example\nfeedback:\n")
    assert questions(root) == "toimitus@mallisto.example"

    spoil(file, "toimitus@mallisto.example", "javascript:alert(1)")
    assert questions(root) == ""


def test_findings_come_in_the_order_of_files_and_lines(root: Path):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")
    spoil(root / "models/tykke.yml", "lifecycle: ended", "lifecycle: loppu")

    problems = load(root, TODAY).problems

    assert list(problems) == sorted(problems, key=lambda each: each.order)


@pytest.mark.parametrize("name", ["roles", "organisations", "topics", "glossary", "areas"])
def test_a_vocabulary_that_cannot_be_read_makes_no_mention_of_it_unknown(name: str, root: Path):
    (root / f"models/vocabulary/{name}.yml").write_text("roles: [", "utf-8")

    assert {file for file, _ in errors(load(root, TODAY))} == {f"models/vocabulary/{name}.yml"}


def test_a_model_that_cannot_be_read_makes_no_mention_of_it_unknown(root: Path):
    (root / "models/toike.yml").write_bytes(b"\xff")
    mentions = [each.where.file for each in load(root, TODAY).problems if each.code == "model.unknown" and each.found == "toike"]

    assert mentions == []
    assert errors(load(root, TODAY)) == [("models/toike.yml", "file.encoding")]


def test_a_model_of_a_wrong_shape_hides_no_address_and_no_reference(root: Path):
    history = root / "models/history"
    history.mkdir()
    (history / "published.txt").write_text(locked(load(root, TODAY).catalog), "utf-8")
    spoil(root / "models/toike.yml", "\nkind: ", "\nkid: ")

    assert errors(load(root, TODAY)) == [("models/toike.yml", "field.unknown")]


def test_a_draft_from_elsewhere_stands_in_for_the_model_of_its_name(root: Path, tmp_path_factory: pytest.TempPathFactory):
    draft = tmp_path_factory.mktemp("luonnos") / "tykke.yml"
    draft.write_text((root / "models/tykke.yml").read_text("utf-8"), "utf-8")
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")

    assert errors(load(root, TODAY, [draft])) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("models/Oma malli.yml", "file.name"),
        ("models/malli.yaml", "file.name"),
        ("models/.piilo.yml", "file.name"),
        ("models/kuva.png", "file.name"),
        ("models/uudet/malli.yml", "file.place"),
        ("models/vocabulary/malli.yml", "file.place"),
        ("models/history/luettelo.yml", "file.place"),
    ],
)
def test_a_file_that_nothing_reads_is_told(path: str, code: str, root: Path):
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text("id: malli\n", "utf-8")

    assert (path, code) in errors(load(root, TODAY))


def test_a_better_name_is_suggested(root: Path):
    (root / "models/Äitien Malli.yaml").write_text("", "utf-8")

    (problem,) = [each for each in load(root, TODAY).problems if each.code == "file.name"]

    assert problem.mend == "aitien-malli.yml"


def test_a_symlinked_model_is_refused(root: Path):
    (root / "models/linkki.yml").symlink_to(root / "models/tykke.yml")

    assert ("models/linkki.yml", "file.irregular") in errors(load(root, TODAY))


def test_what_moved_is_read_and_judged(root: Path):
    (root / "models/history").mkdir()
    (root / "models/history/moved.yml").write_text("moved:\n  - {address: mallit/vanha/, to: mallit/tykke/}\n", "utf-8")
    (root / "models/history/published.txt").write_text("# otsikko\n\nmallit/vanha/\n", "utf-8")

    result = load(root, TODAY)

    assert errors(result) == []
    assert [(each.address, each.to.to if each.to else "") for each in result.catalog.history.moved] == [("mallit/vanha/", "mallit/tykke/")]


def test_the_lock_never_loses_a_line_and_gains_every_address_there_is():
    model = a_model()
    catalog = a_catalog(model, history=a_history("mallit/vanha/", "a b", "mallit/malli/"))

    lines = locked(catalog).splitlines()

    assert lines[0].startswith("# ")
    assert {"mallit/vanha/", "a b", *urls.of_model(model)} == {line.split("\t")[0] for line in lines[1:]}
    assert lines[1:] == sorted(lines[1:])


def test_locking_twice_changes_nothing(root: Path):
    history = root / "models/history"
    history.mkdir()
    first = locked(load(root, TODAY).catalog)
    (history / "published.txt").write_text(first, "utf-8")

    again = load(root, TODAY)

    assert locked(again.catalog) == first
    assert "address.unlocked" not in {each.code for each in again.problems}


def test_where_there_is_an_error_nothing_is_published(root: Path, tmp_path_factory: pytest.TempPathFactory):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")
    site = tmp_path_factory.mktemp("site")

    said = pipeline.publish(root, Rendered({}, {}, ""), site, TODAY)

    assert "[value.unknown]" in said
    assert list(site.iterdir()) == []


def test_a_wrong_shape_hides_no_other_mistake_of_the_file(root: Path):
    model = root / "models/tykke.yml"
    spoil(model, "kind: pilot", "kind: malli")
    spoil(model, "- organisation: huoltoliitto", "- organisation: olematon")
    spoil(model, "role: physician", "role: lääkärri")

    assert {code for _, code in errors(load(root, TODAY))} == {"value.unknown", "organisation.unknown", "role.unknown"}


def test_a_model_of_a_wrong_shape_is_not_in_the_catalog(root: Path):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: malli")

    assert [each.id for each in load(root, TODAY).catalog.models] == ["toike"]
