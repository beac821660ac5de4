"""All models side by side as a table for spreadsheets: a line for each question, a column for each model."""

from __future__ import annotations

import csv
import io

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.comparison import GROUPS
from mallisto.export.csv import defused
from mallisto.export.json import LICENCE
from mallisto.fields.values import FieldReader
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language


def file(catalog: Catalog, language: Language) -> OutputFile:
    """The comparison of all models in one language."""
    say, asked = language.say, [FieldReader(model, catalog, language) for model in catalog.models]
    lines = [[say("compare.group"), say("compare.question"), *(str(language.pick(each.model.title)) for each in asked)]]
    for group in GROUPS:
        title = say(f"compare.group.{group.id}")
        for question in group.questions:
            lines.append([title, question.title(language), *(question.answer(each).words(language) for each in asked)])
    lines.append([say("export.licence"), LICENCE])
    return OutputFile(f"{language.prefix}{urls.COMPARISON}vertailu.{language.code}.csv", _written(lines))


def _written(lines: list[list[str]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([defused(cell) for cell in line] for line in lines)
    return written.getvalue().encode("utf-8-sig")
