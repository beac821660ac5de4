"""URL paths of the training material: its sections, their questions and cases, and routes for one role."""

from __future__ import annotations

from collections.abc import Iterator

from mallisto.addresses import urls
from mallisto.model import Training, TrainingSection


def training_section(section_id: str) -> str:
    """Return the page of a section of the training material."""
    return f"{urls.TRAINING}{section_id}/"


def facilitator(section_id: str) -> str:
    """Return the facilitator's page of a training section."""
    return f"{training_section(section_id)}ohjaaja/"


def section_file(section_id: str) -> str:
    """Return the file of a training section for learning platforms."""
    return f"{training_section(section_id)}{section_id}.html"


def route(route_id: str) -> str:
    """Return the page of a route through the training material for one role."""
    return f"{urls.TRAINING}reitti/{route_id}/"


def case(case_id: str) -> str:
    return f"tapaus-{case_id}"


def section_case(section_id: str, case_id: str) -> str:
    """Return the address of a case on the page of its section."""
    return f"{training_section(section_id)}#{case(case_id)}"


def question(question_id: str) -> str:
    return f"kysymys-{question_id}"


def section_question(section_id: str, question_id: str) -> str:
    """Return the address of a question on the page of its section."""
    return f"{training_section(section_id)}#{question(question_id)}"


def questions_of(section: TrainingSection) -> Iterator[str]:
    """Yield the address of every question of a section."""
    for asked in section.questions:
        yield section_question(section.id, asked.id)


def of_training(training: Training) -> Iterator[str]:
    """Yield every stable address of the training material."""
    for section in training.sections:
        yield from (training_section(section.id), facilitator(section.id), *questions_of(section))
        yield from (section_case(section.id, each.id) for each in section.cases)
    yield from (route(each.id) for each in training.routes)
