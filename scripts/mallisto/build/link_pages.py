"""What others link to and what their services show of it: short addresses, pages that lead on, cards of pasted links and of frames."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.addresses.redirects import Redirect
from mallisto.catalog.catalog import Catalog
from mallisto.export import atom, oembed, pathway, qr, social_cards
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language, capital
from mallisto.model import Model
from mallisto.pages.elements import embed, link_targets
from mallisto.pages.elements.link_targets import LinkTarget
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site import redirect_pages

_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')


def of_model(model: Model, catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """The short addresses of everything in a model, a card of each of its pages, and the model for other people's pages."""
    known = tuple(link_targets.of_model(model, catalog))
    yield from _short({each.address: each for each in known}, catalog, language, site_url)
    below = language.value("kind", model.kind).capitalize()
    for each in known:
        if each.address == each.page:
            kind = "" if each.kind == "model" else link_targets.heading(each.kind, language)
            yield social_cards.file(each.page, social_cards.Card(title=str(language.pick(model.name)), kind=kind, below=below), language)
    yield from _embedded(model, catalog, language, site_url)


def of_shared(catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """The same of roles, terms and the training material, and what answers at every address that is gone."""
    known = tuple(link_targets.of_shared(catalog))
    pages = {each.page: each for each in known if each.address == each.page}
    below = language.say("card.site")
    for page, each in pages.items():
        title = capital(str(language.pick(each.name)))
        yield social_cards.file(page, social_cards.Card(title=title, kind=link_targets.heading(each.kind, language), below=below), language)
    gone = {address: link_targets.at(catalog.target_of(address), catalog) for address in catalog.redirect_by_address}
    yield from _short({**gone, **{each.address: each for each in known}}, catalog, language, site_url)
    for address, answer in catalog.redirect_by_address.items():
        if not answer.anchor:
            yield from _passages(answer, gone[address], catalog, language, site_url)


def of_written(tails: Mapping[str, str], language: Language) -> Iterator[OutputFile]:
    """A card of each page that people wrote, by its address and text."""
    for address, text in tails.items():
        if found := _TITLE.search(text):
            below = language.say("card.site") if address else ""
            yield social_cards.file(address, social_cards.Card(title=html.unescape(found[1]), below=below), language)


def _short(known: Mapping[str, LinkTarget | None], catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """The short address of each address that has a code, and its picture for cameras."""
    for address, place in known.items():
        if code := catalog.code_by_address.get(address):
            short = urls.short(code)
            context = PageContext.for_address(catalog, language, short)
            yield page(short, _short_page(address, place, context, site_url), language)
            yield OutputFile(f"{language.prefix}{urls.qr(code)}", qr.picture(urls.absolute(short, language.prefix, site_url)))


def _short_page(address: str, place: LinkTarget | None, context: PageContext, site_url: str) -> Markup:
    """It leads on; where that page only leads on itself and the place is gone, it tells why."""
    answers = context.catalog.redirect_by_address
    answer = answers.get(address)
    if answer and answer.to is None and answer.page != address and answer.page in answers and answers[answer.page].to is not None:
        return redirect_pages.gone(answer, (), context)
    title = link_targets.title(place, context.language) if place else ""
    return redirect_pages.short(title, context.catalog.target_of(address), _card(place, context.language), context, site_url)


def _passages(answer: Redirect, place: LinkTarget | None, catalog: Catalog, language: Language, site_url: str) -> Iterator[OutputFile]:
    """What stands where a page was; where that was a model, its card, its answer to other systems, its feed and files lead on too."""

    def passage(told: Redirect, parts: Iterable[Redirect] = ()) -> OutputFile:
        context = PageContext.for_address(catalog, language, told.address)
        if told.to is None:
            return page(told.address, redirect_pages.gone(told, parts, context), language)
        title = link_targets.title(place, language) if place else ""
        return page(told.address, redirect_pages.moved(told.to, title, parts, _card(place, language), context, site_url), language)

    yield passage(answer, catalog.redirects_on(answer.address))
    old = urls.model_of(answer.address)
    if old is None:
        return
    model = catalog.model_by_old_id.get(old)
    yield passage(replace(answer, address=urls.card(old), to=urls.card(model.id) if model else answer.to))
    if model:
        context = PageContext.for_address(catalog, language, urls.card(model.id))
        framed = oembed.of_model(model, language, str(embed.frame(model, context, site_url)), site_url)
        yield replace(framed, path=f"{language.prefix}{urls.oembed(old)}")
        yield replace(atom.of_model(model, catalog, language, site_url), path=f"{language.prefix}{urls.feed(old)}")
        for ending, each in zip(urls.DOWNLOADS, pathway.files(model, catalog, language, site_url), strict=True):
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
