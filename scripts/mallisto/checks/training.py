"""Training material whose links and answers work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.checks.addresses import is_unreadable
from mallisto.reading.problems import Choice, Location, Problem


def places_exist(catalog: Catalog) -> Iterator[Problem]:
    """A section points at an address of the site, or at one that redirects."""
    training = catalog.training
    if training is None:
        return
    present = catalog.addresses.all
    published = {each.address for each in catalog.history.published}
    for family, ref in training.refs:
        if family != "address" or catalog.addresses.target_of(ref.to) in present or is_unreadable(catalog, ref.to):
            continue
        # A model of which nothing is left is told once, as `address.model_vanished`.
        if ref.to not in published or urls.model_around(ref.to) in catalog.head_by_id:
            page = ref.to.partition("#")[0]
            near = tuple(Choice(each) for each in sorted(present) if each.partition("#")[0] == page)
            yield Problem(ref.where, "training.place", found=ref.to, candidates=near)


def one_answer_is_right(catalog: Catalog) -> Iterator[Problem]:
    """A question has exactly one right answer."""
    for section in catalog.training.sections if catalog.training else ():
        for test in section.self_test:
            right = sum(each.is_right for each in test.options)
            if right != 1:
                yield Problem(test.where, "training.answers", found=test.id, limit=right)


def mentions_exist(catalog: Catalog) -> Iterator[Problem]:
    """A question is about a case of its section; a route leads through a case and test questions of a section."""
    training = catalog.training
    for section in training.sections if training else ():
        for test in section.self_test:
            if test.case and not section.case(test.case):
                yield _unknown(test.where, test.case, (each.id for each in section.cases))
    for route in training.routes if training else ():
        section_of = training.section(route.section) if training else None
        if not section_of:
            yield _unknown(route.where, route.section, (each.id for each in (training.sections if training else ())))
            continue
        if not section_of.case(route.case):
            yield _unknown(route.where, route.case, (each.id for each in section_of.cases))
        known = {each.id for each in section_of.self_test}
        yield from (_unknown(route.where, each, known) for each in route.questions if each not in known)


def _unknown(where: Location, found: str, known: Iterable[str]) -> Problem:
    return Problem(where, "training.unknown", found=found, candidates=tuple(Choice(each) for each in sorted(known)))
