"""The questions put to every model, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mallisto.comparison import extractors
from mallisto.comparison.answers import Cell, CellValue, ModelReader
from mallisto.i18n.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonQuestion:
    """A question: it bears the name of its field, whose gaps tell why there is no answer; without a field it has its own words.

    Of costs it is said whether they may be compared.
    """

    id: str
    field: str = ""
    ask: Callable[[ModelReader], Iterable[CellValue]]
    excuse: Callable[[ModelReader], Iterable[CellValue]] = lambda _: ()
    is_cost: bool = False

    def title(self, language: Language) -> str:
        return language.title(self.field) if self.field else language.say(f"compare.row.{self.id}")

    def answer(self, asked: ModelReader) -> Cell:
        """What a model answers."""
        values = tuple(self.ask(asked))
        return Cell(values=values) if values else Cell(missing=(*self.excuse(asked), *asked.missing(self.field)))


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions under one heading; `notes` are always said before the answers."""

    id: str
    questions: tuple[ComparisonQuestion, ...]
    notes: tuple[str, ...] = ()


GROUPS = (
    QuestionGroup(
        "vaihe",
        (
            ComparisonQuestion(id="kehitys", field="status.development", ask=extractors.development),
            ComparisonQuestion(id="toiminta", field="status.lifecycle", ask=extractors.lifecycle, excuse=extractors.lifecycle_note),
            ComparisonQuestion(id="aika", field="basics.period", ask=extractors.period),
        ),
    ),
    QuestionGroup(
        "tarkoitus",
        (
            ComparisonQuestion(id="perusidea", field="how.idea", ask=lambda asked: asked.statements(asked.model.how.idea)),
            ComparisonQuestion(id="tavoitteet", field="how.goals", ask=lambda asked: asked.statements(asked.model.how.goals)),
        ),
    ),
    QuestionGroup(
        "kohderyhma",
        (
            ComparisonQuestion(id="ryhmat", field="classification.target_groups", ask=extractors.target_groups),
            ComparisonQuestion(
                id="kenelle", field="for_whom.description", ask=lambda asked: asked.statements(asked.model.for_whom.description)
            ),
            ComparisonQuestion(id="milloin", field="for_whom.criteria", ask=lambda asked: asked.statements(asked.model.for_whom.criteria)),
            ComparisonQuestion(id="maara", field="for_whom.size", ask=lambda asked: asked.figures(asked.model.for_whom.size)),
        ),
    ),
    QuestionGroup(
        "paasy",
        (
            ComparisonQuestion(id="reitit", field="how.entry.routes", ask=lambda asked: asked.statements(asked.model.how.entry.routes)),
            ComparisonQuestion(
                id="lahete",
                field="how.entry.referral",
                ask=lambda asked: asked.closed("how.entry.referral", asked.model.how.entry.referral),
                excuse=lambda asked: extractors.unanswered(asked.model.how.entry.referral, asked),
            ),
            ComparisonQuestion(
                id="vapaaehtoisuus",
                field="how.entry.voluntary",
                ask=lambda asked: asked.closed("how.entry.voluntary", asked.model.how.entry.voluntary),
                excuse=lambda asked: extractors.unanswered(asked.model.how.entry.voluntary, asked),
            ),
            ComparisonQuestion(
                id="suostumus",
                field="for_whom.consent",
                ask=lambda asked: asked.closed("for_whom.consent", asked.model.for_whom.consent),
                excuse=lambda asked: extractors.unanswered(asked.model.for_whom.consent, asked),
            ),
        ),
    ),
    QuestionGroup(
        "polku",
        (
            ComparisonQuestion(id="vaiheet", field="pathway.steps", ask=extractors.steps),
            ComparisonQuestion(id="siirrot", ask=extractors.hand_overs),
            ComparisonQuestion(id="asiakkaan-vaiheet", ask=extractors.client_steps),
            ComparisonQuestion(id="kesto", field="pathway.steps.duration", ask=extractors.durations),
        ),
    ),
    QuestionGroup(
        "tekijat",
        (
            ComparisonQuestion(id="roolit", field="people.roles", ask=extractors.roles),
            ComparisonQuestion(id="henkilosto", field="people.staffing", ask=extractors.staffing),
        ),
    ),
    QuestionGroup(
        "valineet",
        (
            ComparisonQuestion(id="tyovalineet", field="tools", ask=extractors.tools),
            ComparisonQuestion(
                id="osaaminen", field="conditions.competences", ask=lambda asked: asked.statements(asked.model.conditions.competences)
            ),
            ComparisonQuestion(
                id="resurssit", field="conditions.resources", ask=lambda asked: asked.statements(asked.model.conditions.resources)
            ),
            ComparisonQuestion(
                id="sopimukset", field="conditions.agreements", ask=lambda asked: asked.statements(asked.model.conditions.agreements)
            ),
        ),
    ),
    QuestionGroup(
        "raha",
        (
            ComparisonQuestion(id="kustannus", field="cost.figures", ask=extractors.costs, is_cost=True),
            ComparisonQuestion(id="rahoitus", field="basics.funding", ask=extractors.funding),
        ),
        notes=("funding",),
    ),
    QuestionGroup(
        "tulokset",
        (
            ComparisonQuestion(id="naytto", ask=extractors.evidence),
            ComparisonQuestion(id="raportoitu", field="results.claims", ask=extractors.reported),
            ComparisonQuestion(id="koettu", ask=extractors.experienced),
            ComparisonQuestion(id="luvut", field="results.figures", ask=extractors.result_figures),
        ),
        notes=("evidence", "results"),
    ),
    QuestionGroup(
        "odotukset",
        (
            ComparisonQuestion(
                id="odotettu",
                field="results.expected_results",
                ask=lambda asked: asked.statements(asked.model.results.expected_results),
            ),
        ),
        notes=("expected",),
    ),
    QuestionGroup("aukot", (ComparisonQuestion(id="puuttuu", ask=extractors.gaps),)),
    QuestionGroup(
        "muutokset",
        (
            ComparisonQuestion(id="tahot", ask=extractors.bodies),
            ComparisonQuestion(id="muuttunut", field="currency", ask=extractors.changes),
        ),
    ),
    QuestionGroup("yllapito", (ComparisonQuestion(id="tarkistettu", field="upkeep.last_reviewed", ask=extractors.reviewed),)),
)
