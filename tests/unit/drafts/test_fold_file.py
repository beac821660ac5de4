"""The command that rewrites a model's file in the compact form."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import FIVE, ROOT
from mallisto.cli import EXIT_OK, EXIT_USAGE, main
from mallisto.reading.model_reader import read_model_file
from mallisto.reading.schema import Schemas
from repositories import a_repository, spoil

SCHEMA = Schemas.load(ROOT / "schemas")["model"]


def test_a_folded_file_says_the_same_in_fewer_lines_and_folding_it_again_changes_nothing(tmp_path: Path):
    root = a_repository(tmp_path, "tykke")
    path = root / "models/tykke.yml"

    assert main(["--root", str(root), "fold", str(path)]) == EXIT_OK

    once = path.read_text("utf-8")
    before, after = (read_model_file(each, "a.yml", SCHEMA).document for each in (FIVE / "models" / "tykke.yml", path))
    assert before is not None
    assert after is not None
    assert after.root == before.root
    assert once.count("\n") < 0.7 * (FIVE / "models" / "tykke.yml").read_text("utf-8").count("\n")
    assert once.startswith(
        "# yaml-language-server: $schema=../schemas/editor/model.schema.json\n# Kirjoitusohje: CONTRIBUTING.md\nid: tykke\n"
    )
    main(["--root", str(root), "fold", str(path)])
    assert path.read_text("utf-8") == once


@pytest.mark.parametrize("comment", ["# laji\nkind: pilot", "kind: pilot # laji"])
def test_a_file_with_a_comment_is_left_as_it_is(comment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = a_repository(tmp_path, "tykke")
    path = root / "models/tykke.yml"
    spoil(path, "kind: pilot", comment)
    before = path.read_text("utf-8")

    assert main(["--root", str(root), "fold", str(path)]) == EXIT_USAGE
    assert path.read_text("utf-8") == before
    assert str(path) in capsys.readouterr().err
