"""The edition of a model: the same while it says the same, another as soon as a fact is another."""

from __future__ import annotations

import re
from dataclasses import replace

from builders import a_model, a_statement, a_text, an_item, an_upkeep, at
from mallisto.edition import version
from mallisto.model import Edit


def test_an_edition_is_the_day_of_the_last_change_and_a_short_hash():
    changes = (Edit(date="2026-03-01", text=a_text()), Edit(date="2026-11-20", text=a_text()))
    model = a_model(upkeep=replace(an_upkeep(), added="2026-01-02", changes=changes))

    found = version(model)

    assert re.fullmatch("2026-11-20-[0-9a-f]{6}", found)
    assert version(replace(model, upkeep=replace(model.upkeep, changes=()))).startswith("2026-01-02-")


def test_another_fact_is_another_edition_and_another_line_is_not():
    model = a_model(checklist=(an_item("kohta"),))

    assert version(replace(model, checklist=(replace(an_item("kohta"), where=at(99)),))) == version(model)
    assert version(replace(model, checklist=(an_item("toinen"),))) != version(model)
    assert version(replace(model, summary=a_text("Toisin"))) != version(model)
    assert version(replace(model, advice=(a_statement("vinkki"),))) != version(model)


def test_a_review_that_changes_no_fact_is_no_edition():
    model = a_model(upkeep=an_upkeep(last_reviewed="2026-01-01"))

    assert version(replace(model, upkeep=replace(model.upkeep, last_reviewed="2026-09-09"))) == version(model)
