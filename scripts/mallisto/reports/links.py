"""The web addresses that models and vocabularies name, for a link checker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mallisto.catalog.catalog import Catalog
from mallisto.model import Model, Organisation
from mallisto.reading.problems import Location

Link = tuple[str, Location]


def addresses(catalog: Catalog) -> Iterator[Link]:
    """Every web address the models and vocabularies name, with its place."""
    for model in catalog.models:
        yield from _of_model(model)
    for organisation in catalog.vocabulary.organisations:
        yield from _of_organisation(organisation)


def _of_model(model: Model) -> Iterator[Link]:
    yield from ((each.url, each.where) for each in model.basics.links if each.url)
    yield from ((each.url, each.where) for each in model.upkeep.sources if each.url)
    if (made := model.results.evaluation) and made.report:
        yield from ((url, made.where) for url in made.report.urls)
    for fact in model.facts:
        reference = fact.provenance.reference
        yield from ((url, fact.where) for url in (reference.urls if reference else ()))


def _of_organisation(organisation: Organisation) -> Iterator[Link]:
    if organisation.url:
        yield organisation.url, organisation.where
    yield from ((url, organisation.where) for each in organisation.references for url in each.urls)


def as_text(links: Iterable[Link]) -> str:
    """`file:line address`, a line for each."""
    return "\n".join(f"{where.file}:{where.line} {url}" for url, where in links)


def as_json(links: Iterable[Link]) -> str:
    """A list of objects with `file`, `line` and `url`."""
    return json.dumps([{"file": where.file, "line": where.line, "url": url} for url, where in links], ensure_ascii=False, indent=1)


FORMATS = {"text": as_text, "json": as_json}
