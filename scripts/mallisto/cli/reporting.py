"""Commands that report open tasks to editors and changes to reviewers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mallisto import checks
from mallisto.build import git_history
from mallisto.build.checking import Result, load
from mallisto.catalog.diff import Comparison, compare
from mallisto.cli.common import EXIT_OK, language_option, root_of
from mallisto.fields.decision_card import decision_card
from mallisto.fields.values import FieldReader
from mallisto.i18n.language import Language
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.model_reader import read_model_file
from mallisto.reading.problems import Problem, UsageError
from mallisto.reading.schema import MODEL, Schema
from mallisto.reports import adopters, completeness, formats, links, proposal, stale, summary, translations
from mallisto.reports.changes import Speaker, language_of

# So many fields a comment proposes to write next.
_NEXT = 5

Findings = Callable[[Result, argparse.Namespace], Iterator[Problem]]


def add_to(commands: Any) -> None:
    """Add the commands `translations`, `stale`, `links`, `lint`, `completeness` and `changes`."""
    for name, (summary_line, findings) in _REPORTS.items():
        command = commands.add_parser(name, help=summary_line)
        command.add_argument("ids", nargs="*", metavar="TUNNUS", help="mallin tunnus tai luonnoksen tiedosto (oletus: kaikki mallit)")
        command.add_argument("--format", choices=formats.FORMATS, default="text", help="tulosteen muoto")
        language_option(command)
        command.set_defaults(run=_report, findings=findings)

    listed = commands.add_parser("links", help="luettele mallien ja sanastojen verkko-osoitteet linkkien tarkistajalle")
    listed.add_argument("--format", choices=links.FORMATS, default="text", help="tulosteen muoto")
    listed.set_defaults(run=_links)

    changes = commands.add_parser("changes", help="kerro sanoin, mitä kahden tilan välillä on muuttunut")
    changes.add_argument("base", type=Path, metavar="ENNEN", help="mallin tiedosto tai kansio ennen muutosta")
    changes.add_argument("head", type=Path, metavar="JÄLKEEN", help="mallin tiedosto tai kansio muutoksen jälkeen")
    changes.add_argument("--format", choices=summary.FORMATS, default="text", help="tulosteen muoto")
    changes.add_argument("--language", choices=(*LANGUAGES, "auto"), default=DEFAULT, help="tulosteen kieli (auto: muutosten kieli)")
    changes.add_argument("--preview", default="", metavar="OSOITE", help="osoite, josta ehdotuksen mukaisen sivuston voi ladata")
    changes.set_defaults(run=_changes)


def _report(chosen: argparse.Namespace) -> int:
    """Findings about the models or drafts asked for; they are notes, so the command always ends well."""
    drafts = [Path(each) for each in chosen.ids if each.endswith(".yml")]
    result = load(root_of(chosen.root), date.today(), drafts)
    files = {**{model.id: model.where.file for model in result.catalog.models}, **{str(each): str(each) for each in drafts}}
    unknown = [each for each in chosen.ids if each not in files]
    if unknown:
        language = Language.of(chosen.language, result.schemas)
        raise UsageError(language.say("draft.no_model", id=unknown[0], known=", ".join(result.catalog.model_by_id)))
    wanted = {files[each] for each in chosen.ids}
    found = [each for each in chosen.findings(result, chosen) if not wanted or each.where.file in wanted]
    count = len(wanted) or len(result.catalog.models)
    text = formats.FORMATS[chosen.format](formats.Report.of(found, result.schemas, result.schema_names, chosen.language, count))
    if text:
        print(text)
    return EXIT_OK


def _translations(result: Result, chosen: argparse.Namespace) -> Iterator[Problem]:
    root = root_of(chosen.root)
    yield from translations.missing(result.catalog)
    history = git_history.log(root)
    if history is None:
        raise UsageError(Language.of(chosen.language, result.schemas).say("history.none"))
    found = git_history.revisions(root, history, result.schemas[MODEL])
    for model in result.catalog.models:
        document = read_model_file(root / model.where.file, model.where.file, result.schemas[MODEL]).document
        if document:
            yield from translations.outdated(document, found.get(model.id, ()))


def _links(chosen: argparse.Namespace) -> int:
    """Every web address, for a link checker."""
    result = load(root_of(chosen.root), date.today())
    print(links.FORMATS[chosen.format](dict.fromkeys(links.addresses(result.catalog))))
    return EXIT_OK


_REPORTS: Mapping[str, tuple[str, Findings]] = {
    "translations": ("luettele puuttuvat ja vanhentuneet käännökset", _translations),
    "stale": ("luettele mallit, joiden tarkistuspäivä on ohi tai lähellä", lambda result, _: stale.stale(result.catalog, date.today())),
    "lint": ("etsi merkit siitä, että teksti kertoo hankkeesta eikä mallista", lambda result, _: checks.lint(result.catalog)),
    "completeness": (
        "kerro, mitä malliin kannattaa kirjoittaa seuraavaksi",
        lambda result, _: completeness.to_write(result.catalog, result.schemas[MODEL]),
    ),
}


def _changes(chosen: argparse.Namespace) -> int:
    """What a reviewer sees: every model that differs between two files or folders."""
    result = load(root_of(chosen.root), date.today())
    before, after = _files(chosen.base), _files(chosen.head)
    if chosen.base.is_file() and chosen.head.is_file():
        before = {chosen.head.name: chosen.base}
    names = sorted({*before, *after})
    compared = {name: _compared(name, before.get(name), after.get(name), result.schemas[MODEL]) for name in names}
    told = [each for each in compared.values() if each]
    language = Language.of(language_of(told) if chosen.language == "auto" else chosen.language, result.schemas)
    speaker = Speaker.of(result.catalog, language)
    found = proposal.findings(result.problems, chosen.base, chosen.head)
    report = formats.Report.of(found.problems, result.schemas, result.schema_names, language.code, len(result.schema_names))
    new = {name: model for name in names if name not in before and (model := _new_model(Path(name).stem, result, language))}
    told_files = summary.files_of(compared, speaker)
    told_of = tuple(adopters.to_tell(compared, result.catalog, language))
    found_out = summary.Summary(
        files=told_files, speaker=speaker, report=report, untranslated=found.untranslated, new=new, preview=chosen.preview, adopters=told_of
    )
    text = summary.FORMATS[chosen.format](found_out)
    if text:
        print(text)
    return EXIT_OK


def _new_model(model_id: str, result: Result, language: Language) -> summary.NewModel | None:
    """What readers will see first of a new model; nothing of one with errors, whose overview nobody can make."""
    model = result.catalog.model_by_id.get(model_id)
    if model is None:
        return None
    card = decision_card(FieldReader(model, result.catalog, language))
    states = completeness.completeness(model)
    return summary.NewModel(
        name=str(language.pick(model.name)),
        summary=str(language.pick(model.summary)),
        facts=tuple((row.title, "; ".join(str(value.text) for value in row.values) or row.unknown) for row in card.rows),
        told=states.told,
        asked=len(states.states),
        next=tuple(language.question(field) for field in states.next[:_NEXT]),
    )


def _compared(name: str, before: Path | None, after: Path | None, schema: Schema) -> Comparison | None:
    """Compare two versions of a model; None if one of them exists but cannot be read."""
    old, new = (read_model_file(path, name, schema).document if path else None for path in (before, after))
    is_unreadable = (before and not old) or (after and not new)
    return None if is_unreadable else compare(old, new, schema)


def _files(path: Path) -> dict[str, Path]:
    """Return a file, or the models in a folder, by name; empty if the path does not exist."""
    return {each.name: each for each in sorted(path.glob("*.yml"))} if path.is_dir() else {path.name: path} if path.is_file() else {}
