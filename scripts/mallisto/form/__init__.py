"""The form in which people change models: the settings of Sveltia CMS, made from the schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from mallisto import addresses
from mallisto.form.fields import Fields
from mallisto.form.paths import own_mentions, short_items, years
from mallisto.language import LANGUAGES, Language
from mallisto.output import OutputFile
from mallisto.schema import MODEL, Schema, Schemas, title

# The vocabularies that people may change; the areas are the authorities' own.
_VOCABULARIES = ("roles", "organisations", "topics", "glossary")
_AREAS = "areas"
_PUBLIC = "github.com"


def files(schemas: Schemas, repository: str) -> Iterator[OutputFile]:
    """The settings of the form in every language; none where the project has no repository that a form could write to."""
    for code in LANGUAGES if repository else ():
        language = Language.of(code, schemas)
        settings = {"cms": cms(schemas, language, repository), "format": file_format(schemas, language)}
        content = json.dumps(settings, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        yield OutputFile(f"{language.prefix}{addresses.FORM}asetukset.json", content.encode())


def api(repository: str) -> str:
    """Where the repository's host answers programs: GitHub has an address of its own for them, a company's own GitHub a folder."""
    if not repository:
        return ""
    parts = urlsplit(repository)
    return "https://api.github.com" if parts.hostname == _PUBLIC else f"{parts.scheme}://{parts.netloc}/api"


def cms(schemas: Schemas, language: Language, repository: str) -> dict[str, Any]:
    """What Sveltia CMS calls its configuration."""
    return {
        "load_config_file": False,
        "app_title": language.say("form.title"),
        "backend": {
            "name": "github",
            "repo": urlsplit(repository).path.strip("/"),
            "branch": "main",
            "api_root": api(repository),
            "auth_methods": ["token"],
            "open_authoring": True,
            "auth_scope": "public_repo",
        },
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets",
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_models(schemas, language), _vocabularies(schemas, language)],
    }


def file_format(schemas: Schemas, language: Language) -> dict[str, Any]:
    """What our own writer of the files must know of them."""
    model = schemas[MODEL]
    return {
        "short": dict(short_items(model)),
        "years": [path for name in (MODEL, *_VOCABULARIES, _AREAS) for path in years(schemas[name])],
        "own": own_mentions(model, language.code),
        "header": "# yaml-language-server: $schema=../schemas/model.schema.json\n",
        "missing": language.say("form.missing", title="{title}", id="{id}"),
    }


def _models(schemas: Schemas, language: Language) -> dict[str, Any]:
    return {
        "name": MODEL + "s",
        "label": language.say("form.models"),
        "label_singular": title(schemas[MODEL].root, language.code),
        "folder": "models",
        "extension": "yml",
        "format": "mallisto",
        "identifier_field": "id",
        "slug": "{{id}}",
        "summary": f"{{{{name.{language.code}}}}}",
        "create": False,
        "delete": False,
        "duplicate": False,
        "publish": False,
        "fields": _fields(schemas[MODEL], language, hidden=("id",)),
    }


def _vocabularies(schemas: Schemas, language: Language) -> dict[str, Any]:
    names = (*_VOCABULARIES, _AREAS)
    return {
        "name": "vocabulary",
        "label": language.say("form.vocabularies"),
        "publish": False,
        "files": [_file(schemas[name], language) for name in names],
    }


def _file(schema: Schema, language: Language) -> dict[str, Any]:
    return {
        "name": schema.name,
        "label": title(schema.root, language.code),
        "file": f"models/vocabulary/{schema.name}.yml",
        "format": "mallisto",
        "fields": _fields(schema, language),
    }


def _fields(schema: Schema, language: Language, hidden: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    fields = Fields(schema, language).of(schema.root)
    return [{"name": each["name"], "widget": "hidden"} if each["name"] in hidden else each for each in fields]
