"""A training section as a ready-made pack: its places and questions, encoded in a URL fragment that the pack's pages read."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable

from mallisto.addresses import training_urls
from mallisto.model import Text, TrainingSection
from mallisto.pages.elements import link_targets
from mallisto.pages.elements.page_context import PageContext

# The format is that of docs/assets/js/pack/pack.js.
_MARK, _FORMAT, _VERSION = "#paketti=", "mallisto-pack", 2


def fragment(section: TrainingSection, context: PageContext) -> str:
    """Return the URL fragment: the places with what to look for on their slides, then the questions to discuss."""
    places = [(context.catalog.addresses.target_of(place.at.to), place.look_for) for place in section.places]
    questions = [(training_urls.section_question(section.id, asked.id), None) for asked in section.discussion]
    return of_places(section.title, (*places, *questions), context)


def of_places(title: Text, places: Iterable[tuple[str, Text | None]], context: PageContext) -> str:
    """Return the URL fragment of a pack with a title: addresses, each with the words for its slide."""
    packed_places = [_place(address, words, context) for address, words in places]
    pack = {"format": _FORMAT, "version": _VERSION, "name": str(context.language.pick(title)), "places": packed_places}
    packer = zlib.compressobj(zlib.Z_BEST_COMPRESSION, wbits=-zlib.MAX_WBITS)
    packed = packer.compress(json.dumps(pack, ensure_ascii=False, separators=(",", ":")).encode()) + packer.flush()
    return _MARK + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def _place(address: str, words: Text | None, context: PageContext) -> dict[str, str]:
    language, place = context.language, link_targets.at(address, context)
    return {
        "address": address,
        "title": str(language.pick(place.name)) if place else address,
        "note": "",
        "slide": str(language.pick(words)) if words else "",
        "language": language.code,
        "code": context.catalog.addresses.code_by_address.get(address, ""),
    }
