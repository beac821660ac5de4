"""How fields are read that have more to say than a list of statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from mallisto.addresses import urls
from mallisto.fields.panel import contents
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.i18n import evidence_text as words
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import LocalizedText
from mallisto.i18n.status_text import review_sentence
from mallisto.model import Answer, Figure, Modality, Organisation, Statement, Step, totals

# The gaps that weigh most when one asks what a model achieves and costs.
_EVIDENCE = ("results", "cost")


def development(asked: FieldReader) -> Iterator[FieldValue]:
    language, status = asked.language, asked.model.status
    if status.development != "unknown":
        more = [language.say("glance.source_label", label=status.source_label)] if status.source_label else []
        more += [language.say("glance.as_of", date=language.date(status.as_of))] if status.as_of else []
        text = language.value("status.development", status.development)
        yield asked.value(text, status, *more, anchor="perustiedot")


def lifecycle(asked: FieldReader) -> Iterator[FieldValue]:
    """Whether the work runs now, as far as the editors can tell from the source."""
    language, status = asked.language, asked.model.status
    if status.lifecycle != "unknown":
        more = (language.pick(status.note),) if status.note else ()
        text = language.value("status.lifecycle", status.lifecycle)
        yield FieldValue(text=text, more=more, known=asked.editors("concluded"), anchor="perustiedot")


def lifecycle_note(asked: FieldReader) -> Iterator[FieldValue]:
    note = asked.model.status.note
    if note:
        yield FieldValue(text=asked.language.pick(note), known=asked.editors("concluded"), anchor="perustiedot")


def period(asked: FieldReader) -> Iterator[FieldValue]:
    language, found = asked.language, asked.model.basics.period
    if found and (found.start or found.end):
        more = (language.pick(found.note),) if found.note else ()
        yield asked.value(language.period(found.start, found.end), found, *more, anchor="perustiedot")


def target_groups(asked: FieldReader) -> Iterator[FieldValue]:
    groups = asked.catalog.target_group_by_id
    for ref in asked.model.classification.target_groups:
        yield FieldValue(text=asked.language.pick(groups[ref.to].name), known=asked.editors("classified"), anchor="perustiedot")


def unanswered(answer: Answer | None, asked: FieldReader) -> Iterator[FieldValue]:
    """What a closed question's answer says of its being unknown."""
    if answer and answer.text:
        yield asked.value(asked.language.pick(answer.text), answer, anchor="perusidea")


def steps(asked: FieldReader) -> Iterator[FieldValue]:
    """How many steps there are, and how many of them are described, planned, or the editors' own."""
    language, pathway = asked.language, asked.model.pathway
    if not pathway.steps:
        return
    kinds = Counter(asked.known(each).words for each in pathway.steps)
    more = [f"{words}: {count}" for words, count in kinds.items()]
    more += [language.say("pathway.order_is_ours")] if pathway.has_inferred_order else []
    yield _counted(asked, "steps", len(pathway.steps), tuple(more))


def hand_overs(asked: FieldReader) -> Iterator[FieldValue]:
    """The steps after which responsibility is said to pass, with from whom to whom."""
    pathway, pick = asked.model.pathway, asked.language.pick
    for step, way in pathway.hand_overs():
        lanes = (pathway.lane(each).title for each in (step.lane, pathway.step(way.to).lane))
        moves = " → ".join(str(pick(each)) for each in lanes)
        said = (asked.language.value("pathway.steps.next.hands_over", way.hands_over),) if way.hands_over else ()
        yield asked.value(pick(step.title), step, moves, *said, part=urls.PATHWAY, anchor=urls.step(step.id))


def client_steps(asked: FieldReader) -> Iterator[FieldValue]:
    """How many of the steps the client takes or takes part in."""
    steps = asked.model.pathway.steps
    seen = [each for each in steps if _has_client(each, asked)]
    if steps:
        yield _counted(asked, "client_steps", len(seen), (asked.language.say("compare.of_steps", count=len(steps)),))


def _has_client(step: Step, asked: FieldReader) -> bool:
    lanes = (step.lane, *step.taking_part)
    if any(asked.model.pathway.lane(each).kind == "client" for each in lanes):
        return True
    return any(asked.catalog.role(each).kind == "client" for each in step.roles)


def _counted(asked: FieldReader, key: str, count: int, more: tuple[str, ...]) -> FieldValue:
    text = asked.language.say(f"compare.{key}.one" if count == 1 else f"compare.{key}.other", count=count)
    return FieldValue(text=text, more=more, known=asked.editors("counted"), part=urls.PATHWAY)


def durations(asked: FieldReader) -> Iterator[FieldValue]:
    for each in asked.model.pathway.steps:
        if each.duration:
            text, more = asked.language.pick(each.duration), (asked.language.pick(each.title),)
            known = asked.editors("concluded") if "duration" in each.inferred else asked.known(each)
            yield FieldValue(text=text, more=more, known=known, part=urls.PATHWAY, anchor=urls.step(each.id))


def roles(asked: FieldReader) -> Iterator[FieldValue]:
    """The roles that do the work; the client is none of them."""
    for each in asked.model.people.roles:
        role = asked.catalog.role(each.role)
        if role.kind != "client":
            needed = asked.quality("people.roles.needed", each.needed)
            yield asked.value(asked.language.pick(role.name), each, needed, part=urls.ROLES, anchor=urls.role(role.id))


def staffing(asked: FieldReader) -> Iterator[FieldValue]:
    people = asked.model.people
    figures = (*people.staffing, *(each for role in people.roles for each in role.staffing))
    yield from asked.figures(figures, urls.ROLES)


def tools(asked: FieldReader) -> Iterator[FieldValue]:
    for each in asked.model.tools:
        more = (asked.quality("tools.maturity", each.maturity),)
        yield asked.value(asked.language.pick(each.name), each, *more, anchor=urls.fact(each.id))


def evidence(asked: FieldReader) -> Iterator[FieldValue]:
    """How strong the evidence on the results is, as the editors have classified it."""
    results, language = asked.model.results, asked.language
    if asked.model.evidence is None:
        return
    said = words.evaluation_sentence(results, language)
    yield FieldValue(
        text=words.grade(results, language), more=(said,) if said else (), known=asked.editors("classified"), anchor="tulokset"
    )


def reported(asked: FieldReader) -> Iterator[FieldValue]:
    """What somebody says happened."""
    yield from asked.statements(each for each in asked.model.results.claims if not _is_experienced(each))


def experienced(asked: FieldReader) -> Iterator[FieldValue]:
    """What partners or clients felt."""
    yield from asked.statements(each for each in asked.model.results.claims if _is_experienced(each))


def _is_experienced(claim: Statement) -> bool:
    return claim.provenance.modality is Modality.EXPERIENCED


def result_figures(asked: FieldReader) -> Iterator[FieldValue]:
    """The totals, after what is to be known before they are read; their parts stand on the model's page."""
    results = asked.model.results
    here = {each.id for each in results.figures}
    for note in results.notes_on_all(totals(results.figures)):
        yield asked.value(asked.language.pick(note.text), note, anchor=urls.fact(note.id))
    yield from asked.figures(each for each in results.figures if not each.group or each.group.to not in here)


def costs(asked: FieldReader) -> Iterator[FieldValue]:
    for value, figure in zip(asked.figures(asked.model.cost.figures), asked.model.cost.figures, strict=True):
        yield replace(value, more=(*value.more, *contents(figure, asked), _price_year(figure, asked)))


def _price_year(figure: Figure, asked: FieldReader) -> str:
    return f"{asked.language.say('figure.price_year')} {figure.price_year or asked.language.say('unknown')}"


def funding(asked: FieldReader) -> Iterator[FieldValue]:
    """How much, and from whom: the sum has a provenance of its own."""
    language = asked.language
    for each in asked.model.basics.funding:
        anchor = urls.fact(each.id)
        if each.amount:
            yield asked.value(amount(each.amount, language), each.amount, anchor=anchor)
        said: list[LocalizedText | str] = []
        if each.type != "unknown" or not each.amount:
            said.append(asked.quality("basics.funding.type", each.type))
        said += [language.pick(asked.catalog.organisation(each.funder).name)] if each.funder else []
        said += [language.pick(each.text)] if each.text else []
        if said:
            yield asked.value(said[0], each, *said[1:], anchor=anchor)


def gaps(asked: FieldReader) -> Iterator[FieldValue]:
    """What the source does not tell, what concerns results and costs first."""
    for each in sorted(asked.model.gaps, key=lambda gap: gap.field.to.split(".")[0] not in _EVIDENCE):
        more = (asked.language.title(each.field.to),)
        yield asked.value(asked.language.pick(each.text), each, *more, anchor=urls.fact(each.id))


def bodies(asked: FieldReader) -> Iterator[FieldValue]:
    """The organisations of the source with those of today, the changed ones first."""
    named = [(asked.catalog.organisation(each.organisation), asked.known(each)) for each in asked.model.basics.organisations]
    for organisation, known in sorted(dict.fromkeys(named), key=lambda pair: not pair[0].replaced_by):
        more = tuple(now(organisation, asked)) or (asked.language.say("compare.no_change"),)
        yield FieldValue(text=asked.language.pick(organisation.name), more=more, known=known, anchor="perustiedot")


def now(organisation: Organisation, asked: FieldReader) -> Iterator[str]:
    """Who took an organisation's place and when, or that it has ended."""
    language = asked.language
    for each in organisation.replaced_by:
        name = language.pick(asked.catalog.organisation(each.organisation).name)
        yield language.say("compare.now", name=name, since=language.date(each.since))
    if organisation.valid_until and not organisation.replaced_by:
        yield language.say("compare.ended", date=language.date(organisation.valid_until))


def changes(asked: FieldReader) -> Iterator[FieldValue]:
    for each in asked.model.currency:
        more = (asked.language.date(each.since),) if each.since else ()
        yield asked.value(asked.language.pick(each.text), each, *more, anchor=urls.fact(each.id))


def reviewed(asked: FieldReader) -> Iterator[FieldValue]:
    text = review_sentence(asked.model.upkeep, asked.language)
    yield FieldValue(text=text, known=asked.editors("reviewed"), part=urls.SOURCES)
