"""JSON-LD of pages: nothing in it ends the block, and only a model that runs is a public service."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from builders import a_catalog, a_model, a_text, an_upkeep
from building import ROOT
from mallisto.addresses import urls
from mallisto.i18n.language import Language
from mallisto.model import Model
from mallisto.pages.elements import linked_data
from mallisto.pages.elements.page_context import PageContext
from mallisto.reading.schema import Schemas

ENGLISH = Language.of("en", Schemas.load(ROOT / "schemas"))


def told_of(model: Model) -> Any:
    context = PageContext.for_address(a_catalog(model), ENGLISH, urls.model_page(model.id))
    text = str(linked_data.of_model(model, context)).removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")
    assert "<" not in text
    return json.loads(text)


def test_only_a_model_that_is_known_to_run_is_a_public_service():
    ended = a_model(upkeep=an_upkeep(sources=()))
    running = replace(ended, status=replace(ended.status, lifecycle="running"))

    assert "about" not in told_of(ended)
    assert told_of(running)["about"]["@type"] == "GovernmentService"


def test_no_text_ends_the_block_of_data():
    name = '</script><script>alert(1)</script> \u2028 "x"'

    assert told_of(a_model(name=a_text(en=name), upkeep=an_upkeep(sources=())))["name"] == name
