"""Every id that is referred to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mallisto.catalog.catalog import Catalog
from mallisto.model import Model, Ref, Text
from mallisto.reading.compact import is_made
from mallisto.reading.problems import Choice, Problem, Severity

# The file of a family of ids. If it could not be read, references to its ids are not judged.
_VOCABULARY = {
    "role": "roles",
    "organisation": "organisations",
    "topic": "topics",
    "target-group": "topics",
    "life-situation": "topics",
    "term": "glossary",
    "municipality": "areas",
    "county": "areas",
    "employment-area": "areas",
    "act": "acts",
}


def reference_exists(catalog: Catalog) -> Iterator[Problem]:
    """A reference names something that exists: in the vocabularies, among the models, or in the same model."""
    shared = shared_choices(catalog)
    for family, ref in (*catalog.vocabulary.refs, *(catalog.training.refs if catalog.training else ())):
        if family != "model":
            yield from unknown(family, ref, shared.get(family))
    for model in catalog.models:
        choices = {**shared, **own_choices(model)}
        for family, ref in model.refs:
            if family != "model":
                yield from unknown(family, ref, choices.get(family))


def named_model_exists(catalog: Catalog) -> Iterator[Problem]:
    """A model that another one names exists. One that is named many times is told once, at its first mention."""
    choices = _model_choices(catalog)
    mentioned: dict[str, list[Ref]] = {}
    shared = (ref for family, ref in catalog.vocabulary.refs if family == "model")
    for ref in (*(ref for head in catalog.heads for ref in head.named_models), *shared):
        mentioned.setdefault(ref.to, []).append(ref)
    for model_id, refs in mentioned.items():
        if len(refs) > 1 and model_id not in choices:
            candidates = tuple(choices.values())
            yield Problem(refs[0].where, "model.unknown_often", found=model_id, limit=len(refs), candidates=candidates)
        else:
            yield from unknown("model", refs[0], choices)


def act_is_in_force(catalog: Catalog) -> Iterator[Problem]:
    """A matter that has to be agreed on rests on an act in force; a repealed one is a note."""
    for model in catalog.models:
        for ref in (ref for agreement in model.agreements for ref in agreement.acts):
            act = catalog.act_by_id.get(ref.to)
            if act and act.in_force_to:
                yield Problem(ref.where, "act.repealed", found=act.number, severity=Severity.NOTE)


def unknown(family: str, ref: Ref, choices: Mapping[str, Choice] | None) -> tuple[Problem, ...]:
    """The problem of a mention that is none of the choices; without choices nothing is judged."""
    if ref.unlisted_name:
        candidates = tuple(choices.values()) if choices else ()
        return (Problem(ref.where, f"{family}.unlisted", found=ref.unlisted_name, candidates=candidates, severity=Severity.NOTE),)
    if choices is not None and ref.to not in choices:
        code = "fact.without_id" if is_made(ref.to) else f"{family.split(' ')[0]}.unknown"
        return (Problem(ref.where, code, found=ref.to, candidates=tuple(choices.values())),)
    return ()


def shared_choices(catalog: Catalog) -> dict[str, Mapping[str, Choice]]:
    """What the vocabularies and the models offer, by family and id; nothing of a vocabulary that could not be read."""
    families: dict[str, Mapping[str, Choice]] = {
        "role": {each.id: _choice(each.id, each.name, each.other_names) for each in catalog.vocabulary.roles},
        "organisation": {
            each.id: _choice(each.id, each.name, (each.short_name,) if each.short_name else ()) for each in catalog.vocabulary.organisations
        },
        "topic": {each.id: _choice(each.id, each.name) for each in catalog.vocabulary.topics},
        "target-group": {each.id: _choice(each.id, each.name) for each in catalog.vocabulary.target_groups},
        "life-situation": {each.id: _choice(each.id, each.name) for each in catalog.vocabulary.life_situations},
        "term": {each.id: _choice(each.id, each.name) for each in catalog.vocabulary.terms},
        "municipality": {each.id: _choice(each.id, each.name) for each in catalog.municipality_by_id.values()},
        "county": {each.id: _choice(each.id, each.name) for each in catalog.vocabulary.counties},
        "act": {each.id: _choice(each.id, each.title) for each in catalog.vocabulary.acts},
        "employment-area": {each.id: _choice(each.id, each.name) for each in catalog.vocabulary.employment_areas},
    }
    judged = {family: choices for family, choices in families.items() if _VOCABULARY[family] not in catalog.unreadable_vocabularies}
    return {**judged, "model": _model_choices(catalog)}


def _model_choices(catalog: Catalog) -> dict[str, Choice]:
    models = {head.id: _choice(head.id, head.name) for head in catalog.heads}
    # A file is a model's place also where it cannot be read or bears another id; that is told there, and not at every mention.
    files = {each: Choice(each) for each in sorted({*catalog.unreadable_models, *catalog.file_stems.values()})}
    return {**files, **models}


def own_choices(model: Model) -> dict[str, Mapping[str, Choice]]:
    """What a model itself offers to refer to, by family and id."""
    own: dict[str, Mapping[str, Choice]] = {
        "source": {each.id: Choice(each.id, {"fi": each.title}) for each in model.upkeep.sources},
        "lane": {each.id: _choice(each.id, each.title) for each in model.pathway.lanes},
        "step": {each.id: _choice(each.id, each.title) for each in model.pathway.steps},
        "item": {each.id: _choice(each.id, each.text) for each in model.checklist},
        "figure": {each.id: _choice(each.id, each.label) for each in model.figures() if not is_made(each.id)},
        "fact": {each: Choice(each) for each, _ in model.fact_ids if not is_made(each)},
    }
    for source in model.upkeep.sources:
        own[f"heading of {source.id}"] = {each.id: Choice(each.id, {"fi": each.title}) for each in source.headings}
    return own


def _choice(value: str, name: Text, others: Iterable[Text] = ()) -> Choice:
    """What can be referred to, by its name in each language and its other names in any."""
    names = {"fi": name.fi, "sv": name.sv, "en": name.en}
    other_names = tuple(word for each in others for word in (each.fi, each.sv, each.en) if word)
    return Choice(value, {language: each for language, each in names.items() if each}, other_names)
