"""What the workflows do with a stranger's proposal: its models are data, and nothing else of it counts."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from building import ROOT, miniature
from mallisto.cli import main
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import Location, Problem, Severity
from mallisto.reports import proposal
from mistakes import CASES, Edit
from repositories import a_repository, spoil

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

# The mistakes that people make most when they write a model by hand, each a case of its own.
TWELVE = (
    "tab-as-indentation",
    "colon-in-a-text",
    "special-word-on",
    "word-of-another-language-for-a-value",
    "swedish-name-missing",
    "misspelt-field",
    "role-that-does-not-exist",
    "id-used-twice",
    "finnish-date",
    "number-with-spaces-and-euros",
    "misspelt-web-address",
    "step-nobody-leads-to",
)


def git(root: Path, *arguments: str) -> str:
    who = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"), "x")
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    run = subprocess.run(["git", *arguments], cwd=root, env={**os.environ, **who, **own}, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def test_only_regular_yaml_of_the_models_is_taken_from_a_commit(tmp_path: Path):
    root = tmp_path / "ehdotus"
    for name in (
        "models/hyva.yml",
        "models/vocabulary/roles.yml",
        "models/history/published.txt",
        "scripts/paha.py",
        "models/Paha Nimi.yml",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("id: x\n", "utf-8")
    (root / "models/a/b").mkdir(parents=True)
    (root / "models/a/b/syva.yml").write_text("id: x\n", "utf-8")
    (root / "models/linkki.yml").symlink_to("/etc/passwd")
    (root / "models/iso.yml").write_text("x" * 500_001, "utf-8")
    (root / "models/ohjelma.sh").write_text("exit 1\n", "utf-8")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")

    subprocess.run([ROOT / "scripts/proposal.sh", git(root, "rev-parse", "HEAD"), tmp_path / "tieto"], cwd=root, check=True)

    taken = {path.relative_to(tmp_path / "tieto").as_posix() for path in (tmp_path / "tieto").rglob("*") if path.is_file()}
    assert taken == {"models/hyva.yml", "models/vocabulary/roles.yml", "models/history/published.txt"}


def test_labels_follow_from_the_paths():
    paths = [
        "models/tykke.yml",
        "models/vocabulary/roles.yml",
        "docs/index.md",
        "docs/assets/css/tokens.css",
        "scripts/x.py",
        ".github/x.yml",
        "a\nb",
    ]

    run = subprocess.run([ROOT / ".github/labels.sh"], input="\0".join(paths) + "\0", capture_output=True, text=True, check=True)

    assert set(run.stdout.split()) == {"malli", "sanasto", "ohjeet", "sivut", "ohjelma", "työnkulut"}


@pytest.mark.parametrize(("language", "words"), [("fi", "Mitä tässä ehdotuksessa muuttuu"), ("sv", "Vad som ändras i det här förslaget")])
def test_the_comment_speaks_the_language_of_the_changed_texts(
    language: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    before, after = a_repository(tmp_path / "ennen", "tykke"), a_repository(tmp_path / "jalkeen", "tykke")
    old = {"fi": "Palvelut ovat hajallaan.", "sv": "Tjänsterna är utspridda."}[language]
    spoil(after / "models/tykke.yml", old, f"{old[:-1]} @kaikki <b>.")
    spoil(after / "models/tykke.yml", "kind: pilot", "kind: kokeilu")

    main(["--root", str(after), "changes", str(before / "models"), str(after / "models"), "--format", "comment", "--language", "auto"])

    said = capsys.readouterr().out
    assert f"### {words}" in said
    assert "@kaikki" not in said
    assert "<b>" not in said
    assert "models/tykke.yml" in said
    main(["--root", str(after), "changes", str(before / "models"), str(after / "models"), "--format", "json", "--language", "auto"])
    assert json.loads(capsys.readouterr().out)["language"] == language


def test_a_comment_tells_notes_of_the_lines_touched_only_and_counts_open_translations(tmp_path: Path):
    before, after = tmp_path / "ennen", tmp_path / "jalkeen"
    for folder, text in ((before, "a\nb\nc\n"), (after, "a\nB\nc\n")):
        (folder / "vocabulary").mkdir(parents=True)
        (folder / "yksi.yml").write_text(text, "utf-8")
        (folder / "vocabulary" / "roles.yml").write_text("a\n", "utf-8")

    def note(file: str, line: int, code: str = "summary.passive", severity: Severity = Severity.NOTE) -> Problem:
        return Problem(Location(f"models/{file}", line, 1, ()), code, severity=severity)

    touched, untouched, elsewhere = note("yksi.yml", 2), note("yksi.yml", 3), note("vocabulary/roles.yml", 1)
    gap, error = note("yksi.yml", 2, "text.translation_missing"), note("vocabulary/roles.yml", 1, "role.unknown", Severity.ERROR)

    found = proposal.findings([touched, untouched, elsewhere, gap, error], before, after)

    assert found == proposal.Findings((error, touched), 1)


def test_a_new_model_is_shown_as_readers_will_see_it_with_what_to_write_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    before, after = miniature(tmp_path / "ennen"), miniature(tmp_path / "jalkeen")
    spoil(after / "models" / "esimerkki.yml", "id: esimerkki", "id: uusi")
    (after / "models" / "esimerkki.yml").rename(after / "models" / "uusi.yml")
    shutil.copy(before / "models" / "esimerkki.yml", after / "models")

    address = "https://esimerkki.example/esikatselu"
    main(["--root", str(after), "changes", str(before / "models"), str(after / "models"), "--format", "comment", "--preview", address])

    said = capsys.readouterr().out
    assert "Uusi malli: **Esimerkkimalli**. Esimerkkimalli auttaa työttömiä Esimerkkilässä." in said
    assert "| Kenelle |" in said
    assert "| Mitä seurasi |" in said
    assert re.search(r"Mallissa kerrotaan \d+ niistä \d+ asiasta", said)
    assert f"[Lataa esikatselu]({address})" in said
    assert "lisätty" not in said


def test_a_proposal_of_models_alone_waits_for_no_test():
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "pull-request.yml").read_text("utf-8"))["jobs"]

    assert jobs["test"]["if"] == "needs.paths.outputs.program == 'true'"
    assert ":!models/" in str(jobs["paths"]["steps"])
    assert all("needs" not in jobs[each] for each in ("check", "build"))


@pytest.mark.parametrize("case", TWELVE)
def test_each_of_the_twelve_mistakes_is_told_in_the_terminal_and_beside_its_line(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    edit = Edit(**yaml.safe_load((CASES / case / "edit.yml").read_text("utf-8")))
    root = a_repository(tmp_path / "projekti", Path(edit.file).stem)
    edit.made_in(root)

    for language in LANGUAGES:
        main(["--root", str(root), "check", str(root / edit.file), "--language", language])
        terminal = re.findall(r"^([^\s:]+):(\d+):(\d+): ", capsys.readouterr().out, re.MULTILINE)
        main(["--root", str(root), "check", str(root / edit.file), "--format", "github", "--language", language])
        said = capsys.readouterr().out
        assert terminal == re.findall(r"^::(?:error|warning) file=(.*?),line=(\d+),col=(\d+),", said, re.MULTILINE)
        assert "::error " in said or (case == "special-word-on" and "yaml.boolean_word" not in said and "::warning " in said)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_that_may_write_runs_nothing_of_a_proposal(path: Path):
    workflow = yaml.safe_load(path.read_text("utf-8"))

    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        may_write = "write" in job["permissions"].values()
        steps = " ".join(str(step) for step in job["steps"])
        assert not (may_write and ("actions/checkout" in steps or "make " in steps or ".venv" in steps)), path.name
        assert "github.event.pull_request.title" not in steps
        assert all(re.search(r"@[0-9a-f]{40}$", step["uses"]) for step in job["steps"] if "uses" in step)
