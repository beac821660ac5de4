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


@pytest.fixture(scope="module", params=["read", "kept"])
def ours(folder: Path) -> Dictionary:
    """As it is read the first time, and with an index that was kept then."""
    return Dictionary.of("fi", folder)


@pytest.mark.parametrize("form", ["kyky", "kyvyn", "Helsinki", "aika", "ajan", "eiolesana", "", "ö", "äyskäri", "0", "zzzzz"])
def test_a_form_has_the_same_base(ours: Dictionary, form: str):
    assert ours.get(form) == THEIRS.get_dictionary("fi").get(form)
    assert (form in ours) is (form in THEIRS.get_dictionary("fi"))


@pytest.mark.parametrize("word", ["työkyvyttömyyseläkkeellä", "Kelassa", "palvelutarpeen-arvio", "xyzttelemättä"])
def test_any_word_has_the_same_base(ours: Dictionary, word: str):
    theirs = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=THEIRS))

    assert ours.base(word) == theirs.lemmatize(word, "fi")


def test_every_form_stands_with_its_base(ours: Dictionary):
    forms = ours.forms("kyky")

    assert {"kyky", "kyvyn", "kykyä"} <= set(forms)
    assert {ours.get(form) for form in forms} == {"kyky"}
    assert ours.forms("eiolesana") == ()


def test_every_form_is_counted(ours: Dictionary):
    assert sum(1 for _ in ours) == len(ours)


def test_an_index_that_is_damaged_is_made_anew(tmp_path: Path):
    Dictionary.of("fi", tmp_path)
    (path,) = tmp_path.iterdir()
    content = path.read_bytes()

    path.write_bytes(content[:-1])

    assert Dictionary.of("fi", tmp_path).get("kyvyn") == "kyky"
    assert path.read_bytes() == content
