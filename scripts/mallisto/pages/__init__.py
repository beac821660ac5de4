"""One module per kind of page: its view, from the catalog to finished strings."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.pages.elements.page_context import Page, PageContext
from mallisto.pages.model import booklet, checklist, history, memo, overview, role_descriptions, sources
from mallisto.pages.pathway import pathway_page
from mallisto.pages.slides import slides_page
from mallisto.pages.training import section_page


def of_model(model: Model, catalog: Catalog, language: Language) -> Iterator[Page]:
    """The pages of a model in one language."""
    whole = overview.page(model, PageContext.for_address(catalog, language, urls.model_page(model.id)))
    yield whole
    builders = (
        (pathway_page.page, urls.PATHWAY),
        (role_descriptions.model_page, urls.ROLES),
        (checklist.page, urls.CHECKLIST),
        (sources.page, urls.SOURCES),
    )
    chapters = [build(model, PageContext.for_address(catalog, language, urls.model_page(model.id, part))) for build, part in builders]
    yield from chapters
    yield history.page(model, PageContext.for_address(catalog, language, urls.model_page(model.id, urls.HISTORY)))
    yield booklet.page(model, whole, chapters, PageContext.for_address(catalog, language, urls.model_page(model.id, urls.BOOKLET)))
    yield memo.page(model, PageContext.for_address(catalog, language, urls.model_page(model.id, urls.MEMO)))
    yield slides_page.page(model, PageContext.for_address(catalog, language, urls.model_page(model.id, urls.SLIDES)))


def of_training(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The pages of every section of the training material, in one language."""
    material = catalog.training
    if material is None:
        return
    for section in material.sections:
        yield from section_page.pages(material, section, PageContext.for_address(catalog, language, urls.training_section(section.id)))
