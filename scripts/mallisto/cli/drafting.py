"""Commands for drafting models and exporting them to another service."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mallisto.build.checking import load
from mallisto.catalog import project_files
from mallisto.cli.common import EXIT_OK, language_option, root_of
from mallisto.drafts import area_tables, import_report, innokyla, page_to_draft, skeleton
from mallisto.drafts.yaml_writer import Tree, as_yaml, in_order
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import UsageError
from mallisto.reading.schema import MODEL, Schemas
from mallisto.reading.yaml_reader import MAX_BYTES

DRAFTS = "luonnokset"

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def add_to(commands: Any) -> None:
    """Add the commands `new`, `import`, `export` and `areas`."""
    new = commands.add_parser("new", help="aloita uusi malli: tyhjä pohja, jossa on kysymykset")
    new.add_argument("id", metavar="TUNNUS", help="mallin tunnus, esimerkiksi oma-malli")
    language_option(new)
    new.set_defaults(run=_new)

    pasted = commands.add_parser("import", help="tee luonnos Innokylän tai Kokeilunpaikan sivulta kopioidusta tekstistä")
    pasted.add_argument("file", metavar="TIEDOSTO", nargs="?", type=Path, help="tekstitiedosto (oletus: liitä teksti komennon perään)")
    pasted.add_argument("--id", default="luonnos", metavar="TUNNUS", help="mallin tunnus (oletus: luonnos)")
    language_option(pasted)
    pasted.set_defaults(run=_import)

    exported = commands.add_parser("export", help="tulosta malli tekstinä toiseen palveluun")
    exported.add_argument("id", metavar="TUNNUS", help="mallin tunnus")
    exported.add_argument("--as", dest="form", choices=_FORMS, default="innokyla", help="minkä palvelun järjestyksessä")
    language_option(exported)
    exported.set_defaults(run=_export)

    written = commands.add_parser("areas", help="kirjoita alueet ja viranomaiset sanastoihin kansion scripts/areas taulukoista")
    written.set_defaults(run=_areas)


_FORMS = {"innokyla": innokyla.as_text}


def _new(chosen: argparse.Namespace) -> int:
    root = root_of(chosen.root)
    path = _free(root, chosen.id)
    result = load(root, date.today())
    language = Language.of(chosen.language, result.schemas)
    today = date.today()
    answers: Mapping[str, Tree] = {
        "upkeep.added": today.isoformat(),
        "upkeep.last_reviewed": today.isoformat(),
        "upkeep.review_by": _in_a_year(today),
        "upkeep.translations": {"sv": {"status": "missing"}, "en": {"status": "missing"}},
    }
    tree = skeleton.skeleton(result.schemas[MODEL], chosen.id, answers, chosen.language)
    _write(path, as_yaml(tree, (_SCHEMA, *language.say("draft.new_head").splitlines())))
    print(language.say("draft.written", path=_shown(path)))
    return EXIT_OK


def _import(chosen: argparse.Namespace) -> int:
    root = root_of(chosen.root)
    path = _free(root, chosen.id)
    text = _pasted(chosen.file)
    result = load(root, date.today())
    language = Language.of(chosen.language, result.schemas)
    today = date.today()
    draft = page_to_draft.draft(text, chosen.id, result.catalog, today.isoformat(), _in_a_year(today))
    tree = in_order(draft.tree, result.schemas[MODEL])
    report_text = import_report.report_of(draft, language)
    report = path.with_suffix(".raportti.txt")
    _write(path, as_yaml(tree, (_SCHEMA, *language.say("draft.import_head").splitlines())))
    _write(report, report_text)
    print(report_text)
    print(language.say("draft.imported", path=_shown(path), report=_shown(report)))
    return EXIT_OK


def _areas(chosen: argparse.Namespace) -> int:
    root = root_of(chosen.root)
    schemas = Schemas.load(root / "schemas")
    tables = area_tables.AreaTables.read(root / area_tables.FOLDER)
    path = root / project_files.VOCABULARY / "organisations.yml"
    languages = [Language.of(code, schemas) for code in LANGUAGES]
    path.write_text(area_tables.organisations(path.read_text("utf-8"), tables, languages), "utf-8")
    path.with_name("areas.yml").write_text(area_tables.areas(tables), "utf-8")
    return EXIT_OK


def _export(chosen: argparse.Namespace) -> int:
    result = load(root_of(chosen.root), date.today())
    model = result.catalog.model_by_id.get(chosen.id)
    language = Language.of(chosen.language, result.schemas)
    if model is None:
        raise UsageError(language.say("draft.no_model", id=chosen.id, known=", ".join(result.catalog.model_by_id)))
    print(_FORMS[chosen.form](model, result.catalog, language), end="")
    return EXIT_OK


# Editors take hover texts, completion and snippets from this; the folder of drafts is beside the schemas.
_SCHEMA = "yaml-language-server: $schema=../schemas/model.schema.json"


def _free(root: Path, model_id: str) -> Path:
    """Return the path of a new draft; UsageError rather than overwriting a model or another draft."""
    if not _ID.fullmatch(model_id):
        raise UsageError(f"{model_id}: a–z, 0–9, - (esimerkiksi / till exempel / for example: oma-malli)")
    path = root / DRAFTS / f"{model_id}.yml"
    for taken in (path, root / project_files.MODELS / path.name):
        if taken.exists():
            raise UsageError(f"{taken}: on jo olemassa / finns redan / exists already")
    return path


def _pasted(file: Path | None) -> str:
    if file is not None and not file.is_file():
        raise UsageError(f"{file}: tiedostoa ei ole / filen finns inte / no such file")
    content = file.read_bytes() if file else sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UsageError(f"{file or '-'}: > {MAX_BYTES}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _in_a_year(today: date) -> str:
    return f"{today.year + 1}{today.isoformat()[4:]}".replace("-02-29", "-02-28")
