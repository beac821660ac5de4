"""What the compact form leaves unwritten. Frozen: a changed value would change what commits of the past say, and every edition mark."""

from __future__ import annotations

from collections.abc import Mapping

# The fields of origin in the compact form. A statement with one of the long form's is written in the long form.
ORIGIN = ("from", "said", "by")
LONG = frozenset({"basis", "modality", "source", "heading", "reported_by"})

EDITORIAL = "editorial"
DESCRIBED = "described"
REPORTED = frozenset({"reported", "experienced"})

# How a source says what stands at these places, unless the statement says otherwise.
SAID: Mapping[str, str] = {
    "how.goals": "expected",
    "results.claims": "reported",
    "results.figures": "reported",
    "results.expected_results": "expected",
    "results.lessons": "reported",
    "results.next_steps": "planned",
    "results.vision": "vision",
}

# Places that hold nothing but the editors' own words.
EDITORIAL_PLACES = frozenset({"pathway.notes", "adoption.items", "adoption.agreements", "advice", "gaps", "results.consistency_notes"})

# Parts in which every statement gives its own origin: a result or a price takes none from what stands around it.
OWN_ORIGIN = frozenset({"results", "cost"})

# The value of a field that is not written.
ABSENT: Mapping[str, str] = {
    "status.lifecycle": "unknown",
    "people.roles.needed": "unknown",
    "pathway.steps.type": "task",
    "tools.maturity": "unknown",
    "basics.links.state": "unchecked",
    "upkeep.sources.kind": "web_page",
    "upkeep.sources.language": "fi",
}

# The same for every figure with a single value.
EXACT = ("qualifier", "exact")

# A list written as groups, by the field that the groups give: {implementer: [kela], partner: [kuopio]}.
GROUPS: Mapping[str, str] = {"basics.organisations": "part", "people.roles": "needed"}

# A plain text stands for an item with this one field.
SHORT: Mapping[str, str] = {
    "basics.organisations": "organisation",
    "basics.programme": "organisation",
    "people.roles": "role",
    "status": "development",
    "tools": "name",
}

# Parts of a model that are empty where they are not written.
PARTS = ("basics", "classification", "why", "for_whom", "how", "people", "results", "adoption")

# Items with a lasting address of their own; their id is always written.
ADDRESSED = frozenset({"pathway.steps", "adoption.items"})


def a_year_after(day: str) -> str:
    """The day by which a model is reviewed next, where nothing is written; both are ISO dates."""
    return f"{int(day[:4]) + 1}{day[4:]}".replace("-02-29", "-02-28")
