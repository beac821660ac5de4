"""What a page is, for search engines: JSON-LD in the words of https://schema.org. Addresses are relative to the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from mallisto.addresses import data_urls
from mallisto.model import Model, Role, TrainingSection
from mallisto.pages.elements.page_context import PageContext

# Only what is known to run today is told to be a public service.
_RUNS = "running"


def of_model(model: Model, context: PageContext) -> Markup:
    """A model as a work: its sources, its data, its review; a public service only where it is known to run."""
    language, upkeep = context.language, model.upkeep
    sources = [
        {
            "@type": "CreativeWork",
            "name": each.title,
            "publisher": {"@type": "Organization", "name": str(context.organisation_name(each.publisher))},
            **({"url": each.url} if each.url else {}),
            **({"datePublished": day} if (day := each.modified or each.published) else {}),
        }
        for each in upkeep.sources
    ]
    name, summary = str(language.pick(model.name)), str(language.pick(model.summary))
    runs = {"about": {"@type": "GovernmentService", "name": name, "description": summary}} if model.runs.lifecycle == _RUNS else {}
    return _script(
        {
            "@type": "CreativeWork",
            "@id": "./",
            "name": name,
            "abstract": summary,
            "inLanguage": language.code,
            "license": data_urls.LICENCE_URL,
            "dateModified": upkeep.changed,
            "version": model.edition,
            "isBasedOn": sources,
            "encoding": [
                _file(context.asset(data_urls.model(model.id)), "application/json"),
                _file(context.asset(data_urls.statements(model.id)), "application/ld+json"),
                _file("index.md", "text/markdown"),
            ],
            **runs,
        }
    )


def of_role(role: Role, context: PageContext) -> Markup:
    """A role as a term of the vocabulary of roles."""
    return _script(
        {
            "@type": "DefinedTerm",
            "@id": "./",
            "name": str(context.language.pick(role.name)),
            "description": str(context.language.pick(role.description)),
            "inLanguage": context.language.code,
            "inDefinedTermSet": context.asset(data_urls.CONCEPTS) + "#roles",
        }
    )


def of_section(section: TrainingSection, context: PageContext) -> Markup:
    """A section of the training as something to learn from."""
    return _script(
        {
            "@type": "LearningResource",
            "@id": "./",
            "name": str(context.language.pick(section.title)),
            "teaches": str(context.language.pick(section.aim)),
            "inLanguage": context.language.code,
            "license": data_urls.LICENCE_URL,
            "timeRequired": f"PT{section.timetable.minutes}M",
        }
    )


def of_glossary(name: str, context: PageContext) -> Markup:
    """The glossary as a set of terms, whose data lie in one file."""
    file = context.asset(data_urls.CONCEPTS)
    told = {
        "@type": "DefinedTermSet",
        "@id": f"{file}#terms",
        "name": name,
        "inLanguage": context.language.code,
        "license": data_urls.LICENCE_URL,
    }
    return _script({**told, "url": "./", "encoding": [_file(file, "application/ld+json")]})


def of_data(name: str, description: str, context: PageContext) -> Markup:
    """All data of the site as a data set."""
    files = [
        (data_urls.MODELS, "application/json"),
        (data_urls.CONCEPTS, "application/ld+json"),
        (data_urls.CATALOG, "application/ld+json"),
    ]
    told = {"@type": "Dataset", "@id": "./", "name": name, "description": description, "license": data_urls.LICENCE_URL}
    distribution = [{**_file(context.asset(path), media), "@type": "DataDownload"} for path, media in files]
    return _script({**told, "inLanguage": ["fi", "sv", "en"], "distribution": distribution})


def _file(path: str, media: str) -> dict[str, str]:
    return {"@type": "MediaObject", "contentUrl": path, "encodingFormat": media}


def _script(content: Mapping[str, Any]) -> Markup:
    """A block of data: no text in it can end it."""
    text = json.dumps({"@context": "https://schema.org", **content}, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{text}</script>\n')
