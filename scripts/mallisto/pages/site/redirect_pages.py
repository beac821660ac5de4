"""What stands at an address whose page has moved or is gone. It leads on without script too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.addresses.redirects import Redirect
from mallisto.i18n.language import Language
from mallisto.pages.elements import link_targets
from mallisto.pages.elements.page_context import ICON, PageContext
from mallisto.pages.elements.render import render

_SCRIPT = "assets/js/moved.js"
_KEPT = "assets/js/kept-adoptions.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of a page that has moved or is gone: what became of it, and where it is now if that is elsewhere than its page."""

    anchor: str
    text: str
    href: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A page that leads on. Without `canonical` it stays and tells why there is nothing more; `picture` is what a pasted link shows.

    `script` takes the rest of an address along, which no page without script can; `parts` are those that went elsewhere or are gone.
    `kept` is the id of a model that is no more: what the browser keeps of it can be taken along.
    """

    language: str
    title: str
    text: str
    canonical: str
    picture: str
    icon: str
    href: str
    link: str
    shared: str
    accessibility: str = ""
    styles: tuple[str, ...] = ()
    script: str = ""
    parts: tuple[PartView, ...] = ()
    kept: str = ""


def moved(to: str, title: str, parts: Iterable[Redirect], picture: str, context: PageContext, site_url: str) -> Markup:
    """What stands where a page was that has moved: the way to where it is, for every part of it."""
    language = context.language
    elsewhere = tuple(_part(each, context) for each in parts if each.gone or each.to not in (to, f"{to}#{each.anchor}"))
    view = PassageView(
        language=language.code,
        title=language.say("moved.title"),
        text=language.say("moved.text"),
        canonical=_absolute(to, language, site_url),
        picture=urls.absolute(picture, "", site_url),
        icon=context.asset(ICON),
        href=context.href(to),
        link=language.say("moved.link"),
        shared=title or language.say("moved.title"),
        styles=styles(context) if elsewhere else (),
        script=context.asset(_SCRIPT),
        parts=elsewhere,
    )
    return render("site/redirect-page", context, view)


def gone(answer: Redirect, parts: Iterable[Redirect], context: PageContext) -> Markup:
    """What stands where a page was that is no more: the reason; and at the anchors of its parts that went elsewhere, where to."""
    language = context.language
    elsewhere = tuple(_part(each, context) for each in parts if each.to is not None or each.gone != answer.gone)
    name = urls.model_around(answer.address) or ""
    view = PassageView(
        language=language.code,
        title=language.say("gone.title"),
        text=str(language.pick(answer.gone)) if answer.gone else "",
        canonical="",
        picture="",
        icon=context.asset(ICON),
        href=context.href(""),
        link=language.say("gone.link"),
        shared="",
        accessibility=context.href(urls.ACCESSIBILITY),
        styles=styles(context),
        script=context.asset(_KEPT),
        parts=elsewhere,
        kept="" if urls.card(name) == answer.address else name,
    )
    return render("site/redirect-page", context, view)


def _part(answer: Redirect, context: PageContext) -> PartView:
    language = context.language
    text = str(language.pick(answer.gone)) if answer.gone else language.say("moved.text")
    if answer.to is None:
        return PartView(anchor=answer.anchor, text=text, href="", link="")
    place = link_targets.at(answer.to, context)
    link = link_targets.title(place, language) if place else language.say("moved.link")
    return PartView(anchor=answer.anchor, text=text, href=context.href(answer.to), link=link)


def styles(context: PageContext) -> tuple[str, ...]:
    """The style sheets of a page without frame that somebody reads."""
    return tuple(context.asset(f"assets/css/{name}.css") for name in ("tokens", "passage"))


def _absolute(target: str, language: Language, site_url: str) -> str:
    """The page of a target: a place on it is no page of its own to a search engine."""
    return urls.absolute(target.partition("#")[0], language.prefix, site_url)
