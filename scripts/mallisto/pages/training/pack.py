"""A user's training pack: the page for arranging it, and the page that shows it as slides. The pack is stored only in the browser."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import Language, LocalizedText
from mallisto.pages.elements import link_targets
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.slides import slides_page
from mallisto.reading.languages import LANGUAGES

# Maximum lengths; the script that reads packs rejects more.
LONGEST_NOTE, LONGEST_SLIDE, LONGEST_NAME, MOST_MINUTES = 2000, 600, 100, 600

# What stands at an address, by the first word of its anchor, the part of a model or section, or the folder. The empty name is for any
# other page.
_KINDS = {
    **link_targets.PARTS,
    "mallit": "model",
    "vaihe": "step",
    "rooli": "role",
    "roolit": "card",
    "kohta": "item",
    "termi": "term",
    "koulutus": "training",
    "ohjaaja/": "facilitator",
    "kysymys": "question",
}

_SAID = ("broken", "unnamed", "moved", "removed", "deleted", "restored", "kept", "copied", "refused", "long", "qr", "sum")
_SAID_ON_SLIDES = {"data-count": "pack.places", "data-continued": "pack.continued", "data-qr": "pack.qr", "data-gone": "pack.gone"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackView:
    """The content of either page; `attributes` are the strings of its script, `words` those of a slide show."""

    style: str
    script: str
    attributes: dict[str, str]
    words: dict[str, str]
    kinds: tuple[tuple[str, str], ...]
    models: tuple[tuple[str, LocalizedText], ...]
    reviewed: str
    homes: tuple[tuple[str, str], ...]
    short: str
    pack: str
    slides: str
    training: str
    all_models: str
    file: str
    longest_note: int
    longest_slide: int
    longest_name: int
    most_minutes: int


def pack(context: PageContext) -> Markup:
    """Render the page for arranging a pack."""
    strings = context.language.strings
    attributes = {f"data-{name}": strings[f"pack.{name}"] for name in _SAID}
    attributes |= {"data-copied-short": strings["pack.copied_short"], "data-minutes": strings["pack.of_minutes"]}
    return render("training/pack", context, _view("assets/js/pack/training-pack.js", attributes, context))


def pack_slides(context: PageContext) -> Markup:
    """Render the page that shows a pack as slides."""
    attributes = {name: context.language.strings[key] for name, key in _SAID_ON_SLIDES.items()}
    return render("training/pack-slides", context, _view("assets/js/pack/pack-slides.js", attributes, context))


def _view(script: str, attributes: dict[str, str], context: PageContext) -> PackView:
    say = context.language.say
    kinds = ((name, say(f"place.{kind}")) for name, kind in _KINDS.items())
    return PackView(
        style=context.asset(slides_page.STYLE),
        script=context.asset(script),
        attributes=attributes,
        words=slides_page.words(context),
        kinds=(*kinds, ("", say("place.page"))),
        models=tuple((each.id, context.language.pick(each.title)) for each in context.catalog.heads),
        reviewed=say("standing.latest", date=context.language.date(latest)) if (latest := context.catalog.latest_review) else "",
        homes=tuple((code, context.asset(Language.of(code, context.language.schemas).prefix)) for code in LANGUAGES),
        short=context.asset(urls.SHORT),
        pack=context.href(urls.PACK),
        slides=context.href(urls.PACK_SLIDES),
        training=context.href(urls.TRAINING),
        all_models=context.href(urls.MODELS),
        file=say("pack.file"),
        longest_note=LONGEST_NOTE,
        longest_slide=LONGEST_SLIDE,
        longest_name=LONGEST_NAME,
        most_minutes=MOST_MINUTES,
    )
