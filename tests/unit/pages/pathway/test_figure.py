"""The figure of a pathway: what it shows and says, and that the style sheet knows every place it names."""

from __future__ import annotations

import re

import pytest

from builders import a_lane, a_model, a_pathway, a_ref, a_start, a_step, a_text, a_way, an_exit
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.model import Direction, HandOver, Model, StepType
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.pathway import figure, grid_stylesheet, pathway_page
from mallisto.pages.pathway.figure_views import PathwayFigureView, Soft
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from pathways import MODELS, a_setting, our_catalog, the_synthetic_model

LANES = (a_lane("asiakas"), a_lane("keskus", "team"), a_lane("kunta", "organisation"))
PLACE = re.compile(r"\b(?:[xywh]\d+|u\d+-\d+|ranks-\d+|lanes-\d+|stop-\d+|share-\d+|about-\d+|of-\d+)\b")


def shown(*steps: object, **lanes: object) -> PathwayFigureView:
    model = a_model(pathway=a_pathway(*steps, **(lanes or {"lanes": LANES})))  # type: ignore[arg-type]
    return figure.view(model, a_setting(model))


def plain(text: Soft | None) -> str:
    return " ".join("".join(word.parts) for word in text.words) if text else ""


def test_a_card_says_how_long_where_and_whether_always():
    view = shown(
        a_start("alku", "keski"),
        a_step("keski", "loppu", duration=a_text("2 päivää"), place=a_text("Kunnonpaikka"), optional="when_needed"),
        an_exit("loppu"),
    )

    assert [plain(each) for each in view.cards[1].more] == ["2 päivää", "Kunnonpaikka", "tarvittaessa"]
    assert "optional" in view.cards[1].classes.split()


def test_a_way_back_says_so():
    back = a_way("alku", Direction.BACK, label=a_text("uudelleen"))

    view = shown(a_start("alku", "valinta"), a_step("valinta", "loppu", back, type=StepType.DECISION), an_exit("loppu"))

    onward, again = view.cards[1].next
    assert (onward.back, again.back) == ("", "takaisin")
    assert plain(again.label) == "uudelleen"
    assert "back" in [each.kind for each in view.legend]


def test_a_change_of_lane_alone_passes_no_responsibility():
    view = shown(a_start("alku", "keski"), a_step("keski", "loppu", lane="keskus"), an_exit("loppu", lane="kunta"))

    assert not any(mark.is_hand_over for mark in view.marks)
    assert [way.hands_over for card in view.cards for way in card.next] == ["", ""]
    assert "over" not in [each.kind for each in view.legend]


@pytest.mark.parametrize(("when", "words"), [(HandOver.ALWAYS, "Vastuu siirtyy:"), (HandOver.WHEN_NEEDED, "Vastuu siirtyy tarvittaessa:")])
def test_responsibility_that_is_said_to_pass_is_marked_and_said(when: HandOver, words: str):
    over = a_way("loppu", hands_over=when)

    view = shown(a_start("alku", "keski"), a_step("keski", over, lane="keskus"), an_exit("loppu", lane="kunta"))

    assert [mark.is_hand_over for mark in view.marks].count(True) == 1
    assert [(way.hands_over, plain(way.lane)) for way in view.cards[1].next] == [(words, "kunta")]
    assert "over" in [each.kind for each in view.legend]


def test_a_pathway_page_says_that_responsibility_passes_only_where_the_data_does():
    for model, context in _settings():
        words = context.language.family("figure.hands_over").values()

        page = pathway_page.page(model, context).chapter

        said = sum(page.count(f">{each} ") for each in words)
        assert said == 2 * len(list(model.pathway.hand_overs())), "once in the figure, once in the list"


def test_a_step_says_what_of_it_is_inferred():
    model = a_model(
        pathway=a_pathway(a_start("alku", "loppu", duration=a_text("2 päivää"), inferred=("duration", "split")), an_exit("loppu"))
    )

    inferred = [each.inferred for each in pathway_page.view(model, a_setting(model)).steps]

    assert inferred == ["Toimituksen tulkinta: kesto, haarautuminen", ""]


def test_a_role_can_be_made_to_stand_out():
    view = shown(a_start("alku", "keski"), a_step("keski", "loppu", roles=(a_ref("nurse"),)), an_exit("loppu"))

    (share,) = view.shares
    assert (share.anchor, share.steps) == ("osuus-nurse", "2")
    assert f"share-{share.number}" in view.cards[1].classes.split()


def test_only_a_long_word_may_break():
    view = shown(a_start("alku", "loppu", title=a_text("Alku työterveyshuollossa tai moniammatillinen tuki")), an_exit("loppu"))

    assert [word.parts for word in view.cards[0].title.words if len(word.parts) > 1] == [("moni", "ammatil", "linen")]


def _settings() -> list[tuple[Model, PageContext]]:
    schemas = Schemas.load(ROOT / "schemas")
    models = our_catalog().model_by_id
    at = "mallit/{}/polku/"
    ours = [
        (models[each], PageContext.for_address(our_catalog(), Language.of(code, schemas), at.format(each)))
        for each in MODELS
        for code in LANGUAGES
    ]
    large = the_synthetic_model()
    return [*ours, (large, a_setting(large))]


@pytest.mark.parametrize(("model", "context"), _settings(), ids=lambda each: getattr(each, "id", None) or each.language.code)
def test_the_style_sheet_knows_every_place_and_the_page_has_no_style_of_its_own(model: Model, context: PageContext):
    known = set(PLACE.findall(grid_stylesheet.file().content.decode()))

    page = pathway_page.page(model, context).chapter

    named = {each for classes in re.findall(r'class="([^"]*)"', page) for each in PLACE.findall(classes)}
    assert named - known == set()
    assert " style=" not in page
    assert "<style" not in page


def test_the_figure_is_kept_out_of_the_search():
    model = the_synthetic_model()

    page = pathway_page.page(model, a_setting(model)).chapter

    opened = next(each for each in re.findall(r"<figure[^>]*>", page))
    assert "data-search-exclude" in opened
    assert "data-search-exclude" in opened
    assert "&shy;" not in re.sub(r"<figure.*?</figure>", "", page, flags=re.DOTALL)
