"""What data the site publishes, for data portals: DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.1/), in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mallisto.addresses import data_urls, urls
from mallisto.catalog.catalog import Catalog
from mallisto.export import data_package
from mallisto.files.output_file import OutputFile, json_file
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES

_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_THEME = {"id": f"{_AUTHORITY}data-theme/HEAL", "type": "skos:Concept", "label": {"fi": "Terveys", "sv": "Hälsa", "en": "Health"}}
_LANGUAGES = {"fi": "FIN", "sv": "SWE", "en": "ENG"}
_CONTEXT: Mapping[str, Any] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "name": {"@id": "foaf:name", "@container": "@language"},
    "label": {"@id": "skos:prefLabel", "@container": "@language"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "publisher": "dct:publisher",
    "contact": "dcat:contactPoint",
    "dataset": "dcat:dataset",
    "distribution": "dcat:distribution",
    **{
        own: {"@id": name, "@type": "@id"}
        for own, name in (
            ("licence", "dct:license"),
            ("language", "dct:language"),
            ("theme", "dcat:theme"),
            ("accessURL", "dcat:accessURL"),
            ("downloadURL", "dcat:downloadURL"),
            ("mediaType", "dcat:mediaType"),
            ("email", "vcard:hasEmail"),
            ("page", "foaf:homepage"),
            ("conformsTo", "dct:conformsTo"),
        )
    },
}


def file(catalog: Catalog, languages: Iterable[Language], site_url: str) -> OutputFile:
    """The catalogue: the models and the vocabularies, each with its files."""
    spoken, publisher = tuple(languages), catalog.publisher
    days = [head.changed for head in catalog.heads]
    agent = {"type": "foaf:Agent", "name": publisher.owner.by_language} if publisher else {"type": "foaf:Agent", "name": {"en": "Mallisto"}}
    contact = {"type": ["vcard:Kind", "vcard:Organization"], "email": f"mailto:{publisher.feedback_email}"} if publisher else None

    def said(key: str) -> dict[str, str]:
        return {each.code: each.say(key) for each in spoken}

    def dataset(key: str, files: Iterable[tuple[str, str]]) -> dict[str, Any]:
        return {
            "id": f"{urls.absolute(data_urls.CATALOG, '', site_url)}#{key}",
            "type": "dcat:Dataset",
            "title": said(f"data.{key}.title"),
            "description": said(f"data.{key}.description"),
            "publisher": agent,
            **({"contact": contact} if contact else {}),
            **({"modified": max(days)} if days else {}),
            "theme": _THEME,
            "language": _languages(),
            "distribution": [_distribution(path, media, site_url) for path, media in files],
        }

    content = {
        "@context": _CONTEXT,
        "id": urls.absolute(data_urls.CATALOG, "", site_url),
        "type": "dcat:Catalog",
        "title": said("data.catalog.title"),
        "description": said("data.catalog.description"),
        "publisher": agent,
        "page": _typed(urls.absolute("", "", site_url), "foaf:Document"),
        "language": _languages(),
        "licence": _typed(data_urls.LICENCE_URL, "dct:LicenseDocument"),
        "dataset": [dataset("models", _model_files()), dataset("vocabulary", _vocabulary_files())],
    }
    return json_file(data_urls.CATALOG, content)


def _model_files() -> Iterable[tuple[str, str]]:
    yield data_urls.MODELS, "application/json"
    yield data_urls.MODEL_LINES, "application/x-ndjson"
    yield data_urls.ADOPTIONS, "application/json"
    for code in LANGUAGES:
        yield data_package.table_path(code), "text/csv"


def _vocabulary_files() -> Iterable[tuple[str, str]]:
    yield data_urls.VOCABULARY, "application/json"
    yield data_urls.CONCEPTS, "application/ld+json"


def _distribution(path: str, media: str, site_url: str) -> dict[str, Any]:
    address = urls.absolute(path, "", site_url)
    return {
        "id": f"{address}#file",
        "type": "dcat:Distribution",
        "title": {"en": path},
        "accessURL": address,
        "downloadURL": address,
        "mediaType": _typed(f"{_MEDIA}{media}", "dct:MediaType"),
        "licence": _typed(data_urls.LICENCE_URL, "dct:LicenseDocument"),
    }


def _languages() -> list[dict[str, str]]:
    return [_typed(f"{_AUTHORITY}language/{_LANGUAGES[code]}", "dct:LinguisticSystem") for code in LANGUAGES]


def _typed(address: str, kind: str) -> dict[str, str]:
    """Something that is described elsewhere, with its class, which the shapes of DCAT-AP ask for."""
    return {"id": address, "type": kind}
