"""All models side by side as a table for spreadsheets: a row for each model, a column for each question."""

from __future__ import annotations

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.comparison import GROUPS, ModelReader
from mallisto.export.csv import written
from mallisto.export.json import LICENCE
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language


def file(catalog: Catalog, language: Language) -> OutputFile:
    """The comparison of all models in one language. An answer says in brackets how it is known."""
    questions = [question for group in GROUPS for question in group.questions]
    rows = [[language.say("export.model"), *(each.title(language) for each in questions), language.say("export.licence")]]
    for model in catalog.models:
        reader = ModelReader(model, catalog, language)
        rows.append([str(language.pick(model.title)), *(each.answer(reader).words(language) for each in questions), LICENCE])
    return OutputFile(f"{language.prefix}{urls.COMPARISON}vertailu.{language.code}.csv", written(rows))
