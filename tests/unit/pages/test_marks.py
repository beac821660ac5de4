"""A mark beside a value is that value's own provenance, on pages, cards, slides and paper; and what bears none is from the source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from building import FIVE, SITE_URL, miniature
from mallisto import pages
from mallisto.addresses import urls
from mallisto.build import checking
from mallisto.export.pathway import files
from mallisto.i18n.language import Language
from mallisto.model import Modality
from mallisto.pages.choosing.comparison import column_file
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles import role_card
from mallisto.pages.site.plots import PLOT
from mallisto.pages.site.slots import SLOTS
from marks import EDITORS, Beside, Labelled, Node, is_editors, labelled, places, places_of, tree

# What names something to choose or to look up by.
_NAMES = {"label", "option", "dt", "template"}


@pytest.fixture(scope="module", params=("our models", "the miniature site"))
def result(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> checking.Result:
    root = FIVE if request.param == "our models" else miniature(tmp_path_factory.mktemp("small") / "repository")
    return checking.load(root, date(2026, 11, 22))


@pytest.fixture(scope="module")
def language(result: checking.Result) -> Language:
    return Language.of("fi", result.schemas)


def _everything(found: Labelled, language: Language) -> Iterator[tuple[str, str]]:
    """All that is shown in one language: pages of models, cards of roles, columns of the comparison, and slots of authored pages."""
    catalog = found.catalog
    at_roles = PageContext.for_address(catalog, language, urls.role_page("x"))
    of_roles = (role_card.page(role, at_roles) for role in catalog.roles_in_use)
    of_models = (page for model in catalog.models for page in pages.of_model(model, catalog, language, SITE_URL))
    for page in (*of_models, *of_roles):
        yield page.address, f"{page.head}{page.chapter}"
    for model in catalog.models:
        yield f"comparison of {model.id}", json.loads(column_file(model, catalog, language).content)["column"]
    for name, slot in SLOTS.items():
        address = "" if PLOT in slot.reads else urls.MODELS
        yield name, str(slot.fill(PageContext.for_address(catalog, language, address)))


def _shown(found: Labelled, language: Language) -> list[tuple[str, Beside]]:
    shown = ((name, each) for name, html in _everything(found, language) for each in places(html, found.numbers))
    return [(name, each) for name, each in shown if not _is_card(each.node)]


def _is_card(node: Node) -> bool:
    """Whether a place belongs to the decision card, below which it says once what the editors have added."""
    around = list(node.up())
    is_row = any(each.attributes.get("data-row", "").startswith("paatos-") for each in around)
    return is_row or bool(
        {name for each in around for name in each.classes} & {"decide", "card", "items", "memo__decision", "meta", "areas"}
    )


def _kind(mark: Node) -> str:
    return next(each.removeprefix("told--") for each in mark.classes if each.startswith("told--"))


def _is_placed(mark: Node, fact: str) -> bool:
    """Whether a mark names the fact's heading, among others where it is the source line of several, or none."""
    named = places_of(mark)
    return not named or (fact in named if "source" in mark.classes else named == [fact])


def test_every_mark_is_the_provenance_of_the_value_it_stands_beside(result: checking.Result, language: Language):
    kinds = tuple(Modality)
    found = labelled(result.catalog, lambda number: kinds[number % len(kinds)])
    known = {fact: each.modality for fact, each in found.known.items()}

    # The comparison asks for durations by themselves, and one that the editors have inferred is theirs and not the source's.
    steps = (step for model in result.catalog.models for step in model.pathway.steps if "duration" in step.inferred)
    inferred = {".".join(map(str, (step.where.file, *step.where.path))) for step in steps}

    def is_true(name: str, mark: Node, beside: Beside) -> bool:
        if is_editors(mark):
            return set(beside.facts) <= {EDITORS.fi.strip("‹›"), *(inferred if name.startswith("comparison") else ())}
        own = [known.get(fact) == _kind(mark) and _is_placed(mark, fact) for fact in beside.facts or beside.linked]
        return all(own) if beside.facts else any(own) or not own

    shown = _shown(found, language)
    marked = {fact for _, each in shown if each.marks for fact in (*each.facts, *each.linked)}
    wrong = [(name, mark.text, each.facts or each.linked) for name, each in shown for mark in each.marks if not is_true(name, mark, each)]
    assert wrong == []
    unmarked = {fact for fact, each in found.known.items() if each.modality is Modality.DESCRIBED}
    assert set(found.known) - marked - unmarked - set(filter(_is_gap, found.known)) == set()


def test_what_is_planned_or_the_editors_own_is_nowhere_shown_without_a_mark(result: checking.Result, language: Language):
    found = labelled(result.catalog, lambda _: Modality.PLANNED)

    bare = [(name, each) for name, each in _shown(found, language) if not each.marks and _is_told(each.node)]
    assert [(name, fact) for name, each in bare for fact in _said(each) if not _is_gap(fact)] == []


def _said(beside: Beside) -> tuple[str, ...]:
    """The facts a place tells, and in the rows of a card those it leads to; an answer that is not known needs no mark."""
    classes = {name for each in beside.node.up() for name in each.classes}
    return (*beside.facts, *beside.linked) if "rows" in classes and "unknown" not in classes else beside.facts


def _is_gap(fact: str) -> bool:
    """Whether a fact is that nobody has told, which a page says in so many words."""
    return ".gaps." in fact


def _is_told(node: Node) -> bool:
    """Whether a place tells of a model; the drawing of a pathway is told of in the line below it, and a form names what one may ask for."""
    around = list(node.up())
    classes = {name for each in around for name in each.classes}
    is_form = bool(classes & {"fit", "search"}) or any(each.tag in ("form", "fit-finder", "model-filter") for each in around)
    is_name = any(each.tag in _NAMES for each in around)
    # Which areas there are is official, and stands with its source; which models tell of them is marked.
    is_area = "own" in classes and not any(each.tag == "li" for each in around)
    is_drawing = any(each.tag == "figure" and "pathway" in each.classes for each in around)
    return not (is_form or is_name or is_drawing or is_area or _is_card(node))


def test_whether_a_model_runs_now_is_marked_as_concluded_wherever_it_is_a_value(result: checking.Result, language: Language):
    models = tuple(replace(each, status=replace(each.status, lifecycle="ended")) for each in result.catalog.models)
    found = labelled(result.catalog.with_models(models), lambda _: Modality.DESCRIBED)
    said, mark = language.value("status.lifecycle", "ended"), language.say("told.by_editors.concluded")

    values = [each for _, html in _everything(found, language) for each in tree(html).all() if _says(each, said) and _is_told(each)]
    answers = [next(around for around in each.up() if around.tag in ("dd", "td")) for each in values]

    assert len(answers) >= len(models)
    assert [each.text for each in answers if mark not in each.text] == []


def _says(node: Node, words: str) -> bool:
    return any(isinstance(each, str) and each.strip() == words for each in node.inside)


def test_a_pathway_taken_along_as_a_picture_tells_which_of_its_steps_are_planned(result: checking.Result, language: Language):
    found = labelled(result.catalog, lambda number: (Modality.PLANNED, Modality.DESCRIBED)[number % 2])

    for model in found.catalog.models:
        taken = {file.path.rpartition(".")[2]: file.content.decode() for file in files(model, found.catalog, language, SITE_URL)}
        numbers = [number for number, each in enumerate(model.pathway.steps, 1) if each.provenance.modality is Modality.PLANNED]
        told = [re.findall(rf"{language.say('told.planned')}: ([0-9–, ]+)", taken[ending]) for ending in ("svg", "bpmn")]

        assert numbers
        assert [_numbers(each[0]) for each in told] == [numbers, numbers]


def _numbers(spans: str) -> list[int]:
    ends = [each.split("–") for each in spans.split(", ")]
    return [number for each in ends for number in range(int(each[0]), int(each[-1]) + 1)]
