"""Settings of the editing form (Sveltia CMS), generated from the schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from mallisto.addresses import urls
from mallisto.files.output_file import OutputFile
from mallisto.form.fields import OWN_FIELD, Fields
from mallisto.form.paths import in_form, names, own_lists, own_mentions, short_items, sources_first, years
from mallisto.form.shapes import form_shape
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import MODEL, Schema, Schemas, title

# Every vocabulary that a field of a model can refer to must be here: the form refuses to start without it.
_VOCABULARIES = ("roles", "organisations", "topics", "glossary", "areas", "acts")
_PUBLIC = "github.com"
# Our languages by Sveltia CMS's names.
_LOCALES = {"fi": "fi", "sv": "sv", "en": "en-GB"}
_HEADER = "# yaml-language-server: $schema=../schemas/editor/model.schema.json\n# Kirjoitusohje: CONTRIBUTING.md\n"


def files(schemas: Schemas, repository: str, sign_in: str = "") -> Iterator[OutputFile]:
    """Yield the settings of the form in every language; none if the project has no repository for the form to write to.

    `sign_in` is the address of the service that signs people in by one button; without one they need a token.
    """
    for code in LANGUAGES if repository else ():
        language = Language.of(code, schemas)
        lists = {kind: [in_form(path) for path in paths] for kind, paths in own_lists(schemas[MODEL]).items()}
        settings = {
            "language": _LOCALES[code],
            "words": language.family("form.cms"),
            "cms": cms(schemas, language, repository, sign_in),
            "format": file_format(schemas, language),
            "choices": {"widget": OWN_FIELD, "lists": lists, "language": code},
            "guard": language.family("form.guard"),
            "sent": language.family("form.sent"),
        }
        content = json.dumps(settings, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        yield OutputFile(f"{language.prefix}{urls.FORM}asetukset.json", content.encode())


def api(repository: str) -> str:
    """Return the API URL of the repository's host: github.com has an own host for it, GitHub Enterprise a path."""
    if not repository:
        return ""
    parts = urlsplit(repository)
    return "https://api.github.com" if parts.hostname == _PUBLIC else f"{parts.scheme}://{parts.netloc}/api"


def cms(schemas: Schemas, language: Language, repository: str, sign_in: str = "") -> dict[str, Any]:
    """Return the configuration of Sveltia CMS."""
    return {
        "load_config_file": False,
        "app_title": language.say("form.title"),
        "backend": {
            "name": "github",
            "repo": urlsplit(repository).path.strip("/"),
            "branch": "main",
            "api_root": api(repository),
            "auth_methods": ["oauth", "token"] if sign_in else ["token"],
            "open_authoring": True,
            "auth_scope": "public_repo",
            **({"base_url": sign_in, "auth_endpoint": "auth"} if sign_in else {}),
        },
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets",
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_models(schemas, language), _vocabularies(schemas, language)],
    }


def file_format(schemas: Schemas, language: Language) -> dict[str, Any]:
    """Return what our own YAML writer in the browser must know about the files."""
    model = schemas[MODEL]
    return {
        "shape": form_shape(model),
        "short": dict(short_items(model)),
        "years": [path for name in (MODEL, *_VOCABULARIES) for path in years(schemas[name])],
        "names": names(model),
        "own": own_mentions(model, language.code),
        "header": _HEADER,
        "missing": language.say("form.missing", title="{title}", id="{id}"),
        "outdated": language.say("form.outdated"),
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
        "slug": {"template": "{{id}}", "editable": False},
        "summary": f"{{{{name.{language.code}}}}}",
        "create": True,
        "delete": False,
        "duplicate": False,
        "publish": False,
        "fields": _fields(schemas[MODEL], language),
    }


def _vocabularies(schemas: Schemas, language: Language) -> dict[str, Any]:
    return {
        "name": "vocabulary",
        "label": language.say("form.vocabularies"),
        "publish": False,
        "files": [_file(schemas[name], language) for name in _VOCABULARIES],
    }


def _file(schema: Schema, language: Language) -> dict[str, Any]:
    return {
        "name": schema.name,
        "label": title(schema.root, language.code),
        "file": f"models/vocabulary/{schema.name}.yml",
        "format": "mallisto",
        "fields": _fields(schema, language),
    }


def _fields(schema: Schema, language: Language) -> list[dict[str, Any]]:
    """Return the fields of a file, and a hidden one in which the form keeps the text they were read from."""
    fields = Fields(schema, language).of(schema.root)
    return [*(sources_first(fields) if schema.name == MODEL else fields), {"name": "_version", "widget": "hidden", "required": False}]
