"""Tables for spreadsheets, separated by semicolons as Finnish and Swedish ones expect and never a formula; and a pathway as one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from mallisto.export.metadata import About
from mallisto.i18n.language import Language
from mallisto.model import Direction, Model, Pathway, Step, Text

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_COLUMNS = ("number", "step", "lane", "with", "place", "duration", "inputs", "outputs", "next", "source")


def table(model: Model, about: About, language: Language) -> bytes:
    """One row for each step of a pathway."""
    keys = (*(f"step.{each}" for each in _COLUMNS), "export.model", "export.date", "export.licence", "part.sources")
    ends = (about.model, about.date, about.licence, f"{about.source} {about.address}")
    return written([map(language.say, keys), *((*_cells(step, model, language), *ends) for step in model.pathway.steps)])


def written(rows: Iterable[Iterable[str]]) -> bytes:
    """The file of a table; the mark at the beginning tells a spreadsheet that it is UTF-8."""
    content = io.StringIO()
    csv.writer(content, delimiter=";", lineterminator="\r\n").writerows(map(_defused, row) for row in rows)
    return content.getvalue().encode("utf-8-sig")


def _cells(step: Step, model: Model, language: Language) -> Iterator[str]:
    pathway, pick = model.pathway, language.pick
    channel = ", ".join(language.value("pathway.steps.channel", each) for each in step.channel)
    yield str(pathway.step_number(step.id))
    yield str(pick(step.title))
    yield str(pick(pathway.lane(step.lane).title))
    yield ", ".join(str(pick(pathway.lane(ref).title)) for ref in step.taking_part)
    yield str(pick(step.place)) if step.place else channel
    yield str(pick(step.duration)) if step.duration else ""
    yield _all(step.inputs, language)
    yield _all(step.outputs, language)
    yield "; ".join(_ways(step, pathway, language))
    yield _told(step, model, language)


def _all(texts: Iterable[Text], language: Language) -> str:
    return "; ".join(str(language.pick(each)) for each in texts)


def _ways(step: Step, pathway: Pathway, language: Language) -> Iterator[str]:
    for way in step.next:
        label = f"{language.pick(way.label)}: " if way.label else ""
        back = f" ({language.say('step.back')})" if way.kind is Direction.BACK else ""
        yield f"{label}{pathway.step_number(way.to.to)}{back}"


def _told(step: Step, model: Model, language: Language) -> str:
    """How a step is known, and under which heading of its source it stands."""
    told = step.provenance
    if told.source is None or told.modality is None:
        return language.say("told.external" if told.reference else "told.editorial")
    source = model.source(told.source.to)
    heading = next((each.title for each in source.headings if told.heading and each.id == told.heading.to), "") if source else ""
    return ": ".join(each for each in (language.say(f"told.{told.modality}"), heading) if each)


def _defused(cell: str) -> str:
    """The cell as text whatever it begins with."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
