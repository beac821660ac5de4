"""Commands for drafting models and exporting them to another service."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Any

from mallisto.build.checking import Result, load
from mallisto.catalog import project_files
from mallisto.cli.common import EXIT_OK, language_option, no_file, root_of
from mallisto.drafts import area_tables, copied_sentences, import_report, innokyla, issue_form, page_to_draft, skeleton
from mallisto.drafts.fold import fold
from mallisto.drafts.fold_file import SCHEMA_LINE, folded
from mallisto.drafts.issue_form import PastedPage
from mallisto.drafts.yaml_writer import Tree, as_yaml
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.mends import id_of
from mallisto.reading.problems import Problem, UsageError
from mallisto.reading.schema import MODEL, Schemas
from mallisto.reading.yaml_reader import MAX_BYTES, content_of
from mallisto.reports.markdown import cell

DRAFTS = "luonnokset"

# Ids made of long names stay short enough for an address.
_LONGEST_ID = 40
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def add_to(commands: Any) -> None:
    """Add the commands `new`, `import`, `fold`, `export` and `areas`."""
    new = commands.add_parser("new", help="aloita uusi malli: tyhjä pohja, jossa on kysymykset")
    new.add_argument("id", metavar="TUNNUS", help="mallin tunnus, esimerkiksi oma-malli")
    language_option(new)
    new.set_defaults(run=_new)

    pasted = commands.add_parser("import", help="tee luonnos Innokylän tai Kokeilunpaikan sivulta kopioidusta tekstistä")
    pasted.add_argument("file", metavar="TIEDOSTO", nargs="?", type=Path, help="tekstitiedosto (oletus: liitä teksti komennon perään)")
    pasted.add_argument("--id", default="luonnos", metavar="TUNNUS", help="mallin tunnus (oletus: luonnos)")
    pasted.add_argument("--issue", metavar="KANSIO", type=Path, help="lue GitHubin lomake ja kirjoita luonnos ja selostus kansioon")
    language_option(pasted)
    pasted.set_defaults(run=_import)

    fold = commands.add_parser("fold", help="kirjoita mallin tiedosto tiiviiseen muotoon; tiedot pysyvät samoina")
    fold.add_argument("files", metavar="TIEDOSTO", nargs="+", type=Path, help="mallin tiedosto")
    fold.set_defaults(run=_fold)

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
    answers: Mapping[str, Tree] = {"upkeep.added": date.today().isoformat()}
    tree = skeleton.skeleton(result.schemas[MODEL], chosen.id, answers, chosen.language)
    _write(path, as_yaml(tree, (SCHEMA_LINE, *language.say("draft.new_head").splitlines())))
    print(language.say("draft.written", path=_shown(path)))
    return EXIT_OK


def _import(chosen: argparse.Namespace) -> int:
    if chosen.issue:
        return _import_issue(chosen)
    root = root_of(chosen.root)
    path = _free(root, chosen.id)
    text = _pasted(chosen.file)
    result = load(root, date.today())
    language = Language.of(chosen.language, result.schemas)
    draft = _drafted(PastedPage("", text), chosen.id, result)
    report_text = import_report.report_of(draft, language)
    report = path.with_suffix(".raportti.txt")
    _write(path, _imported_yaml(draft, result, language))
    _write(report, report_text)
    copied_sentences.save(text, path)
    print(report_text)
    print(language.say("draft.imported", path=_shown(path), report=_shown(report)))
    return EXIT_OK


def _import_issue(chosen: argparse.Namespace) -> int:
    """For a workflow: the draft of a page pasted into the form on GitHub, its id, and an account that may be published."""
    result = load(root_of(chosen.root), date.today())
    language = Language.of(chosen.language, result.schemas)
    page = issue_form.pasted_page(_pasted(chosen.file))
    draft = _drafted(page, "luonnos", result)
    name = draft.tree.get("name")
    model_id = _unused_id(str(name["fi"]) if isinstance(name, Mapping) else "", result)
    chosen.issue.mkdir(parents=True, exist_ok=True)
    _write(chosen.issue / "model.yml", _imported_yaml(replace(draft, tree={**draft.tree, "id": model_id}), result, language))
    lines = import_report.public_lines(draft, language)
    report = (f"- {cell(line.strip())}" if line.startswith("  ") else f"{cell(line)}\n" for line in lines)
    _write(chosen.issue / "report.md", "\n".join(report) + "\n")
    _write(chosen.issue / "id", model_id)
    return EXIT_OK


def _drafted(page: PastedPage, model_id: str, result: Result) -> page_to_draft.Draft:
    return page_to_draft.draft(page.text, model_id, result.catalog, date.today().isoformat(), page.address)


def _imported_yaml(draft: page_to_draft.Draft, result: Result, language: Language) -> str:
    return as_yaml(fold(draft.tree, result.schemas[MODEL]), (SCHEMA_LINE, *language.say("draft.import_head").splitlines()))


def _unused_id(name: str, result: Result) -> str:
    """An id made of a model's name that no model has."""
    first = id_of(name)[:_LONGEST_ID].rstrip("-") or "luonnos"
    ids = chain([first], (f"{first}-{number}" for number in count(2)))
    return next(each for each in ids if not result.catalog.has_file(each))


def _fold(chosen: argparse.Namespace) -> int:
    """Rewrite files in the compact form, all or none."""
    schema = Schemas.load(root_of(chosen.root) / "schemas")[MODEL]
    texts = {path: folded(_content(path), str(path), schema) for path in chosen.files}
    for path, text in texts.items():
        before = path.read_text("utf-8")
        path.write_text(text, "utf-8")
        print(f"{path}: {before.count(chr(10))} → {text.count(chr(10))}")
    return EXIT_OK


def _content(path: Path) -> bytes:
    content = content_of(path, str(path))
    if isinstance(content, Problem):
        raise no_file(path)
    return content


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


def _free(root: Path, model_id: str) -> Path:
    """Return the path of a new draft; UsageError rather than overwriting a model or another draft."""
    if not _ID.fullmatch(model_id):
        raise UsageError(f"{model_id}: a–z, 0–9, - (oma-malli)")
    path = root / DRAFTS / f"{model_id}.yml"
    for taken in (path, root / project_files.MODELS / path.name):
        if taken.exists():
            raise UsageError.about(taken, "on jo olemassa", "finns redan", "exists already")
    return path


def _pasted(file: Path | None) -> str:
    if file is not None and not file.is_file():
        raise no_file(file)
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
