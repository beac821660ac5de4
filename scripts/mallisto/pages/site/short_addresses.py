"""Pages of short addresses: one for all languages, which leads on in the reader's or, without script, asks which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.addresses.redirects import Redirect
from mallisto.model import Model
from mallisto.pages.elements import link_targets
from mallisto.pages.elements.link_targets import LinkTarget
from mallisto.pages.elements.page_context import ICON, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.site.place_content import PlaceContent, of_place
from mallisto.pages.site.redirect_pages import styles

_SCRIPT = "assets/js/short-address.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    """What the page says in one language: where it leads, or why there is nothing more.

    `content` is what stands there, for packs and papers; `content_code` the short code of the place today.
    """

    code: str
    name: str
    title: str
    text: str
    href: str
    link: str
    accessibility: str
    accessibility_href: str
    content: PlaceContent | None
    content_code: str
    unknown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAddressView:
    """The page; it leads on by `script`. `picture` is what a pasted link shows. The first language is the page's own."""

    title: str
    icon: str
    picture: str
    script: str
    styles: tuple[str, ...]
    languages: tuple[LanguageView, ...]


def page(
    address: str, target: LinkTarget | None, model: Model | None, gone: Redirect | None, picture: str, contexts: Sequence[PageContext]
) -> Markup:
    """The page of a short address that leads to an address of the site, or tells why what was there is `gone`.

    `model` is the one the place belongs to; `contexts` are those of all languages, the default first.
    """
    own, languages = contexts[0], tuple(_in_language(address, target, model, gone, each) for each in contexts)
    view = ShortAddressView(
        title=languages[0].title,
        icon=own.asset(ICON),
        picture=picture,
        script="" if gone else own.asset(_SCRIPT),
        styles=styles(own),
        languages=languages,
    )
    return render("site/short-address", own, view)


def _in_language(address: str, target: LinkTarget | None, model: Model | None, gone: Redirect | None, context: PageContext) -> LanguageView:
    code, say = context.language.code, context.language.say
    unnamed = say("gone.title" if address in context.catalog.addresses.redirect_by_address else "moved.title")
    title = link_targets.title(target, context.language) if target else unnamed
    return LanguageView(
        code=code,
        name=say(f"layout.language.{code}"),
        title=title,
        text=str(context.language.pick(gone.gone)) if gone and gone.gone else "",
        href=context.href("" if gone else address),
        link=say("gone.link") if gone else title,
        accessibility=say("layout.accessibility"),
        accessibility_href=context.href(urls.ACCESSIBILITY),
        content=of_place(target, model, context) if target and not gone else None,
        content_code=context.catalog.addresses.code_by_address.get(target.address, "") if target else "",
        unknown=say("content.unknown"),
    )
