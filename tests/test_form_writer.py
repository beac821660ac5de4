"""The writer of the form: thousands of random edits of the real models, and the shapes a file may have."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from building import FIVE, ROOT
from mallisto import form
from mallisto.drafts.fold import fold
from mallisto.drafts.yaml_writer import as_yaml
from mallisto.i18n.language import Language
from mallisto.reading.schema import Schemas
from mallisto.reading.yaml_reader import read_file
from writing import run

EDITS = 1_500


def test_random_edits_write_no_wrong_value_lose_no_comment_and_touch_one_line_for_a_word(modules: Path, capsys: pytest.CaptureFixture[str]):
    models = [str(path) for path in sorted((FIVE / "models").glob("*.yml"))]

    done = run("edits.mjs", str(modules), str(EDITS), "20261122", *models)

    with capsys.disabled():
        sys.stdout.write(f"\n{sum(done['edits'].values())} edits of {len(models)} models, {done['comments']} comments: {done['edits']}\n")
    assert sum(done["edits"].values()) == EDITS
    assert min(done["edits"].values()) > EDITS / 30
    assert done["wrong"] == []
    assert done["lost"] == []
    assert done["wide"] == []


def test_what_the_form_gives_back_unchanged_is_the_file_byte_for_byte(modules: Path):
    settings = form.file_format(Schemas.load(ROOT / "schemas"), Language.of("fi", Schemas.load(ROOT / "schemas")))
    files = [str(path) for folder in ("models", "models/vocabulary") for path in sorted((ROOT / folder).glob("*.yml"))]

    done = run("unchanged.mjs", str(modules), json.dumps(settings), *files)

    assert done == dict.fromkeys(files, True)


def test_a_compact_file_is_edited_as_the_long_one_and_stays_compact(modules: Path, tmp_path: Path):
    schemas = Schemas.load(ROOT / "schemas")
    long = {
        path.stem: document.root for path in sorted((FIVE / "models").glob("*.yml")) if (document := read_file(path, path.name).document)
    }
    for name, root in long.items():
        (tmp_path / f"{name}.yml").write_text(as_yaml(fold(root, schemas["model"])), "utf-8")
    files = [str(tmp_path / f"{name}.yml") for name in long]
    settings = form.file_format(schemas, Language.of("fi", schemas))

    done = run("compact.mjs", str(modules), json.dumps(settings), "12", "20261130", *files)

    assert done["wrong"] == []
    assert done["wide"] == []
    assert {Path(file).stem: value for file, value in done["unfolded"].items()} == long


@pytest.mark.parametrize("is_compact", [False, True])
def test_the_name_of_what_a_list_lacks_is_one_text_in_the_form_and_stays_as_it_is_in_the_file(
    modules: Path, tmp_path: Path, *, is_compact: bool
):
    schemas = Schemas.load(ROOT / "schemas")
    text = (ROOT / "tests/cases/light/kevyt.yml").read_text("utf-8")
    text = text.replace("municipalities: ['297']", "municipalities: ['297', {name: Esimerkkikylä}]")
    text = text.replace("{organisation: esimerkkila,", "{organisation: {name: Esimerkkisäätiö},")
    path = tmp_path / "kevyt.yml"
    path.write_text(text, "utf-8")
    if is_compact:
        document = read_file(path, path.name).document
        assert document is not None
        path.write_text(as_yaml(fold(document.root, schemas["model"])), "utf-8")
    settings = form.file_format(schemas, Language.of("fi", schemas))

    done = run("names.mjs", str(modules), json.dumps(settings), str(path))

    assert done["municipalities"] == ["297", "name: Esimerkkikylä"]
    assert done["organisation"] == "name: Esimerkkisäätiö"
    assert done["unchanged"] == path.read_text("utf-8")
    assert done["named"] == path.read_text("utf-8").replace("Esimerkkisäätiö", "Toinen säätiö")


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
