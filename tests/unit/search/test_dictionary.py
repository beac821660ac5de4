"""The dictionary of forms says what simplemma's own says, of any word."""

from __future__ import annotations

from pathlib import Path

import pytest
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from mallisto.search.dictionary import Dictionary

THEIRS = StreamDictionaryFactory()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def ours(folder: Path) -> tuple[Dictionary, Dictionary]:
    """As it is read the first time, and with an index that was kept then."""
    return Dictionary.of("fi", folder), Dictionary.of("fi", folder)


def test_a_form_has_the_same_base(ours: tuple[Dictionary, Dictionary]):
    theirs = THEIRS.get_dictionary("fi")
    for form in ("kyky", "kyvyn", "Helsinki", "aika", "ajan", "eiolesana", "", "ö", "äyskäri", "0", "zzzzz"):
        assert [each.get(form) for each in ours] == [theirs.get(form)] * 2, form
        assert [form in each for each in ours] == [form in theirs] * 2, form


def test_any_word_has_the_same_base(ours: tuple[Dictionary, Dictionary]):
    theirs = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=THEIRS))

    for word in ("työkyvyttömyyseläkkeellä", "Kelassa", "palvelutarpeen-arvio", "xyzttelemättä"):
        assert [each.base(word) for each in ours] == [theirs.lemmatize(word, "fi")] * 2, word


def test_every_form_stands_with_its_base(ours: tuple[Dictionary, Dictionary]):
    for each in ours:
        forms = each.forms("kyky")
        assert {"kyky", "kyvyn", "kykyä"} <= set(forms)
        assert {each.get(form) for form in forms} == {"kyky"}
        assert each.forms("eiolesana") == ()


def test_every_form_is_counted(ours: tuple[Dictionary, Dictionary]):
    read, kept = ours

    assert sum(1 for _ in kept) == len(kept) == len(read)


def test_an_index_that_is_damaged_is_made_anew(ours: tuple[Dictionary, Dictionary], folder: Path, tmp_path: Path):
    (path,) = folder.iterdir()
    content, copy = path.read_bytes(), tmp_path / path.name
    copy.write_bytes(content[:-1])

    assert Dictionary.of("fi", tmp_path).get("kyvyn") == "kyky"
    assert copy.read_bytes() == content
