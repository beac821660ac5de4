"""All models side by side as a table for spreadsheets: a line for each question, a column for each model."""

from __future__ import annotations

import csv
import io

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.comparison import GROUPS
from mallisto.export.csv import defused
from mallisto.export.json import LICENCE
from mallisto.fields.values import FieldReader
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model


def file(catalog: Catalog, language: Language) -> OutputFile:
    """The comparison of all models in one language."""
    say, cells = language.say, catalog.contributed(CELLS, language)
    lines = [[say("compare.group"), say("compare.question"), *(str(language.pick(head.title)) for head in catalog.heads)]]
    asked = ((group, question) for group in GROUPS for question in group.questions)
    for number, (group, question) in enumerate(asked):
        lines.append([say(f"compare.group.{group.id}"), question.title(language), *(answers[number] for answers in cells.values())])
    lines.append([say("export.licence"), LICENCE])
    return OutputFile(f"{language.prefix}{urls.COMPARISON}vertailu.{language.code}.csv", _written(lines))


def _cells(model: Model, catalog: Catalog, language: Language) -> tuple[str, ...]:
    """What a model answers to every question, in their order."""
    reader = FieldReader(model, catalog, language)
    return tuple(question.answer(reader).words(language) for group in GROUPS for question in group.questions)


CELLS: Channel[tuple[str, ...]] = Channel("comparison-csv", tuple[str, ...], _cells)


def _written(lines: list[list[str]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([defused(cell) for cell in line] for line in lines)
    return written.getvalue().encode("utf-8-sig")
