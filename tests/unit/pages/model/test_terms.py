"""The first mention of a term in running text opens its explanation; headings, links and other languages are left alone."""

from __future__ import annotations

from markupsafe import Markup

from builders import a_catalog, a_model, a_ref, a_term, a_text
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.model import ConceptUri, Term, Vocabulary
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model.terms import explained
from mallisto.reading.schema import Schemas
from webpage import Webpage, read_page


def term(word: str, id: str = "termi", **rest: object) -> Term:  # noqa: A002 - the field's own name
    bare = a_term(id, used_in=[a_ref("malli")])
    return Term(**{field: getattr(bare, field) for field in Term.__slots__} | {"name": a_text(word)} | rest)


def shown(chapter: str, *terms: Term, code: str = "fi", model: str = "malli") -> Webpage:
    catalog = a_catalog(a_model(model), vocabulary=Vocabulary(terms=terms))
    context = PageContext.for_address(catalog, Language.of(code, Schemas.load(ROOT / "schemas")), "mallit/malli/")
    return read_page(explained(Markup(chapter), catalog.models[0], context))


def mentions(page: Webpage) -> list[tuple[str, str]]:
    return [(each["popovertarget"], each.text) for each in page.all("button")]


def test_the_first_mention_of_a_term_opens_its_explanation_and_the_others_do_not():
    page = shown("<p>Asiakkaan työkyky.</p><p>Työkyvyn tuki ja työkyky.</p>", term("työkyky"))

    assert mentions(page) == [("selite-termi", "työkyky")]
    assert page.one("div", id="selite-termi")["popover"] == ""
    assert page.all("a")[0]["href"] == "../../sanasto/#termi-termi"


def test_only_running_text_is_looked_at():
    chapter = (
        '<h2>Työkyky</h2><p class="more">työkyky</p><p><a href="x">työkyky</a></p><p><span lang="fi">työkyky</span></p><li>työkyky</li>'
    )

    assert mentions(shown(chapter, term("työkyky"))) == []


def test_the_longer_of_two_names_goes_first():
    page = shown(
        "<p>Työ- ja toimintakyvyn arviointi. Toimintakyky riittää.</p>", term("toimintakyky", "a"), term("työ- ja toimintakyky", "b")
    )

    assert mentions(page) == [("selite-b", "Työ- ja toimintakyvyn"), ("selite-a", "Toimintakyky")]


def test_punctuation_stays_on_the_line_of_its_term():
    page = shown("<p>Asiakkaan (työkyky), ja tuki.</p>", term("työkyky", "a"), term("tuki", "b"))

    assert [each.text for each in page.all("span")] == ["työkyky),", "tuki."]
    assert mentions(page) == [("selite-a", "työkyky"), ("selite-b", "tuki")]


def test_a_term_of_other_models_or_without_a_name_in_the_language_is_left_alone():
    assert mentions(shown("<p>työkyky</p>", term("työkyky", used_in=()))) == []
    assert mentions(shown("<p>työkyky</p>", term("työkyky", name=a_text("työkyky", None)), code="sv")) == []


def test_a_word_that_everybody_knows_is_not_explained():
    assert mentions(shown("<p>Asiakas tulee.</p>", term("asiakas", familiarity="common"))) == []


def test_a_name_with_a_mark_of_html_is_found():
    assert mentions(shown("<p>Oma R&amp;D auttaa.</p>", term("R&D"))) == [("selite-termi", "R&D")]


def test_nothing_escaped_is_broken():
    page = shown("<p>R&amp;D &lt;b&gt; &#34;x&#34;</p>", term("amp", "a"), term("lt", "b"), term("34", "c"))

    assert mentions(page) == []
    assert page.one("p").text == 'R&D <b> "x"'


def test_only_an_exact_concept_of_yso_is_linked():
    uri = "http://www.yso.fi/onto/yso/p1"

    for match, wanted in (("exact", [uri]), ("close", [])):
        concept = ConceptUri(uri=uri, match=match, label=None, seen_in=None)
        page = shown("<p>työkyky</p>", term("työkyky", yso=concept))
        assert [each["href"] for each in page.all("a") if each["href"].startswith("http")] == wanted
