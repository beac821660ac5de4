"""A page pasted into the form on GitHub becomes a draft, a proposal and an answer; the workflow's own steps run against the stand-in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT
from github.host import Host
from github.hosting import published
from github.server import serving
from mallisto.cli import EXIT_OK, main
from mallisto.drafts.issue_form import pasted_page
from repositories import a_repository

FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "ehdota-mallia.yml"
WORKFLOW = ROOT / ".github" / "workflows" / "draft.yml"
ADDRESS = "https://innokyla.fi/fi/toimintamalli/keksitty"
TEXT = """Toimintamallin nimi
Keksitty työpaja / Mallila

Toimintamallin lyhyt kuvaus

Työpaja auttaa. ### Ei otsikko

Tekijä

Kalle Keksitty

Kummat ja kamreerit **

<script>alert(1)</script> [x](javascript:alert(1)) ja @kaikki"""


def body(text: str = TEXT) -> str:
    """What GitHub makes of the form: each field's label and its answer."""
    address, pasted = (field["attributes"]["label"] for field in yaml.safe_load(FORM.read_text("utf-8"))["body"][1:])
    return f"### {address}\n\n{ADDRESS}\n\n### {pasted}\n\n```text\n{text}\n```\n"


def drafted(tmp_path: Path, text: str = TEXT) -> Path:
    root, issue = a_repository(tmp_path / "projekti", "tykke"), tmp_path / "issue.md"
    issue.write_text(body(text), "utf-8")
    assert main(["--root", str(root), "import", str(issue), "--issue", str(tmp_path / "draft")]) == EXIT_OK
    return tmp_path / "draft"


def test_the_form_gives_the_address_and_the_text_as_it_was_pasted():
    page = pasted_page(body())

    assert (page.address, page.text) == (ADDRESS, TEXT)
    assert pasted_page("Vain tekstiä").text == "Vain tekstiä"


def test_a_draft_has_an_id_of_its_name_the_address_of_its_page_and_an_account_without_persons(tmp_path: Path):
    draft = drafted(tmp_path)

    model = yaml.safe_load((draft / "model.yml").read_text("utf-8"))
    report = (draft / "report.md").read_text("utf-8")
    assert (draft / "id").read_text("utf-8") == model["id"] == "keksitty-tyopaja-mallila"
    assert ADDRESS in (draft / "model.yml").read_text("utf-8")
    assert "Keksitty" not in report
    assert [mark for mark in ("<script>", "[x](", "@kaikki") if mark in report] == []
    assert "Kalle" not in (draft / "model.yml").read_text("utf-8")


def test_the_id_of_a_model_that_is_there_is_not_taken_again(tmp_path: Path):
    draft = drafted(tmp_path, "Toimintamallin nimi\nTykke\n")

    assert (draft / "id").read_text("utf-8") == "tykke-2"


def test_the_workflow_proposes_the_draft_and_answers_where_the_page_was_pasted(tmp_path: Path):
    draft = drafted(tmp_path)
    project = published(tmp_path / "projekti" / "models", tmp_path / "repositories", "project", "mallisto")
    host = Host(project, members=frozenset({"robot"}), people=frozenset({"robot"}))

    with serving(host, tmp_path) as address:
        step = _last_step("write")
        own = {"GITHUB_API_URL": f"{address}/api/v3", "GITHUB_REPOSITORY": "project/mallisto", "GITHUB_SHA": project.head("main")}
        subprocess.run(
            [sys.executable, "-c", step["run"]],
            cwd=draft.parent,
            env={**os.environ, **own, "GH_TOKEN": "robot", "NUMBER": "7", "BASE": "main"},
            check=True,
        )

    (proposal,) = host.proposals
    (number, answer), report = host.comments[0], (draft / "report.md").read_text("utf-8")
    assert (proposal.branch, proposal.is_draft, proposal.files) == ("luonnos-7", True, [("A", "models/keksitty-tyopaja-mallila.yml")])
    assert project.blob("luonnos-7:models/keksitty-tyopaja-mallila.yml") == (draft / "model.yml").read_bytes()
    assert (number, report in answer, "#1" in answer) == (7, True, True)


@pytest.mark.parametrize("name", ["../paha", "Paha", "x; rm", ""])
def test_the_workflow_writes_under_no_other_name(name: str, tmp_path: Path):
    (tmp_path / "draft").mkdir()
    for file, content in (("id", name), ("report.md", ""), ("model.yml", "")):
        (tmp_path / "draft" / file).write_text(content, "utf-8")

    run = subprocess.run(
        [sys.executable, "-c", _last_step("write")["run"]],
        cwd=tmp_path,
        env={**os.environ, "NUMBER": "7"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "AssertionError" in run.stderr


def test_who_reads_the_pasted_text_may_not_write():
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]

    assert jobs["read"]["permissions"] == {"contents": "read"}
    assert "github.event.issue.body" not in json.dumps([step.get("run") for job in jobs.values() for step in job["steps"]])


def _last_step(job: str) -> dict[str, Any]:
    steps = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"][job]["steps"]
    return dict(steps[-1])
