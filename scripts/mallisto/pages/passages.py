"""Pages that only lead on: short addresses, and addresses whose page has moved or is gone. They need no script."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto import addresses
from mallisto.language import Language
from mallisto.pages.render import render
from mallisto.pages.setting import ICON, Setting
from mallisto.permanence import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A page that leads on. Without `to` it stays and tells why there is nothing more; `picture` is what a pasted link shows."""

    language: str
    title: str
    text: str
    to: str
    canonical: str
    picture: str
    icon: str
    href: str
    link: str


def short(title: str, target: str, picture: str, setting: Setting, site_url: str) -> Markup:
    """A short address: it leads to its target at once, and tells a chat in which it was pasted what that is."""
    language = setting.language
    view = PassageView(
        language=language.code,
        title=title or language.say("moved.title"),
        text=language.say("short.text"),
        to=setting.href(target),
        canonical=_absolute(target, language, site_url),
        picture=addresses.absolute(picture, "", site_url),
        icon=setting.asset(ICON),
        href=setting.href(target),
        link=language.say("short.link"),
    )
    return render("passage", setting, view)


def moved(answer: Answer, setting: Setting, site_url: str) -> Markup:
    """What stands where a page was: the way to where it went, or the reason why it is gone."""
    language = setting.language
    kind = "gone" if answer.to is None else "moved"
    view = PassageView(
        language=language.code,
        title=language.say(f"{kind}.title"),
        text=str(language.pick(answer.gone)) if answer.gone else language.say("moved.text"),
        to="" if answer.to is None else setting.href(answer.to),
        canonical="" if answer.to is None else _absolute(answer.to, language, site_url),
        picture="",
        icon=setting.asset(ICON),
        href=setting.href(answer.to or ""),
        link=language.say(f"{kind}.link"),
    )
    return render("passage", setting, view)


def _absolute(target: str, language: Language, site_url: str) -> str:
    """The page of a target: a place on it is no page of its own to a search engine."""
    return addresses.absolute(target.partition("#")[0], language.prefix, site_url)
