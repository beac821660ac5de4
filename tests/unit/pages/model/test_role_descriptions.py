"""The roles of a model: those of which the same is told stand in one table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from building import FIVE
from mallisto.build import checking
from mallisto.i18n.language import Language
from mallisto.model import Level, Modality, RoleInModel
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.model import role_descriptions


@pytest.fixture(scope="module")
def context() -> PageContext:
    result = checking.load(FIVE, date(2026, 11, 22))
    return PageContext.for_address(result.catalog, Language.of("fi", result.schemas), "mallit/tykke/roolit/")


def test_roles_of_which_the_same_is_told_stand_in_one_group_and_each_keeps_its_anchor(context: PageContext):
    model = context.catalog.model_by_id["tykke"]

    view = role_descriptions.view(model, context)

    (group,) = [each for each in view.groups if each.title]
    told = {tuple(task.text for task in role.tasks) for role in group.roles}
    assert (group.title, len(group.roles), len(told)) == ("Roolit, joilla on samat tehtävät", 4, 1)
    anchors = [role.anchor for each in view.groups for role in each.roles]
    assert sorted(anchors) == sorted(f"rooli-{role.role.to}" for role in model.people.roles)


def test_a_role_with_a_number_of_its_own_stands_alone(context: PageContext):
    for model in context.catalog.models:
        for group in role_descriptions.view(model, context).groups:
            assert len(group.roles) == 1 or not any(role.staffing for role in group.roles), model.id


def test_a_plan_is_not_told_as_what_a_source_describes(context: PageContext):
    model = context.catalog.model_by_id["tykke"]
    planned = replace(model, people=replace(model.people, roles=tuple(map(_with_a_plan, model.people.roles))))

    before, after = (
        {role.anchor for each in role_descriptions.view(one, context).groups if each.title for role in each.roles}
        for one in (model, planned)
    )

    assert before - after == {"rooli-physiotherapist"}


def _with_a_plan(part: RoleInModel) -> RoleInModel:
    if part.role.to != "physiotherapist":
        return part
    return replace(part, tasks=tuple(replace(each, provenance=replace(each.provenance, modality=Modality.PLANNED)) for each in part.tasks))


def test_the_silence_of_a_light_description_says_nothing_of_its_source(context: PageContext):
    model = context.catalog.model_by_id["tykke"]
    silent = replace(model, people=replace(model.people, roles=tuple(replace(each, tasks=()) for each in model.people.roles)))

    titles = [role_descriptions.view(replace(silent, level=level), context).groups[0].title for level in (Level.FULL, Level.LIGHT)]

    assert titles == ["Roolit, joiden tehtäviä ei kerrota", "Mallissa nimetyt roolit"]
