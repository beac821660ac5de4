"""Everything that is made of one model: its own files, and what it contributes to pages about several models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mallisto import pages, search
from mallisto.build import link_pages, text_pages
from mallisto.build.rendered import Rendered
from mallisto.build.store import Rows, encoded
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import AnyChannel
from mallisto.catalog.facets import FACETS
from mallisto.export import atom, checklist, comparison, json, pathway, statements
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.pages.choosing import fit_finder, model_list, relations
from mallisto.pages.choosing.comparison import COLUMN, column_file
from mallisto.pages.elements.adoptions import ADOPTIONS
from mallisto.pages.elements.link_targets import PLACES
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles import guidance, role_card
from mallisto.pages.site import acts, gaps, own_municipality, plots, upkeep
from mallisto.pages.training import model_paths
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.reports import news
from mallisto.search.postings import FoundEntry

_CHANNELS: tuple[AnyChannel, ...] = (
    FACETS,
    PLACES,
    COLUMN,
    model_list.CARD,
    model_list.FRONT_CARD,
    relations.RELATIONS,
    fit_finder.FIT,
    guidance.GUIDE,
    gaps.GAPS,
    acts.ACT_USES,
    own_municipality.LOCAL,
    ADOPTIONS,
    json.ADOPTED,
    upkeep.UPKEEP,
    news.NEWS,
    plots.PLOT,
    model_paths.PATHS,
    comparison.CELLS,
    json.API,
)


def files(model: Model, catalog: Catalog, schemas: Schemas, rendered: Rendered, found: FoundEntry) -> Iterator[OutputFile]:
    """The files about one model alone; `found` is how the finder finds it."""
    yield from found.files()
    yield json.of_model(model, schemas, rendered.site_url)
    yield from json.of_old_ids(model, catalog, schemas, rendered.site_url)
    yield from link_pages.short_addresses_of_model(model, catalog, schemas, rendered.site_url)
    written: list[tuple[str, str]] = []
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        made = tuple(pages.of_model(model, catalog, language, rendered.site_url))
        for page in made:
            yield rendered.stamped(page, PageContext.for_address(catalog, language, page.address))
        written += [(page.address, str(page.chapter)) for page in made if code == DEFAULT]
        yield text_pages.of_model(made, model, language, rendered.site_url)
        yield column_file(model, catalog, language)
        yield fit_finder.of_model(model, catalog, language)
        yield atom.of_model(model, catalog, language, rendered.site_url)
        if model.checklist or model.criteria:
            yield checklist.of_model(model, catalog, language)
        yield from pathway.files(model, catalog, language, rendered.site_url)
        yield from link_pages.of_model(model, catalog, language, rendered.site_url)
    yield statements.of_model(model, catalog, statements.places(written), schemas, rendered.site_url)


def channels(catalog: Catalog) -> tuple[AnyChannel, ...]:
    """Everything that a shared file may declare to read."""
    return (*_CHANNELS, *map(role_card.role_channel, catalog.vocabulary.roles))


def contributions(model: Model, catalog: Catalog, schemas: Schemas, found: FoundEntry) -> Rows:
    """What the model contributes to every channel: the channel's name, the language, nothing for a neutral one, and the value as JSON."""
    made = (
        (channel.name, "" if channel.is_neutral else code, channel.make(model, catalog, Language.of(code, schemas)))
        for channel in channels(catalog)
        for code in ((DEFAULT,) if channel.is_neutral else LANGUAGES)
    )
    rows = tuple((name, code, encoded(value)) for name, code, value in made if value is not None)
    return (*rows, *found_rows([found]))


def found_rows(found: Iterable[FoundEntry]) -> Rows:
    """What entries contribute to the channels of the finder."""
    return tuple((channel.name, "", encoded(value)) for channel, value in search.contributions(found))
