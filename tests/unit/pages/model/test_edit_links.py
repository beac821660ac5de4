"""Beside every fact stands a link that opens the form at it."""

from __future__ import annotations

from markupsafe import Markup

from builders import a_catalog, a_model
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model.edit_links import with_edit_links
from mallisto.reading.schema import Schemas
from webpage import read_page


def test_items_and_rows_with_a_fact_end_with_a_link_to_it_and_nothing_else_has_one():
    chapter = (
        '<ul><li id="tieto-a"><p>Yksi</p></li><li id="tieto-b" class="joined"><p>Kaksi</p></li><li id="vaihe-c">Vaihe</li></ul>'
        '<table><tr id="tieto-d"><th>3</th><td>Mitä</td>\n<td>Miten</td>\n</tr></table>'
    )
    model = a_model("malli")
    context = PageContext.for_address(a_catalog(model), Language.of("sv", Schemas.load(ROOT / "schemas")), "mallit/malli/")

    made = with_edit_links(Markup(chapter), model, context)
    page = read_page(made)

    form = "#/collections/models/entries/malli"
    assert [each["href"] for each in page.all("a")] == [f"../../muokkaa/?kohta={fact}{form}" for fact in "abd"]
    assert "Redigera</a></td>\n</tr>" in made
