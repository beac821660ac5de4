"""How fields are read for the facts panel of the overview page, where that differs from the comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mallisto.addresses import urls
from mallisto.fields.values import FieldReader, FieldValue
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import LocalizedText
from mallisto.model import Area, Figure, Funding, Ref

# The parts organisations have in a model, in reading order.
PARTS = ("implementer", "coordinator", "funder", "partner", "referrer", "network")


def other_names(asked: FieldReader) -> Iterator[FieldValue]:
    """What else the model is called."""
    for each in asked.language.pick_all(asked.model.other_names):
        yield FieldValue(text=each, known=asked.editors("gathered"))


def place_then(asked: FieldReader) -> Iterator[FieldValue]:
    """The site and the municipalities of that time, or of today, that it does not name itself."""
    place = asked.model.basics.place
    if place is None:
        return
    sites = [asked.language.pick(place.site)] if place.site else []
    areas = [asked.catalog.municipality_by_id[ref.to] for ref in place.municipalities]
    towns = {asked.language.pick(area.name): area for area in areas if not any(_is_named(area, site) for site in sites)}
    named = [*sites, *towns]
    for each in named:
        yield asked.value(each, place, *(_now_part_of(towns[each], asked) if each in towns else ()))


def _now_part_of(area: Area, asked: FieldReader) -> Iterator[LocalizedText | str]:
    """The municipality of today, where the named one is a former one."""
    if area.merged_into:
        now = asked.language.pick(asked.catalog.municipality_by_id[area.merged_into.to].name)
        yield asked.language.say("glance.now", names=now)


def place_now(asked: FieldReader) -> Iterator[FieldValue]:
    """The wellbeing services counties of today, which the editors have added."""
    place = asked.model.basics.place
    for ref in place.counties_now if place else ():
        county = asked.catalog.county_by_id[ref.to]
        yield FieldValue(text=asked.language.pick(county.name), known=asked.editors("added"))


def participants(part: str) -> Callable[[FieldReader], Iterator[FieldValue]]:
    """A reader of the organisations that have a part, each with who has taken its place."""

    def read(asked: FieldReader) -> Iterator[FieldValue]:
        language = asked.language
        for each in asked.model.basics.organisations:
            if each.part == part:
                organisation = asked.catalog.organisation(each.organisation)
                now = [str(_organisation(one.organisation, asked)) for one in organisation.replaced_by]
                successors = [language.say("glance.now", names=", ".join(now))] if now else []
                yield asked.value(language.pick(organisation.name), each, *successors)

    return read


def programme(asked: FieldReader) -> Iterator[FieldValue]:
    """The programmes the model belongs to."""
    for each in asked.model.basics.programme:
        yield asked.value(_organisation(each.organisation, asked), each)


def size(asked: FieldReader) -> Iterator[FieldValue]:
    """How many clients, with what the numbers count."""
    for each in asked.model.for_whom.size:
        yield asked.value(amount(each, asked.language), each, asked.language.pick(each.label))


def cost(asked: FieldReader) -> Iterator[FieldValue]:
    """The costs, with what they include and leave out."""
    for each in asked.model.cost.figures:
        yield asked.value(amount(each, asked.language), each, asked.language.pick(each.label), *contents(each, asked))


def contents(figure: Figure, asked: FieldReader) -> Iterator[str]:
    """What a cost includes and leaves out."""
    language = asked.language
    for key, texts in (("cost.includes", figure.includes), ("cost.excludes", figure.excludes)):
        if texts:
            yield language.say(key, what="; ".join(map(str, language.pick_all(texts))))


def funding(asked: FieldReader) -> Iterator[FieldValue]:
    """How much, and from whom: the sum has a provenance of its own."""
    for each in asked.model.basics.funding:
        yield from _funded(each, asked)


def _funded(each: Funding, asked: FieldReader) -> Iterator[FieldValue]:
    language, anchor = asked.language, urls.fact(each.id)
    if each.amount:
        yield asked.value(amount(each.amount, language), each.amount, language.pick(each.amount.label), own_anchor=anchor)
    said: list[LocalizedText | str] = [_organisation(each.funder, asked)] if each.funder else []
    if each.type != "unknown" or not (said or each.amount):
        said.append(language.value("basics.funding.type", each.type))
    said += [language.pick(each.text)] if each.text else []
    if said:
        yield asked.value(said[0], each, *said[1:], own_anchor="" if each.amount else anchor)


def team(asked: FieldReader) -> Iterator[FieldValue]:
    """The roles that do the work, each leading to its page; the client is none of them."""
    for each in asked.model.people.roles:
        role = asked.catalog.role(each.role)
        if role.kind != "client":
            yield asked.value(asked.language.pick(role.name), each, address="" if each.role.unlisted_name else urls.role_page(role.id))


def tools(asked: FieldReader) -> Iterator[FieldValue]:
    """The tools, each with whether it is in use."""
    for each in asked.model.tools:
        yield asked.value(asked.language.pick(each.name), each, asked.language.value("tools.maturity", each.maturity))


def _is_named(area: Area, site: LocalizedText) -> bool:
    """Whether a site names a municipality in any language: Hamina in a Finnish text is Fredrikshamn."""
    return any(each in str(site) for each in (area.name.fi, area.name.sv, area.name.en) if each)


def _organisation(ref: Ref, asked: FieldReader) -> LocalizedText:
    return asked.language.pick(asked.catalog.organisation(ref).name)
