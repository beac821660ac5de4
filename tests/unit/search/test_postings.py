"""What an entry says of each term and what a hit shows of it: hostile texts stay texts, and every form of a word leads to its part."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import SmallLexicon, a_catalog
from building import FIVE, MINIATURE, ROOT
from mallisto.build import checking
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language, LocalizedText
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.search.analysis import DOUBTFUL, Analyzer, Match, cut, fold, function_words
from mallisto.search.dictionary import Dictionary
from mallisto.search.entries import of_model, of_vocabulary
from mallisto.search.entry import EntryKind, EntryPart, SearchEntry
from mallisto.search.finnish import WORD, Finnish
from mallisto.search.postings import BASE, FIRST, LEVELS, PARTS, SHOWN, EntryPostings, find

SCHEMAS = Schemas.load(ROOT / "schemas")
PLAIN = Analyzer(Finnish(lambda: SmallLexicon({})), a_catalog())
EVERYWHERE = SHOWN[0]


def an_entry(*parts: str, language: str = "fi", title: str = "Malli") -> SearchEntry:
    """An entry whose parts each say one text below a title of their own."""

    def part(number: int, text: str) -> EntryPart:
        return EntryPart(
            kind=EntryKind.STEP, address=f"#{number}", title=LocalizedText(f"otsikko{number}"), texts=(LocalizedText(text, "fi"),)
        )

    lead = EntryPart(kind=EntryKind.MODEL, address="", title=LocalizedText(title, "fi"))
    return SearchEntry(
        kind=EntryKind.MODEL, address="mallit/m/", language=language, lead=lead, parts=tuple(part(*each) for each in enumerate(parts))
    )


def in_all(*parts: str, **named: str) -> Mapping[str, SearchEntry]:
    return {code: an_entry(*parts, language=code, **named) for code in LANGUAGES}


def said(postings: EntryPostings, term: str, match: Match = Match.OWN) -> list[tuple[int, float, bool, int]]:
    """The parts that say a term: number, how often, in a title or not, on which pages."""
    coded, part, found = postings.terms.get(term, ("",) * 4)[match], 0, []
    for step, signature in zip(coded[::2], coded[1::2], strict=True):
        part += ord(step) - FIRST
        number = ord(signature) - FIRST
        if number < BASE - 1:
            found.append((part, LEVELS[number % 8], bool(number & 8), SHOWN[number // 16]))
    return found


def test_a_part_is_found_by_what_it_says_and_the_oftener_it_says_it():
    postings = find(in_all("lähete", "muuta", "lähete lähete lähete lähete"), PLAIN).postings

    (first, once, *_), (third, often, *_) = said(postings, "lahete")
    assert (first, third) == (1, 3)
    assert often > once


def test_a_title_and_the_pages_on_which_a_text_is_shown_are_told():
    postings = find(in_all("muuta", title="Lähete"), PLAIN).postings

    ((part, _, is_titled, shown),) = said(postings, "lahete")
    assert (part, is_titled, shown) == (0, True, EVERYWHERE)


def test_a_word_tells_more_in_a_title_of_few_words():
    def often(title: str) -> float:
        titled = {code: replace(each, parts=(replace(each.parts[0], title=LocalizedText(title, "fi")),)) for code, each in entries.items()}
        return said(find(titled, PLAIN).postings, "lahete")[0][1]

    entries = in_all("muuta")

    assert often("Lähete") > often("Lähete joka tulee lääkäriltä ajallaan")


def test_a_text_that_is_shown_in_one_language_only_is_told_so():
    entries = {code: an_entry(f"{code}sana", language=code) for code in ("fi", "sv", "en")}

    postings = find(entries, PLAIN).postings

    assert [shown for _, _, _, shown in said(postings, "svsana")] == [1 << LANGUAGES.index("sv")]


def test_parts_of_any_number_are_told():
    postings = find(in_all(*("muuta",) * 250, "lähete"), PLAIN).postings

    assert [part for part, *_ in said(postings, "lahete")] == [251]


def test_the_same_entry_has_the_same_postings_and_texts_whatever_other_is_found_beside_it():
    one = find(in_all("lähete ja palvelu"), PLAIN)

    find(in_all("jotakin muuta"), PLAIN)

    assert find(in_all("lähete ja palvelu"), PLAIN) == one


def test_changed_texts_have_another_name():
    assert find(in_all("lähete"), PLAIN).postings.texts != find(in_all("lähetteet"), PLAIN).postings.texts


def test_the_texts_of_many_parts_lie_in_several_files():
    found = find(in_all(*(f"osa {number}" for number in range(PARTS + 1))), PLAIN)

    assert [end for end in found.texts if end.endswith("fi")] == ["fi", "1.fi", "2.fi"]
    assert json.loads(found.texts["fi"])["count"] == 1 + PARTS + 1
    assert [row[4] for row in json.loads(found.texts["2.fi"])] == [f"Osa {PARTS}."]


def test_a_text_ends_as_a_sentence_and_begins_with_a_capital():
    (row,) = json.loads(find(in_all("lähete ei ole tarpeen"), PLAIN).texts["1.fi"])

    assert row[4] == "Lähete ei ole tarpeen."


def test_a_hostile_text_stays_a_text_in_every_file(tmp_path: Path):
    shutil.copytree(MINIATURE / "models", tmp_path / "models")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    hostile = checking.load(tmp_path, date(2026, 11, 21)).catalog
    analyzer = Analyzer(Finnish(lambda: SmallLexicon({})), hostile)

    for entries in _entries(hostile):
        for file in find(entries, analyzer).files():
            name, value = re.fullmatch(r'mallistoIndex\("([\w/.]+)",(.*)\);\n', file.content.decode(), re.DOTALL).groups()  # type: ignore[union-attr]
            entry = entries[name.rpartition(".")[2]]
            number = int(name.split(".")[1]) if name.count(".") > 1 else 0
            parts = entry.parts[(number - 1) * PARTS :][:PARTS] if number else (entry.lead,)
            rows = json.loads(value) if number else [json.loads(value)["lead"]]
            assert [row[3] for row in rows] == [str(each.title) for each in parts]
            assert "\n" not in value


def _entries(catalog: Catalog) -> Iterator[dict[str, SearchEntry]]:
    languages = {code: Language.of(code, SCHEMAS) for code in LANGUAGES}
    for model in catalog.models:
        yield {code: of_model(model, catalog, language) for code, language in languages.items()}
    for entries in zip(*(of_vocabulary(catalog, language) for language in languages.values()), strict=True):
        yield dict(zip(languages, entries, strict=True))


def test_every_form_of_every_word_of_the_models_leads_to_its_part(tmp_path_factory: pytest.TempPathFactory):
    catalog = checking.load(FIVE, date(2026, 11, 21)).catalog
    dictionary = Dictionary.of("fi", tmp_path_factory.mktemp("cache"))
    finnish = Finnish(lambda: dictionary)
    analyzer = Analyzer(finnish, catalog)
    language = Language.of("fi", SCHEMAS)
    missed, checked = [], 0

    for model in catalog.models:
        entries = {code: of_model(model, catalog, Language.of(code, SCHEMAS)) for code in LANGUAGES}
        postings = find(entries, analyzer).postings
        leads: dict[str, set[str]] = {}
        for key, term in postings.keys:
            leads.setdefault(key, set()).add(term.removeprefix(DOUBTFUL))
        parts_of = {term: {part for part, *_ in said(postings, term)} for term in postings.terms}
        entry = of_model(model, catalog, language)
        for number, part in enumerate((entry.lead, *entry.parts)):
            for word in {word for text in (part.title, *part.texts) if not text.language for word in WORD.findall(str(text))}:
                for form in {word.lower(), *finnish.paradigm(finnish.lemma(word))} - function_words():
                    typed, checked = fold(form), checked + 1
                    terms = {term for key in {typed, cut(typed)} for term in {key, *leads.get(key, ())}}
                    if word.lower() not in function_words() and not any(number in parts_of.get(term, ()) for term in terms):
                        missed.append((model.id, number, word, form))

    assert missed == []
    assert checked > 100_000
