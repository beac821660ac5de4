"""What was learnt of words comes back from the cache whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mallisto import finder
from mallisto.finder import note_words, words_in


def test_what_was_learnt_of_words_comes_back(tmp_path: Path):
    learnt = {"lemma": {"kyvyn": ["kyky"]}, "parts": {"kyky": []}}

    note_words(tmp_path, learnt)

    assert words_in(tmp_path) == learnt
    assert [path.name for path in tmp_path.iterdir()] == ["words.json"]


@pytest.mark.parametrize("spoilt", [lambda text: "", lambda text: "{}", lambda text: text[:-1], lambda text: text.replace("kyky", "kyyy")])
def test_words_that_are_damaged_are_learnt_anew(tmp_path: Path, spoilt: Callable[[str], str]):
    note_words(tmp_path, {"lemma": {"kyvyn": ["kyky"]}})
    file = tmp_path / "words.json"

    file.write_text(spoilt(file.read_text("utf-8")), "utf-8")

    assert words_in(tmp_path) == {}


def test_words_learnt_by_other_code_are_learnt_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    note_words(tmp_path, {"lemma": {"kyvyn": ["kyky"]}})

    monkeypatch.setattr(finder, "_MAKERS", ("simplemma",))

    assert words_in(tmp_path) == {}
