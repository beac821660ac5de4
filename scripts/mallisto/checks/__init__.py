"""Rules a schema cannot say. Each check is a short generator; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from mallisto.catalog.catalog import Catalog
from mallisto.checks import (
    addresses,
    dates,
    figures,
    hyphens,
    identity,
    pathway,
    privacy,
    project,
    readability,
    references,
    results,
    statement,
    training,
    translations,
)
from mallisto.reading.problems import Problem

CHECKS: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    identity.id_is_the_file_name,
    identity.id_is_free,
    identity.ids_are_unique,
    identity.vocabulary_ids_are_unique,
    identity.training_ids_are_unique,
    identity.role_stands_once,
    identity.broader_role_is_the_broadest,
    identity.broader_group_leads_up,
    references.reference_exists,
    pathway.starts_at_the_start,
    pathway.every_step_is_reached,
    pathway.no_dead_end,
    pathway.exit_is_the_end,
    pathway.decision_has_ways,
    pathway.split_is_told,
    pathway.direction_is_told,
    pathway.hand_over_leaves_the_lane,
    pathway.fits_a_page,
    pathway.lanes_are_used,
    figures.parts_make_the_total,
    figures.range_is_a_range,
    dates.dates_exist,
    dates.period_is_in_order,
    dates.review_is_in_order,
    results.results_are_reported,
    results.evaluation_was_made,
    results.expectations_are_not_results,
    results.questions_are_not_expectations,
    privacy.no_personal_data,
    translations.every_text_is_translated,
    readability.sentences_are_short,
    readability.somebody_does_it,
    readability.long_words_are_explained,
    hyphens.long_words_may_break,
    statement.status_fits_findings,
    statement.owner_is_real,
    training.places_exist,
    training.one_answer_is_right,
    addresses.published_addresses_remain,
    addresses.moved_addresses_lead_somewhere,
    addresses.codes_are_given_once,
    addresses.item_ids_are_not_reused,
    addresses.new_addresses_are_locked,
)

# Asked by `mallisto lint`: is this a project or a model?
SIGNS_OF_A_PROJECT: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    project.results_are_no_plans,
    project.result_figures_tell_of_whom,
    project.results_tell_of_how_many,
    project.plan_has_phases,
    project.model_is_no_project,
)
LINTS: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    *SIGNS_OF_A_PROJECT,
    results.results_are_reported,
    results.expectations_are_not_results,
    results.questions_are_not_expectations,
    privacy.no_personal_data,
)


def run(catalog: Catalog, today: date) -> Iterator[Problem]:
    """Yield the problems of all checks; `today` decides which review dates have passed."""
    for check in CHECKS:
        yield from check(catalog)
    yield from dates.review_is_not_overdue(catalog, today)


def lint(catalog: Catalog) -> Iterator[Problem]:
    """Yield notes on texts that read like a project plan rather than a model."""
    for check in LINTS:
        yield from check(catalog)


def signs_of_a_project(catalog: Catalog) -> Iterator[Problem]:
    """Yield those of these notes that can occur in a valid model."""
    for check in SIGNS_OF_A_PROJECT:
        yield from check(catalog)
