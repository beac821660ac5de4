"""The maintenance line and footer of a page: review date, owner, stable address, removed anchors, and the link kit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Model, Owner
from mallisto.pages.elements import embed, paper_edition, qr_code
from mallisto.pages.elements.link_targets import PlaceLink, is_printed, place
from mallisto.pages.elements.page_context import Page, PageContext
from mallisto.pages.elements.paper_edition import PaperView
from mallisto.pages.elements.render import render
from mallisto.reading.edition import of_words

# The kinds of page whose places can be embedded: only those on it, or the page too, as it is a place with content of its own.
_EMBEDDED = {"pathway": "only", "roles": "only", "checklist": "only", "role": "too", "training": "too"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """The line below a page's heading. `printed` (version and addresses) and `qr` are shown in print only.

    `paper` is what the page says of a paper whose edition the address names; a page of changes says it itself.
    """

    reviewed: str
    keeper: str
    printed: tuple[str, ...]
    qr: str
    qr_words: str
    title: LocalizedText | str
    link: PlaceLink
    paper: PaperView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    """A removed anchor: why it is gone, or where it went."""

    anchor: str
    text: LocalizedText | str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A text to copy. The script fills its pattern: {title}, {address}, {short}, {frame}."""

    id: str
    label: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FootView:
    """The footer of a page. `short` and `home` are the prefixes of short addresses and of the language's pages.

    `embeds` are those of the whole page; with `embeds_places` they are of each place on it that has a short address (`only`), or of
    the page too (`too`).
    """

    gone: tuple[GoneView, ...]
    page: str
    of: str
    short: str
    home: str
    pack: str
    texts: tuple[Made, ...]
    embeds: tuple[Made, ...]
    embeds_places: str
    script: str


def line(page: Page, context: PageContext, site_url: str) -> Markup:
    """Render when the page was reviewed, who maintains it, and its link; in print its addresses too."""
    language, link = context.language, place(page.address, "", context)
    model = _model_of(page, context)
    address = urls.absolute(page.address, language.prefix, site_url)
    short = urls.absolute(urls.short(link.code, language.code), "", site_url) if link.code else ""
    edition = _edition(page, model)
    on_paper = urls.absolute(urls.on_paper(link.code, language.code, edition), "", site_url)
    view = StandingView(
        reviewed=_reviewed(page.reviewed, model, context),
        keeper=_keeper((model.upkeep.owner,) if model else page.owners, context),
        printed=(
            *([language.say("standing.version", date=language.date(model.upkeep.version))] if model else []),
            address,
            *([short] if short else []),
        ),
        qr=qr_code.picture(on_paper) if link.code and is_printed(page.kind) else "",
        qr_words=language.say("kit.qr", title=page.title),
        title=page.title,
        link=link,
        paper=paper_edition.view(edition, model, context) if is_printed(page.kind) and page.kind != "history" else None,
    )
    return render("elements/page-footer", context, view)


def foot(page: Page, context: PageContext, site_url: str) -> Markup:
    """Render removed anchors and the link kit, with what embeds the model or a place of the page elsewhere."""
    model, embeds, places = _model_of(page, context), tuple[Made, ...](), _EMBEDDED.get(page.kind, "")
    if model and page.kind == "overview":
        embeds = _embeds(model, context, site_url)
    elif places:
        embeds = (Made(id="kehys", label=context.language.say("kit.frame"), pattern="{frame}"),)
    return below(page.address, page.title, _reviewed(page.reviewed, model, context), embeds, places, context)


def below(address: str, title: str, reviewed: str, embeds: tuple[Made, ...], embeds_places: str, context: PageContext) -> Markup:
    """Render removed anchors and the link kit."""
    say = context.language.say
    pattern = say("kit.pattern", title="{title}", reviewed=reviewed, address="{address}")
    view = FootView(
        gone=_gone(address, context),
        page=title,
        of=say("page.of_model", part="{title}", model="{page}"),
        short=context.asset(urls.SHORT),
        home=context.href(""),
        pack=context.href(urls.PACK),
        texts=(
            Made(id="osoite", label=say("kit.address"), pattern="{address}"),
            Made(id="lyhyt", label=say("kit.short"), pattern="{short}"),
            Made(id="teksti", label=say("kit.text"), pattern=pattern),
        ),
        embeds=embeds,
        embeds_places=embeds_places,
        script=context.asset("assets/js/link-kit.js"),
    )
    return render("elements/foot", context, view)


def below_written(address: str, title: str, context: PageContext) -> Markup:
    """Render the same for a hand-written page."""
    return below(address, title, _reviewed("", None, context), (), "", context)


def _model_of(page: Page, context: PageContext) -> Model | None:
    return None if page.is_shared else context.catalog.model_by_id[page.id]


def _edition(page: Page, model: Model | None) -> str:
    """What tells a paper of the page from a later one: the model's edition, or the date and the words of a page of several models."""
    return model.edition if model else page.edition or of_words(str(page.chapter.striptags()), page.reviewed)


def _reviewed(own: str, model: Model | None, context: PageContext) -> str:
    language = context.language
    if model:
        return review_sentence(model.upkeep, language)
    if own:
        return language.say("standing.reviewed", date=language.date(own))
    latest = context.catalog.latest_review
    return language.say("standing.latest", date=language.date(latest)) if latest else ""


def _keeper(owners: Iterable[Owner | None], context: PageContext) -> str:
    """Return who reviews the page; a page of several models refers to the models."""
    names = {(str(context.organisation_name(each.organisation)), str(context.role_name(each.role))) for each in owners if each}
    if len(names) != 1:
        return ""
    organisation, role = names.pop()
    return context.language.say("standing.keeper", organisation=organisation, role=role)


def _gone(address: str, context: PageContext) -> tuple[GoneView, ...]:
    language = context.language
    return tuple(
        GoneView(
            anchor=answer.anchor,
            text=language.pick(answer.gone) if answer.gone else language.say("moved.text"),
            href="" if answer.to is None else context.href(answer.to),
        )
        for answer in context.catalog.addresses.redirects_on(address)
    )


def _embeds(model: Model, context: PageContext, site_url: str) -> tuple[Made, ...]:
    say = context.language.say
    return (
        Made(id="kehys", label=say("kit.frame"), pattern=str(embed.frame(model, context, site_url))),
        Made(id="kortti", label=say("kit.card"), pattern=str(embed.snippet(model, context, site_url))),
    )
