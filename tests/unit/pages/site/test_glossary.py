"""The glossary shows readers the terms, and keeps to itself what editors wrote to each other."""

from __future__ import annotations

from dataclasses import replace

from builders import a_catalog, a_term, a_text
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.model import Term, Verification, Verified, Vocabulary
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site.slots import glossary
from mallisto.reading.schema import Schemas
from mallisto.search.entries import of_vocabulary

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))
SEEN = Verification(state="seen", seen_in="Sanakirja 2019")
UNSEEN = Verification(state="own_knowledge", seen_in=None)


def shown(term: Term) -> str:
    return str(glossary(PageContext.for_address(a_catalog(vocabulary=Vocabulary(terms=(term,))), FINNISH, "sanasto/")))


def test_a_note_of_the_editors_is_neither_on_the_page_nor_found_by_the_search():
    term = replace(a_term(), note=a_text("Älä käytä tätä vastinetta."))
    entries = list(of_vocabulary(a_catalog(vocabulary=Vocabulary(terms=(term,))), FINNISH))

    assert "Älä käytä" not in shown(term)
    assert entries
    assert "Älä käytä" not in str(entries)


def test_an_equivalent_nobody_has_seen_says_so_and_a_seen_one_does_not_say_where():
    page = shown(replace(a_term(), verified=Verified(fi=None, sv=UNSEEN, en=SEEN)))

    assert page.count("tarkistamatta") == 1
    assert "Sanakirja" not in page
