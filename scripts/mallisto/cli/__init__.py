"""The command line: arguments in, exit code out. The only room that prints."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files as resources
from pathlib import Path

from mallisto.build import pipeline
from mallisto.build.checking import Result, load
from mallisto.catalog import lock_file, project_files
from mallisto.cli import drafting, packing, renaming, reporting
from mallisto.cli.common import EXIT_OK, EXIT_USAGE, PROBLEMS, language_option, no_file, root_of
from mallisto.cli.parser import Commands, Parser, Words, language_of
from mallisto.drafts import copied_sentences
from mallisto.export import reference, sitemap
from mallisto.reading.editor_schema import editor_schema
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.model_reader import read_model_file
from mallisto.reading.problems import Problem, Severity, UsageError
from mallisto.reading.schema import MODEL, Schemas
from mallisto.reports import formats, hyphenation

__all__ = ["EXIT_OK", "EXIT_USAGE", "PROBLEMS", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 fine, 1 problems, 2 wrong use."""
    given = sys.argv[1:] if arguments is None else arguments
    language = language_of(given, os.environ)
    chosen = _parser(Words(language)).parse_args(given)
    try:
        return int(chosen.run(chosen))
    except UsageError as error:
        print(error.said(language), file=sys.stderr)
        return EXIT_USAGE


def _parser(translated: Words) -> Parser:
    usage = f"mallisto [--root {translated('KANSIO')}] {translated('KOMENTO')} …"
    told = translated("Työkyvyn tuen toimintamallit: tarkista, kuvaa ja julkaise.")
    parser = Parser(translated=translated, prog="mallisto", usage=usage, description=told)
    parser.add_argument("--root", type=Path, default=None, metavar="KANSIO", help="projektin kansio (oletus: lähin, jossa on mkdocs.yml)")
    parser.add_argument("--language", choices=LANGUAGES, dest="language_of_help", help="ohjeen kieli (oletus: päätteen kieli)")
    commands = Commands(parser, translated)

    check = commands.add_parser("check", help="tarkista mallit ja sanastot")
    check.add_argument("paths", nargs="*", type=Path, metavar="POLKU", help="tiedosto tai kansio; luonnos muualtakin (oletus: kaikki)")
    check.add_argument("--format", choices=formats.FORMATS, default="text", help="tulosteen muoto")
    language_option(check)
    check.set_defaults(run=_check)

    lock_file = commands.add_parser("lock", help="kirjaa julkaistut osoitteet pysyviksi")
    lock_file.set_defaults(run=_lock)

    compare = commands.add_parser("compare", help="vertaa rakennettua sivustoa edellisen julkaisun sivukarttaan")
    compare.add_argument("sitemap", type=Path, metavar="SIVUKARTTA", help="edellisen julkaisun sitemap.xml, osat vieressä")
    compare.add_argument("--site", type=Path, default=None, help="rakennettu sivusto (oletus: kansio site)")
    compare.add_argument("--language", choices=LANGUAGES, default=DEFAULT, help="tulosteen kieli")
    compare.set_defaults(run=_compare)

    hyphens = commands.add_parser("hyphens", help="luettele kaavion pitkät sanat, joilta puuttuvat tavutuskohdat")
    hyphens.add_argument("--write", action="store_true", help="lisää ehdotukset luetteloihin tarkistettaviksi")
    hyphens.set_defaults(run=_hyphens)

    schema = commands.add_parser("schema", help="kuvaa mallin kentät")
    kind = schema.add_mutually_exclusive_group(required=True)
    kind.add_argument("--docs", action="store_true", help=translated("kirjoita kenttäluettelo (Markdown)"))
    kind.add_argument("--editor", action="store_true", help=translated("kirjoita skeema, jota tekstieditorit käyttävät (schemas/editor)"))
    schema.add_argument("--language", choices=LANGUAGES, default=DEFAULT, help="luettelon kieli")
    schema.set_defaults(run=_schema)

    drafting.add_to(commands)
    packing.add_to(commands)
    renaming.add_to(commands)
    reporting.add_to(commands)
    return parser


def _check(chosen: argparse.Namespace) -> int:
    root = root_of(chosen.root)
    wanted = _wanted(chosen.paths, root)
    drafts = [path for path in wanted if not _in_place(path).is_relative_to(root / project_files.MODELS)]
    result = pipeline.check(root, date.today(), drafts)
    names = {_name(root, path, drafts) for path in wanted}
    found = sorted((*result.problems, *_copied(root, result)), key=lambda each: each.order)
    problems = [each for each in found if not names or each.where.file in names]
    files = len(names) or len(result.schema_names)
    report = formats.Report.of(problems, result.schemas, result.schema_names, chosen.language, files)
    text = formats.FORMATS[chosen.format](report)
    if text:
        print(text)
    return PROBLEMS if any(each.severity is Severity.ERROR for each in problems) else EXIT_OK


def _copied(root: Path, result: Result) -> Iterator[Problem]:
    """Sentences of the source in models that were imported here: the fingerprints of the source lie in the folder of drafts."""
    for file in result.files:
        source = copied_sentences.saved(root / drafting.DRAFTS / file.path.name) if file.schema == MODEL else frozenset()
        document = read_model_file(file.path, file.name, result.schemas[MODEL]).document if source else None
        if document:
            yield from copied_sentences.copied(document, source)


def _wanted(paths: Sequence[Path], root: Path) -> list[Path]:
    """Return the files to report on: given files, and those in given folders; of a folder around `models/` only the models."""
    wanted: list[Path] = []
    for path in paths:
        if path.is_dir():
            holds_models = (root / project_files.MODELS).is_relative_to(path.resolve())
            below = sorted((root / project_files.MODELS if holds_models else path).rglob("*.yml"))
            if not below:
                raise UsageError.about(path, "kansiossa ei ole malleja", "inga modeller i mappen", "no models in this folder")
            wanted += below
        elif path.exists() or path.is_symlink():
            wanted.append(path)
        else:
            raise no_file(path)
    return wanted


def _name(root: Path, path: Path, drafts: Sequence[Path]) -> str:
    return str(path) if path in drafts else _in_place(path).relative_to(root).as_posix()


def _in_place(path: Path) -> Path:
    """Return the path with its folder resolved; the file may be a link, which the reader rejects."""
    return path.parent.resolve() / path.name


def _lock(chosen: argparse.Namespace) -> int:
    root = root_of(chosen.root)
    result = pipeline.check(root, date.today())
    if result.has_errors:
        raise UsageError.about("mallisto check", "korjaa ensin virheet", "rätta felen först", "mend the errors first")
    path = root / project_files.PUBLISHED
    path.parent.mkdir(exist_ok=True)
    path.write_text(lock_file.locked(result.catalog), "utf-8")
    print(path)
    return EXIT_OK


def _compare(chosen: argparse.Namespace) -> int:
    root = root_of(chosen.root)
    folder = chosen.site or root / "site"
    _existing(folder / sitemap.INDEX)
    published = _sitemap(chosen.sitemap)
    if not sitemap.tails(published):
        raise UsageError.about(chosen.sitemap, "ei ole sivukartta", "är ingen sitemap", "is no sitemap")
    built = {page.parent.relative_to(folder).as_posix() for page in folder.rglob("index.html")}
    tails = {"" if each == "." else f"{each}/" for each in built}
    problems = tuple(sitemap.dropped(published, tails, str(chosen.sitemap)))
    print(formats.as_text(formats.Report.of(problems, Schemas.load(root / "schemas"), {}, chosen.language, 1)))
    return PROBLEMS if problems else EXIT_OK


def _sitemap(path: Path) -> str:
    """The text of a sitemap; of an index, those of its parts, which lie beside it."""
    text = _existing(path).read_text("utf-8")
    parts = sitemap.parts(text)
    return "\n".join(_existing(path.parent / name).read_text("utf-8") for name in parts) if parts else text


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise no_file(path)
    return path


def _hyphens(chosen: argparse.Namespace) -> int:
    catalog = load(root_of(chosen.root), date.today()).catalog
    for code in LANGUAGES:
        lines = hyphenation.proposals(hyphenation.missing(catalog, code), code)
        for line in lines:
            print(f"{code} {line}")
        if chosen.write and lines:
            hyphenation.added(Path(str(resources("mallisto"))) / "strings" / f"hyphens.{code}.txt", lines)
    return EXIT_OK


def _schema(chosen: argparse.Namespace) -> int:
    schemas = Schemas.load(root_of(chosen.root) / "schemas")
    if chosen.editor:
        print(json.dumps(editor_schema(schemas[MODEL]), ensure_ascii=False, indent=2))
    else:
        print(reference.markdown(schemas, chosen.language), end="")
    return EXIT_OK
