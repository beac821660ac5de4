"""Pages of short addresses: one for all languages, which leads on in the reader's or, without script, asks which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.addresses.redirects import Redirect
from mallisto.pages.elements import link_targets
from mallisto.pages.elements.link_targets import LinkTarget
from mallisto.pages.elements.page_context import ICON, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.site.redirect_pages import styles

_SCRIPT = "assets/js/short-address.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    """What the page says in one language: where it leads, or why there is nothing more."""

    code: str
    name: str
    title: str
    text: str
    href: str
    link: str
    accessibility: str
    accessibility_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAddressView:
    """The page; it leads on by `script`. `picture` is what a pasted link shows. The first language is the page's own."""

    title: str
    icon: str
    picture: str
    script: str
    styles: tuple[str, ...]
    languages: tuple[LanguageView, ...]


def leading_on(address: str, target: LinkTarget | None, picture: str, contexts: Sequence[PageContext]) -> Markup:
    """The page of a short address that leads to an address of the site; `contexts` are those of the languages, the default first."""

    def in_language(context: PageContext) -> LanguageView:
        unnamed = "gone.title" if address in context.catalog.answers else "moved.title"
        title = link_targets.title(target, context.language) if target else context.language.say(unnamed)
        return _in_language(context, title=title, text="", href=context.href(address), link=title)

    return _page(tuple(map(in_language, contexts)), contexts[0], picture, contexts[0].asset(_SCRIPT))


def gone(answer: Redirect, contexts: Sequence[PageContext]) -> Markup:
    """The page of a short address whose place is gone, from a page that has moved: the reason, in every language."""

    def in_language(context: PageContext) -> LanguageView:
        say, reason = context.language.say, str(context.language.pick(answer.gone)) if answer.gone else ""
        return _in_language(context, title=say("gone.title"), text=reason, href=context.href(""), link=say("gone.link"))

    return _page(tuple(map(in_language, contexts)), contexts[0], picture="", script="")


def _in_language(context: PageContext, *, title: str, text: str, href: str, link: str) -> LanguageView:
    code, say = context.language.code, context.language.say
    return LanguageView(
        code=code,
        name=say(f"layout.language.{code}"),
        title=title,
        text=text,
        href=href,
        link=link,
        accessibility=say("layout.accessibility"),
        accessibility_href=context.href(urls.ACCESSIBILITY),
    )


def _page(languages: tuple[LanguageView, ...], own: PageContext, picture: str, script: str) -> Markup:
    view = ShortAddressView(
        title=languages[0].title, icon=own.asset(ICON), picture=picture, script=script, styles=styles(own), languages=languages
    )
    return render("site/short-address", own, view)
