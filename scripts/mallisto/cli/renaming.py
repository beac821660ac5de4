"""The command that gives a model another id, in every file that names it."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from mallisto.addresses import urls
from mallisto.build.checking import Result, load
from mallisto.cli.common import EXIT_OK, root_of
from mallisto.drafts import renaming
from mallisto.reading.problems import UsageError
from mallisto.reading.yaml_reader import FILE_NAME


def add_to(commands: Any) -> None:
    """Add the command `rename`."""
    command = commands.add_parser("rename", help="vaihda mallin tunniste kaikkialla, ja ohjaa vanhat osoitteet uusiin")
    command.add_argument("old", metavar="VANHA", help="mallin nykyinen tunniste")
    command.add_argument("new", metavar="UUSI", help="mallin uusi tunniste")
    command.set_defaults(run=_rename)


def _rename(chosen: argparse.Namespace) -> int:
    root, old, new = root_of(chosen.root), chosen.old, chosen.new
    result = load(root, date.today())
    catalog = result.catalog
    _refuse(old, new, result)

    def text_of(name: str) -> str:
        path = root / name
        return path.read_text("utf-8") if path.is_file() else ""

    for name, text in renaming.files(catalog, old, new, text_of).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
        print(name)
    for file in renaming.own_files(catalog, old) if old in catalog.model_by_id else ():
        (root / file).unlink()
    return EXIT_OK


def _refuse(old: str, new: str, result: Result) -> None:
    """UsageError where the ids do not fit. Somebody may have renamed the file by hand already: then its mentions are what is left."""
    heads = result.catalog.head_by_id
    was = {urls.model_around(each.address) for each in result.catalog.history.published}
    is_begun = old not in heads and old in was and new in heads
    if old not in heads and not is_begun:
        raise UsageError.about(old, "mallia ei ole", "modellen finns inte", "no such model")
    if not FILE_NAME.fullmatch(f"{new}.yml"):
        raise UsageError.about(new, "tunniste ei kelpaa", "identifieraren duger inte", "not a valid id")
    if new in was or (new in heads and not is_begun):
        raise UsageError.about(new, "tunniste on jo käytetty", "identifieraren är redan använd", "the id has been used already")
    if result.has_errors and not is_begun:
        raise UsageError.about("mallisto check", "korjaa ensin virheet", "rätta felen först", "mend the errors first")
