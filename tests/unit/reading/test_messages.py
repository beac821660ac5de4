"""A finding in words: every code, three languages, no gap left open."""

from __future__ import annotations

import re
import string
from itertools import product
from pathlib import Path

import pytest

from builders import HERE, at
from building import ROOT
from mallisto.reading import messages, string_files
from mallisto.reading.messages import codes, meant, nearest, one_line, phrases, say
from mallisto.reading.problems import Choice, Problem, choices
from mallisto.reading.schema import Schemas

LANGUAGES = ("fi", "sv", "en")
PACKAGE = Path(messages.__file__).parent.parent
SEVERAL = choices({"physician": {"fi": "lääkäri", "sv": "läkare", "en": "physician"}, "nurse": {"fi": "sairaanhoitaja"}})


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_three_files_have_the_same_keys_in_the_same_order():
    assert list(phrases("fi")) == list(phrases("sv")) == list(phrases("en"))


def test_the_three_languages_leave_the_same_gaps():
    found = {key: [gaps(phrases(language)[key]) for language in LANGUAGES] for key in phrases("fi")}

    assert {key: sets for key, sets in found.items() if any(each != sets[0] for each in sets)} == {}


def test_every_code_says_what_is_wrong_and_what_to_do():
    for language in LANGUAGES:
        words = phrases(language)
        assert [code for code in codes(language) if not (words[f"{code}.what"].strip() and words[f"{code}.mend"].strip())] == []
        assert {key for key in words if key.endswith(".mend")} - {"report.mend"} == {f"{code}.mend" for code in codes(language)}


def test_no_gap_is_left_open_whether_a_finding_tells_much_or_little():
    wrong = []
    for code, language in product(codes("fi"), LANGUAGES):
        much = Problem(HERE, code, found="phycisian", candidates=SEVERAL, mend="physician", other=at(7), limit=3)
        for said in (say(much, language), say(Problem(HERE, code), language)):
            if not said.what or not said.mend or re.search(r"[{}]", said.what + said.mend):
                wrong.append((code, language, said))

    assert wrong == []


def test_every_code_the_package_names_has_words_and_every_word_is_used():
    readers = [*(PACKAGE / "reading").glob("*.py"), PACKAGE / "catalog" / "project_files.py"]
    finders = [*readers, *(PACKAGE / "checks").glob("*.py")]
    finders += [PACKAGE / "export" / "sitemap.py", PACKAGE / "drafts" / "copied_sentences.py"]
    finders += [PACKAGE / "reports" / f"{name}.py" for name in ("completeness", "links", "stale", "translations")]
    named = {code for path in finders for code in re.findall(r'"([a-z-]+\.[a-z_]+)"', path.read_text("utf-8"))}
    mentioned = "".join(path.read_text("utf-8") for path in PACKAGE.glob("parse/*.py"))
    families = {*re.findall(r'refs?\("\w+", f?"([a-z-]+)', mentioned), "step"} - {"field", "address"}
    unlisted = {f"{each}.unlisted" for each in ("role", "organisation", "topic", "target-group", "life-situation", "municipality")}
    shapes = {f"value.{shape}" for shape in ("date", "id", "url", "uri", "code")}

    named -= {"sitemap.xml"} | {each.value for each in Schemas.load(ROOT / "schemas")["model"].field_names()}
    assert named | {f"{family}.unknown" for family in families} | unlisted | shapes == {*codes("fi"), "first-names.txt"}


def test_a_word_of_another_language_and_a_mistyped_one_find_their_choice():
    found = [nearest(word, SEVERAL) for word in ("Läkare", "laakari", "phycisian", "sairanhoitaja", "kirvesmies", "")]

    assert [each.value if each else None for each in found] == ["physician", "physician", "physician", "nurse", None, None]


BODIES = choices(
    {
        "eksote": {"fi": "Etelä-Karjalan sosiaali- ja terveyspiiri"},
        "essote": {"fi": "Etelä-Savon sosiaali- ja terveyspalvelujen kuntayhtymä"},
        "kuopio": {"fi": "Kuopion kaupunki"},
    }
)
PLACES = choices({"049": {"fi": "Espoo", "sv": "Esbo"}, "285": {"fi": "Kotka"}, "857": {"fi": "Tuusniemi"}})
UNITS = choices({each: {} for each in ("euros", "euros-per-client", "persons", "percent")})


@pytest.mark.parametrize(
    ("word", "meant_value"),
    [
        ("lääkärille", "physician"),
        ("läkaren", "physician"),
        ("nurs", "nurse"),
        ("Sairaanhoitaja", "nurse"),
        ("sairanhoitaja", "nurse"),
        ("social-counsellor", None),
        ("kirvesmies", None),
        ("", None),
    ],
)
def test_an_entry_is_meant_by_its_name_its_forms_and_a_slip(word: str, meant_value: str | None):
    choice = meant(word, SEVERAL)

    assert (choice and choice.value) == meant_value


@pytest.mark.parametrize(
    ("word", "meant_value"),
    [
        ("kymsote", None),
        ("kessote", None),
        ("etsote", None),
        ("essotte", None),
        ("Kuopion kaupunkki", "kuopio"),
        ("Essote", "essote"),
        ("turku", None),
    ],
)
def test_a_body_is_never_taken_for_another(word: str, meant_value: str | None):
    choice = meant(word, BODIES, are_bodies=True)

    assert (choice and choice.value) == meant_value


@pytest.mark.parametrize(
    ("word", "meant_value"),
    [
        ("286", None),
        ("858", None),
        ("49", "049"),
        ("Kotka", "285"),
        ("Esbo", "049"),
        ("Kotkassa", "285"),
        ("Tuusniemmi", "857"),
        ("Espo", None),
    ],
)
def test_a_number_is_never_taken_for_another(word: str, meant_value: str | None):
    choice = meant(word, PLACES, are_bodies=True)

    assert (choice and choice.value) == meant_value


@pytest.mark.parametrize(
    ("word", "meant_value"), [("euros-per-year", None), ("euros_per_client", "euros-per-client"), ("euro", "euros"), ("person", "persons")]
)
def test_a_unit_is_never_taken_for_another(word: str, meant_value: str | None):
    choice = meant(word, UNITS)

    assert (choice and choice.value) == meant_value


def test_of_what_a_list_does_not_have_the_message_says_what_to_write():
    for family in ("role", "organisation", "municipality", "topic", "target-group", "life-situation"):
        assert "kirjoita tunnisteen tilalle name:" in say(Problem(HERE, f"{family}.unknown", found="kymsote", candidates=BODIES), "fi").mend


def test_the_suggestion_names_the_choice_unless_the_name_is_the_value():
    problem = Problem(HERE, "role.unknown", found="phycisian", candidates=SEVERAL)

    assert "Tarkoititko ”physician” (lääkäri)?" in say(problem, "fi").mend
    assert "Did you mean “physician”?" in say(problem, "en").mend


def test_few_choices_are_listed_and_many_are_not():
    few = Problem(HERE, "value.unknown", found="x", candidates=SEVERAL)
    many = Problem(HERE, "value.unknown", found="x", candidates=tuple(Choice(f"arvo-{each}") for each in range(15)))

    assert "physician (lääkäri), nurse (sairaanhoitaja)" in say(few, "fi").mend
    assert "arvo" not in say(many, "fi").mend


def test_where_there_is_nothing_to_advise_the_place_is_to_be_looked_at():
    assert say(Problem(HERE, "value.unknown", found="x"), "fi").mend == "Tarkista tämä kohta."


def test_a_pattern_without_help_leaves_no_empty_words():
    assert not say(Problem(HERE, "field.one_of"), "fi").mend.endswith(": .")


def test_what_an_author_wrote_cannot_fill_gaps_or_steer_a_terminal():
    said = say(Problem(HERE, "value.unknown", found="{mend} \x1b[31m\n::error::\u202e"), "fi")

    assert said.what == "Arvo ”{mend} \ufffd[31m ::error::\ufffd” ei ole sallittu."


def test_a_text_on_one_line_keeps_its_letters():
    assert one_line("  Čáhppes\u00a0ja\n vilges 🙂 ") == "Čáhppes ja vilges 🙂"


def test_a_string_file_that_is_broken_is_our_own_mistake():
    with pytest.raises(ValueError, match=r"xx\.yml"):
        string_files.parse(b"a: b\na: c\n", "xx.yml")
