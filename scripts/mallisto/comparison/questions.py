"""The questions put to every model, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mallisto.comparison import extractors
from mallisto.comparison.answers import Answer, Asked, Value
from mallisto.i18n.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: it bears the name of its field, whose gaps tell why there is no answer; without a field it has its own words.

    Of costs it is said whether they may be compared.
    """

    id: str
    field: str = ""
    ask: Callable[[Asked], Iterable[Value]]
    excuse: Callable[[Asked], Iterable[Value]] = lambda _: ()
    is_cost: bool = False

    def title(self, language: Language) -> str:
        return language.title(self.field) if self.field else language.say(f"compare.row.{self.id}")

    def answer(self, asked: Asked) -> Answer:
        """What a model answers."""
        values = tuple(self.ask(asked))
        return Answer(values=values) if values else Answer(missing=(*self.excuse(asked), *asked.missing(self.field)))


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one heading; `notes` are always said before the answers."""

    id: str
    questions: tuple[Question, ...]
    notes: tuple[str, ...] = ()


GROUPS = (
    Group(
        "vaihe",
        (
            Question(id="kehitys", field="status.development", ask=extractors.development),
            Question(id="toiminta", field="status.lifecycle", ask=extractors.lifecycle, excuse=extractors.lifecycle_note),
            Question(id="aika", field="basics.period", ask=extractors.period),
        ),
    ),
    Group(
        "tarkoitus",
        (
            Question(id="perusidea", field="how.idea", ask=lambda asked: asked.statements(asked.model.how.idea)),
            Question(id="tavoitteet", field="how.goals", ask=lambda asked: asked.statements(asked.model.how.goals)),
        ),
    ),
    Group(
        "kohderyhma",
        (
            Question(id="ryhmat", field="classification.target_groups", ask=extractors.target_groups),
            Question(id="kenelle", field="for_whom.description", ask=lambda asked: asked.statements(asked.model.for_whom.description)),
            Question(id="milloin", field="for_whom.criteria", ask=lambda asked: asked.statements(asked.model.for_whom.criteria)),
            Question(id="maara", field="for_whom.size", ask=lambda asked: asked.figures(asked.model.for_whom.size)),
        ),
    ),
    Group(
        "paasy",
        (
            Question(id="reitit", field="how.entry.routes", ask=lambda asked: asked.statements(asked.model.how.entry.routes)),
            Question(
                id="lahete",
                field="how.entry.referral",
                ask=lambda asked: asked.closed("how.entry.referral", asked.model.how.entry.referral),
                excuse=lambda asked: extractors.unanswered(asked.model.how.entry.referral, asked),
            ),
            Question(
                id="vapaaehtoisuus",
                field="how.entry.voluntary",
                ask=lambda asked: asked.closed("how.entry.voluntary", asked.model.how.entry.voluntary),
                excuse=lambda asked: extractors.unanswered(asked.model.how.entry.voluntary, asked),
            ),
            Question(
                id="suostumus",
                field="for_whom.consent",
                ask=lambda asked: asked.closed("for_whom.consent", asked.model.for_whom.consent),
                excuse=lambda asked: extractors.unanswered(asked.model.for_whom.consent, asked),
            ),
        ),
    ),
    Group(
        "polku",
        (
            Question(id="vaiheet", field="pathway.steps", ask=extractors.steps),
            Question(id="siirrot", ask=extractors.hand_overs),
            Question(id="asiakkaan-vaiheet", ask=extractors.client_steps),
            Question(id="kesto", field="pathway.steps.duration", ask=extractors.durations),
        ),
    ),
    Group(
        "tekijat",
        (
            Question(id="roolit", field="people.roles", ask=extractors.roles),
            Question(id="henkilosto", field="people.staffing", ask=extractors.staffing),
        ),
    ),
    Group(
        "valineet",
        (
            Question(id="tyovalineet", field="tools", ask=extractors.tools),
            Question(
                id="osaaminen", field="conditions.competences", ask=lambda asked: asked.statements(asked.model.conditions.competences)
            ),
            Question(id="resurssit", field="conditions.resources", ask=lambda asked: asked.statements(asked.model.conditions.resources)),
            Question(id="sopimukset", field="conditions.agreements", ask=lambda asked: asked.statements(asked.model.conditions.agreements)),
        ),
    ),
    Group(
        "raha",
        (
            Question(id="kustannus", field="cost.figures", ask=extractors.costs, is_cost=True),
            Question(id="rahoitus", field="basics.funding", ask=extractors.funding),
        ),
        notes=("funding",),
    ),
    Group(
        "tulokset",
        (
            Question(id="naytto", ask=extractors.evidence),
            Question(id="raportoitu", field="results.claims", ask=extractors.reported),
            Question(id="koettu", ask=extractors.experienced),
            Question(id="luvut", field="results.figures", ask=extractors.result_figures),
        ),
        notes=("evidence", "results"),
    ),
    Group(
        "odotukset",
        (
            Question(
                id="odotettu",
                field="results.expected_results",
                ask=lambda asked: asked.statements(asked.model.results.expected_results),
            ),
        ),
        notes=("expected",),
    ),
    Group("aukot", (Question(id="puuttuu", ask=extractors.gaps),)),
    Group(
        "muutokset",
        (
            Question(id="tahot", ask=extractors.bodies),
            Question(id="muuttunut", field="currency", ask=extractors.changes),
        ),
    ),
    Group("yllapito", (Question(id="tarkistettu", field="upkeep.last_reviewed", ask=extractors.reviewed),)),
)
