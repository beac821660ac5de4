"""Render problems as text, GitHub annotations, JSON, SARIF and Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mallisto.reading.messages import one_line, phrases, say
from mallisto.reading.problems import Problem, Severity
from mallisto.reading.schema import Schemas
from mallisto.reports.markdown import cell, row


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One problem in words."""

    problem: Problem
    severity: str
    trail: str
    what: str
    mend: str

    @property
    def file(self) -> str:
        return one_line(self.problem.where.file)


@dataclass(frozen=True, slots=True)
class Report:
    """The problems of one run in one language."""

    lines: tuple[ReportLine, ...]
    files: int
    words: Mapping[str, str]

    @classmethod
    def of(cls, problems: Iterable[Problem], schemas: Schemas, schema_names: Mapping[str, str], language: str, files: int) -> Report:
        """Build a report. `schema_names` gives the schema of every file; other files have no field names."""
        words = phrases(language)
        lines = []
        for problem in problems:
            name = schema_names.get(problem.where.file)
            trail = one_line(" › ".join(schemas[name].trail(problem.where.path, language))) if name else ""
            message = say(problem, language)
            lines.append(ReportLine(problem, words[f"severity.{problem.severity}"], trail, message.what, message.mend))
        return cls(tuple(lines), files, words)

    @property
    def summary(self) -> str:
        if not self.lines:
            return self.words["report.fine"].format(count=self.files)
        errors = sum(line.problem.severity is Severity.ERROR for line in self.lines)
        return self.words["report.sum"].format(errors=errors, notes=len(self.lines) - errors)


def as_text(report: Report) -> str:
    """Render `file:line:column: severity: where: what [code]`, the fix below, and a summary at the end."""
    return "\n".join([*(_text_line(line) for line in report.lines), report.summary])


def _text_line(line: ReportLine) -> str:
    where = line.problem.where
    place = f"{line.file}:{where.line}:{where.column}"
    trail = f"{line.trail}: " if line.trail else ""
    return f"{place}: {line.severity}: {trail}{line.what} [{line.problem.code}]\n    → {line.mend}"


def as_github(report: Report) -> str:
    """Render workflow commands, which become annotations on a pull request."""
    return "\n".join(_annotation(line) for line in report.lines)


def _annotation(line: ReportLine) -> str:
    where = line.problem.where
    level = "error" if line.problem.severity is Severity.ERROR else "warning"
    title = _property(line.trail or line.what)
    return (
        f"::{level} file={_property(line.file)},line={where.line},col={where.column},title={title}::{_message(f'{line.what} {line.mend}')}"
    )


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(report: Report) -> str:
    """Render a list of problems for other programs."""
    return json.dumps([_record(line) for line in report.lines], ensure_ascii=False, indent=2)


def _record(line: ReportLine) -> dict[str, object]:
    where = line.problem.where
    return {
        "file": line.file,
        "line": where.line,
        "column": where.column,
        "severity": str(line.problem.severity),
        "code": line.problem.code,
        "path": list(where.path),
        "where": line.trail,
        "what": line.what,
        "mend": line.mend,
    }


def as_sarif(report: Report) -> str:
    """Render SARIF 2.1.0 for code scanning. Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/"""
    rules = sorted({line.problem.code for line in report.lines})
    driver = {"name": "mallisto", "rules": [{"id": rule} for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_sarif_result(line) for line in report.lines]}
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _sarif_result(line: ReportLine) -> dict[str, object]:
    where = line.problem.where
    text = ": ".join(part for part in (line.trail, f"{line.what} {line.mend}") if part)
    region = {"startLine": where.line, "startColumn": where.column}
    return {
        "ruleId": line.problem.code,
        "level": "error" if line.problem.severity is Severity.ERROR else "note",
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": line.file}, "region": region}}],
    }


def as_markdown(report: Report) -> str:
    """Render a summary with one table for each file."""
    words = report.words
    head = [words["report.line"], words["report.where"], words["report.what"], words["report.mend"]]
    parts = [f"### {report.summary}"]
    for file in dict.fromkeys(line.file for line in report.lines):
        rows = [line for line in report.lines if line.file == file]
        parts += ["", f"**{cell(file)}**", "", row(head), "|---|---|---|---|"]
        parts += [row([str(line.problem.where.line), line.trail, f"{line.severity}: {line.what}", line.mend]) for line in rows]
    return "\n".join(parts)


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
    "markdown": as_markdown,
}
