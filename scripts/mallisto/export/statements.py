"""Every statement of a model by its address: what is said, in which words it is known, and from where. For who quotes, and for programs.

The file is JSON-LD: a statement is an entity of PROV-O (https://www.w3.org/TR/prov-o/), derived from a place in a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mallisto.addresses import data_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.provenance_label import provenance_label
from mallisto.export import published
from mallisto.export.json import told
from mallisto.files.output_file import OutputFile, json_file
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import Language
from mallisto.model import Basis, Figure, Gap, Model, NamedFact, Provenance, Source, Step, Text
from mallisto.reading.compact import is_made
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

# Names of the file's fields in public vocabularies.
_CONTEXT: Mapping[str, Any] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "dct": "http://purl.org/dc/terms/",
    "address": "@id",
    "model": {"@id": "dct:isPartOf", "@type": "@id"},
    "licence": "dct:license",
    "reviewed": "schema:lastReviewed",
    "statements": {"@id": "dct:hasPart", "@type": "prov:Entity"},
    "text": {"@id": "schema:text", "@container": "@language"},
    "known": {"@id": "dct:provenance", "@container": "@language"},
    "source": {"@id": "prov:hadPrimarySource"},
    "derived_from": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "reported_by": {"@id": "prov:wasAttributedTo"},
    "title": "dct:title",
    "heading": "schema:articleSection",
    "url": {"@id": "schema:url", "@type": "@id"},
    "date": "dct:date",
    "language": "dct:language",
    "publisher": "dct:publisher",
    "name": {"@id": "schema:name", "@container": "@language"},
}
_PLACE = re.compile(rf'id="((?:{urls.fact("")}|{urls.step("")}|{urls.item("")})([^"]+))"')


def places(pages: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Where each fact stands, by its id: the first of the pages (address, HTML) that has it."""
    found: dict[str, str] = {}
    for address, html in pages:
        for anchor, fact_id in _PLACE.findall(html):
            found.setdefault(fact_id, f"{address}#{anchor}")
    return found


def of_model(model: Model, catalog: Catalog, places: Mapping[str, str], schemas: Schemas, site_url: str) -> OutputFile:
    """The statements and figures of a model that have a place on a page; `places` are their addresses below the site's."""
    languages = [Language.of(code, schemas) for code in LANGUAGES]
    addresses = {fact_id: urls.absolute(place, "", site_url) for fact_id, place in places.items()}
    content = {
        "@context": _CONTEXT,
        **told(published.STATEMENTS, data_urls.statements(model.id), site_url),
        "edition": model.edition,
        "model": urls.absolute(urls.model_page(model.id), "", site_url),
        "name": model.name.by_language,
        "reviewed": model.upkeep.last_reviewed,
        "statements": [
            _statement(fact, words, model, catalog, addresses, languages)
            for fact in model.facts
            if isinstance(fact, NamedFact) and fact.id in addresses and (words := fact.words)
        ],
    }
    return json_file(data_urls.statements(model.id), content)


def _statement(
    fact: NamedFact, words: Text, model: Model, catalog: Catalog, addresses: Mapping[str, str], languages: Iterable[Language]
) -> dict[str, Any]:
    known = fact.provenance
    if isinstance(fact, Figure):
        text = {each.code: f"{said}: {amount(fact, each)}" for each in languages if (said := words.in_language(each.code))}
    else:
        text = words.by_language
    return {
        "address": addresses[fact.id],
        "kind": _kind(fact),
        "is_lasting": not is_made(fact.id),
        "text": text,
        "basis": known.basis,
        "modality": known.modality or known.basis,
        "known": {each.code: provenance_label(known, model, catalog, each).words for each in languages},
        **dict(_origin(known, model, catalog, addresses)),
    }


def _kind(fact: NamedFact) -> str:
    return "figure" if isinstance(fact, Figure) else "gap" if isinstance(fact, Gap) else "step" if isinstance(fact, Step) else "statement"


def _origin(known: Provenance, model: Model, catalog: Catalog, addresses: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """What a statement rests on: a place in a source, other statements, a public reference; of the editors' text nothing is a gap."""
    source = model.source(known.source.to) if known.source else None
    if source:
        heading = model.heading_by_ids.get((source.id, known.heading.to)) if known.heading else None
        yield "source", {**_source(source, catalog), **({"heading": heading.title} if heading else {})}
    elif known.basis is Basis.EXTERNAL and known.reference:
        reference = known.reference
        where = reference.url.fi if reference.url else None
        yield "source", {"title": reference.title.fi, "language": "fi", **_present(url=where, date=reference.accessed)}
    if known.reported_by:
        yield "reported_by", {"name": catalog.organisation(known.reported_by).name.by_language}
    if derived := [addresses[each.to] for each in known.derived_from if each.to in addresses]:
        yield "derived_from", derived


def _source(source: Source, catalog: Catalog) -> dict[str, Any]:
    return {
        "title": source.title,
        "publisher": catalog.organisation(source.publisher).name.fi,
        "language": source.language,
        **_present(url=source.url, date=source.modified or source.published),
    }


def _present(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
