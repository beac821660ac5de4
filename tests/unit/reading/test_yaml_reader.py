"""Strict YAML: every limit, every refusal, and the place of every value."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml

from builders import a_document
from mallisto.reading import syntax_errors, yaml_events, yaml_reader
from mallisto.reading.document import Document, Spot
from mallisto.reading.problems import Location, Problem, Severity
from mallisto.reading.yaml_reader import read, read_file

HIDDEN = (
    *(0xAD, 0x200B, 0x200D, 0x202E, 0x2066, 0xFEFF, 0xE000, 0x7, 0x1B, 0x7F, 0x85, 0x2028),
    *(0xE0041, 0x10FFFF, 0x34F, 0x3164, 0x2800, 0xFE0F),
)


def problems_of(text: str | bytes) -> tuple[Problem, ...]:
    return read(text if isinstance(text, bytes) else text.encode(), "malli.yml").problems


def codes_of(text: str | bytes) -> list[str]:
    return [each.code for each in problems_of(text)]


def place_of(problem: Problem) -> tuple[int, int]:
    return problem.where.line, problem.where.column


@pytest.mark.parametrize(
    "written",
    [
        "on",
        "no",
        "12:30",
        "1.4.2017",
        "00100",
        "20.000",
        "2018-06-01",
        "1e3",
        "0x1F",
        "0o17",
        "1_000",
        "+5",
        ".inf",
        "NaN",
        "Null",
        "~x",
        "-0",
        "1,5",
    ],
)
def test_what_other_readers_would_turn_into_something_else_stays_text(written: str):
    assert a_document_or_note(f"a: {written}") == {"a": written}


def a_document_or_note(text: str) -> dict[str, object]:
    reading = read(text.encode(), "malli.yml")
    assert all(each.severity is Severity.NOTE for each in reading.problems)
    assert reading.document is not None
    return reading.document.root


def test_only_truth_values_whole_numbers_and_nothing_are_more_than_text():
    root = a_document("a: true\nb: false\nc: 42\nd: -7\ne: 0\nf: null\ng: ~\nh:\n").root

    assert root == {"a": True, "b": False, "c": 42, "d": -7, "e": 0, "f": None, "g": None, "h": None}


def test_quotes_make_everything_text():
    assert a_document("a: 'true'\nb: \"42\"\nc: ''\nd: |\n  7\n").root == {"a": "true", "b": "42", "c": "", "d": "7\n"}


def test_a_number_too_long_to_be_meant_as_one_stays_text():
    assert a_document("a: 1234567890123456\n").root == {"a": "1234567890123456"}


@pytest.mark.parametrize("word", ["on", "No", "YES", "off", "y", "True"])
def test_a_word_that_other_readers_take_for_a_truth_value_is_noted(word: str):
    (note,) = problems_of(f"a: {word}\n")

    assert (note.code, note.severity, note.found, note.where.path) == ("yaml.boolean_word", Severity.NOTE, word, ("a",))


def test_a_byte_order_mark_is_accepted():
    assert read(b"\xef\xbb\xbfa: b\n", "malli.yml").document == read(b"a: b\n", "malli.yml").document


def test_windows_line_ends_are_accepted_and_lines_counted_once():
    document = a_document("a: b\r\nc: d\r\n")

    assert document.root == {"a": "b", "c": "d"}
    assert document.where(("c",)).line == 2


def test_northern_sami_letters_survive():
    words = "Davvisámegiella čállit šaddat eaŋgalas đ ŧ ž Á"

    assert a_document(f"a: {words}\n").root == {"a": words}


def test_decomposed_letters_become_composed_ones():
    assert a_document("a: A\u0308\u0308iti\nnimi\u0308: b\n").root == {"a": "Ä\u0308iti", "nim\u00ef": "b"}


@pytest.mark.parametrize(
    "hidden",
    [
        chr(int(each, 16))
        for each in [
            "ad",
            "200b",
            "200d",
            "202e",
            "2066",
            "feff",
            "e000",
            "7",
            "1b",
            "7f",
            "85",
            "2028",
            "e0041",
            "10ffff",
            "34f",
            "3164",
            "2800",
            "fe0f",
        ]
    ],
    ids=lambda each: f"U+{ord(each):04X}",
)
def test_a_character_nobody_can_see_is_refused_where_it_stands(hidden: str):
    (problem,) = problems_of(f"a: b\nc: tek{hidden}sti\n")

    assert (problem.code, problem.found, *place_of(problem)) == ("text.invisible", f"U+{ord(hidden):04X}", 2, 7)


@pytest.mark.parametrize("written", ['"tek\\u200bsti"', '"tek\\0sti"', '"tek\\tsti"', '"tek\\u00adsti"'])
def test_an_escape_brings_no_hidden_character_back(written: str):
    assert codes_of(f"a: {written}\n") == ["text.invisible"]


def test_a_tab_inside_a_text_is_refused():
    assert codes_of("a: tek\tsti\n") == ["text.invisible"]


def test_after_a_hidden_character_the_rest_of_the_file_is_still_read():
    reading = read("a: b\u200bc\nd: e\nd: f\n".encode(), "malli.yml")

    assert [each.code for each in reading.problems] == ["text.invisible", "yaml.duplicate_key"]
    assert reading.document is not None
    assert reading.document.root == {"a": "bc", "d": "e"}


def test_bytes_that_are_no_utf_8_are_refused_where_they_stand():
    (problem,) = problems_of("a: b\nc: tää".encode() + "ä\n".encode("latin-1"))

    assert (problem.code, *place_of(problem)) == ("file.encoding", 2, 7)


def test_the_place_of_wrong_bytes_counts_from_after_the_byte_order_mark():
    (problem,) = problems_of(b"\xef\xbb\xbfa: \xe4\n")

    assert (problem.code, *place_of(problem)) == ("file.encoding", 1, 4)


def test_utf_16_is_refused():
    assert codes_of("a: b\n".encode("utf-16")) == ["file.encoding"]


def test_a_file_as_large_as_allowed_is_read_and_a_larger_one_is_not(tmp_path: Path):
    path = tmp_path / "malli.yml"
    path.write_bytes(b"# pitka\n" * (yaml_reader.MAX_BYTES // 8 - 1) + b"abc: b\n\n")
    assert read_file(path, "malli.yml").document is not None

    path.write_bytes(path.read_bytes() + b"\n")

    (problem,) = read_file(path, "malli.yml").problems
    assert (problem.code, problem.limit) == ("file.large", yaml_reader.MAX_BYTES)


def test_as_many_levels_as_allowed_are_read_and_one_more_is_not():
    assert codes_of("a: " + "[" * 15 + "]" * 15) == []
    assert codes_of("a: " + "[" * 16 + "]" * 16) == ["yaml.depth"]


def test_as_many_values_as_allowed_are_read_and_one_more_is_not():
    items = "- a\n" * (yaml_events.MAX_NODES - 3)

    assert codes_of(f"a:\n{items}") == []
    assert codes_of(f"a:\n{items}- a\n") == ["yaml.nodes"]


def test_a_text_as_long_as_allowed_is_read_and_a_longer_one_is_not():
    assert codes_of("a: " + "ä" * yaml_events.MAX_TEXT) == []
    assert codes_of("a: " + "ä" * (yaml_events.MAX_TEXT + 1)) == ["text.long"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 499_000,
        "a: " + "[a," * 150_000,
        "{a: " * 120_000,
        "- " * 249_000,
        "? " * 249_000,
        'a: "' + "x " * 249_000,
        "a:\n" + "  - ab #b\n" * 29_000,
        "a:\n" + "  - kissä #jaŋŋ\n" * 24_000,
        "a:\n" + "\tb: c\n" * 80_000,
        "a: b: c\n" * 60_000,
        "a: *b\n" * 80_000,
        "a:\n" + "  - ä\u200b\n" * 29_000,
    ],
    ids=lambda text: text[:12],
)
def test_no_file_within_the_limit_takes_long(text: str):
    began = time.process_time()

    read(text.encode()[: yaml_reader.MAX_BYTES], "malli.yml")

    # CPU seconds. Half a second is usual; a time that grows with the square of the length would be minutes.
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &ankkuri b\n", "yaml.anchor"),
        ("a: *ankkuri\n", "yaml.anchor"),
        ("a: &ä b\n", "yaml.anchor"),
        ("&a a: b\n", "yaml.anchor"),
        ("a: &x [b]\n", "yaml.anchor"),
        ("a: !Huomaa b\n", "yaml.tag"),
        ("a: ! b\n", "yaml.tag"),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml.tag"),
        ("a: !%ED%A0%80 b\n", "yaml.tag"),
        ("a: !<%ED%A0%80> b\n", "yaml.tag"),
        ("%YAML 1.1\n---\na: b\n", "yaml.directive"),
        ("%TAG ! tag:x:\n---\na: b\n", "yaml.directive"),
        ("a: b\n---\nc: d\n", "yaml.second_document"),
        ("<<: {a: b}\n", "yaml.key"),
        ("1: b\n", "yaml.key"),
        ("true: b\n", "yaml.key"),
        ("~: b\n", "yaml.key"),
        ("? [a, b]\n: c\n", "yaml.key"),
        ("? {a: b}\n: c\n", "yaml.key"),
        ("- a\n", "yaml.mapping"),
        ("teksti\n", "yaml.mapping"),
        ("", "yaml.mapping"),
        ("# pelkkä huomautus\n", "yaml.mapping"),
    ],
)
def test_it_is_refused(text: str, code: str):
    assert code in codes_of(text)


def test_a_quoted_number_or_a_word_like_on_may_be_a_field_name():
    assert a_document("'1': a\non: b\n").root == {"1": "a", "on": "b"}


def test_a_document_may_begin_with_three_hyphens():
    assert a_document("---\na: b\n").root == {"a": "b"}


def test_a_repeated_field_is_told_with_both_lines_and_the_first_value_stays():
    reading = read(b"a: 1\nb:\n  c: 2\n  c: {d: [3]}\n", "malli.yml")

    (problem,) = reading.problems
    assert (problem.code, problem.found, *place_of(problem)) == ("yaml.duplicate_key", "c", 4, 3)
    assert problem.other is not None
    assert problem.other.line == 3
    assert reading.document is not None
    assert reading.document.root == {"a": 1, "b": {"c": 2}}


def test_the_same_letters_written_in_two_ways_are_one_field():
    assert codes_of("nim\u00ef: a\nnimi\u0308: b\n") == ["yaml.duplicate_key"]


def test_a_symlink_is_refused(tmp_path: Path):
    (tmp_path / "toinen.yml").write_text("a: b\n")
    (tmp_path / "malli.yml").symlink_to(tmp_path / "toinen.yml")

    assert [each.code for each in read_file(tmp_path / "malli.yml", "malli.yml").problems] == ["file.irregular"]


def test_a_folder_a_pipe_and_a_missing_file_are_refused(tmp_path: Path):
    os.mkfifo(tmp_path / "putki.yml")

    for path in (tmp_path, tmp_path / "putki.yml", tmp_path / "ei-ole.yml"):
        assert [each.code for each in read_file(path, "malli.yml").problems] == ["file.irregular"]


def test_a_plain_file_is_read_under_the_name_it_is_given(tmp_path: Path):
    (tmp_path / "malli.yml").write_text("a: b\n", "utf-8")

    document = read_file(tmp_path / "malli.yml", "models/malli.yml").document

    assert document is not None
    assert document.where(("a",)).file == "models/malli.yml"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a:\n\tb: c\n", "yaml.tab", (2, 1)),
        ("a:\n  b: c\n \td: e\n", "yaml.tab", (3, 2)),
        ("a:\n\t\tb: c\n", "yaml.tab", (2, 1)),
        ("a: Huomaa: tämä\n", "yaml.colon", (1, 10)),
        ("a: Seuraavat asiat:\n", "yaml.colon", (1, 19)),
        ("- a: Huomaa: tämä\n", "yaml.colon", (1, 12)),
        ("a: @Tykke\n", "yaml.special", (1, 4)),
        ("a: `koodi`\n", "yaml.special", (1, 4)),
        ("a: %osuus\n", "yaml.special", (1, 4)),
        ('a: "TYKKE" on malli\n', "yaml.special", (1, 4)),
        ("a: - kohta\n", "yaml.special", (1, 4)),
        ("a: &merkki tekstissä\n", "yaml.anchor", (1, 4)),
        ("a: *\n", "yaml.anchor", (1, 4)),
        ("a: !Huomaa tämä\n", "yaml.tag", (1, 4)),
    ],
)
def test_a_mistake_we_understand_is_told_together_with_the_next_one(text: str, code: str, place: tuple[int, int]):
    body = text if not text.startswith("-") else f"lista:\n  {text}"
    first, second = problems_of(f"{body}x: 1\nx: 2\n")

    assert first.code == code
    assert second.code == "yaml.duplicate_key"
    assert place_of(first) == (place if body is text else (place[0] + 1, place[1] + 2))


def test_what_was_found_before_the_file_broke_off_is_told_too():
    assert codes_of("a: 1\na: 2\nb: [c\n") == ["yaml.indent", "yaml.duplicate_key"]


def test_mending_ends_although_every_line_is_broken():
    assert len(problems_of("a:\n" + "\tb: c\n" * 100)) == yaml_reader.MAX_MENDS


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('a: "alku\nb: c\n', "yaml.quote", (1, 4)),
        ('a: "alku\nb: "c"\n', "yaml.quote", (1, 4)),
        ("a: 'alku\n", "yaml.quote", (1, 4)),
        ('a: "C:\\Omat"\n', "yaml.escape", (1, 4)),
        ('a: "\\uD800"\n', "yaml.escape", (1, 4)),
        ("a: b\nc\nd: e\n", "yaml.no_colon", (2, 1)),
        ("a: b\n  c: d\n", "yaml.colon_indent", (2, 4)),
        ("a:\n    b: c\n  d: e\n", "yaml.indent", (3, 3)),
        ("a: [b\nc: d\n", "yaml.indent", (2, 2)),
        ("a: }\n", "yaml.indent", (1, 4)),
    ],
)
def test_a_mistake_that_stops_reading_is_told_at_its_place(text: str, code: str, place: tuple[int, int]):
    problem = problems_of(text)[-1]

    assert problem.code == code
    assert place_of(problem)[0] == place[0]


def test_a_mistake_of_no_known_kind_is_still_told_in_our_words():
    error = yaml.scanner.ScannerError(None, None, "something new", yaml.Mark("malli", 0, 1, 2, None, None))

    problem, mended = syntax_errors.explain(error, "a: b\nc: d\n", "malli.yml")

    assert (problem.code, *place_of(problem), mended) == ("yaml.syntax", 2, 3, None)


def test_an_error_without_a_place_is_told_at_the_top():
    problem, _ = syntax_errors.explain(yaml.YAMLError("nothing"), "a: b\n", "malli.yml")

    assert place_of(problem) == (1, 1)


def test_the_example_of_quoting_is_the_start_of_a_long_text():
    (problem,) = problems_of("fi: Huomaa: " + "pitkä sana " * 20 + "\n")

    assert problem.mend == 'fi: "Huomaa: pitkä sana pitkä sana pitkä …"'


@pytest.mark.parametrize(
    ("line", "column", "found", "mend"),
    [
        ("a: teksti #OTEhanke", 11, "OTEhanke", '"teksti #OTEhanke"'),
        ("a: teksti  # loppu", 12, "loppu", '"teksti  # loppu"'),
        ("a: #OTEhanke", 4, "OTEhanke", '"#OTEhanke"'),
        ("- a #b", 5, "b", '"a #b"'),
    ],
)
def test_a_text_cut_by_a_hash_sign_is_told_at_the_sign(line: str, column: int, found: str, mend: str):
    (problem,) = problems_of(f"x:\n  {line}\n")

    assert (problem.code, problem.found, problem.mend) == ("text.hash", found, mend)
    assert place_of(problem) == (2, column + 2)


@pytest.mark.parametrize("text", ["a: b#c\n", "# a\na: b\n", "a: 'b' # c\n", "a: 5 # c\n", "a: # c\n  - b\n", "a: true # c\n"])
def test_a_hash_sign_that_cuts_nothing_is_no_mistake(text: str):
    assert codes_of(text) == []


def test_every_value_and_field_name_has_its_line_and_column():
    document = a_document('a: 1\nb:\n  - c\n  - d: "e"\n    f: {g: [h, 2]}\nä: |\n  teksti\n')

    assert {path: place(document.where(path)) for path in paths_of(document.root)} == {
        (): (1, 1),
        ("a",): (1, 4),
        ("b",): (3, 3),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "d"): (4, 8),
        ("b", 1, "f"): (5, 8),
        ("b", 1, "f", "g"): (5, 12),
        ("b", 1, "f", "g", 0): (5, 13),
        ("b", 1, "f", "g", 1): (5, 16),
        ("ä",): (6, 4),
    }
    assert {path: place(document.where_key(path)) for path in paths_of(document.root) if path and isinstance(path[-1], str)} == {
        ("a",): (1, 1),
        ("b",): (2, 1),
        ("b", 1, "d"): (4, 5),
        ("b", 1, "f"): (5, 5),
        ("b", 1, "f", "g"): (5, 9),
        ("ä",): (6, 1),
    }


def place(where: Location) -> tuple[int, int]:
    return where.line, where.column


def paths_of(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for step, one in inner for each in paths_of(one, (*path, step)))]


@pytest.mark.parametrize("name", ["tykke", "toike"])
def test_every_value_of_our_own_models_has_a_place(name: str):
    root = Path(__file__).parents[3]
    document = read_file(root / "tests" / "cases" / "five" / "models" / f"{name}.yml", "malli.yml").document

    assert isinstance(document, Document)
    assert set(paths_of(document.root)) == set(paths_of_spots(document.spot))


def paths_of_spots(spot: Spot, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    return [path, *(each for step, one in (spot.inner or {}).items() for each in paths_of_spots(one, (*path, step)))]


def test_what_is_missing_has_the_place_of_what_is_around_it():
    document = a_document("a:\n  b: c\n")

    assert document.where(("a", "x", "y")).line == 2
    assert document.where_key(("a",)).line == 1
    assert document.where_key(("a", "x")).line == 2
    assert document[("a", "b")] == "c"


def test_text_without_libyaml_is_wrong_use(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(yaml, "CSafeLoader")

    with pytest.raises(yaml_reader.UsageError):
        read(b"a: b\n", "malli.yml")


def test_a_sentence_that_goes_on_at_the_margin_is_joined_and_the_rest_is_read():
    reading = read(b"a: alku ja\nloppu\nb: c\n", "malli.yml")

    assert [(each.code, each.where.line) for each in reading.problems] == [("yaml.continued", 2)]
    assert reading.document is not None
    assert reading.document.root == {"a": "alku ja loppu", "b": "c"}


def test_an_item_without_its_dash_is_told_once_and_is_no_field_to_delete():
    reading = read("a:\n  - fi: alku\n    sv: början\n    fi: loppu\n    sv: slutet\n".encode(), "malli.yml")

    assert [(each.code, each.where.line, each.mend) for each in reading.problems] == [("yaml.missing_dash", 4, "- fi: \u2026")]


def test_a_tab_stands_for_the_indentation_of_the_line_above():
    reading = read(b"a:\n  - b: 1\n\tc: 2\n", "malli.yml")

    assert [each.code for each in reading.problems] == ["yaml.tab"]
    assert reading.document is not None
    assert reading.document.root == {"a": [{"b": 1, "c": 2}]}


def test_a_value_indented_by_a_tab_has_the_place_that_the_author_sees():
    reading = read(b"a:\n  - b: 1\n\tc: 2\n", "malli.yml")

    assert reading.document is not None
    assert reading.document.where_key(("a", 0, "c"))[1:3] == (3, 2)
    assert reading.document.where(("a", 0, "c"))[1:3] == (3, 5)
    assert reading.document.where(("a", 0, "b"))[1:3] == (2, 8)


def test_an_address_is_no_field_without_its_space():
    assert read(b"a: https://example.fi/\n", "malli.yml").problems == ()
