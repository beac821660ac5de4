"""Statements of one place read as connected text: one quiet source line, and a word in brackets only where a statement differs from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Model, Statement
from mallisto.pages.elements.facts import ProvenanceView, provenance_view
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceView:
    """One statement within the text; `said` is the word of how it is known where that differs from the source line."""

    anchor: str
    text: LocalizedText
    site: LocalizedText | None
    kind: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLineView:
    """How most of a text is known, in a word where it is no plain description, and the places in the sources."""

    kind: str
    words: str
    reporters: tuple[LocalizedText, ...]
    places: tuple[tuple[LocalizedText, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectedTextView:
    """Sibling statements as a paragraph, or as a list where they are many and short."""

    pieces: tuple[PieceView, ...]
    source: SourceLineView


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectedTextsView:
    """Paragraphs with one source line."""

    paragraphs: tuple[ConnectedTextView, ...]
    source: SourceLineView


def connected_text(
    statements: Iterable[Statement], model: Model, context: PageContext, usual: str | None = None
) -> ConnectedTextView | None:
    """Return statements as one text, or None where there are none. `usual` is how most are known, if more than these share a line."""
    found = tuple(statements)
    if not found:
        return None
    marks = [provenance_view(each.provenance, model, context) for each in found]
    kind = usual or most_common(marks)
    return ConnectedTextView(
        pieces=tuple(
            PieceView(
                anchor=urls.fact(each.id),
                text=context.language.pick(each.text),
                site=context.organisation_name(each.site) if each.site else None,
                kind=mark.kind,
                said=said(mark.kind, kind, context),
            )
            for each, mark in zip(found, marks, strict=True)
        ),
        source=source_line(marks, kind),
    )


def connected_texts(groups: Iterable[tuple[Statement, ...]], model: Model, context: PageContext) -> ConnectedTextsView | None:
    """Return groups of statements as paragraphs that share a source line; None where there are none."""
    found = tuple(groups)
    marks = [provenance_view(each.provenance, model, context) for group in found for each in group]
    if not marks:
        return None
    kind = most_common(marks)
    texts = (connected_text(each, model, context, kind) for each in found)
    return ConnectedTextsView(paragraphs=tuple(each for each in texts if each), source=source_line(marks, kind))


def most_common(marks: Iterable[ProvenanceView]) -> str:
    """The kind of most marks."""
    return Counter(each.kind for each in marks).most_common(1)[0][0]


def said(kind: str, usual: str, context: PageContext) -> str:
    """The word of how something is known, where that differs from the usual way."""
    return context.language.say(f"decision.said.{kind}") if kind != usual else ""


def source_line(marks: Iterable[ProvenanceView], kind: str) -> SourceLineView:
    """The source line of what is known in these ways, each reporter and each place once."""
    known = tuple(marks)
    usual = next((each for each in known if each.kind == kind), known[0])
    return SourceLineView(
        kind=kind,
        words="" if kind == "described" else usual.words,
        reporters=tuple(dict.fromkeys(each.by for each in known if each.by)),
        places=tuple(dict.fromkeys((each.place, each.href) for each in known if each.place)),
    )
