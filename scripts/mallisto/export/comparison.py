"""All models side by side as a table for spreadsheets: a row for each model, a column for each question."""

from __future__ import annotations

from mallisto.addresses import data_urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import Channel
from mallisto.comparison import GROUPS
from mallisto.export import data_package
from mallisto.export.csv import written
from mallisto.fields.values import FieldReader
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model


def file(catalog: Catalog, language: Language) -> OutputFile:
    """The comparison of all models in one language. An answer says in brackets how it is known."""
    questions = [question for group in GROUPS for question in group.questions]
    rows = [[language.say("export.model"), *(question.title(language) for question in questions), language.say("export.licence")]]
    cells = catalog.contributed(CELLS, language)
    rows += [[str(language.pick(head.title)), *cells[head.id], data_urls.LICENCE] for head in catalog.heads]
    return OutputFile(data_package.table_path(language.code), written(rows))


def _cells(model: Model, catalog: Catalog, language: Language) -> tuple[str, ...]:
    """What a model answers to every question, in their order."""
    reader = FieldReader(model, catalog, language)
    return tuple(question.answer(reader).words(language) for group in GROUPS for question in group.questions)


CELLS: Channel[tuple[str, ...]] = Channel("comparison-csv", tuple[str, ...], _cells)
