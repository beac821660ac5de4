"""The tables of the site as a data package (https://datapackage.org/standard/data-package/), so that programs read them right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mallisto.addresses import data_urls, urls
from mallisto.comparison import GROUPS
from mallisto.files.output_file import OutputFile, json_file
from mallisto.i18n.language import Language
from mallisto.reading.languages import DEFAULT


def table_path(code: str) -> str:
    """Where the comparison of all models lies as a table in a language."""
    return f"{'' if code == DEFAULT else f'{code}/'}{urls.COMPARISON}vertailu.{code}.csv"


def file(languages: Iterable[Language], site_url: str) -> OutputFile:
    """The package: the comparison of all models in each language, with the name of every column."""
    content = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "mallisto",
        "homepage": urls.absolute("", "", site_url),
        "licenses": [{"name": "CC-BY-4.0", "title": data_urls.LICENCE, "path": data_urls.LICENCE_URL}],
        "resources": [_table(each) for each in languages],
    }
    return json_file(data_urls.PACKAGE, content)


def _table(language: Language) -> dict[str, Any]:
    columns = (
        language.say("export.model"),
        *(question.title(language) for group in GROUPS for question in group.questions),
        language.say("export.licence"),
    )
    return {
        "name": f"comparison-{language.code}",
        "type": "table",
        "title": language.say("data.models.title"),
        "path": table_path(language.code),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
        "schema": {"fields": [{"name": column, "type": "string"} for column in columns]},
    }
