"""What was learnt of words comes back from the cache whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mallisto.build.search_groups import note_words, words_in

# A hash of the code that learns.
CODE = "code"
LEARNT = {"lemma": {"kyvyn": ["kyky"]}, "parts": {"kyky": []}}


def noted(cache: Path) -> Path:
    """The one file in which they are noted."""
    (file,) = [path for path in cache.rglob("*") if path.is_file()]
    return file


def test_what_was_learnt_of_words_comes_back(tmp_path: Path):
    note_words(tmp_path, CODE, LEARNT)

    assert words_in(tmp_path, CODE) == LEARNT
    assert noted(tmp_path).name == "learnt"


@pytest.mark.parametrize("spoilt", [lambda _: b"", lambda _: b"{}", lambda text: text[:-1], lambda text: text.replace(b"kyky", b"kyyy")])
def test_words_that_are_damaged_are_learnt_anew(tmp_path: Path, spoilt: Callable[[bytes], bytes]):
    note_words(tmp_path, CODE, LEARNT)
    file = noted(tmp_path)

    file.write_bytes(spoilt(file.read_bytes()))

    assert words_in(tmp_path, CODE) == {}


def test_words_learnt_by_other_code_are_learnt_anew_and_go(tmp_path: Path):
    note_words(tmp_path, CODE, LEARNT)

    assert words_in(tmp_path, "other") == {}
    note_words(tmp_path, "other", {"lemma": {}})
    assert words_in(tmp_path, "other") == {"lemma": {}}
    noted(tmp_path)


def test_a_file_of_somebody_else_beside_them_does_no_harm(tmp_path: Path):
    note_words(tmp_path, CODE, LEARNT)
    (noted(tmp_path).parent.parent / ".DS_Store").touch()

    note_words(tmp_path, CODE, {"lemma": {}})

    assert words_in(tmp_path, CODE) == {"lemma": {}}
