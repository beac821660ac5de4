"""A schema-valid document becomes a Model or a vocabulary; the last module to see raw mappings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from mallisto.model import (
    Answer,
    Area,
    Basics,
    Basis,
    Certainty,
    Change,
    ChecklistItem,
    Classification,
    Concept,
    ConceptUri,
    Conditions,
    ConsistencyNote,
    Cost,
    Direction,
    Entry,
    Figure,
    ForWhom,
    Funding,
    Gap,
    Heading,
    How,
    Lane,
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
    Programme,
    Provenance,
    Ref,
    Reference,
    Relation,
    Results,
    Role,
    RoleInModel,
    Source,
    SourceTags,
    Statement,
    Status,
    Step,
    StepType,
    Successor,
    Term,
    Text,
    Tool,
    Translation,
    Upkeep,
    Verification,
    Verified,
    Way,
    Why,
)
from mallisto.problems import Location, Path
from mallisto.source import Document

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

LANGUAGES = ("fi", "sv", "en")


@dataclass(slots=True)
class _Seen:
    """What a whole document mentions, gathered while it is read."""

    texts: list[tuple[Text, Location]] = field(default_factory=list)
    refs: list[tuple[str, Ref]] = field(default_factory=list)
    facts: list[tuple[str, Location]] = field(default_factory=list)
    paths: set[Path] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Cursor:
    """A place in a document that is being read. An absent field is None, or empty where there could be several."""

    document: Document
    path: Path
    value: Any
    seen: _Seen

    def has(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def raw(self, key: str) -> Any:
        self.seen.paths.add((*self.path, key))
        return self.value.get(key) if isinstance(self.value, dict) else None

    def at(self, key: str) -> _Cursor:
        return _Cursor(self.document, (*self.path, key), self.raw(key), self.seen)

    def where(self) -> Location:
        return self.document.where(self.path)

    def string(self, key: str) -> str:
        return str(self.raw(key))

    def maybe_string(self, key: str) -> str | None:
        """Dates given as a bare year are whole numbers to YAML and texts to us."""
        value = self.raw(key)
        return None if value is None else str(value)

    def strings(self, key: str) -> tuple[str, ...]:
        return tuple(str(each) for each in self.raw(key) or ())

    def number(self, key: str) -> int | None:
        value = self.raw(key)
        return None if value is None else int(value)

    def text(self, key: str) -> Text:
        return self.at(key).as_text()

    def maybe_text(self, key: str) -> Text | None:
        return self.text(key) if self.has(key) else None

    def texts(self, key: str) -> tuple[Text, ...]:
        return tuple(each.as_text() for each in self.items(key))

    def as_text(self) -> Text:
        text = Text(*(self.maybe_string(language) for language in LANGUAGES))  # type: ignore[arg-type]
        self.seen.texts.append((text, self.where()))
        return text

    def ref(self, key: str, family: str) -> Ref:
        return self.at(key).as_ref(family)

    def maybe_ref(self, key: str, family: str) -> Ref | None:
        return self.ref(key, family) if self.has(key) else None

    def refs(self, key: str, family: str) -> tuple[Ref, ...]:
        return tuple(each.as_ref(family) for each in self.items(key))

    def as_ref(self, family: str) -> Ref:
        ref = Ref(str(self.value), self.where())
        self.seen.refs.append((family, ref))
        return ref

    def fact_id(self) -> str:
        """The id of something others may derive from."""
        value = self.string("id")
        self.seen.facts.append((value, self.document.where((*self.path, "id"))))
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        return kind(self.string(key))

    def maybe_choice(self, key: str, kind: type[E]) -> E | None:
        return self.choice(key, kind) if self.has(key) else None

    def items(self, key: str) -> Iterator[_Cursor]:
        for index, value in enumerate(self.raw(key) or ()):
            yield _Cursor(self.document, (*self.path, key, index), value, self.seen)

    def each(self, key: str, parse: Callable[[_Cursor], T]) -> tuple[T, ...]:
        return tuple(parse(each) for each in self.items(key))

    def maybe(self, key: str, parse: Callable[[_Cursor], T]) -> T | None:
        return parse(self.at(key)) if self.has(key) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The lists of one vocabulary file; those of other vocabularies are empty."""

    roles: tuple[Role, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    topics: tuple[Concept, ...] = ()
    target_groups: tuple[Concept, ...] = ()
    life_situations: tuple[Concept, ...] = ()
    terms: tuple[Term, ...] = ()
    counties: tuple[Area, ...] = ()
    municipalities: tuple[Area, ...] = ()
    areas_source: str | None = None
    areas_seen: str | None = None
    texts: tuple[tuple[Text, Location], ...] = ()
    refs: tuple[tuple[str, Ref], ...] = ()


def parse_model(document: Document) -> Model:
    """The operating model a valid document describes."""
    return _model(_top(document))


def parse_vocabulary(document: Document) -> Vocabulary:
    """The vocabulary a valid document holds."""
    top = _top(document)
    vocabulary = Vocabulary(
        roles=top.each("roles", _role),
        organisations=top.each("organisations", _organisation),
        topics=top.each("topics", _concept),
        target_groups=top.each("target_groups", _concept),
        life_situations=top.each("life_situations", _concept),
        terms=top.each("terms", _term),
        counties=top.each("wellbeing_services_counties", _area),
        municipalities=top.each("municipalities", _area),
        areas_source=top.maybe_string("source"),
        areas_seen=top.maybe_string("seen"),
        texts=tuple(top.seen.texts),
        refs=tuple(top.seen.refs),
    )
    return vocabulary


def parse_moved(document: Document) -> tuple[Moved, ...]:
    """What became of published addresses that are gone."""
    return _top(document).each("moved", _moved)


def paths_read(document: Document) -> frozenset[Path]:
    """Every path that parsing looks at, for the test that no field of the schema is forgotten."""
    top = _top(document)
    _model(top)
    return frozenset(top.seen.paths)


def _top(document: Document) -> _Cursor:
    return _Cursor(document, (), document.root, _Seen())


def _model(top: _Cursor) -> Model:
    return Model(
        where=top.document.where(("id",)),
        id=top.string("id"),
        name=top.text("name"),
        short_name=top.maybe_text("short_name"),
        other_names=top.texts("other_names"),
        summary=top.text("summary"),
        kind=top.string("kind"),
        status=_status(top.at("status")),
        basics=_basics(top.at("basics")),
        classification=_classification(top.at("classification")),
        why=_why(top.at("why")),
        for_whom=_for_whom(top.at("for_whom")),
        how=_how(top.at("how")),
        people=_people(top.at("people")),
        pathway=_pathway(top.at("pathway")),
        tools=top.each("tools", _tool),
        conditions=_conditions(top.at("conditions")),
        results=_results(top.at("results")),
        cost=_cost(top.at("cost")),
        checklist=top.at("adoption").each("items", _checklist_item),
        advice=top.each("advice", _statement),
        relations=top.each("relations", _relation),
        currency=top.each("currency", _change),
        gaps=top.each("gaps", _gap),
        upkeep=_upkeep(top.at("upkeep")),
        texts=tuple(top.seen.texts),
        refs=tuple(top.seen.refs),
        facts=tuple(top.seen.facts),
    )


def _provenance(at: _Cursor) -> Provenance:
    source = at.maybe_ref("source", "source")
    return Provenance(
        basis=at.choice("basis", Basis),
        modality=at.maybe_choice("modality", Modality),
        source=source,
        heading=at.maybe_ref("heading", f"heading of {source.to}") if source else None,
        reported_by=at.maybe_ref("reported_by", "organisation"),
        derived_from=at.refs("derived_from", "fact"),
        reference=at.maybe("reference", _reference),
    )


def _reference(at: _Cursor) -> Reference:
    return Reference(title=at.string("title"), url=at.maybe_string("url"), accessed=at.maybe_string("accessed"))


def _statement(at: _Cursor) -> Statement:
    return Statement(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        text=at.text("text"),
        site=at.maybe_ref("site", "organisation"),
        note=at.maybe_text("note"),
    )


def _figure(at: _Cursor) -> Figure:
    return Figure(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        label=at.text("label"),
        value=at.number("value"),
        min=at.number("min"),
        max=at.number("max"),
        qualifier=at.string("qualifier"),
        unit=at.string("unit"),
        population=at.maybe_text("population"),
        as_of=at.maybe_string("as_of"),
        site=at.maybe_ref("site", "organisation"),
        group=at.maybe_ref("group", "figure"),
        group_certainty=at.maybe_choice("group_certainty", Certainty),
        note=at.maybe_text("note"),
        includes=at.texts("includes"),
        excludes=at.texts("excludes"),
        price_year=at.number("price_year"),
    )


def _answer(at: _Cursor) -> Answer:
    return Answer(where=at.where(), provenance=_provenance(at), value=at.string("value"), text=at.maybe_text("text"))


def _status(at: _Cursor) -> Status:
    return Status(
        where=at.where(),
        provenance=_provenance(at),
        development=at.string("development"),
        lifecycle=at.string("lifecycle"),
        source_label=at.maybe_string("source_label"),
        as_of=at.maybe_string("as_of"),
        note=at.maybe_text("note"),
    )


def _basics(at: _Cursor) -> Basics:
    return Basics(
        period=at.maybe("period", _period),
        place=at.maybe("place", _place),
        organisations=at.each("organisations", _participant),
        programme=at.each("programme", _programme),
        funding=at.each("funding", _funding),
        links=at.each("links", _link),
    )


def _period(at: _Cursor) -> Period:
    return Period(
        where=at.where(),
        provenance=_provenance(at),
        start=at.maybe_string("start"),
        end=at.maybe_string("end"),
        start_where=at.at("start").where(),
        end_where=at.at("end").where(),
        note=at.maybe_text("note"),
    )


def _place(at: _Cursor) -> Place:
    return Place(
        where=at.where(),
        provenance=_provenance(at),
        site=at.maybe_text("site"),
        municipalities=at.refs("municipalities", "municipality"),
        counties_now=at.refs("counties_now", "county"),
        organisations_then=at.refs("organisations_then", "organisation"),
        note=at.maybe_text("note"),
    )


def _participant(at: _Cursor) -> Participant:
    return Participant(
        where=at.where(),
        provenance=_provenance(at),
        organisation=at.ref("organisation", "organisation"),
        part=at.string("part"),
        note=at.maybe_text("note"),
    )


def _programme(at: _Cursor) -> Programme:
    return Programme(
        where=at.where(),
        provenance=_provenance(at),
        organisation=at.ref("organisation", "organisation"),
        note=at.maybe_text("note"),
    )


def _funding(at: _Cursor) -> Funding:
    return Funding(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        type=at.string("type"),
        funder=at.maybe_ref("funder", "organisation"),
        text=at.maybe_text("text"),
        amount=at.maybe("amount", _figure),
        note=at.maybe_text("note"),
    )


def _link(at: _Cursor) -> Link:
    return Link(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        title=at.text("title"),
        url=at.maybe_string("url"),
        kind=at.string("kind"),
        state=at.string("state"),
        note=at.maybe_text("note"),
    )


def _classification(at: _Cursor) -> Classification:
    return Classification(
        topics=at.refs("topics", "topic"),
        target_groups=at.refs("target_groups", "target-group"),
        life_situations=at.refs("life_situations", "life-situation"),
        source_tags=at.each("source_tags", _source_tags),
    )


def _source_tags(at: _Cursor) -> SourceTags:
    source = at.ref("source", "source")
    return SourceTags(source=source, heading=at.ref("heading", f"heading of {source.to}"), tags=at.strings("tags"))


def _why(at: _Cursor) -> Why:
    return Why(need=at.each("need", _statement), context=at.each("context", _statement), figures=at.each("figures", _figure))


def _for_whom(at: _Cursor) -> ForWhom:
    return ForWhom(
        description=at.each("description", _statement),
        criteria=at.each("criteria", _statement),
        segments=at.each("segments", _statement),
        size=at.each("size", _figure),
        consent=at.maybe("consent", _answer),
    )


def _how(at: _Cursor) -> How:
    return How(
        idea=at.each("idea", _statement),
        goals=at.each("goals", _statement),
        principles=at.each("principles", _statement),
        methods=at.each("methods", _statement),
        components=at.each("components", _statement),
        entry=_entry(at.at("entry")),
    )


def _entry(at: _Cursor) -> Entry:
    return Entry(routes=at.each("routes", _statement), referral=at.maybe("referral", _answer), voluntary=at.maybe("voluntary", _answer))


def _people(at: _Cursor) -> People:
    return People(
        description=at.each("description", _statement), staffing=at.each("staffing", _figure), roles=at.each("roles", _role_in_model)
    )


def _role_in_model(at: _Cursor) -> RoleInModel:
    return RoleInModel(
        where=at.where(),
        provenance=_provenance(at),
        role=at.ref("role", "role"),
        title=at.maybe_text("title"),
        needed=at.string("needed"),
        tasks=at.each("tasks", _statement),
        staffing=at.each("staffing", _figure),
        note=at.maybe_text("note"),
    )


def _pathway(at: _Cursor) -> Pathway:
    return Pathway(where=at.where(), notes=at.each("notes", _statement), lanes=at.each("lanes", _lane), steps=at.each("steps", _step))


def _lane(at: _Cursor) -> Lane:
    return Lane(
        where=at.at("id").where(),
        id=at.string("id"),
        kind=at.string("kind"),
        organisation=at.maybe_ref("organisation", "organisation"),
        title=at.text("title"),
        note=at.maybe_text("note"),
    )


def _step(at: _Cursor) -> Step:
    return Step(
        where=at.document.where((*at.path, "id")),
        provenance=_provenance(at),
        id=at.fact_id(),
        type=at.choice("type", StepType),
        lane=at.ref("lane", "lane"),
        taking_part=at.refs("with", "lane"),
        title=at.text("title"),
        text=at.maybe_text("text"),
        duration=at.maybe_text("duration"),
        place=at.maybe_text("place"),
        channel=at.strings("channel"),
        roles=at.refs("roles", "role"),
        inputs=at.texts("inputs"),
        outputs=at.texts("outputs"),
        optional=at.maybe_string("optional") or "no",
        exit_kind=at.maybe_string("exit_kind"),
        metric=at.maybe_ref("metric", "figure"),
        split=at.maybe_string("split"),
        inferred=at.strings("inferred"),
        next=at.each("next", _way),
    )


def _way(at: _Cursor) -> Way:
    if isinstance(at.value, str):
        return Way(to=at.as_ref("step"), label=None, kind=Direction.FLOW)
    return Way(to=at.ref("to", "step"), label=at.maybe_text("label"), kind=at.maybe_choice("kind", Direction) or Direction.FLOW)


def _tool(at: _Cursor) -> Tool:
    return Tool(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        name=at.text("name"),
        text=at.maybe_text("text"),
        maturity=at.string("maturity"),
        term=at.maybe_ref("term", "term"),
        note=at.maybe_text("note"),
    )


def _conditions(at: _Cursor) -> Conditions:
    return Conditions(
        competences=at.each("competences", _statement),
        resources=at.each("resources", _statement),
        agreements=at.each("agreements", _statement),
    )


def _results(at: _Cursor) -> Results:
    return Results(
        claims=at.each("claims", _statement),
        figures=at.each("figures", _figure),
        consistency_notes=at.each("consistency_notes", _consistency_note),
        expected_results=at.each("expected_results", _statement),
        lessons=at.each("lessons", _statement),
        next_steps=at.each("next_steps", _statement),
        vision=at.each("vision", _statement),
    )


def _consistency_note(at: _Cursor) -> ConsistencyNote:
    return ConsistencyNote(
        where=at.where(), provenance=_provenance(at), id=at.fact_id(), text=at.text("text"), about=at.refs("about", "figure")
    )


def _cost(at: _Cursor) -> Cost:
    return Cost(figures=at.each("figures", _figure), notes=at.each("notes", _statement))


def _checklist_item(at: _Cursor) -> ChecklistItem:
    return ChecklistItem(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        phase=at.choice("phase", Phase),
        text=at.text("text"),
        why=at.text("why"),
        owner=at.ref("owner", "role"),
        verify=at.text("verify"),
    )


def _relation(at: _Cursor) -> Relation:
    return Relation(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        kind=at.string("kind"),
        model=at.maybe_ref("model", "model"),
        name=at.maybe_text("name"),
        text=at.maybe_text("text"),
    )


def _change(at: _Cursor) -> Change:
    return Change(
        where=at.where(),
        provenance=_provenance(at),
        id=at.fact_id(),
        text=at.text("text"),
        since=at.maybe_string("since"),
        organisations=at.refs("organisations", "organisation"),
        concerns=at.refs("concerns", "fact"),
    )


def _gap(at: _Cursor) -> Gap:
    return Gap(where=at.where(), provenance=_provenance(at), id=at.fact_id(), text=at.text("text"), field=at.ref("field", "field"))


def _upkeep(at: _Cursor) -> Upkeep:
    owner, translations = at.at("owner"), at.at("translations")
    return Upkeep(
        sources=at.each("sources", _source),
        last_reviewed=at.string("last_reviewed"),
        review_by=at.string("review_by"),
        review_by_where=at.at("review_by").where(),
        owner=Owner(organisation=owner.ref("organisation", "organisation"), role=owner.ref("role", "role")),
        sv=_translation(translations.at("sv")),
        en=_translation(translations.at("en")),
    )


def _translation(at: _Cursor) -> Translation:
    return Translation(status=at.string("status"), updated=at.maybe_string("updated"))


def _source(at: _Cursor) -> Source:
    return Source(
        where=at.at("id").where(),
        id=at.string("id"),
        kind=at.string("kind"),
        title=at.string("title"),
        publisher=at.ref("publisher", "organisation"),
        owner=at.maybe_ref("owner", "organisation"),
        url=at.maybe_string("url"),
        published=at.maybe_string("published"),
        modified=at.maybe_string("modified"),
        accessed=at.maybe_string("accessed"),
        language=at.string("language"),
        headings=at.each("headings", _heading),
        note=at.maybe_text("note"),
    )


def _heading(at: _Cursor) -> Heading:
    return Heading(where=at.at("id").where(), id=at.string("id"), title=at.string("title"))


def _verification(at: _Cursor) -> Verification:
    return Verification(state=at.string("state"), seen_in=at.maybe_string("seen_in"))


def _verified(at: _Cursor) -> Verified:
    return Verified(fi=at.maybe("fi", _verification), sv=at.maybe("sv", _verification), en=at.maybe("en", _verification))


def _concept_uri(at: _Cursor) -> ConceptUri:
    return ConceptUri(uri=at.string("uri"), match=at.string("match"), label=at.maybe_text("label"), seen_in=at.maybe_string("seen_in"))


def _role(at: _Cursor) -> Role:
    return Role(
        where=at.at("id").where(),
        id=at.string("id"),
        name=at.text("name"),
        plural=at.maybe_text("plural"),
        other_names=at.texts("other_names"),
        kind=at.string("kind"),
        description=at.text("description"),
        term=at.maybe_ref("term", "term"),
        verified=at.maybe("verified", _verified),
    )


def _organisation(at: _Cursor) -> Organisation:
    return Organisation(
        where=at.at("id").where(),
        id=at.string("id"),
        name=at.text("name"),
        short_name=at.maybe_text("short_name"),
        kind=at.string("kind"),
        description=at.maybe_text("description"),
        part_of=at.maybe_ref("part_of", "organisation"),
        valid_from=at.maybe_string("valid_from"),
        valid_until=at.maybe_string("valid_until"),
        replaced_by=at.each("replaced_by", _successor),
        counties=at.refs("counties", "county"),
        municipality=at.maybe_ref("municipality", "municipality"),
        url=at.maybe_string("url"),
        note=at.maybe_text("note"),
        references=at.each("references", _reference),
        verified=at.maybe("verified", _verified),
    )


def _successor(at: _Cursor) -> Successor:
    return Successor(organisation=at.ref("organisation", "organisation"), since=at.string("since"), note=at.maybe_text("note"))


def _concept(at: _Cursor) -> Concept:
    return Concept(
        where=at.at("id").where(),
        id=at.string("id"),
        name=at.text("name"),
        yso=at.maybe("yso", _concept_uri),
        ptvl=at.maybe("ptvl", _concept_uri),
        note=at.maybe_text("note"),
        verified=at.maybe("verified", _verified),
    )


def _term(at: _Cursor) -> Term:
    return Term(
        where=at.at("id").where(),
        id=at.string("id"),
        name=at.text("name"),
        explanation=at.text("explanation"),
        search=at.strings("search"),
        used_in=at.refs("used_in", "model"),
        status=at.string("status"),
        yso=at.maybe("yso", _concept_uri),
        note=at.maybe_text("note"),
        verified=_verified(at.at("verified")),
    )


def _moved(at: _Cursor) -> Moved:
    address = at.at("address")
    return Moved(where=address.where(), address=str(address.value), to=at.maybe_ref("to", "address"), gone=at.maybe_text("gone"))


def _area(at: _Cursor) -> Area:
    return Area(
        where=at.at("code").where(),
        id=at.string("code"),
        name=at.text("name"),
        county=at.maybe_ref("county", "county"),
        region=at.maybe_string("region"),
        nuts3=at.maybe_string("nuts3"),
        employment_area=at.maybe_string("employment_area"),
    )
