"""One module per kind of page: its view, from the catalog to finished strings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mallisto.addresses import training_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.pages.elements.page_context import Page, PageContext
from mallisto.pages.model import booklet, checklist, history, memo, overview, role_descriptions, sources
from mallisto.pages.pathway import pathway_page
from mallisto.pages.slides import slides_page
from mallisto.pages.training import route_page, section_page

# The chapters of a model, which the booklet holds one after another.
_CHAPTERS: Mapping[str, Callable[[Model, PageContext], Page]] = {
    urls.PATHWAY: pathway_page.page,
    urls.ROLES: role_descriptions.model_page,
    urls.CHECKLIST: checklist.page,
    urls.SOURCES: sources.page,
}
_OTHERS: Mapping[str, Callable[[Model, PageContext], Page]] = {
    urls.HISTORY: history.page,
    urls.MEMO: memo.page,
}


def of_model(model: Model, catalog: Catalog, language: Language, site_url: str) -> Iterator[Page]:
    """The pages of a model in one language."""

    def at(part: str = "") -> PageContext:
        return PageContext.for_address(catalog, language, urls.model_page(model.id, part))

    there = urls.parts_of(model)
    whole = overview.page(model, at())
    yield whole
    chapters = [build(model, at(part)) for part, build in _CHAPTERS.items() if part in there]
    yield from chapters
    yield from (build(model, at(part)) for part, build in _OTHERS.items() if part in there)
    if urls.SLIDES in there:
        yield slides_page.page(model, at(urls.SLIDES), site_url)
    if urls.BOOKLET in there:
        yield booklet.page(model, whole, chapters, at(urls.BOOKLET))


def of_training(catalog: Catalog, language: Language) -> Iterator[Page]:
    """The pages of every section and route of the training material, in one language."""
    material = catalog.training
    if material is None:
        return
    for section in material.sections:
        yield from section_page.pages(
            material, section, PageContext.for_address(catalog, language, training_urls.training_section(section.id))
        )
    for route in material.routes:
        page = route_page.page(material, route, PageContext.for_address(catalog, language, training_urls.route(route.id)))
        yield from (page,) if page else ()
