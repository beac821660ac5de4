"""Glossary terms in running text: the first mention on a page opens its explanation, without script."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from mallisto.addresses import urls
from mallisto.i18n.inflection import beginning, pattern
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model, Term
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render

# Running text of ours: a paragraph without a class, or a statement within one, that holds nothing but text of the page's own language. What
# is in it is escaped.
_PARAGRAPH = re.compile(r'<(?:p|span id="tieto-[^"]*")>([^<]+)</(?:p|span)>')
_PUNCTUATION = re.compile(r"[.,:;!?)”]+")
_BETWEEN = "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a term stands in a chapter, from its first character to the one after its last."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """A mention, finished. Its words, and the punctuation that stays on their line, are pieces of the page."""

    id: str
    words: Markup
    after: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationView:
    """What a mention opens."""

    id: str
    name: LocalizedText
    text: LocalizedText
    href: str
    concept: str | None


def explained(chapter: Markup, model: Model, context: PageContext) -> Markup:
    """A chapter in which the first mention of each term the model uses can be opened, and the explanations after it."""
    mentions = sorted(_mentions(str(chapter), model, context), key=lambda each: each.start)
    if not mentions:
        return chapter
    pieces, at = [], 0
    for each in mentions:
        words, punctuation = chapter[each.start : each.end], _PUNCTUATION.match(chapter, each.end)
        after = punctuation[0] if punctuation else ""
        view = MentionView(id=each.term.id, words=Markup(words), after=Markup(after))
        pieces += [chapter[at : each.start], Markup(render("elements/mention", context, view).rstrip())]
        at = each.end + len(after)
    views = tuple(_explanation(each.term, context) for each in mentions)
    return Markup("").join([*pieces, chapter[at:], render("elements/explanations", context, views)])


def _mentions(chapter: str, model: Model, context: PageContext) -> Iterator[Mention]:
    """The first mention of each term; where two overlap, that of the longer name."""
    spans = [found.span(1) for found in _PARAGRAPH.finditer(chapter)]
    text = _BETWEEN.join(chapter[start:end] for start, end in spans)
    small, starts = text.lower(), _starts(spans)
    taken: list[tuple[int, int]] = []
    for name, term in _named(model, context):
        if beginning(name) not in small:
            continue
        for found in pattern(name, context.language.code).finditer(text):
            start, end = found.span()
            is_free = all(end <= other or start >= until for other, until in taken)
            if is_free and text[start - 1 : start] not in ("&", "#"):
                taken.append((start, end))
                paragraph = bisect_right(starts, start) - 1
                shift = spans[paragraph][0] - starts[paragraph]
                yield Mention(term=term, start=start + shift, end=end + shift)
                break


def _starts(spans: list[tuple[int, int]]) -> list[int]:
    """Where each paragraph begins when they stand one after another."""
    starts, at = [], 0
    for start, end in spans:
        starts.append(at)
        at += end - start + len(_BETWEEN)
    return starts


def _named(model: Model, context: PageContext) -> list[tuple[str, Term]]:
    """The terms to explain that have a name in the page's language, the longest first; escaped, as the chapter is."""
    unfamiliar = (term for term in context.catalog.terms_in(model) if term.familiarity != "common")
    names = ((context.language.pick(term.name), term) for term in unfamiliar)
    return sorted(((str(escape(name)), term) for name, term in names if name.language is None), key=lambda pair: -len(pair[0]))


def _explanation(term: Term, context: PageContext) -> ExplanationView:
    return ExplanationView(
        id=term.id,
        name=context.language.pick(term.name),
        text=context.language.pick(term.explanation),
        href=context.href(urls.glossary(term.id)),
        concept=term.yso.uri if term.yso and term.yso.match == "exact" else None,
    )
