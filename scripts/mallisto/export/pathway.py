"""A model's pathway as files to take along, one of each form in each language."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.export import bpmn, csv, svg
from mallisto.export.metadata import About
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model


def files(model: Model, catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """BPMN, SVG and CSV of a model's pathway in one language; nothing of a model without one."""
    if not model.pathway.steps:
        return
    about = About.of(model, catalog, language, site_url)
    contents = {
        "bpmn": bpmn.diagram(model, catalog, about, language),
        "svg": svg.picture(model, catalog.layout_of(model), about, language),
        "csv": csv.table(model, about, language),
    }
    for ending in urls.DOWNLOADS:
        yield OutputFile(f"{language.prefix}{urls.download(model.id, ending)}", contents[ending])
