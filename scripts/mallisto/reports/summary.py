"""Summarise the changes of a proposal for its reviewers: models, fields, before and after."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mallisto.catalog.diff import Comparison
from mallisto.i18n.language import Language
from mallisto.reading.messages import one_line
from mallisto.reports import formats
from mallisto.reports.changes import FieldChange, Speaker
from mallisto.reports.formats import Report
from mallisto.reports.markdown import cell, row

# The maximum number of rows for a model in a comment; the rest is visible in the files.
MOST_ROWS = 60
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChanges:
    """The changes of one model file; `is_readable` is false if one of its versions could not be read."""

    file: str
    is_readable: bool
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewModel:
    """What a reader will see first of a model that is new: its facts in short, how much it tells, and what to write next."""

    name: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    told: int
    asked: int
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All changes in one language, and the problems that concern them.

    `untranslated` is the number of texts without translation among them, `new` the models that were not there before, by file, and
    `preview` the address at which a site with the proposal can be fetched. `adopters` says whom to tell, in sentences.
    """

    files: tuple[FileChanges, ...]
    speaker: Speaker
    report: Report
    untranslated: int
    new: Mapping[str, NewModel]
    preview: str = ""
    adopters: tuple[str, ...] = ()


def files_of(compared: Mapping[str, Comparison | None], speaker: Speaker) -> tuple[FileChanges, ...]:
    """The files that differ, in the given order."""
    found = (
        FileChanges(file=name, is_readable=comparison is not None, changes=speaker.changes(comparison) if comparison else ())
        for name, comparison in compared.items()
    )
    return tuple(each for each in found if each.changes or not each.is_readable)


def as_text(summary: Summary) -> str:
    return "\n".join(_text(summary)) or summary.speaker.language.say("changes.none")


def _text(summary: Summary) -> Iterator[str]:
    for file in summary.files:
        yield one_line(file.file)
        if not file.is_readable:
            yield f"  {summary.speaker.language.say('changes.unreadable')}"
        for change in file.changes:
            yield f"  {one_line(change.where)}: {change.what}"
            yield from (
                f"    {mark} {one_line(str(said))}" for mark, said in (("-", change.before), ("+", change.after)) if said is not None
            )
    yield from map(one_line, summary.adopters)


def as_markdown(summary: Summary) -> str:
    """Render one table for each model; contributed text is escaped."""
    say = summary.speaker.language.say
    if not summary.files:
        return f"### {say('changes.title')}\n\n{say('changes.none')}"
    parts = [f"### {say('changes.title')}"]
    for file in summary.files:
        parts += ["", f"**{cell(file.file)}**", ""]
        if not file.is_readable:
            parts.append(say("changes.unreadable"))
            continue
        if file.file in summary.new:
            parts += _overview(summary.new[file.file], summary.speaker.language)
            continue
        parts += [row([say("changes.where"), say("changes.before"), say("changes.after")]), "|---|---|---|"]
        parts += [_row(each) for each in file.changes[:MOST_ROWS]]
        if len(file.changes) > MOST_ROWS:
            parts += ["", say("changes.more", count=len(file.changes) - MOST_ROWS)]
    return "\n".join(parts)


def _overview(model: NewModel, language: Language) -> Iterator[str]:
    yield f"{language.say('changes.new_model')}: **{cell(model.name)}**. {cell(model.summary)}"
    yield ""
    yield row([language.say("changes.where"), language.say("changes.said")])
    yield "|---|---|"
    yield from (row(each) for each in model.facts)
    yield ""
    yield language.say("changes.told", told=model.told, asked=model.asked)
    if model.next:
        yield ""
        yield language.say("gaps.next")
        yield from (f"- {cell(each)}" for each in model.next)


def _row(change: FieldChange) -> str:
    before, after = (_shortened(str(each)) if each is not None else "–" for each in (change.before, change.after))
    return row([f"{change.where} ({change.what})", before, after])


def _shortened(said: str) -> str:
    return said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + " …"


def as_comment(summary: Summary) -> str:
    """Render the comment on a proposal: the problems, the changes, what happens next."""
    say, gaps = summary.speaker.language.say, summary.untranslated
    untranslated = [say("changes.untranslated", count=gaps)] if gaps else []
    preview = [say("changes.preview", url=summary.preview)] if summary.preview else []
    told = (
        ["\n".join([f"### {say('changes.adopters')}", "", *(f"- {cell(each)}" for each in summary.adopters)])] if summary.adopters else []
    )
    return "\n\n".join([formats.as_markdown(summary.report), *untranslated, *preview, as_markdown(summary), *told, say("changes.next")])


def as_github(summary: Summary) -> str:
    """Render the problems as annotations beside the lines of the proposal."""
    return formats.as_github(summary.report)


def as_json(summary: Summary) -> str:
    """Render the changes and their language for other programs."""
    records = [
        {
            "file": file.file,
            "where": change.where,
            "kind": str(change.kind),
            "before": None if change.before is None else str(change.before),
            "after": None if change.after is None else str(change.after),
        }
        for file in summary.files
        for change in file.changes
    ]
    return json.dumps({"language": summary.speaker.language.code, "changes": records}, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Summary], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "comment": as_comment,
    "github": as_github,
    "json": as_json,
}
