"""The writer of the form: thousands of random edits of the real models, and the shapes a file may have."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from building import FIVE, ROOT
from mallisto import form
from mallisto.i18n.language import Language
from mallisto.reading.schema import Schemas
from writing import run

EDITS = 3000


def test_random_edits_write_no_wrong_value_lose_no_comment_and_touch_one_line_for_a_word(modules: Path, capsys: pytest.CaptureFixture[str]):
    models = [str(path) for path in sorted((FIVE / "models").glob("*.yml"))]

    done = run("edits.mjs", str(modules), str(EDITS), "20261122", *models)

    with capsys.disabled():
        sys.stdout.write(f"\n{sum(done['edits'].values())} edits of {len(models)} models, {done['comments']} comments: {done['edits']}\n")
    assert sum(done["edits"].values()) == EDITS
    assert min(done["edits"].values()) > 100
    assert done["wrong"] == []
    assert done["lost"] == []
    assert done["wide"] == []


def test_what_the_form_gives_back_unchanged_is_the_file_byte_for_byte(modules: Path):
    settings = form.file_format(Schemas.load(ROOT / "schemas"), Language.of("fi", Schemas.load(ROOT / "schemas")))
    files = [str(path) for folder in ("models", "models/vocabulary") for path in sorted((ROOT / folder).glob("*.yml"))]

    done = run("unchanged.mjs", str(modules), json.dumps(settings), *files)

    assert done == dict.fromkeys(files, True)


def test_what_a_file_does_not_list_is_refused_in_plain_words(modules: Path):
    schemas = Schemas.load(ROOT / "schemas")
    settings = form.file_format(schemas, Language.of("fi", schemas))

    done = run("refused.mjs", str(modules), json.dumps(settings), str(FIVE / "models" / "tykke.yml"))

    assert done["said"].endswith("tunnusta ”ei-ole” ei ole tässä mallissa. Lisää se ensin tai valitse toinen.")
    assert done["said"].startswith("Asiakkaan polku › ")


def test_two_peoples_words_are_joined_and_the_same_place_is_always_asked_about(modules: Path):
    models = [str(path) for path in sorted((FIVE / "models").glob("*.yml"))]

    done = run("merge.mjs", str(modules), "100", "20261128", *models)

    assert done == {"lost": [], "asked": 0, "unasked": 0}
