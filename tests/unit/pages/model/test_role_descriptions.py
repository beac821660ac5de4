"""The roles of a model: those of which the same is told stand in one table."""

from __future__ import annotations

from datetime import date

import pytest

from building import FIVE
from mallisto.build import checking
from mallisto.i18n.language import Language
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
