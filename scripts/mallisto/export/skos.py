"""The shared vocabularies as SKOS concept schemes (https://www.w3.org/TR/skos-reference/), in JSON-LD.

Concepts of other vocabularies are named only where somebody has seen them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mallisto.addresses import data_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.files.output_file import OutputFile, json_file
from mallisto.i18n.language import Language
from mallisto.model import Concept, ConceptUri, Ref, Role, Term, Text
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

_CONTEXT: Mapping[str, Any] = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", "@container": "@language"},
    "licence": {"@id": "dct:license", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "altLabel": {"@id": "skos:altLabel", "@container": "@language"},
    "hiddenLabel": {"@id": "skos:hiddenLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in ("broader", "related", "exactMatch", "closeMatch")},
}
_MATCHES = {"exact": "exactMatch", "near": "closeMatch"}
# The schemes: the vocabulary's list, and the file of schemas that has its title.
_SCHEMES = {"topics": "topics", "target_groups": "topics", "life_situations": "topics", "roles": "roles", "terms": "glossary"}


def file(catalog: Catalog, schemas: Schemas, site_url: str) -> OutputFile:
    """All concept schemes in one file."""
    whole, languages = catalog.vocabulary, [Language.of(code, schemas) for code in LANGUAGES]
    graph: list[dict[str, Any]] = []
    for name, schema in _SCHEMES.items():
        title = {each.code: each.title(name, schema=schema) for each in languages}
        graph.append({"id": _scheme(name, site_url), "type": "skos:ConceptScheme", "title": title, "licence": data_urls.LICENCE_URL})
        graph += [_concept(each, name, site_url) for each in getattr(whole, name)]
    return json_file(data_urls.CONCEPTS, {"@context": _CONTEXT, "@graph": graph})


def _scheme(name: str, site_url: str) -> str:
    return f"{urls.absolute(data_urls.CONCEPTS, '', site_url)}#{name}"


def _address(name: str, concept_id: str, site_url: str) -> str:
    """The address of a concept: its place on the site where it has one, else a place in this file."""
    if name == "terms":
        return urls.absolute(urls.glossary(concept_id), "", site_url)
    if name == "roles":
        return urls.absolute(urls.role_page(concept_id), "", site_url)
    return f"{_scheme(name, site_url)}-{concept_id}"


def _concept(concept: Concept | Role | Term, name: str, site_url: str) -> dict[str, Any]:
    broader = getattr(concept, "broader", None)
    return {
        "id": _address(name, concept.id, site_url),
        "type": "skos:Concept",
        "inScheme": _scheme(name, site_url),
        **({"broader": _address(name, broader.to, site_url)} if broader else {"topConceptOf": _scheme(name, site_url)}),
        "prefLabel": concept.name.by_language,
        **_labels(concept),
        **_definition(concept, site_url),
        **_matches(concept),
    }


def _labels(concept: Concept | Role | Term) -> dict[str, Any]:
    """Other names that people use: those of a role, the everyday words of a term."""
    if isinstance(concept, Role):
        return _lists("altLabel", concept.other_names)
    everyday = concept.everyday if isinstance(concept, Term) else None
    found = {code: list(getattr(everyday, code)) for code in LANGUAGES if getattr(everyday, code, ())}
    return {"hiddenLabel": found} if found else {}


def _lists(label: str, texts: Iterable[Text]) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for text in texts:
        for code, words in text.by_language.items():
            found.setdefault(code, []).append(words)
    return {label: found} if found else {}


def _definition(concept: Concept | Role | Term, site_url: str) -> dict[str, Any]:
    if isinstance(concept, Term):
        return {"definition": concept.explanation.by_language}
    if isinstance(concept, Role):
        term: Ref | None = concept.term
        related = {"related": _address("terms", term.to, site_url)} if term else {}
        return {"definition": concept.description.by_language, **related}
    return {}


def _matches(concept: Concept | Role | Term) -> dict[str, list[str]]:
    """The same or a near concept elsewhere."""
    uris: list[ConceptUri | None] = [getattr(concept, "yso", None), getattr(concept, "ptvl", None)]
    found: dict[str, list[str]] = {}
    for each in uris:
        if each:
            found.setdefault(_MATCHES[each.match], []).append(each.uri)
    return found
