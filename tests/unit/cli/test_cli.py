"""The command: what it prints, and how it ends."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path

import pytest

from building import ROOT
from mallisto.cli import EXIT_OK, EXIT_USAGE, PROBLEMS, main
from mallisto.export import sitemap
from mallisto.reading.languages import LANGUAGES
from repositories import a_repository, spoil


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_repository(tmp_path / "projekti", "tykke")


def checked(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str | Path) -> tuple[int, str]:
    code = main(["--root", str(root), "check", *map(str, arguments)])
    return code, capsys.readouterr().out


def test_the_repository_as_it_is_passes(capsys: pytest.CaptureFixture[str]):
    code, said = checked(capsys, ROOT)

    assert (code, ": virhe: " in said) == (EXIT_OK, False)


def test_a_mistake_ends_with_one_and_says_where(root: Path, capsys: pytest.CaptureFixture[str]):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")

    code, said = checked(capsys, root, root / "models/tykke.yml")

    assert code == PROBLEMS
    assert "models/tykke.yml:" in said
    assert "[value.unknown]\n    → Tarkoititko ”pilot” (kokeilu)?" in said


def test_a_note_alone_ends_with_zero(root: Path, capsys: pytest.CaptureFixture[str]):
    code, said = checked(capsys, root, root / "models/tykke.yml")

    assert code == EXIT_OK
    assert "[address.unlocked]" in said


@pytest.mark.parametrize(("language", "word"), [("fi", "virhe"), ("sv", "fel"), ("en", "error")])
def test_the_answer_comes_in_the_language_asked_for(language: str, word: str, root: Path, capsys: pytest.CaptureFixture[str]):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")

    assert f": {word}: " in checked(capsys, root, "--language", language, root / "models/tykke.yml")[1]


def test_the_answer_comes_in_the_form_asked_for(root: Path, capsys: pytest.CaptureFixture[str]):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")

    _, said = checked(capsys, root, "--format", "json", root / "models/tykke.yml")

    assert {each["code"] for each in json.loads(said)} == {"value.unknown"}


def test_without_findings_annotations_print_nothing(root: Path, capsys: pytest.CaptureFixture[str]):
    assert checked(capsys, root, "--format", "github", root / "models/vocabulary/roles.yml") == (EXIT_OK, "")


def test_a_draft_outside_the_models_is_checked_under_its_own_name(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    draft = tmp_path / "Luonnos uusi.yml"
    draft.write_text((root / "models/tykke.yml").read_text("utf-8").replace("\nid: tykke", "\nid: luonnos"), "utf-8")
    assert checked(capsys, root, draft) == (EXIT_OK, "Kaikki 1 tiedostoa ovat kunnossa.\n")

    spoil(draft, "kind: pilot", "kind: kokeilu")

    code, said = checked(capsys, root, draft)
    assert code == PROBLEMS
    assert said.startswith(f"{draft}:")


def test_a_folder_of_drafts_is_checked_file_by_file(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "luonnokset"
    folder.mkdir()
    (folder / "yksi.yml").write_text("a: [", "utf-8")
    (folder / "kaksi.yml").write_text("a: 'b", "utf-8")

    code, said = checked(capsys, root, folder)

    assert code == PROBLEMS
    assert said.count("[yaml.") == 2


@pytest.mark.parametrize("folder", [".", "models"])
def test_the_project_and_its_models_are_one_and_the_same_folder_to_check(folder: str, root: Path, capsys: pytest.CaptureFixture[str]):
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")

    code, said = checked(capsys, root, root / folder)

    assert code == PROBLEMS
    assert "models/tykke.yml:" in said
    assert "mkdocs.yml" not in said


@pytest.mark.parametrize("way", ["tykke.yml", "../models/tykke.yml", "./vocabulary/../tykke.yml"])
def test_a_model_is_found_by_whatever_path_leads_to_it(
    way: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")
    monkeypatch.chdir(root / "models")

    code = main(["check", way])

    assert code == PROBLEMS
    assert capsys.readouterr().out.startswith("models/tykke.yml:")


def test_a_model_is_found_through_a_linked_folder(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")
    (tmp_path / "oikotie").symlink_to(root)

    code, said = checked(capsys, root, tmp_path / "oikotie" / "models" / "tykke.yml")

    assert code == PROBLEMS
    assert said.startswith("models/tykke.yml:")


def test_a_linked_model_is_refused_under_its_own_name(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "muu.yml").write_text("a: b\n", "utf-8")
    (root / "models/linkki.yml").symlink_to(tmp_path / "muu.yml")

    code, said = checked(capsys, root, root / "models/linkki.yml")

    assert code == PROBLEMS
    assert said.startswith("models/linkki.yml:1:1: virhe: Tämä ei ole tavallinen tiedosto.")


def wrong_use(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main(list(map(str, arguments))) == EXIT_USAGE
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_a_path_that_does_not_exist_is_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]):
    assert "ei-ole.yml" in wrong_use(capsys, "--root", root, "check", "ei-ole.yml")


def test_a_folder_without_models_is_wrong_use(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "tyhja").mkdir()

    assert "tyhja" in wrong_use(capsys, "--root", root, "check", tmp_path / "tyhja")


def test_a_place_that_is_no_project_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert "schemas" in wrong_use(capsys, "--root", tmp_path, "check")


def test_broken_schemas_are_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]):
    (root / "schemas/model.schema.json").write_text("{")

    assert "schemas" in wrong_use(capsys, "--root", root, "check")


@pytest.mark.parametrize("arguments", [[], ["tarkista"], ["check", "--language", "de"], ["check", "--format", "xml"]])
def test_an_unknown_command_or_choice_is_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == EXIT_USAGE
    assert "mallisto" in capsys.readouterr().err


def helped(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit):
        main(arguments)
    return capsys.readouterr().out


def test_the_help_lists_commands_for_authors_and_for_maintainers_in_every_language(capsys: pytest.CaptureFixture[str]):
    groups = {"fi": ("mallin tekijälle:", "ylläpidolle:"), "sv": ("för den som skriver en modell:", "för förvaltningen:")}
    for language, (authors, maintainers) in groups.items():
        said = helped(capsys, "--language", language, "--help")
        assert said.index(authors) < said.index("\n    check ") < said.index(maintainers) < said.index("\n    lock ")
    assert "usage: mallisto check" in helped(capsys, "check", "--language", "en", "--help")


def test_every_help_is_there_and_no_word_of_it_is_english_in_another_language(capsys: pytest.CaptureFixture[str]):
    commands = re.findall(r"^    ([a-z]+) ", helped(capsys, "--help"), re.MULTILINE)

    for language, command in product(LANGUAGES, commands):
        said = helped(capsys, command, "--language", language, "--help")
        assert language == "en" or not re.search(r"\b(usage|options|positional|show|message|exit)\b", said), (language, command)


def test_wrong_use_is_told_in_the_language_of_the_terminal(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    for terminal, said in (("sv_FI.UTF-8", "filen finns inte"), ("en_GB.UTF-8", "no such file"), ("C.UTF-8", "tiedostoa ei ole")):
        monkeypatch.setenv("LC_ALL", terminal)
        assert wrong_use(capsys, "--root", root, "check", "ei-ole.yml") == f"ei-ole.yml: {said}\n"


def test_locking_writes_every_address_and_keeps_the_old_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti")
    assert main(["--root", str(root), "lock"]) == EXIT_OK
    path = Path(capsys.readouterr().out.strip())
    before = path.read_text("utf-8")
    assert "mallit/tykke/polku/#vaihe-referral\t" in before

    assert main(["--root", str(root), "lock"]) == EXIT_OK

    assert path.read_text("utf-8") == before


def test_nothing_is_locked_while_there_are_errors(root: Path, capsys: pytest.CaptureFixture[str]):
    spoil(root / "models/tykke.yml", "kind: pilot", "kind: kokeilu")

    assert "mallisto check" in wrong_use(capsys, "--root", root, "lock")
    assert not (root / "models/history").exists()


def test_a_page_of_the_last_publication_that_is_missing_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti")
    site = root / "site"
    for tail in ("", "tietoa/"):
        (site / tail).mkdir(parents=True, exist_ok=True)
        (site / tail / "index.html").write_text("", "utf-8")
    (site / "sitemap.xml").write_text("", "utf-8")
    published = tmp_path / "sitemap.xml"
    published.write_text("<loc>https://a.fi/x/</loc><loc>https://a.fi/x/tietoa/</loc>", "utf-8")

    whole = main(["--root", str(root), "compare", str(published)])
    published.write_text("<loc>https://a.fi/x/</loc><loc>https://a.fi/x/vanha/</loc>", "utf-8")
    capsys.readouterr()

    assert whole == EXIT_OK
    assert main(["--root", str(root), "compare", str(published)]) == PROBLEMS
    assert "/vanha/" in capsys.readouterr().out


def test_an_index_is_read_with_its_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti")
    for file in sitemap.files(["", "vanha/"], "https://a.fi/x/"):
        for folder in (root / "site", tmp_path / "julkaistu"):
            folder.mkdir(exist_ok=True)
            (folder / file.path).write_bytes(file.content)

    code = main(["--root", str(root), "compare", str(tmp_path / "julkaistu/sitemap.xml")])
    said = capsys.readouterr().out
    (tmp_path / "julkaistu/sitemap-1.xml").unlink()

    assert code == PROBLEMS
    assert {f"/{tail}" for tail in ("vanha/", "sv/", "sv/vanha/", "en/", "en/vanha/")} <= set(re.findall(r"/[a-z/]+/", said))
    assert main(["--root", str(root), "compare", str(tmp_path / "julkaistu/sitemap.xml")]) == EXIT_USAGE
    assert "sitemap-1.xml" in capsys.readouterr().err


def test_what_is_no_sitemap_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path / "projekti")
    (root / "site").mkdir()
    (root / "site" / "sitemap.xml").write_text("", "utf-8")
    (tmp_path / "page.html").write_text("<p>404</p>", "utf-8")

    assert main(["--root", str(root), "compare", str(tmp_path / "page.html")]) == EXIT_USAGE
    assert main(["--root", str(root), "compare", str(tmp_path / "nothing.xml")]) == EXIT_USAGE
    assert "sivukartta" in capsys.readouterr().err
