"""What differs between two states of a model, in words; and what git remembers of it."""

from __future__ import annotations

import json
import os
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import a_catalog, a_document, a_model, a_text, an_organisation, an_upkeep
from building import FIVE, ROOT
from mallisto.build import checking, git_history
from mallisto.catalog.diff import ChangeKind, Comparison, Revision, compare, path_of
from mallisto.cli import EXIT_OK, EXIT_USAGE, main
from mallisto.export import atom, review_calendar
from mallisto.i18n.language import Language
from mallisto.model import Edit, Vocabulary
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import history
from mallisto.reading.schema import Schemas
from mallisto.reports.changes import Speaker, language_of
from mallisto.reports.news import news_of
from mallisto.reports.translations import outdated, says_something_else
from repositories import a_repository, spoil

SCHEMAS = Schemas.load(ROOT / "schemas")
MODEL = SCHEMAS["model"]
BEFORE = """id: malli
kind: pilot
summary:
  fi: Vanha virke.
  sv: Gammal mening.
classification:
  topics:
    - tyo
    - terveys
results:
  claims:
    - id: yksi
      text:
        fi: Ensimmäinen.
      basis: source
    - id: kaksi
      text:
        fi: Toinen.
      basis: source
"""


def changed(*edits: tuple[str, str]) -> Comparison:
    after = BEFORE
    for before, now in edits:
        assert before in after
        after = after.replace(before, now, 1)
    return compare(a_document(BEFORE), a_document(after), MODEL)


def told(comparison: Comparison, language: str = "fi", *, every_language: bool = True) -> list[str]:
    speaker = Speaker.of(a_catalog(vocabulary=Vocabulary(organisations=(an_organisation(),))), Language.of(language, SCHEMAS))
    changes = speaker.changes(comparison, every_language=every_language)
    return [f"{each.where}: {each.what}: {each.before} → {each.after}" for each in changes]


def test_equal_states_do_not_differ():
    assert changed().differences == ()


def test_a_change_of_order_of_fields_and_of_comments_is_none():
    comparison = changed(("id: malli\nkind: pilot\n", "# huomautus\nkind: pilot\nid: malli\n"))

    assert comparison.differences == ()


def test_a_value_of_an_enum_is_told_by_its_name():
    assert told(changed(("kind: pilot", "kind: project"))) == ["Laji: muutettu: kokeilu → hanke"]
    assert told(changed(("kind: pilot", "kind: project")), "sv") == ["Slag: ändrat: försök → projekt"]


def test_a_text_is_told_language_by_language():
    comparison = changed(("Vanha virke.", "Uusi virke."), ("Gammal mening.", "Ny mening."))

    assert told(comparison) == [
        "Tiivistelmä › suomeksi: muutettu: Vanha virke. → Uusi virke.",
        "Tiivistelmä › ruotsiksi: muutettu: Gammal mening. → Ny mening.",
    ]


@pytest.mark.parametrize(("language", "now"), [("fi", "Uusi virke."), ("sv", "Ny mening."), ("en", "Uusi virke.")])
def test_a_page_tells_a_text_once_in_its_own_language_else_in_finnish(language: str, now: str):
    comparison = changed(("Vanha virke.", "Uusi virke."), ("Gammal mening.", "Ny mening."))

    (said,) = told(comparison, language, every_language=False)

    assert said.endswith(now)


def test_an_item_is_known_by_its_id_and_told_by_its_words():
    added = "    - id: kolme\n      text:\n        fi: Kolmas.\n      basis: source\n    - id: kaksi"

    assert told(changed(("    - id: kaksi", added))) == [
        "Arvioinnin tulokset tiivistettynä › Raportoidut tulokset: lisätty: None → Kolmas."
    ]


def test_an_item_whose_words_stay_is_named_where_another_field_of_it_changes():
    assert told(changed(("fi: Toinen.\n      basis: source", "fi: Toinen.\n      basis: external"))) == [
        "Arvioinnin tulokset tiivistettynä › Raportoidut tulokset › ”Toinen.” › Peruste: muutettu: lähteestä → muu lähde"
    ]


def test_another_order_of_items_is_one_difference():
    (difference,) = changed(("    - tyo\n    - terveys", "    - terveys\n    - tyo")).differences

    assert (difference.kind, difference.steps) == (ChangeKind.MOVED, ("classification", "topics"))


def test_a_new_model_is_told_without_where_each_fact_comes_from():
    said = told(compare(None, a_document(BEFORE), MODEL))

    assert "Arvioinnin tulokset tiivistettynä › Raportoidut tulokset: lisätty: None → Ensimmäinen." in said
    assert not any("Peruste" in each for each in said)


@pytest.mark.parametrize(
    "odd", ["kind: [1, 2]", "kind:\n  a: 1", "tuntematon: 1\nkind: 5", "kind:", "gaps: [1, [2], {a: {b: 1}}]\nkind: x"]
)
def test_states_that_break_the_schema_are_compared_too(odd: str):
    assert told(changed(("kind: pilot", odd)))


def test_the_language_of_a_change_is_the_one_most_texts_changed_in():
    only_swedish, both = changed(("Gammal mening.", "Ny mening.")), changed(("Vanha", "Uusi"), ("Gammal", "Ny"))

    assert (language_of([only_swedish]), language_of([both]), language_of([])) == ("sv", "fi", "fi")


def test_a_place_is_found_again_after_items_moved():
    comparison = changed(("fi: Toinen.", "fi: Muuttunut."))
    moved = a_document(BEFORE.replace("    - id: yksi\n      text:\n        fi: Ensimmäinen.\n      basis: source\n", ""))

    assert path_of(comparison.differences[0].place, moved) == ("results", "claims", 0, "text")
    assert path_of(("results", ("poissa",)), moved) is None


def test_a_translation_older_than_its_finnish_is_found():
    now = a_document(BEFORE.replace("Vanha virke.", "Uusi virke."))
    revisions = [Revision("2026-02-01T00:00:00Z", changed(("Vanha virke.", "Uusi virke.")))]

    (problem,) = outdated(now, revisions)

    assert (problem.code, problem.found, problem.where.path, problem.where.line) == ("translation.outdated", "sv", ("summary", "sv"), 5)


def test_a_translation_is_not_older_because_of_spelling_or_what_was_taken_back():
    spelt = changed(("Vanha virke.", "Vanhat virkkeet"))
    back = compare(a_document(BEFORE.replace("Vanha virke.", "Uusi virke.")), a_document(BEFORE), MODEL)
    there = Revision("2026-02-01T00:00:00Z", changed(("Vanha virke.", "Uusi virke.")))

    assert list(outdated(a_document(BEFORE.replace("Vanha virke.", "Vanhat virkkeet")), [Revision("2026-02-01T00:00:00Z", spelt)])) == []
    assert list(outdated(a_document(BEFORE), [Revision("2026-03-01T00:00:00Z", back), there])) == []


@pytest.mark.parametrize(
    ("before", "after", "is_other"),
    [
        ("Varatkaa työaikaa myös jälkeiseen tukeen.", "Varaa työaikaa myös jälkeiseen tukeen.", False),
        ("Älkää laskeko lukuja yhteen.", "Älä laske lukuja yhteen.", False),
        ("Lähde ei kerro tehtäviä kokeilussa.", "Lähde ei kerro tehtävistä kokeilussa.", False),
        ("Palvelu on tarkoitettu työttömille.", "Palvelu ei ole tarkoitettu työttömille.", True),
        ("Asiakkaita oli 107 vuonna 2018.", "Asiakkaita oli 170 vuonna 2018.", True),
        ("Käytännöistä alettiin sopia vasta lopussa.", "Käytännöistä oli määrä alkaa sopia vasta lopussa.", True),
        ("Päihdepalvelu", "Kuntoutus", True),
    ],
)
def test_finnish_says_something_else_when_more_than_endings_changed(before: str, after: str, is_other: bool):
    assert says_something_else(before, after) is is_other


def test_a_translation_that_changed_with_or_after_its_finnish_is_up_to_date():
    finnish, swedish = changed(("Vanha virke.", "Uusi virke.")), changed(("Gammal mening.", "Ny mening."))
    together = changed(("Vanha virke.", "Uusi virke."), ("Gammal mening.", "Ny mening."))
    now = a_document(BEFORE.replace("Vanha virke.", "Uusi virke.").replace("Gammal mening.", "Ny mening."))

    assert list(outdated(now, [Revision("2026-02-01T00:00:00Z", together)])) == []
    assert list(outdated(now, [Revision("2026-03-01T00:00:00Z", swedish), Revision("2026-02-01T00:00:00Z", finnish)])) == []


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Our project with one model, and git with two versions of it."""
    root = a_repository(tmp_path / "projekti", "tykke")
    git(root, "init", "-q", "-b", "main")
    publish(root, "2026-01-01T10:00:00+02:00")
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: project")
    publish(root, "2026-02-01T00:30:00+02:00")
    return root


def git(root: Path, *arguments: str, when: str = "2026-01-01T00:00:00Z") -> None:
    who = {
        "GIT_AUTHOR_NAME": "x",
        "GIT_AUTHOR_EMAIL": "x@example.invalid",
        "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x@example.invalid",
    }
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=root, env={**os.environ, **who, **dates}, check=True, capture_output=True)


def publish(root: Path, when: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Muutos", when=when)


def test_git_tells_the_versions_of_a_model_in_universal_time(repository: Path):
    log = git_history.log(repository)

    assert log is not None
    assert [each.time for each in log["tykke"]] == ["2026-01-31T22:30:00Z", "2026-01-01T08:00:00Z"]
    newest, first = git_history.revisions(repository, log, MODEL)["tykke"]
    assert newest.comparison is not None
    assert told(newest.comparison) == ["Laji: muutettu: kokeilu → hanke"]
    assert first.comparison is None
    assert newest.replaced.startswith("2026-")
    assert newest.replaced != checking.load(repository, date(2026, 3, 1)).catalog.model_by_id["tykke"].edition


def test_a_version_that_changed_only_the_writing_is_no_change(repository: Path):
    spoil(repository / "models/tykke.yml", "kind: project", "# laji\nkind: project")
    publish(repository, "2026-03-01T00:00:00Z")

    log = git_history.log(repository)

    assert log is not None
    assert (len(log["tykke"]), len(git_history.revisions(repository, log, MODEL)["tykke"])) == (3, 2)


def test_a_version_that_cannot_be_read_is_passed_over(repository: Path):
    (repository / "models/tykke.yml").write_text("\tid: [", "utf-8")
    publish(repository, "2026-03-01T00:00:00Z")

    log = git_history.log(repository)

    assert log is not None
    assert len(git_history.revisions(repository, log, MODEL)["tykke"]) == 2


def test_without_git_or_with_half_a_past_the_history_is_unknown(repository: Path, tmp_path: Path):
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "matala")

    assert git_history.log(tmp_path / "matala") is None
    assert git_history.log(a_repository(tmp_path / "ilman", "tykke")) is None


def a_changed_model():
    model = a_model(upkeep=an_upkeep(review_by="2027-02", changes=(Edit(date="2026-01-01", text=a_text("Korjattu <b>luku</b>.")),)))
    revision = Revision("2026-01-02T03:04:05Z", changed(("Vanha virke.", "Uusi & kiva virke.")))
    catalog = a_catalog(model, vocabulary=Vocabulary(organisations=(an_organisation(),)), revisions={"malli": (revision,)})
    return model, catalog


def test_news_are_the_newest_first_and_each_has_an_anchor_of_its_own():
    model, catalog = a_changed_model()

    news = news_of(model, catalog, Language.of("fi", SCHEMAS))

    assert [each.anchor for each in news] == ["muutos-2026-01-02t030405z", "muutos-2026-01-01-2", "muutos-2026-01-01"]


def test_the_page_marks_the_words_that_differ_and_escapes_them():
    model, catalog = a_changed_model()

    page = history.page(model, PageContext.for_address(catalog, Language.of("fi", SCHEMAS), "mallit/malli/muutokset/"))

    assert "<del>Vanha </del>virke." in page.chapter
    assert "<ins>Uusi &amp; kiva </ins>virke." in page.chapter
    assert "Korjattu &lt;b&gt;luku&lt;/b&gt;." in page.chapter
    assert "Versiohistoria ei ole" not in page.chapter


def test_the_page_says_when_the_history_is_unknown():
    model, catalog = a_changed_model()
    unknown = replace(catalog, revisions=None)

    page = history.page(model, PageContext.for_address(unknown, Language.of("fi", SCHEMAS), "mallit/malli/muutokset/"))

    assert "Versiohistoria ei ole saatavilla" in page.chapter


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_feed_is_whole_atom(language: str):
    model, catalog = a_changed_model()
    spoken = Language.of(language, SCHEMAS)
    space = "{http://www.w3.org/2005/Atom}"

    for file in (
        atom.of_model(model, catalog, spoken, "https://esimerkki.example/"),
        atom.of_site(catalog, spoken, "https://esimerkki.example/"),
    ):
        feed = ET.fromstring(file.content)

        ids = [each.findtext(f"{space}id") for each in feed.iter(f"{space}entry")]
        assert feed.findtext(f"{space}updated") == "2026-01-02T03:04:05Z"
        assert len(ids) == len(set(ids)) == 3
        for each in (feed, *feed.iter(f"{space}entry")):
            assert all(each.findtext(f"{space}{name}") for name in ("title", "id", "updated"))


def test_a_calendar_has_one_day_for_each_review_and_no_line_too_long():
    _, catalog = a_changed_model()
    long_named = replace(catalog.models[0], id="toinen", name=a_text("Pitkä nimi, jossa; on \\ merkkejä " * 4))
    both = catalog.with_models([catalog.models[0], long_named])

    (file,) = review_calendar.files(both, Language.of("fi", SCHEMAS), "https://esimerkki.example/")

    lines = file.content.decode().split("\r\n")
    assert file.path == "yllapito/tarkistukset-jarjesto.ics"
    assert lines.count("DTSTART;VALUE=DATE:20270228") == lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert max(len(line.encode()) for line in lines) <= 75
    assert "\\, jossa\\; on \\\\" in "".join(line.removeprefix(" ") for line in lines)


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_changes_are_told_between_two_folders(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    before, after = a_repository(tmp_path / "ennen"), a_repository(tmp_path / "jalkeen")
    spoil(after / "models/tykke.yml", "kind: pilot", "kind: project")
    (after / "models/tto.yml").unlink()
    (after / "models/toike.yml").write_text("id: [", "utf-8")

    code = main(["--root", str(before), "changes", str(before / "models"), str(after / "models"), "--format", form, "--language", "auto"])

    said = capsys.readouterr().out
    assert code == EXIT_OK
    assert "hanke" in said
    assert "tto.yml" in said
    assert "uusi-suunta.yml" not in said
    if form == "json":
        assert {"file": "tykke.yml", "where": "Laji", "kind": "changed", "before": "kokeilu", "after": "hanke"} in json.loads(said)[
            "changes"
        ]
    else:
        assert "Tiedostoa ei voi lukea" in said


def test_contributed_words_are_plain_text_in_a_comment(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    before, after = tmp_path / "ennen.yml", tmp_path / "malli.yml"
    before.write_text(BEFORE, "utf-8")
    after.write_text(BEFORE.replace("Vanha virke.", "'@kaikki <img src=x> | [x](https://x.example) #1'"), "utf-8")

    main(["--root", str(FIVE), "changes", str(before), str(after), "--format", "markdown"])

    row = next(line for line in capsys.readouterr().out.splitlines() if "kaikki" in line)
    assert "@kaikki" not in row
    assert "<img" not in row
    assert "[x](" not in row
    assert row.count(" | ") == 2


def test_without_a_past_the_age_of_translations_is_not_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti", "tykke")

    assert main(["--root", str(root), "translations"]) == EXIT_USAGE
    assert "unshallow" in capsys.readouterr().err
