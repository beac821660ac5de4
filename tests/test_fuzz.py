"""Whatever is done to a model file, the checker answers: a finding with a place in the file, or the file read as YAML says."""

from __future__ import annotations

import json
import random
import time
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import yaml

from building import FIVE, ROOT
from mallisto import checks
from mallisto.catalog.catalog import Catalog
from mallisto.drafts.fold_file import folded
from mallisto.parse import parse_model
from mallisto.reading.compact import expand
from mallisto.reading.document import Document
from mallisto.reading.messages import say
from mallisto.reading.problems import Problem, Severity
from mallisto.reading.schema import Schemas
from mallisto.reading.shape_problems import shape_problems
from mallisto.reading.yaml_reader import read
from mallisto.reports.formats import FORMATS, Report

_FILES = sorted((FIVE / "models").glob("*.yml"))
# Each model as it is written, and one in the compact form too.
MODELS = {path.stem: path.read_text("utf-8") for path in _FILES}
MODELS["compact"] = folded(_FILES[0].read_bytes(), "malli.yml", Schemas.load(ROOT / "schemas")["model"])
ROUNDS = 420
# CPU seconds, far more than any round takes: only what grows out of all proportion takes as long.
SLOWEST = 20.0

NASTY = (
    *("null", "~", "on", "no", "12:30", "1.4.2017", "00100", "20.000", "-0", "9" * 20, "''", '""', "{}", "[]", "[[[[]]]]", "|", ">"),
    *("&a", "*a", "!x", "!!python/name:os.system", "%TAG", "@x", "`x`", "|+\n  x", "- x", "? x", ": x", "# x", "x #y", "x: y", '"x" y'),
    *("\\", '"\\x00"', '"\\u202e"', '"\\uD800"', "<script>", "{{ 7*7 }}", "{found}", "%s", "../../etc/passwd", "=1+1", "a" * 5000),
)
TRICKS = "\u00ad\u200b\u202e\ufeff\u2028\u0085\x00\x07\x1b\r\t\u00a0\u0308\u3164🙂đŧž"


def lines_of(text: str) -> list[str]:
    return text.split("\n")


def on_a_line(change: Callable[[random.Random, str], str]) -> Callable[[random.Random, str], bytes]:
    def mutate(chance: random.Random, text: str) -> bytes:
        lines = lines_of(text)
        number = chance.randrange(len(lines))
        lines[number] = change(chance, lines[number])
        return "\n".join(lines).encode()

    return mutate


def flip_bytes(chance: random.Random, text: str) -> bytes:
    content = bytearray(text.encode())
    for _ in range(chance.randint(1, 4)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def cut_off(chance: random.Random, text: str) -> bytes:
    content = text.encode()
    return content[: chance.randrange(len(content))]


def drop_or_repeat_lines(chance: random.Random, text: str) -> bytes:
    lines = lines_of(text)
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.randint(1, 5)]
    lines[start : start + len(some)] = some * chance.choice((0, 2))
    return "\n".join(lines).encode()


def swap_lines(chance: random.Random, text: str) -> bytes:
    lines = lines_of(text)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines).encode()


def insert(chance: random.Random, text: str) -> bytes:
    at = chance.randrange(len(text))
    return (text[:at] + chance.choice((*TRICKS, *"\"'[]{},:#&*!|>%@`-?\\\n")) + text[at:]).encode()


def replace_value(chance: random.Random, line: str) -> str:
    key, colon, _ = line.partition(": ")
    return f"{key}{colon or ': '}{chance.choice(NASTY)}"


def rename_key(chance: random.Random, line: str) -> str:
    key, colon, value = line.partition(":")
    letters = list(key)
    if letters:
        letters[chance.randrange(len(letters))] = chance.choice("xé_-1 <")
    return "".join(letters) + colon + value


MUTATIONS: dict[str, Callable[[random.Random, str], bytes]] = {
    "bytes flipped": flip_bytes,
    "cut off": cut_off,
    "lines dropped or repeated": drop_or_repeat_lines,
    "lines swapped": swap_lines,
    "a character inserted": insert,
    "indented otherwise": on_a_line(lambda chance, line: chance.choice((" ", "   ", "\t", "\t\t")) + line.lstrip(chance.choice((" ", "")))),
    "a value replaced": on_a_line(replace_value),
    "a field renamed": on_a_line(rename_key),
    "a quote or bracket at the end": on_a_line(lambda chance, line: line + chance.choice("\"'[{]}:#")),
}


@cache
def schemas() -> Schemas:
    return Schemas.load(ROOT / "schemas")


def fixed_seed(*parts: str) -> int:
    return int.from_bytes("/".join(parts).encode()) % 2**61


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("mutation", list(MUTATIONS))
def test_no_change_to_a_model_makes_the_checker_fail_hang_or_misread(name: str, mutation: str):
    text = MODELS[name]
    chance = random.Random(fixed_seed(name, mutation))
    for _ in range(ROUNDS // len(MUTATIONS)):
        content = MUTATIONS[mutation](chance, a_part_of(chance, text))

        began = time.process_time()
        reading = read(content, "malli.yml")
        document, more = expand(reading.document, schemas()["model"]) if reading.document else (None, ())
        found = [*reading.problems, *more, *(violations(document) if document else [])]
        took = time.process_time() - began

        assert took < SLOWEST
        assert_told_in_place(found, content)
        if not reading.problems:
            assert reading.document is not None
            assert_read_as_yaml_says(reading.document.root, content)
        if document and not any(each.severity is Severity.ERROR for each in found):
            assert_checked(document)


def a_part_of(chance: random.Random, text: str) -> str:
    """A model shortened to some of its parts, so that a round is short; once in eight the whole."""
    parts = ("\n" + text).split("\n\n") if "\n\n" in text else _parts(text)
    chosen = parts if chance.random() < 0.125 else chance.sample(parts, min(3, len(parts)))
    return "\n".join(chosen)


def _parts(text: str) -> list[str]:
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line and line[0] not in " -#":
            parts.append([])
        parts[-1].append(line)
    return ["\n".join(part) for part in parts if part]


def violations(document: Document) -> list[Problem]:
    return list(shape_problems(schemas()["model"], document))


def assert_told_in_place(found: list[Problem], content: bytes) -> None:
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    for problem in found:
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 2
        for language in ("fi", "sv", "en"):
            said = say(problem, language)
            assert said.what.isprintable()
            assert said.mend
    for form in FORMATS.values():
        form(Report.of(found[:3], schemas(), {"malli.yml": "model"}, "fi", 1)).encode()


def assert_read_as_yaml_says(root: Any, content: bytes) -> None:
    """The same values as libyaml's own, when every scalar is a text; ours may be typed, and the writing of a type is canonical."""
    expected = yaml.load(content.decode("utf-8-sig"), Loader=_Texts)

    assert as_texts(root) == expected


def as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_texts(each) for each in value]
    return value if isinstance(value, str) else json.dumps(value)


class _Texts(yaml.CBaseLoader):
    """Texts as written, composed as ours are; an empty value or ~ is null, as JSON writes it."""


def _text(loader: Any, node: yaml.ScalarNode) -> str:

    value = unicodedata.normalize("NFC", node.value)
    return "null" if node.style in (None, "") and value in ("", "~") else value


_Texts.add_constructor("tag:yaml.org,2002:str", _text)


def assert_checked(document: Document) -> None:
    catalog = Catalog.of([parse_model(document)], [])
    for check in (*checks.OF_A_MODEL, *checks.ACROSS):
        for problem in check(catalog):
            assert problem.where.file == "malli.yml"


def test_at_least_two_thousand_files_are_tried():
    assert len(MODELS) * len(MUTATIONS) * (ROUNDS // len(MUTATIONS)) >= 2000
