"""Every file that tells of several models or of none, with the channels it declares to read. All may read the heads of the models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from mallisto import form, pages, search
from mallisto.addresses import training_urls, urls
from mallisto.build import link_pages, npm_assets, text_pages, theme_stylesheet
from mallisto.build.finder_script import finder_script
from mallisto.build.page_frame import filled, slots
from mallisto.build.rendered import Rendered, language_of, tail_of
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.contributions import AnyChannel
from mallisto.catalog.facets import FACETS
from mallisto.export import atom, comparison, data_package, dcat, json, openapi, review_calendar, site_texts, sitemap, skos
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Role
from mallisto.pages.choosing import fit_finder
from mallisto.pages.elements.link_targets import PLACES
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.pathway import grid_stylesheet
from mallisto.pages.roles import role_card
from mallisto.pages.roles.role_card import role_channel
from mallisto.pages.site import form as form_page
from mallisto.pages.site.slots import SLOTS
from mallisto.pages.training.model_paths import PATHS
from mallisto.pages.training.section_file import section_file
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.reports import news
from mallisto.search import query_words


@dataclass(frozen=True, slots=True)
class Sources:
    """What shared files are made of: a catalog without models, the schemas, and what the site generator rendered."""

    catalog: Catalog
    schemas: Schemas
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class Shared:
    """Files that are made together. `make` gets a catalog that refuses every channel but those it `reads`; `text` is what it is made of
    besides, such as an authored page.
    """

    name: str
    make: Callable[[Sources], Iterable[OutputFile]]
    reads: tuple[AnyChannel, ...] = ()
    text: str = ""


def shared_files(sources: Sources) -> Iterator[Shared]:
    """All of them; no two have one name."""
    yield Shared("form", lambda at: form.files(at.schemas, at.rendered.repository, at.rendered.sign_in))
    yield Shared("fit", lambda at: fit_finder.shared_files(at.catalog, at.schemas), (fit_finder.FIT,))
    if sources.rendered.folder:
        text = theme_stylesheet.usage(sources.rendered, sources.rendered.folder)
        yield Shared("theme", partial(_theme, text), text=text)
    yield Shared("grid", lambda _: [grid_stylesheet.file()])
    yield Shared("api", lambda at: json.files(at.catalog, at.schemas, at.rendered.site_url), (json.API, json.ADOPTED, FACETS))
    yield Shared(
        "short addresses",
        lambda at: link_pages.short_addresses_of_shared(at.catalog, at.schemas, at.rendered.site_url),
        (PLACES, *(role_channel(each) for each in sources.catalog.roles_in_use)),
    )
    yield Shared("search", _search, (*search.CHANNELS, FACETS), " ".join(npm_assets.stemmers()))
    yield Shared("open data", _open_data)
    yield Shared("sitemap", _sitemap, text=" ".join(sorted(sources.rendered.authored)))
    for code in LANGUAGES:
        yield from _of_language(code, sources)
    for path, text in sources.rendered.authored.items():
        if names := slots(text):
            reads = tuple(channel for name in names for channel in SLOTS[name].reads)
            yield Shared(path, partial(_filled, path), reads, text)


def _of_language(code: str, sources: Sources) -> Iterator[Shared]:
    written = "\0".join(text for path, text in sources.rendered.authored.items() if language_of(path) == code)
    yield Shared(f"{code} comparison", partial(_comparison, code), (comparison.CELLS,))
    yield Shared(f"{code} query words", partial(_query_words, code))
    yield Shared(f"{code} feed", partial(_feed, code), (news.NEWS,))
    yield Shared(f"{code} reviews", partial(_reviews, code))
    for role in sources.catalog.roles_in_use:
        yield Shared(f"{code} role {role.id}", partial(_role, code, role), (role_channel(role),))
    yield Shared(f"{code} training", partial(_training, code), (PLACES, PATHS))
    yield Shared(f"{code} links", partial(_links, code), (PLACES,))
    yield Shared(f"{code} cards", partial(_cards, code), text=written)
    yield Shared(f"{code} form", partial(_form, code))


def _theme(text: str, at: Sources) -> Iterator[OutputFile]:
    if at.rendered.folder:
        yield theme_stylesheet.file(text, at.rendered.folder)


def _search(at: Sources) -> Iterator[OutputFile]:
    index = search.Index.of(at.catalog, at.schemas)
    yield from index.files()
    yield finder_script(index.release)


def _open_data(at: Sources) -> Iterator[OutputFile]:
    """What tells programs of the data: portals, those who write a client, crawlers and assistants."""
    languages, site_url = [Language.of(code, at.schemas) for code in LANGUAGES], at.rendered.site_url
    english = Language.of("en", at.schemas)
    yield skos.file(at.catalog, at.schemas, site_url)
    yield dcat.file(at.catalog, languages, site_url)
    yield data_package.file(languages, site_url)
    yield openapi.file((head.id for head in at.catalog.heads), english, site_url)
    yield from site_texts.files(at.catalog, english, site_url)


def _sitemap(at: Sources) -> Iterator[OutputFile]:
    tails = {tail_of(path) for path in at.rendered.authored if path.endswith("index.html")}
    tails |= {address for address in at.catalog.addresses.all if "#" not in address}
    yield from sitemap.files(tails, at.rendered.site_url)


def _short_addresses(at: Sources) -> Iterator[OutputFile]:
    yield from link_pages.short_addresses_of_shared(at.catalog, at.schemas, at.rendered.site_url)


def _comparison(code: str, at: Sources) -> Iterator[OutputFile]:
    yield comparison.file(at.catalog, Language.of(code, at.schemas))


def _query_words(code: str, at: Sources) -> Iterator[OutputFile]:
    yield query_words.file(at.catalog, Language.of(code, at.schemas))


def _feed(code: str, at: Sources) -> Iterator[OutputFile]:
    yield atom.of_site(at.catalog, Language.of(code, at.schemas), at.rendered.site_url)


def _reviews(code: str, at: Sources) -> Iterator[OutputFile]:
    yield from review_calendar.files(at.catalog, Language.of(code, at.schemas), at.rendered.site_url)


def _role(code: str, role: Role, at: Sources) -> Iterator[OutputFile]:
    context = PageContext.for_address(at.catalog, Language.of(code, at.schemas), urls.role_page(role.id))
    page = role_card.page(role, context)
    yield at.rendered.stamped(page, context)
    yield text_pages.of_page(page, context.language, at.rendered.site_url)


def _training(code: str, at: Sources) -> Iterator[OutputFile]:
    language = Language.of(code, at.schemas)
    for page in pages.of_training(at.catalog, language):
        yield at.rendered.stamped(page, PageContext.for_address(at.catalog, language, page.address))
    if training := at.catalog.training:
        for section in training.sections:
            text = section_file(training, section, at.catalog, language, at.rendered.site_url)
            yield OutputFile(f"{language.prefix}{training_urls.section_file(section.id)}", text.encode())


def _links(code: str, at: Sources) -> Iterator[OutputFile]:
    yield from link_pages.of_shared(at.catalog, Language.of(code, at.schemas), at.rendered.site_url)


def _cards(code: str, at: Sources) -> Iterator[OutputFile]:
    written = {tail_of(path): text for path, text in at.rendered.authored.items() if language_of(path) == code}
    yield from link_pages.of_written(written, Language.of(code, at.schemas))


def _form(code: str, at: Sources) -> Iterator[OutputFile]:
    language, repository = Language.of(code, at.schemas), at.rendered.repository
    context = PageContext.for_address(at.catalog, language, urls.FORM)
    yield link_pages.page(urls.FORM, form_page.page(context, repository, form.api(repository)), language)


def _filled(path: str, at: Sources) -> Iterator[OutputFile]:
    """An authored page with its slots filled."""
    context = PageContext.for_address(at.catalog, Language.of(language_of(path), at.schemas), tail_of(path))
    text = at.rendered.authored[path]
    whole = filled(text, {name: SLOTS[name].fill(context) for name in slots(text)})
    yield OutputFile(path, whole.encode())
    yield from text_pages.of_written(path, whole, at.rendered.site_url)
