"""Report what an import did with every line of a page: what was placed, which headings were empty, what needs a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mallisto.drafts.page_lines import UnplacedReason
from mallisto.drafts.page_to_draft import Draft
from mallisto.i18n.language import Language
from mallisto.reading.messages import one_line


def report_of(draft: Draft, language: Language) -> str:
    """Return the report of an import. It quotes the page, also personal data, and must not be published."""
    return "\n".join(_lines(draft, language)) + "\n"


def public_lines(draft: Draft, language: Language) -> Iterator[str]:
    """The lines of the report without personal data, for an answer where the page was pasted."""
    return _lines(replace(draft, asides=tuple(each for each in draft.asides if each.reason is not UnplacedReason.PERSONAL)), language)


def _lines(draft: Draft, language: Language) -> Iterator[str]:
    say = language.say
    share = 100 * draft.placed_headings // draft.headings if draft.headings else 0
    yield say("draft.headings", count=draft.headings, placed=draft.placed_headings, share=share)
    if draft.placed:
        yield from ("", say("draft.placed"))
    for placed in draft.placed:
        yield f"  {one_line(placed.title)} → {language.title(placed.field)} ({placed.field}): {say('draft.lines', count=placed.count)}"
    if draft.empty:
        yield from ("", say("draft.empty"))
        yield from (f"  {one_line(each.title)} → {language.title(each.field)} ({each.field})" for each in draft.empty)
    for reason in UnplacedReason:
        lines = [each.line for each in draft.asides if each.reason is reason]
        if lines:
            yield from ("", say(f"draft.aside.{reason}"))
            yield from (f"  {line.number}: {one_line(line.written)}" for line in lines)
