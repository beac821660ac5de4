"""A vocabulary file becomes its lists."""

from __future__ import annotations

from mallisto.model import (
    Act,
    Amendment,
    Area,
    Concept,
    ConceptUri,
    Duty,
    EverydayWords,
    Moved,
    Organisation,
    Role,
    Successor,
    Term,
    Verification,
    Verified,
    Vocabulary,
)
from mallisto.parse.cursor import Cursor, top_of
from mallisto.parse.facts import addresses, reference
from mallisto.reading.document import Document


def parse_vocabulary(document: Document) -> Vocabulary:
    """The vocabulary a valid document holds."""
    top = top_of(document)
    return Vocabulary(
        roles=top.each("roles", _role),
        organisations=top.each("organisations", _organisation),
        topics=top.each("topics", _concept),
        target_groups=top.each("target_groups", _concept),
        life_situations=top.each("life_situations", _concept),
        terms=top.each("terms", _term),
        counties=top.each("wellbeing_services_counties", _area),
        employment_areas=top.each("employment_areas", _area),
        municipalities=top.each("municipalities", _area),
        former_municipalities=top.each("former_municipalities", _area),
        acts=top.each("acts", _act),
        areas_source=top.maybe_string("source"),
        areas_seen=top.maybe_date("seen"),
        areas_licence=top.maybe_string("licence"),
        areas_reference_date=top.maybe_date("reference_date"),
        texts=tuple(top.seen.texts),
        free_texts=tuple(top.seen.free_texts),
        dates=tuple(top.seen.dates),
        refs=tuple(top.seen.refs),
    )


def parse_moved(document: Document) -> tuple[Moved, ...]:
    """What became of published addresses that are gone."""
    return top_of(document).each("moved", _moved)


def _verification(at: Cursor) -> Verification:
    return Verification(state=at.string("state"), seen_in=at.maybe_string("seen_in"))


def _verified(at: Cursor) -> Verified:
    return Verified(fi=at.maybe("fi", _verification), sv=at.maybe("sv", _verification), en=at.maybe("en", _verification))


def _concept_uri(at: Cursor) -> ConceptUri:
    return ConceptUri(uri=at.string("uri"), match=at.string("match"), label=at.maybe_text("label"), seen_in=at.maybe_string("seen_in"))


def _role(at: Cursor) -> Role:
    return Role(
        where=at.where("id"),
        id=at.string("id"),
        name=at.text("name"),
        plural=at.maybe_text("plural"),
        other_names=at.texts("other_names"),
        kind=at.string("kind"),
        sectors=at.strings("sectors"),
        description=at.text("description"),
        term=at.maybe_ref("term", "term"),
        broader=at.maybe_ref("broader", "role"),
        may_be_held_by=at.refs("may_be_held_by", "role"),
        verified=at.maybe("verified", _verified),
    )


def _organisation(at: Cursor) -> Organisation:
    return Organisation(
        where=at.where("id"),
        id=at.string("id"),
        name=at.text("name"),
        short_name=at.maybe_text("short_name"),
        kind=at.string("kind"),
        description=at.maybe_text("description"),
        part_of=at.maybe_ref("part_of", "organisation"),
        valid_from=at.maybe_date("valid_from"),
        valid_until=at.maybe_date("valid_until"),
        replaced_by=at.each("replaced_by", _successor),
        counties=at.refs("counties", "county"),
        municipality=at.maybe_ref("municipality", "municipality"),
        url=at.maybe_string("url"),
        note=at.maybe_text("note"),
        references=at.each("references", reference),
        verified=at.maybe("verified", _verified),
    )


def _successor(at: Cursor) -> Successor:
    return Successor(organisation=at.ref("organisation", "organisation"), since=at.date("since"), note=at.maybe_text("note"))


def _concept(at: Cursor) -> Concept:
    return Concept(
        where=at.where("id"),
        id=at.string("id"),
        name=at.text("name"),
        broader=at.maybe_ref("broader", "target-group"),
        yso=at.maybe("yso", _concept_uri),
        ptvl=at.maybe("ptvl", _concept_uri),
        note=at.maybe_text("note"),
        verified=at.maybe("verified", _verified),
    )


def _everyday(at: Cursor) -> EverydayWords:
    return EverydayWords(fi=at.strings("fi"), sv=at.strings("sv"), en=at.strings("en"), verified=_verification(at.at("verified")))


def _term(at: Cursor) -> Term:
    return Term(
        where=at.where("id"),
        id=at.string("id"),
        name=at.text("name"),
        explanation=at.text("explanation"),
        search=at.strings("search"),
        everyday=at.maybe("everyday", _everyday),
        used_in=at.refs("used_in", "model"),
        status=at.string("status"),
        familiarity=at.maybe_string("familiarity"),
        yso=at.maybe("yso", _concept_uri),
        note=at.maybe_text("note"),
        verified=_verified(at.at("verified")),
    )


def _area(at: Cursor) -> Area:
    return Area(
        where=at.where("code"),
        id=at.string("code"),
        name=at.text("name"),
        county=at.maybe_ref("county", "county"),
        other_names=at.strings("other_names"),
        region=at.maybe_string("region"),
        employment_area=at.maybe_ref("employment_area", "employment-area"),
        merged_into=at.maybe_ref("merged_into", "municipality"),
        since=at.maybe_date("since"),
    )


def _act(at: Cursor) -> Act:
    return Act(
        where=at.where("id"),
        id=at.string("id"),
        number=at.string("number"),
        name=at.text("name"),
        url=addresses(at.at("url")),
        in_force_from=at.date("in_force_from"),
        in_force_to=at.maybe_date("in_force_to"),
        replaced_by=at.refs("replaced_by", "act"),
        amended=at.each("amended", lambda one: Amendment(date=one.date("date"), text=one.text("text"))),
        duties=at.each("duties", lambda one: Duty(party=one.string("party"), text=one.text("text"))),
        checked=at.date("checked"),
        note=at.maybe_text("note"),
    )


def _moved(at: Cursor) -> Moved:
    address = at.at("address")
    return Moved(where=address.where(), address=str(address.value), to=at.maybe_ref("to", "address"), gone=at.maybe_text("gone"))
