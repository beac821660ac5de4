"""What records together say of the use of a model: nothing that nobody has confirmed lately counts as use."""

from __future__ import annotations

from builders import an_adoption
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.i18n.use_text import use_text
from mallisto.model import AdoptionState
from mallisto.reading.schema import Schemas

FINNISH = Language.of("fi", Schemas.load(ROOT / "schemas"))


def test_without_a_record_nobody_has_told_yet():
    assert use_text((), frozenset(), FINNISH) == "Kukaan ei ole vielä ilmoittanut käyttävänsä mallia."


def test_use_and_ends_are_counted_apart():
    records = (
        an_adoption(folder="yksi"),
        an_adoption(folder="kaksi"),
        an_adoption(folder="kolme", state=AdoptionState.ENDED, why_ended="funding"),
    )

    assert use_text(records, frozenset(), FINNISH) == "Käytössä 2 paikassa. Päättynyt 1 paikassa, syy: rahoitus päättyi."


def test_what_nobody_has_confirmed_for_a_year_is_no_use():
    records = (an_adoption(folder="yksi"), an_adoption(folder="kaksi"))

    said = use_text(records, frozenset({"yksi/malli"}), FINNISH)

    assert said.startswith("Käytössä 1 paikassa.")
    assert "1 paikassa, mutta tieto on yli vuoden vanha." in said


def test_what_is_not_confirmed_is_said_once():
    record = an_adoption(folder="yksi", state=AdoptionState.UNCONFIRMED)

    said = use_text([record], frozenset({record.id}), FINNISH)

    assert said == "Yhdestä paikasta ei tiedetä, onko malli siellä käytössä."
