"""The parts of a model: the sections of its pages, its steps, its roles and the items of its checklist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model, Role, Text
from mallisto.reading.problems import Path
from mallisto.search.entry import EntryKind, EntryPart, elsewhere

# What the source does not tell, and what has changed since, is found, but seldom is the answer; no more is a remark beside a fact.
FAINT = frozenset({"gaps", "currency", "upkeep"})
_REMARK = "note"
# How many steps lead to an item of a list in a field of a field.
_ITEM = 3

# Where among the model's pages the texts of a field stand, and what that place is called; the longest beginning of a text's path tells it.
_SECTIONS: dict[Path, tuple[str, str]] = {
    ("status",): ("#perustiedot", "basics"),
    ("basics",): ("#perustiedot", "basics"),
    ("classification",): ("#perustiedot", "basics"),
    ("basics", "funding"): ("#perustiedot", "basics"),
    ("how",): ("#perusidea", "how"),
    ("why",): ("#toimintaymparisto", "why"),
    ("for_whom",): ("#kohderyhma", "for_whom"),
    ("conditions",): ("#ehdot", "conditions"),
    ("tools",): ("#tyovalineet", "tools"),
    ("results",): ("#tulokset", "results"),
    ("results", "expected_results"): ("#odotetut-tulokset", "results.expected_results"),
    ("results", "lessons"): ("#opit", "results.lessons"),
    ("results", "next_steps"): ("#jatko", "results.next_steps"),
    ("results", "vision"): ("#visio", "results.vision"),
    ("cost",): ("#kustannukset", "cost"),
    ("advice",): ("#vinkit", "advice"),
    ("relations",): ("#sukulaiset", "relations"),
    ("currency",): (f"{urls.SOURCES}#muuttunut", "currency"),
    ("people", "description"): (urls.ROLES, "people"),
    ("people", "staffing"): (urls.ROLES, "people"),
    ("pathway", "lanes"): (urls.PATHWAY, "pathway"),
    ("pathway", "notes"): (urls.PATHWAY, "pathway"),
    ("adoption", "agreements"): (f"{urls.CHECKLIST}#kenen-kanssa", "adoption.agreements"),
    ("core",): (f"{urls.CHECKLIST}#ydin", "core"),
    ("criteria",): (f"{urls.CHECKLIST}#laatukriteerit", "criteria"),
    ("gaps",): ("#aukot", "gaps"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedByModel:
    """The words of the vocabularies that a model's basic facts are told in, and further words they are found by and never shown in."""

    shown: tuple[Text, ...]
    found_by: tuple[str, ...]


def parts(model: Model, named: NamedByModel, catalog: Catalog, language: Language) -> Iterator[EntryPart]:
    """Every part of a model."""
    yield from _sections(model, named, language)
    placed = _by_item(model)
    yield from _steps(model, placed, catalog, language)
    yield from _roles(model, placed, catalog, language)
    yield from _items(model, language)


def _sections(model: Model, named: NamedByModel, language: Language) -> Iterator[EntryPart]:
    """The parts with all texts and figures that stand in them."""
    figures = {each.where.path: LocalizedText(amount(each, language)) for each in model.figures()}
    found: dict[tuple[str, str], list[tuple[Text, Path]]] = {_SECTIONS["basics",]: [(each, ()) for each in named.shown]}
    for text, where in model.texts:
        section = _section_of(where.path)
        if section:
            found.setdefault(section, []).append((text, where.path))
    for (address, field), placed in found.items():
        found_by = named.found_by if (address, field) == _SECTIONS["basics",] else ()
        told = [(text, path) for text, path in placed if not _is_remark(path)]
        amounts = (figures.get(path[:-1]) if path[-1:] == ("label",) else None for _, path in told)
        yield EntryPart(
            kind=EntryKind.MODEL,
            address=address,
            title=LocalizedText(language.title(field)),
            texts=tuple(each for (text, _), figure in zip(told, amounts, strict=True) for each in (language.pick(text), figure) if each),
            remarks=tuple(language.pick(text) for text, path in placed if _is_remark(path)),
            elsewhere=(*elsewhere((text for text, _ in told), language), *found_by),
        )


def _section_of(path: Path) -> tuple[str, str] | None:
    return next((_SECTIONS[path[:length]] for length in (2, 1) if path[:length] in _SECTIONS), None)


def _is_remark(path: Path) -> bool:
    return bool(path) and (path[0] in FAINT or path[-1] == _REMARK)


def _by_item(model: Model) -> Mapping[Path, list[tuple[Text, Path]]]:
    """The texts below each item of a list in a field, such as the steps of the pathway, with their paths."""
    found: dict[Path, list[tuple[Text, Path]]] = defaultdict(list)
    for text, where in model.texts:
        found[where.path[:_ITEM]].append((text, where.path))
    return found


def _told_and_remarked(placed: Iterable[tuple[Text, Path]], title: Text) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Texts but for a title, and the remarks among them."""
    others = [(text, path) for text, path in placed if text != title]
    return tuple(text for text, path in others if not _is_remark(path)), tuple(text for text, path in others if _is_remark(path))


def _part(kind: EntryKind, address: str, title: Text, texts: tuple[Text, ...], remarks: tuple[Text, ...], language: Language) -> EntryPart:
    return EntryPart(
        kind=kind,
        address=address,
        title=language.pick(title),
        texts=language.pick_all(texts),
        remarks=language.pick_all(remarks),
        elsewhere=elsewhere((title, *texts), language),
    )


def _steps(model: Model, placed: Mapping[Path, list[tuple[Text, Path]]], catalog: Catalog, language: Language) -> Iterator[EntryPart]:
    for number, step in enumerate(model.pathway.steps):
        texts, remarks = _told_and_remarked(placed["pathway", "steps", number], step.title)
        roles = (catalog.role(ref).name for ref in step.roles)
        yield _part(EntryKind.STEP, f"{urls.PATHWAY}#{urls.step(step.id)}", step.title, (*texts, *roles), remarks, language)


def _roles(model: Model, placed: Mapping[Path, list[tuple[Text, Path]]], catalog: Catalog, language: Language) -> Iterator[EntryPart]:
    for number, each in enumerate(model.people.roles):
        role = catalog.role(each.role)
        title = each.title or role.name
        texts, remarks = _told_and_remarked(placed["people", "roles", number], title)
        names = (text for text in (role.name, *role.other_names) if text != title)
        part = _part(EntryKind.ROLE, f"{urls.ROLES}#{urls.role(role.id)}", title, (*texts, *names), remarks, language)
        yield replace(part, remarks=(*part.remarks, *_holders(role, catalog, language)))


def _holders(role: Role, catalog: Catalog, language: Language) -> Iterator[LocalizedText]:
    """That professions may hold the function, in the editors' reading."""
    names = [str(language.pick(catalog.role(ref).name)) for ref in role.may_be_held_by]
    if names:
        yield LocalizedText(language.say("search.held_by", professions=", ".join(names)))


def _items(model: Model, language: Language) -> Iterator[EntryPart]:
    for item in model.checklist:
        yield _part(EntryKind.ITEM, f"{urls.CHECKLIST}#{urls.item(item.id)}", item.text, (item.why, item.verify), (), language)
