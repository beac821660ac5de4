"""Where the published data lie, from the root of the site, and under what licence."""

from __future__ import annotations

LICENCE, LICENCE_URL = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
FOLDER = "api/v1/"
MODELS, MODEL_LINES = f"{FOLDER}models.json", f"{FOLDER}models.ndjson"
VOCABULARY, CONCEPTS = f"{FOLDER}vocabulary.json", f"{FOLDER}vocabulary.jsonld"
ADOPTIONS = f"{FOLDER}adoptions.json"
OPENAPI = f"{FOLDER}openapi.json"
CATALOG, PACKAGE = "catalog.jsonld", "datapackage.json"


def model(model_id: str) -> str:
    """Return where all data of a model lie."""
    return f"{FOLDER}models/{model_id}.json"


def statements(model_id: str) -> str:
    """Return where the statements of a model lie, each with its address and its provenance."""
    return f"{FOLDER}statements/{model_id}.json"


def schema(name: str) -> str:
    """Return where the published schema of a kind of file lies."""
    return f"{FOLDER}schema/{name}.schema.json"
