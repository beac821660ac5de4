"""Typed values with sensible defaults, one line each: a test says only what it is about."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.lasting_addresses import History
from mallisto.catalog.lock_file import with_codes
from mallisto.model import (
    Act,
    Adoption,
    AdoptionState,
    Agreement,
    Answer,
    Area,
    Basics,
    Basis,
    Change,
    ChecklistItem,
    Classification,
    Compared,
    Concept,
    Conditions,
    ConsistencyNote,
    CoreElement,
    Cost,
    Criteria,
    Criterion,
    Direction,
    Entry,
    Evaluation,
    Evaluator,
    Figure,
    ForWhom,
    Funding,
    Gap,
    HandOver,
    Heading,
    How,
    Lane,
    Level,
    Link,
    Modality,
    Model,
    Moved,
    Organisation,
    Owner,
    Participant,
    Pathway,
    People,
    Period,
    Phase,
    Place,
    Provenance,
    Published,
    QualityLevel,
    Ref,
    Reference,
    Relation,
    Results,
    Role,
    RoleInModel,
    Scale,
    Source,
    Statement,
    Status,
    Step,
    StepType,
    SumBand,
    Term,
    Text,
    Tool,
    Translation,
    Upkeep,
    Verified,
    Vocabulary,
    Way,
    Why,
)
from mallisto.reading.document import Document
from mallisto.reading.problems import Location
from mallisto.reading.yaml_reader import read

FILE = "models/malli.yml"
HERE = Location(FILE)


def at(line: int, column: int = 1, file: str = FILE) -> Location:
    return Location(file, line, column)


def a_document(text: str, name: str = FILE) -> Document:
    reading = read(text.encode(), name)
    assert reading.document, reading.problems
    return reading.document


def a_text(fi: str = "Suomeksi", sv: str | None = "På svenska", en: str | None = "In English") -> Text:
    return Text(fi, sv, en)


def a_ref(to: str, where: Location = HERE) -> Ref:
    return Ref(to, where)


def a_provenance(modality: Modality | None = Modality.DESCRIBED, where: Location = HERE, basis: Basis = Basis.SOURCE) -> Provenance:
    return Provenance(
        basis=basis,
        modality=modality,
        modality_where=where,
        source=None,
        heading=None,
        reported_by=None,
        derived_from=(),
        reference=None,
    )


def a_reference(title: Text | None = None, url: Text | None = None, accessed: str | None = None) -> Reference:
    return Reference(title=title or a_text("Laki", "Lag", "Act"), url=url, accessed=accessed)


def a_statement(id: str = "tieto", **rest: Any) -> Statement:  # noqa: A002 - the field's own name
    return Statement(**{"where": HERE, "provenance": a_provenance(), "id": id, "text": a_text(), "site": None, "note": None} | rest)


def a_figure(id: str = "luku", value: float | None = 1, **rest: Any) -> Figure:  # noqa: A002 - the field's own name
    empty = dict.fromkeys(("min", "max", "population", "as_of", "site", "group", "group_certainty", "note"))
    given = {"where": HERE, "provenance": a_provenance(), "id": id, "label": a_text(id), "value": value}
    return Figure(**empty | given | {"qualifier": "exact", "unit": "persons"} | rest)


def a_lane(id: str = "asiakas", kind: str = "client", where: Location = HERE, **rest: Any) -> Lane:  # noqa: A002 - the field's own name
    return Lane(**{"where": where, "id": id, "kind": kind, "organisation": None, "title": a_text(id), "note": None} | rest)


def a_way(
    to: str, kind: Direction = Direction.FLOW, where: Location = HERE, label: Text | None = None, hands_over: HandOver | None = None
) -> Way:
    return Way(to=Ref(to, where), label=label, kind=kind, hands_over=hands_over)


def a_step(id: str, *to: str | Way, type: StepType = StepType.TASK, lane: str = "asiakas", **rest: Any) -> Step:  # noqa: A002 - the fields' own names
    empty = dict.fromkeys(("text", "duration", "place", "exit_kind", "metric", "split"))
    lists: dict[str, Any] = dict.fromkeys(("channel", "roles", "inputs", "outputs", "inferred", "taking_part"), ())
    ways = tuple(a_way(each) if isinstance(each, str) else each for each in to)
    given = {"where": HERE, "provenance": a_provenance(), "id": id, "type": type, "lane": Ref(lane, HERE), "title": a_text(id)}
    return Step(**empty | lists | given | {"optional": "no", "next": ways} | rest)


def a_start(id: str, *to: str | Way, **rest: Any) -> Step:  # noqa: A002 - the field's own name
    return a_step(id, *to, type=StepType.START, **rest)


def an_exit(id: str, *to: str | Way, **rest: Any) -> Step:  # noqa: A002 - the field's own name
    return a_step(id, *to, type=StepType.EXIT, **rest)


def a_pathway(*steps: Step, lanes: Iterable[Lane] = (a_lane(),)) -> Pathway:
    return Pathway(where=HERE, notes=(), lanes=tuple(lanes), steps=steps or (a_start("alku", "loppu"), an_exit("loppu")))


def a_role(id: str = "nurse", name: Text | None = None, where: Location = HERE, **rest: Any) -> Role:  # noqa: A002 - the field's own name
    empty = dict.fromkeys(("plural", "term", "broader", "verified"))
    given = {"where": where, "id": id, "name": name or a_text(id), "kind": "profession", "description": a_text()}
    return Role(**empty | given | {"other_names": (), "sectors": (), "may_be_held_by": ()} | rest)


def a_role_in_model(role: str, where: Location = HERE, needed: str = "always") -> RoleInModel:
    empty: dict[str, Any] = {"title": None, "site": None, "tasks": (), "staffing": (), "note": None}
    return RoleInModel(where=where, provenance=a_provenance(), role=Ref(role, where), needed=needed, **empty)


def an_organisation(id: str = "jarjesto", where: Location = HERE, **rest: Any) -> Organisation:  # noqa: A002 - the field's own name
    names = ("short_name", "description", "part_of", "valid_from", "valid_until", "municipality", "url", "note", "verified")
    lists: dict[str, Any] = {"replaced_by": (), "counties": (), "references": ()}
    return Organisation(where=where, id=id, name=a_text(id), **{"kind": "association"} | dict.fromkeys(names) | lists | rest)


def a_concept(id: str, where: Location = HERE, broader: Ref | None = None) -> Concept:  # noqa: A002 - the field's own name
    return Concept(where=where, id=id, name=a_text(id), broader=broader, **dict.fromkeys(("yso", "ptvl", "note", "verified")))


def a_term(id: str = "termi", used_in: Iterable[Ref] = (), where: Location = HERE, **rest: Any) -> Term:  # noqa: A002 - the field's own name
    empty: dict[str, Any] = dict.fromkeys(("everyday", "familiarity", "yso", "note"))
    given: dict[str, Any] = {"search": (), "used_in": tuple(used_in), "status": "current", "name": a_text(id), "explanation": a_text()}
    return Term(where=where, id=id, verified=Verified(fi=None, sv=None, en=None), **empty | given | rest)


def an_area(code: str, where: Location = HERE) -> Area:
    return Area(where=where, id=code, name=a_text(code), county=None)


def an_act(number: str = "612/2021", **rest: Any) -> Act:
    """An act in force that obliges nobody to anything."""
    given: dict[str, Any] = {
        "where": HERE,
        "id": f"act-{number.replace('/', '-')}",
        "name": a_text("Laki"),
        "url": a_text("https://laki.example/"),
    }
    dates = {"in_force_from": "2023-01-01", "in_force_to": None, "checked": "2026-11-30"}
    return Act(**given | {"number": number, "replaced_by": (), "amended": (), "duties": (), "note": None} | dates | rest)


def an_adoption(model: str = "malli", state: AdoptionState = AdoptionState.RUNNING, where: Location = HERE, **rest: Any) -> Adoption:
    places = dict.fromkeys(("state_where", "since_where", "until_where", "why_ended_where", "last_confirmed_where"), where)
    none = dict.fromkeys(("edition", "since", "until", "why_ended", "source", "heading", "reference", "last_confirmed", "owner", "note"))
    lists = ("partners", "municipalities", "counties", "extent", "results", "adaptations", "free_texts", "dates", "refs")
    own = {"where": where, "folder": "kunta", "body": a_ref("jarjesto"), "model": a_ref(model), "state": state, "told_by": "body"}
    values: dict[str, Any] = {**places, **none, **dict.fromkeys(lists, ()), **own, **rest}
    return Adoption(**values)


def a_place(*municipalities: str) -> Place:
    """Where a model was carried out, with nothing but the codes of municipalities."""
    refs = tuple(map(a_ref, municipalities))
    return Place(provenance=a_provenance(), where=HERE, site=None, municipalities=refs, counties_now=(), organisations_then=(), note=None)


def a_moved(address: str, to: str | None = None, where: Location = HERE) -> Moved:
    return Moved(where=where, address=address, to=Ref(to, where) if to else None, gone=None if to else a_text())


def a_period(start: str | None, end: str | None, start_where: Location = HERE, end_where: Location = HERE) -> Period:
    places = {"start_where": start_where, "end_where": end_where}
    return Period(where=HERE, provenance=a_provenance(), start=start, end=end, note=None, **places)


def a_source(id: str = "lahde", headings: Iterable[str] = ("alku",), where: Location = HERE) -> Source:  # noqa: A002 - the field's own name
    empty = dict.fromkeys(("owner", "url", "published", "modified", "accessed", "note"))
    found = tuple(Heading(where=where, id=each, title=each) for each in headings)
    given: dict[str, Any] = {"kind": "web_page", "title": "Lähde", "publisher": Ref("jarjesto", HERE), "language": "fi"}
    return Source(where=where, id=id, headings=found, **given, **empty)


def an_upkeep(last_reviewed: str = "2026-01-01", review_by: str = "2027-01-01", where: Location = HERE, **rest: Any) -> Upkeep:
    owner = Owner(organisation=Ref("jarjesto", HERE), role=Ref("nurse", HERE))
    translation = Translation(status="courtesy", updated=None)
    lists: dict[str, Any] = {"sources": (a_source(),), "changes": ()}
    given = {"owner": owner, "sv": translation, "en": translation, "review_by_where": where, "added": "2026-01-01"}
    return Upkeep(last_reviewed=last_reviewed, review_by=review_by, **lists | given | {"implementer_asked": None} | rest)


def an_item(id: str = "kohta", owner: str = "nurse") -> ChecklistItem:  # noqa: A002 - the field's own name
    texts = dict.fromkeys(("text", "why", "verify"), a_text())
    return ChecklistItem(where=HERE, provenance=a_provenance(), id=id, phase=Phase.DECIDE, owner=Ref(owner, HERE), **texts)


def an_agreement(*acts: str, party: str = "county", items: Iterable[str] = (), id: str = "sopimus") -> Agreement:  # noqa: A002 - the field's own name
    refs = tuple(map(a_ref, items))
    return Agreement(where=HERE, provenance=a_provenance(), id=id, party=party, text=a_text(id), acts=tuple(map(a_ref, acts)), items=refs)


def a_criterion(id: str = "kriteeri", levels: Iterable[int] = (), where: Location = HERE) -> Criterion:  # noqa: A002 - the field's own name
    described = tuple(QualityLevel(where=where, points=each, text=a_text()) for each in levels)
    given: dict[str, Any] = {"id": id, "title": a_text(id), "asks": a_text(), "levels": described, "steps": (), "roles": (), "note": None}
    return Criterion(where=HERE, provenance=a_provenance(), **given)


def some_criteria(*items: Criterion, bands: Iterable[tuple[int, int]] = (), where: Location = HERE) -> Criteria:
    """Criteria of 1 to 5 points each; a band is a range of sums."""
    meanings = tuple(SumBand(where=where, min=low, max=high, text=a_text(f"{low}–{high}")) for low, high in bands)
    given: dict[str, Any] = {"title": a_text("kriteerit"), "when": None, "note": None, "scale": Scale(min=1, max=5), "bands": meanings}
    return Criteria(where=HERE, provenance=a_provenance(), items=items or (a_criterion(),), **given)


def a_core_element(id: str = "ydin", items: Iterable[str] = ()) -> CoreElement:  # noqa: A002 - the field's own name
    refs = tuple(map(a_ref, items))
    return CoreElement(where=HERE, provenance=a_provenance(), id=id, text=a_text(id), note=None, steps=(), roles=(), items=refs)


def a_consistency_note(*about: str) -> ConsistencyNote:
    refs = tuple(Ref(each, HERE) for each in about)
    return ConsistencyNote(where=HERE, provenance=a_provenance(), id="huomio", text=a_text(), about=refs)


def an_evaluation(evaluator: str = "unknown", comparison: str = "unknown", **rest: Any) -> Evaluation:
    given = {"where": HERE, "provenance": a_provenance(), "evaluator": Evaluator(evaluator), "comparison": Compared(comparison)}
    return Evaluation(**given | {"text": None} | rest)


def results(evaluation: Evaluation | None = None, **lists: Any) -> Results:
    names = ("claims", "figures", "consistency_notes", "expected_results", "lessons", "next_steps", "vision")
    return Results(**dict.fromkeys(names, ()) | {name: tuple(given) for name, given in lists.items()}, evaluation=evaluation)


def a_change(since: str | None) -> Change:
    lists: dict[str, Any] = {"organisations": (), "concerns": ()}
    return Change(where=HERE, provenance=a_provenance(), id="muutos", text=a_text(), since=since, **lists)


def a_gap(field: str, text: Text | None = None, id: str = "aukko", roles: Iterable[str] = ()) -> Gap:  # noqa: A002 - the field's own name
    provenance, named = a_provenance(None, basis=Basis.EDITORIAL), tuple(Ref(each, HERE) for each in roles)
    return Gap(where=HERE, provenance=provenance, id=id, text=text or a_text(), field=Ref(field, HERE), roles=named)


def a_relation(kind: str, model: str | None = None, name: str | None = None, id: str = "suhde") -> Relation:  # noqa: A002 - the field's own name
    to, named = Ref(model, HERE) if model else None, a_text(name) if name else None
    return Relation(where=HERE, provenance=a_provenance(), id=id, kind=kind, model=to, name=named, text=None)


def an_answer(value: str) -> Answer:
    return Answer(where=HERE, provenance=a_provenance(), value=value, text=None)


def a_participant(organisation: str, part: str, provenance: Provenance | None = None) -> Participant:
    return Participant(where=HERE, provenance=provenance or a_provenance(), organisation=Ref(organisation, HERE), part=part, note=None)


def a_funding(type: str, id: str = "raha") -> Funding:  # noqa: A002 - the fields' own names
    return Funding(where=HERE, provenance=a_provenance(), id=id, type=type, **dict.fromkeys(("funder", "text", "amount", "note")))


def a_tool(maturity: str, id: str = "valine") -> Tool:  # noqa: A002 - the field's own name
    given = {"where": HERE, "provenance": a_provenance(), "id": id, "name": a_text(id), "maturity": maturity}
    return Tool(**given, **dict.fromkeys(("text", "term", "note")))


def a_link(state: str, id: str = "linkki") -> Link:  # noqa: A002 - the field's own name
    return Link(where=HERE, provenance=a_provenance(), id=id, title=a_text(id), url=None, kind="page", state=state, note=None)


def a_model(id: str = "malli", pathway: Pathway | None = None, **rest: Any) -> Model:  # noqa: A002 - the field's own name
    """A model that breaks no rule; `people_roles` and `period` reach the parts most often varied."""
    period, roles = rest.pop("period", None), tuple(rest.pop("people_roles", ()))
    status = {"development": "piloting", "lifecycle": "ended", "source_label": None, "as_of": None, "note": None}
    parts: dict[str, Any] = {
        "where": at(3, 5, f"models/{id}.yml"),
        "edition": "2026-01-01-abcdef",
        "name": a_text(id),
        "short_name": None,
        "summary": a_text(),
        "kind": "pilot",
        "level": Level.FULL,
        "status": Status(where=HERE, provenance=a_provenance(), **status),
        "basics": Basics(period=period, place=None, organisations=(), programme=(), funding=(), links=()),
        "classification": Classification(topics=(), target_groups=(), life_situations=(), source_tags=()),
        "why": Why(need=(), context=(), figures=()),
        "for_whom": ForWhom(description=(), criteria=(), segments=(), size=(), consent=None),
        "how": How(idea=(), goals=(), principles=(), methods=(), components=(), entry=Entry(routes=(), referral=None, voluntary=None)),
        "people": People(description=(), staffing=(), roles=roles),
        "pathway": pathway or a_pathway(),
        "conditions": Conditions(competences=(), resources=(), agreements=()),
        "results": results(),
        "cost": Cost(figures=(), notes=()),
        "criteria": None,
        "upkeep": an_upkeep(),
    }
    lists = (
        "other_names",
        "tools",
        "agreements",
        "checklist",
        "core",
        "advice",
        "relations",
        "currency",
        "gaps",
        "texts",
        "free_texts",
        "dates",
        "refs",
        "fact_ids",
    )
    return Model(id=id, **dict.fromkeys(lists, ()) | parts | rest)


def a_history(*published: str, moved: Iterable[Moved] = ()) -> History:
    codes = with_codes(published, {})
    places = (Location("models/history/published.txt", number) for number in itertools.count(2))
    locked = tuple(Published(where=where, address=each, code=codes[each]) for each, where in zip(published, places, strict=False))
    return History(published=locked, moved=tuple(moved))


def a_catalog(*models: Model, vocabulary: Vocabulary | None = None, **rest: Any) -> Catalog:
    return Catalog.of(models, [vocabulary or Vocabulary()], **rest)


@dataclass(frozen=True, slots=True)
class SmallLexicon:
    """A dictionary of a few forms with their bases."""

    bases: dict[str, str]

    def base(self, word: str) -> str:
        return self.bases.get(word.lower(), word)

    def get(self, form: str) -> str | None:
        return self.bases.get(form)

    def is_base(self, word: str) -> bool:
        return self.bases.get(word) == word

    def forms(self, base: str) -> tuple[str, ...]:
        return tuple(form for form, of in self.bases.items() if of == base)
