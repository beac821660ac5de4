"""Where long words may break: the lists, the note about what is missing, and proposals for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_catalog, a_model, a_pathway, a_start, a_text, an_exit
from building import FIVE, ROOT
from mallisto import cli
from mallisto.checks import hyphens as check
from mallisto.i18n.hyphens import Hyphens
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.messages import say
from mallisto.reading.problems import Severity
from mallisto.reports import hyphenation
from pathways import our_catalog


def test_a_word_breaks_where_the_list_says_whatever_its_capitals():
    hyphens = Hyphens.read("# otsikko\ntyö|terveys|lääkäri\n")

    softened = hyphens.with_soft_hyphens("Työterveyslääkäri, lääkäri")

    assert softened.split("\N{SOFT HYPHEN}") == ["Työ", "terveys", "lääkäri, lääkäri"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_list_is_sorted_and_its_words_are_words(code: str):
    path = ROOT / "scripts" / "mallisto" / "strings" / f"hyphens.{code}.txt"
    words = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]

    assert words == sorted(set(words))
    assert all(part.isalpha() and part.islower() and len(part) > 1 for word in words for part in word.split("|"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_lists_know_every_longer_word_of_our_figures(code: str):
    assert hyphenation.missing(our_catalog(), code) == ()


def test_a_long_word_that_is_not_listed_is_a_note_told_once():
    title = a_text("Kummallisuuskokoelmavastaava", None, None)
    catalog = a_catalog(a_model(pathway=a_pathway(a_start("alku", "loppu", title=title), an_exit("loppu", title=title))))

    (problem,) = check.long_words_may_break(catalog)

    assert (problem.code, problem.severity) == ("figure.hyphen_missing", Severity.NOTE)
    assert "Kummallisuuskokoelmavastaava" in say(problem, "fi").what


def test_a_list_takes_new_words_in_their_places(tmp_path: Path):
    path = tmp_path / "hyphens.fi.txt"
    path.write_text("# otsikko\nalku|sana\nloppu|sana\n", "utf-8")

    hyphenation.added(path, ("keski|sana",))

    assert path.read_text("utf-8") == "# otsikko\nalku|sana\nkeski|sana\nloppu|sana\n"


def test_a_proposal_has_no_part_too_short_for_a_line():
    (proposal,) = hyphenation.proposals(("kuntoutussuunnitelma",), "fi")

    assert proposal.replace("|", "") == "kuntoutussuunnitelma"
    assert all(len(part) >= 2 for part in proposal.split("|"))
    assert "|" in proposal


def test_the_command_lists_what_is_missing(capsys: pytest.CaptureFixture[str]):
    assert cli.main(["--root", str(FIVE), "hyphens"]) == cli.EXIT_OK

    assert capsys.readouterr().out == ""
