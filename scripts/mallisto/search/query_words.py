"""What the search page knows of a query before anything is sought: filters in words, places, everyday words, the site's own pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.facets import MAY_HOLD, facet_name, value_name
from mallisto.files.output_file import OutputFile
from mallisto.i18n.language import Language
from mallisto.model import Area, Concept, Role, SearchWords, Term, Text
from mallisto.search.analysis import function_words
from mallisto.search.entry import every_language
from mallisto.search.place_forms import ENDINGS, plain, stems
from mallisto.search.script_files import script_file

# Names of places that are words too. They are places where they have a capital letter, or where nothing else is asked.
WORDS_TOO = frozenset(
    {"eno", "geta", "ii", "ingå", "kisko", "koski", "kuru", "luoto", "multia", "pohja", "simo", "soini", "sund", "virrat", "lammi", "salla"}
)
# What tells a former municipality of Turku and Pori from another of its name.
_PROVINCE = " tl"
# The names of regions that a county's name has in the genitive, where the nominative is not its stem.
_REGIONS = {"suome": "suomi", "lapi": "lappi", "satakunna": "satakunta", "uudenmaa": "uusimaa", "savo": "savo"}

# Endings that an adjective shares with its noun, in plain letters. The genitive is not among them: a Finnish noun has it before any.
_AGREEING = {"fi": ("t", "ssa", "sta", "lla", "lta", "lle", "ia", "ja")}

Row = list[object]


def address(code: str) -> str:
    """The name under which the finder loads the words of a language."""
    return f"kysely.{code}"


def file(catalog: Catalog, language: Language) -> OutputFile:
    """The words of a language for the search page. People use words of all three languages on any page."""
    words = catalog.search_words
    data = {
        "skipped": sorted(function_words().union(words.skipped.all if words else ())),
        "without": list(words.without.all) if words else [],
        "faint": list(words.faint.all) if words else [],
        "asked": list(_asked(words, catalog, language)) if words else [],
        "named": list(_named(catalog, language)),
        "everyday": [_everyday(each, language) for each in catalog.vocabulary.terms if each.everyday],
        "pages": [_page_row(words, number, language) for number in range(len(words.pages))] if words else [],
        "models": [[head.id, str(language.pick(head.title))] for head in catalog.heads if not head.is_light],
        "endings": _AGREEING.get(language.code, ()),
        "places": _places(catalog, language),
    }
    return script_file(address(language.code), json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _asked(words: SearchWords, catalog: Catalog, language: Language) -> Iterator[Row]:
    """Facet, value, what it is called, the phrases that ask for it."""
    for each in words.asked:
        yield [each.facet, each.value, _label(each.facet, each.value, catalog, language), list(each.words.all)]


def _label(facet: str, value: str, catalog: Catalog, language: Language) -> str:
    return language.say("search.chip", facet=facet_name(facet, language), value=value_name(facet, value, catalog, language))


def _named(catalog: Catalog, language: Language) -> Iterator[Row]:
    """Roles and target groups: facet, value, name, every name for it; of a profession that may hold functions also that value and name."""
    for role in catalog.roles_in_use:
        row = _name_row("rooli", role, (role.name, *role.other_names), language)
        yield [*row, *_may_hold(role, catalog, language)]
    yield from (_name_row("kohderyhma", each, (each.name,), language) for each in catalog.vocabulary.target_groups)


def _may_hold(role: Role, catalog: Catalog, language: Language) -> Row:
    """The value of the models that name a function which a profession or a wider one may hold, and how both are called together."""
    functions = {each.id for each in catalog.functions_of(role)}
    if functions.isdisjoint(part for head in catalog.heads for part in head.part_roles):
        return []
    widest = (role, *catalog.roles_above(role))[-1]
    return [f"{MAY_HOLD}{widest.id}", language.say("search.or_function", role=str(language.pick(role.name)))]


def _name_row(facet: str, entry: Role | Concept, names: Iterable[Text], language: Language) -> Row:
    every = dict.fromkeys(word.lower() for name in names for word in every_language(name))
    return [facet, entry.id, str(language.pick(entry.name)), list(every)]


def _everyday(term: Term, language: Language) -> Row:
    """The id of a term, its name, the words people use for it, and the single words by which texts speak of it."""
    words = (*(term.everyday.all if term.everyday else ()), *term.search)
    said = dict.fromkeys(
        (*str(language.pick(term.name)).partition(" (")[0].lower().split(), *(each for each in term.search if " " not in each))
    )
    return [term.id, str(language.pick(term.name)), list(dict.fromkeys(map(str.lower, words))), list(said)]


def _page_row(words: SearchWords, number: int, language: Language) -> Row:
    """Address, page of a model, name, what it has, every phrase that asks for it."""
    page = words.pages[number]
    asked = dict.fromkeys(each.lower() for each in (*every_language(page.title), *page.asked.all))
    return [page.address, page.part, str(language.pick(page.title)), str(language.pick(page.text)), list(asked)]


def _places(catalog: Catalog, language: Language) -> Mapping[str, object]:
    """The areas by their official codes, and by each stem of each name the area it stands for."""
    vocabulary = catalog.vocabulary
    return {
        "endings": list(ENDINGS),
        "counties": {each.id: str(language.pick(each.name)) for each in vocabulary.counties},
        "employment": {each.id: str(language.pick(each.name)) for each in vocabulary.employment_areas},
        "areas": {each.id: _area_row(each, language) for each in (*vocabulary.former_municipalities, *vocabulary.municipalities)},
        "stems": dict(_stems(catalog)),
        "words": sorted(map(plain, WORDS_TOO)),
    }


def _area_row(area: Area, language: Language) -> Row:
    """Name, county, employment area; of a former municipality the one it was merged into, and the year."""
    merged = [area.merged_into.to, (area.since or "")[:4]] if area.merged_into else []
    county, employment = (ref.to if ref else "" for ref in (area.county, area.employment_area))
    return [str(language.pick(area.name)), county, employment, *merged]


def _stems(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each stem with the code of its area; what comes later counts, so that a region stands before a former municipality of its name."""
    vocabulary = catalog.vocabulary
    for area in (*vocabulary.former_municipalities, *vocabulary.municipalities):
        names = dict.fromkeys((*every_language(area.name), *area.other_names))
        finnish = stems((area.name.fi or "").lower().removesuffix(" kunta").removesuffix(_PROVINCE))
        yield from ((stem, area.id) for stem in dict.fromkeys((*map(plain, names), *finnish)))
    for county in vocabulary.counties:
        yield from ((stem, f"c{county.id}") for stem in _county_stems(county))


def _county_stems(county: Area) -> Iterator[str]:
    for name in (*every_language(county.name), *county.other_names):
        whole = plain(name)
        yield whole
        yield from _region(whole)


def _region(name: str) -> Iterator[str]:
    """The name of the region in that of a county: of Päijät-Hämeen hyvinvointialue those of Päijät-Häme."""
    if name.endswith("n hyvinvointialue") and " ja " not in name:
        stem = name.removesuffix("n hyvinvointialue")
        yield stem
        first, dash, last = stem.rpartition("-")
        base = _REGIONS.get(last, last.removesuffix("e") if last.endswith("ee") else last)
        yield from (f"{first}{dash}{each}" for each in stems(base))
    for tail in (" valfardsomrade", "s valfardsomrade", " wellbeing services county"):
        if name.endswith(tail) and " och " not in name and " and " not in name:
            yield name.removesuffix(tail)
