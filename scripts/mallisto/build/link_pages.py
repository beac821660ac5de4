"""What others link to and what their services show of it: short addresses, redirects, cards of pasted links and of frames."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.addresses.redirects import Redirect
from mallisto.catalog.catalog import Catalog
from mallisto.export import atom, oembed, pathway, social_cards
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language, capital
from mallisto.model import Model
from mallisto.pages.elements import embed, link_targets
from mallisto.pages.elements.link_targets import LinkTarget
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site import redirect_pages, short_addresses
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.schema import Schemas

_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')


def of_model(model: Model, catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """The card of a model, and the model for other people's pages."""
    card = social_cards.Card(title=str(language.pick(model.name)), below=language.value("kind", model.kind).capitalize())
    yield social_cards.file(urls.model_page(model.id), card, language)
    yield from _embedded(model, catalog, language, site_url)
    for old in catalog.addresses.old_ids_of(model):
        yield from _under_old_id(old, model, catalog, language, site_url)


def of_shared(catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """Cards of the roles' and the training material's pages, and what answers at every address that is gone."""
    below = language.say("card.site")
    for target in link_targets.of_shared(catalog):
        if target.is_page:
            title, kind = capital(str(language.pick(target.name))), link_targets.heading(target.kind, language)
            yield social_cards.file(target.page, social_cards.Card(title=title, kind=kind, below=below), language)
    for answer in catalog.addresses.redirect_by_address.values():
        if not answer.anchor:
            yield from _passages(answer, _target(answer.address, catalog, language), catalog, language, site_url)


def short_addresses_of_model(model: Model, catalog: Catalog, schemas: Schemas, site_url: str) -> Iterator[OutputFile]:
    """The short address of everything in a model: a page for all languages."""
    places = {each.address: each for each in link_targets.of_model(model, catalog)}
    yield from _short_addresses(places, model, catalog, schemas, site_url)


def short_addresses_of_shared(catalog: Catalog, schemas: Schemas, site_url: str) -> Iterator[OutputFile]:
    """The same of roles, terms and the training material, and of every address that is gone."""
    known = {each.address: each for each in link_targets.of_shared(catalog)}
    gone = {address: _target(address, catalog, Language.of(DEFAULT, schemas)) for address in catalog.addresses.redirect_by_address}
    yield from _short_addresses({**gone, **known}, None, catalog, schemas, site_url)


def of_written(tails: Mapping[str, str], language: Language) -> Iterator[OutputFile]:
    """A card of each page that people wrote, by its address and text."""
    for address, text in tails.items():
        if found := _TITLE.search(text):
            below = language.say("card.site") if address else ""
            yield social_cards.file(address, social_cards.Card(title=html.unescape(found[1]), below=below), language)


def _target(address: str, catalog: Catalog, language: Language) -> LinkTarget | None:
    """What stands where a published address leads to."""
    return link_targets.at(catalog.addresses.target_of(address), PageContext.for_address(catalog, language, ""))


def _short_addresses(
    known: Mapping[str, LinkTarget | None], model: Model | None, catalog: Catalog, schemas: Schemas, site_url: str
) -> Iterator[OutputFile]:
    """The page at the short address of each address that has a code."""
    languages = [Language.of(code, schemas) for code in LANGUAGES]
    for address, target in known.items():
        if code := catalog.addresses.code_by_address.get(address):
            path = urls.short(code)
            contexts = [PageContext(catalog, language, f"{'../' * path.count('/')}{language.prefix}") for language in languages]
            yield OutputFile(f"{path}index.html", _short_address(address, target, model, contexts, site_url).encode())


def _short_address(address: str, target: LinkTarget | None, model: Model | None, contexts: Sequence[PageContext], site_url: str) -> Markup:
    """It leads on; where that page only leads on itself and the place is gone, it tells why."""
    catalog = contexts[0].catalog
    answer = catalog.addresses.redirect_by_address.get(address)
    of_page = catalog.addresses.redirect_by_address.get(answer.page) if answer and answer.anchor and answer.to is None else None
    picture = urls.absolute(_card(target, contexts[0].language), "", site_url)
    gone = answer if of_page and of_page.to else None
    return short_addresses.page(catalog.addresses.target_of(address), target, model, gone, picture, contexts)


def _passages(answer: Redirect, place: LinkTarget | None, catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """What stands where a page was; where that was a model, its card, its answer to other systems, its feed and files lead on too."""

    def passage(told: Redirect, parts: Iterable[Redirect] = ()) -> OutputFile:
        context = PageContext.for_address(catalog, language, told.address)
        if told.to is None:
            return page(told.address, redirect_pages.gone(told, parts, context), language)
        title = link_targets.title(place, language) if place else ""
        return page(told.address, redirect_pages.moved(told.to, title, parts, _card(place, language), context, site_url), language)

    yield passage(answer, catalog.addresses.redirects_on(answer.address))
    old = urls.model_of(answer.address)
    if old is None:
        return
    new = catalog.addresses.id_by_old_id.get(old)
    yield passage(replace(answer, address=urls.card(old), to=urls.card(new) if new else answer.to))


def _under_old_id(old: str, model: Model, catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """What other systems read at the addresses of a model's former id."""
    context = PageContext.for_address(catalog, language, urls.card(model.id))
    framed = oembed.of_model(model, language, str(embed.frame(model, context, site_url)), site_url)
    yield replace(framed, path=f"{language.prefix}{urls.oembed(old)}")
    yield replace(atom.of_model(model, catalog, language, site_url), path=f"{language.prefix}{urls.feed(old)}")
    for ending, each in zip(urls.DOWNLOADS, pathway.files(model, catalog, language, site_url), strict=False):
        yield replace(each, path=f"{language.prefix}{urls.download(old, ending)}")


def _card(place: LinkTarget | None, language: Language) -> str:
    """The picture of a page, or the site's."""
    return social_cards.path(place.page if place else "", language)


def _embedded(model: Model, catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """What shows a model on other people's pages."""
    context = PageContext.for_address(catalog, language, urls.card(model.id))
    yield page(urls.card(model.id), embed.card(model, context, site_url), language)
    yield oembed.of_model(model, language, str(embed.frame(model, context, site_url)), site_url)


def page(address: str, text: Markup, language: Language) -> OutputFile:
    """A page of a language at its address."""
    return OutputFile(f"{language.prefix}{address}index.html", text.encode())
