"""The site's addresses: tails that are the same in every language, stable once published."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.catalog import Catalog
from mallisto.model import Model

# The forms in which a pathway can be taken along.
DOWNLOADS = ("bpmn", "svg", "csv")

PATHWAY, ROLES, CHECKLIST, SOURCES, BOOKLET, HISTORY = "polku/", "roolit/", "tarkistuslista/", "lahteet/", "vihko/", "muutokset/"


def model_page(model_id: str, part: str = "") -> str:
    """The page of a model, or of one part of it."""
    return f"mallit/{model_id}/{part}"


def role_page(role_id: str) -> str:
    """The page of a shared role."""
    return f"roolit/{role_id}/"


def step(step_id: str) -> str:
    return f"vaihe-{step_id}"


def role(role_id: str) -> str:
    return f"rooli-{role_id}"


def share(role_id: str) -> str:
    """What a role does on a pathway: its address highlights the role's steps."""
    return f"osuus-{role_id}"


def download(model_id: str, ending: str) -> str:
    """A pathway as a file to take along."""
    return f"{model_page(model_id, PATHWAY)}{model_id}.{ending}"


def feed(model_id: str = "") -> str:
    """The feed of what changes in a model, or in all of them."""
    return f"{model_page(model_id, HISTORY) if model_id else HISTORY}syote.xml"


def reviews(organisation_id: str) -> str:
    """The calendar of the reviews that an owner has before it."""
    return f"yllapito/tarkistukset-{organisation_id}.ics"


def revision(time: str, number: int) -> str:
    """Where a page tells of a change, by its time (ISO); of several at one time each has its number."""
    return f"muutos-{time.lower().replace(':', '')}" + (f"-{number}" if number > 1 else "")


def item(item_id: str) -> str:
    return f"kohta-{item_id}"


def fact(fact_id: str) -> str:
    return f"tieto-{fact_id}"


def source(source_id: str) -> str:
    return f"lahde-{source_id}"


def heading(source_id: str, heading_id: str) -> str:
    return f"lahde-{source_id}-{heading_id}"


def term(term_id: str) -> str:
    return f"termi-{term_id}"


def of_model(model: Model) -> Iterator[str]:
    """Every address of a model that others may link to."""
    for part in ("", PATHWAY, ROLES, CHECKLIST, SOURCES, BOOKLET, HISTORY):
        yield model_page(model.id, part)
    for each_step in model.pathway.steps:
        yield f"{model_page(model.id, PATHWAY)}#{step(each_step.id)}"
    for each_role in model.people.roles:
        yield f"{model_page(model.id, ROLES)}#{role(each_role.role.to)}"
    for each_item in model.checklist:
        yield f"{model_page(model.id, CHECKLIST)}#{item(each_item.id)}"


def of_catalog(catalog: Catalog) -> tuple[str, ...]:
    """Every lasting address of the site, sorted."""
    found = [address for model in catalog.models for address in of_model(model)]
    found += [role_page(each.id) for each in catalog.roles_in_use]
    found += [f"sanasto/#{term(each.id)}" for each in catalog.vocabulary.terms]
    return tuple(sorted(found))
