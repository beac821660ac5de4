"""Which links lead nowhere. A link that fails once may answer tomorrow; only one that fails time after time is called dead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mallisto.catalog.catalog import Catalog
from mallisto.model import Model, Organisation
from mallisto.reading.problems import Location, Problem, Severity

# A link is dead when so many visits in a row have failed over so many days.
DEAD, UNSURE = "link.dead", "link.unsure"
MOST_FAILURES = 3
MOST_DAYS = 14


@dataclass(frozen=True, slots=True)
class Failing:
    """A link that does not answer: since when, how many visits in a row, and what came instead."""

    since: str
    visits: int
    reason: str


Memory = Mapping[str, Failing]


def addresses(catalog: Catalog) -> Iterator[tuple[str, Location]]:
    """Every web address the models and vocabularies name, with its place."""
    for model in catalog.models:
        yield from _of_model(model)
    for organisation in catalog.vocabulary.organisations:
        yield from _of_organisation(organisation)


def _of_model(model: Model) -> Iterator[tuple[str, Location]]:
    yield from ((each.url, each.where) for each in model.basics.links if each.url)
    yield from ((each.url, each.where) for each in model.upkeep.sources if each.url)
    for fact in model.facts:
        reference = fact.provenance.reference
        yield from ((url, fact.where) for url in (reference.urls if reference else ()))


def _of_organisation(organisation: Organisation) -> Iterator[tuple[str, Location]]:
    if organisation.url:
        yield organisation.url, organisation.where
    yield from ((url, organisation.where) for each in organisation.references for url in each.urls)


def remembered(memory: Memory, failures: Mapping[str, str], today: date) -> dict[str, Failing]:
    """What is to be remembered after today's visits: whatever answered is forgotten."""
    return {
        url: Failing(memory[url].since, memory[url].visits + 1, reason) if url in memory else Failing(today.isoformat(), 1, reason)
        for url, reason in sorted(failures.items())
    }


def findings(links: Iterable[tuple[str, Location]], memory: Memory, today: date) -> Iterator[Problem]:
    """Every place of a link that fails: dead, or not yet sure."""
    for url, where in links:
        failing = memory.get(url)
        if failing:
            yield Problem(
                where,
                DEAD if is_dead(failing, today) else UNSURE,
                found=url,
                mend=failing.reason,
                limit=failing.visits,
                severity=Severity.NOTE,
            )


def is_dead(failing: Failing, today: date) -> bool:
    return failing.visits >= MOST_FAILURES and (today - date.fromisoformat(failing.since)).days >= MOST_DAYS
