"""Rules a schema cannot say. Each check is a short generator; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from mallisto.catalog.catalog import Catalog
from mallisto.checks import (
    addresses,
    adoptions,
    dates,
    figures,
    hyphens,
    identity,
    pathway,
    privacy,
    project,
    publisher,
    quality,
    readability,
    references,
    results,
    training,
    translations,
)
from mallisto.model import Model
from mallisto.reading.problems import Problem

Check = Callable[[Catalog], Iterator[Problem]]

# What is asked of each model by itself.
OF_A_MODEL: tuple[Check, ...] = (
    identity.id_is_the_file_name,
    identity.id_is_free,
    identity.ids_are_unique,
    identity.role_stands_once,
    identity.long_name_has_a_short_one,
    references.reference_exists,
    references.act_is_in_force,
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
    quality.levels_ascend,
    quality.levels_are_on_the_scale,
    quality.bands_do_not_overlap,
    results.results_are_reported,
    results.evaluation_was_made,
    results.expectations_are_not_results,
    results.questions_are_not_expectations,
    privacy.no_personal_data,
    translations.missing_translations_are_noted,
    translations.name_and_summary_are_translated,
    readability.sentences_are_short,
    readability.somebody_does_it,
    readability.long_words_are_explained,
    hyphens.long_words_may_break,
    addresses.item_ids_are_not_reused,
    adoptions.places_exist,
)

# What is asked of the vocabularies, the training material, adoption records and the models' heads.
ACROSS: tuple[Check, ...] = (
    identity.vocabulary_ids_are_unique,
    identity.training_ids_are_unique,
    identity.broader_role_is_the_broadest,
    identity.profession_holds_a_function,
    identity.broader_group_leads_up,
    references.reference_exists,
    references.named_model_exists,
    dates.dates_exist,
    privacy.no_personal_data,
    translations.every_text_is_translated,
    publisher.status_fits_findings,
    publisher.owner_is_real,
    training.places_exist,
    training.one_answer_is_right,
    training.mentions_exist,
    addresses.published_addresses_remain,
    addresses.parts_have_a_counterpart,
    addresses.moved_addresses_lead_somewhere,
    addresses.codes_are_given_once,
    addresses.new_addresses_are_locked,
    adoptions.named_things_exist,
    adoptions.model_is_the_file_name,
    adoptions.dates_fit_the_state,
    adoptions.reason_belongs_to_an_end,
    adoptions.somebody_tells,
    adoptions.groups_are_large_enough,
    adoptions.adaptation_ids_are_unique,
    adoptions.no_person_is_named,
)

# What `mallisto lint` asks: is this a project or a model?
SIGNS_OF_A_PROJECT: tuple[Check, ...] = (
    project.results_are_no_plans,
    project.result_figures_tell_of_whom,
    project.results_tell_of_how_many,
    project.plan_has_phases,
    project.model_is_no_project,
)
LINTS: tuple[Check, ...] = (
    *SIGNS_OF_A_PROJECT,
    results.results_are_reported,
    results.expectations_are_not_results,
    results.questions_are_not_expectations,
    privacy.no_personal_data,
)


def run(catalog: Catalog, today: date) -> Iterator[Problem]:
    """Everything any rule finds in the models at hand and in what is shared."""
    for model in catalog.models:
        yield from of_a_model(model, catalog, today)
    yield from across(catalog)


def of_a_model(model: Model, catalog: Catalog, today: date) -> Iterator[Problem]:
    """What the rules find in one model; `today` decides whether its review date has passed."""
    alone = catalog.alone(model)
    for check in OF_A_MODEL:
        yield from check(alone)
    yield from dates.review_is_not_overdue(alone, today)


def across(catalog: Catalog) -> Iterator[Problem]:
    """What the rules find in the vocabularies, in the training material and between models."""
    shared = catalog.without_models()
    for check in ACROSS:
        yield from check(shared)


def lint(catalog: Catalog) -> Iterator[Problem]:
    """Yield notes on texts that read like a project plan rather than a model."""
    for check in LINTS:
        yield from check(catalog)


def signs_of_a_project(catalog: Catalog) -> Iterator[Problem]:
    """Yield those of these notes that can occur in a valid model."""
    for check in SIGNS_OF_A_PROJECT:
        yield from check(catalog)
