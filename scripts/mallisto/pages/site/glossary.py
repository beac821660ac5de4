"""The glossary: all terms by their first letters, in the alphabetical order of the page's language."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Term
from mallisto.pages.choosing.model_list import collation
from mallisto.pages.elements import linked_data, page_footer
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.roles.role_card import verification_words

# Letters that an address cannot have.
_ANCHORS = {"å": "ao", "ä": "ae", "ö": "oe"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A glossary entry."""

    anchor: str
    link: PlaceLink
    name: LocalizedText
    explanation: LocalizedText
    equivalents: tuple[tuple[str, str, str], ...]
    status: str
    concept: str | None
    models: tuple[tuple[LocalizedText, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """The terms that begin with a letter."""

    letter: str
    anchor: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """The whole glossary; `found` and `none` are what its filter says."""

    letters: tuple[LetterView, ...]
    script: str
    found: str
    none: str


def glossary(context: PageContext) -> Markup:
    """Render all terms."""
    terms = sorted((_term(each, context) for each in context.catalog.vocabulary.terms), key=lambda each: collation(str(each.name)))
    strings = context.language.strings
    view = GlossaryView(
        letters=tuple(_letter(letter, tuple(of)) for letter, of in groupby(terms, key=lambda each: _first(str(each.name)))),
        script=context.asset("assets/js/term-filter.js"),
        found=strings["glossary.found"],
        none=strings["glossary.none"],
    )
    entries = render("site/glossary", context, view)
    title = context.language.say("glossary.title")
    return entries + page_footer.below_written(urls.GLOSSARY, title, context) + linked_data.of_glossary(title, context)


def _first(name: str) -> str:
    """The letter a name begins with; ”#” stands for all other characters."""
    first = name[:1].upper()
    return first if first.isalpha() else "#"


def _letter(letter: str, terms: tuple[TermView, ...]) -> LetterView:
    small = letter.lower()
    anchor = _ANCHORS.get(small, small if small.isascii() and small.isalpha() else "muut")
    return LetterView(letter=letter, anchor=f"kirjain-{anchor}", terms=terms)


def _term(term: Term, context: PageContext) -> TermView:
    language = context.language
    names = (("fi", term.name.fi, term.verified.fi), ("sv", term.name.sv, term.verified.sv), ("en", term.name.en, term.verified.en))
    return TermView(
        anchor=urls.term(term.id),
        link=place(urls.GLOSSARY, urls.term(term.id), context),
        name=language.pick(term.name),
        explanation=language.pick(term.explanation),
        equivalents=tuple((code, name, verification_words(seen, context)) for code, name, seen in names if name and code != language.code),
        status=language.value("terms.status", term.status, schema="glossary") if term.status != "current" else "",
        concept=term.yso.uri if term.yso and term.yso.match == "exact" else None,
        models=tuple(context.model_link(head) for head in context.catalog.heads_using(term)),
    )
