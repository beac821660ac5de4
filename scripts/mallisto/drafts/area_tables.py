"""The tables of areas and public bodies become vocabulary: `areas.yml`, and the end of `organisations.yml`.

The tables, their source and their licence are described in `scripts/areas/README.md`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mallisto.drafts.yaml_writer import Tree, on_one_line
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.messages import folded

FOLDER = "scripts/areas"
SOURCE = "Tilastokeskus, luokitukset 2026 (Statistics Finland, classifications 2026)"
LICENCE = "CC BY 4.0"
SEEN, REFERENCE_DATE = "2026-11-30", "2026-01-01"
# Below this line `organisations.yml` is written from the tables.
BELOW = "  # Tästä alkavat rivit kirjoittaa komento mallisto areas. Oma kuvaus kirjoitetaan tämän rivin yläpuolelle."

_HEAD = """\
# yaml-language-server: $schema=../../schemas/areas.schema.json
# Tämän tiedoston kirjoittaa komento mallisto areas kansion scripts/areas taulukoista. Älä muokkaa käsin.
"""
# The Finnish form of these names is the editors' own.
_OWN_FINNISH = frozenset({"soite", "pohjanmaa-joint-authority"})
# The Sámi names of these municipalities have been confirmed.
_SAMI_CONFIRMED = frozenset({"047", "148"})
_TABLE = {"state": "seen", "seen_in": "Tilastokeskus, luokitukset 2026"}
_OWN = {"state": "own_knowledge"}
_COUNTIES_BEGAN, _EMPLOYMENT_AREAS_BEGAN = "2023-01-01", "2025-01-01"

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaTables:
    """The rows of the tables, each by its column names."""

    counties: Sequence[Row]
    employment_areas: Sequence[Row]
    municipalities: Sequence[Row]
    former_municipalities: Sequence[Row]
    former_organisations: Sequence[Row]

    @classmethod
    def read(cls, folder: Path) -> AreaTables:
        """Read the CSV files of a folder."""
        return cls(
            counties=_rows(folder / "wellbeing_counties.csv"),
            employment_areas=_rows(folder / "employment_areas.csv"),
            municipalities=_rows(folder / "municipalities.csv"),
            former_municipalities=_rows(folder / "former_municipalities.csv"),
            former_organisations=_rows(folder / "former_organisations.csv"),
        )


def _rows(path: Path) -> Sequence[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def areas(tables: AreaTables) -> str:
    """The text of `areas.yml`, one line an area."""
    lists: Mapping[str, Sequence[Tree]] = {
        "wellbeing_services_counties": [_county(row) for row in tables.counties if row["code"].isdigit()],
        "employment_areas": [{"code": row["code"], "name": _name(row)} for row in tables.employment_areas],
        "municipalities": [_municipality(row) for row in tables.municipalities],
        "former_municipalities": [_former_municipality(row) for row in tables.former_municipalities],
    }
    lines = [f"source: {SOURCE}", f"licence: {LICENCE}", f"seen: {SEEN}", f"reference_date: {REFERENCE_DATE}"]
    for name, entries in lists.items():
        lines += [f"{name}:", *_listed(entries)]
    return _HEAD + "\n".join(lines) + "\n"


def organisations(text: str, tables: AreaTables, languages: Sequence[Language]) -> str:
    """`organisations.yml` with the bodies of the tables at its end; one that stands above in more detail is left out."""
    above = text.partition(BELOW)[0].rstrip("\n")
    described = set(re.findall(r"^  - id: (\S+)", above, re.MULTILINE))
    bodies = (*_counties(tables, languages), *_employment_areas(tables, languages), *_former_organisations(tables))
    return "\n".join([above, BELOW, *_listed([each for each in bodies if each["id"] not in described])]) + "\n"


def _listed(entries: Sequence[Tree]) -> Iterator[str]:
    return (f"  - {on_one_line(entry)}" for entry in entries)


def _name(row: Row) -> dict[str, Tree]:
    return {language: row[f"name_{language}"] for language in LANGUAGES}


def _county(row: Row) -> Tree:
    return {"code": row["code"], "name": _name(row), "other_names": _short_name(row)}


def _short_name(row: Row) -> list[Tree]:
    """The short name of a county, if a text has been seen to use it."""
    return [row["short_name"]] if row["short_name_evidence"] == "text" else []


def _municipality(row: Row) -> Tree:
    sami = (row["name_se"], row["name_smn"], row["name_sms"]) if row["code"] in _SAMI_CONFIRMED else ()
    return {
        "code": row["code"],
        "name": _name(row),
        "other_names": [name for name in dict.fromkeys(sami) if name],
        "county": row["wellbeing_county_code"],
        "region": row["region_code"],
        "employment_area": row["employment_area_code"],
    }


def _former_municipality(row: Row) -> Tree:
    name = {"fi": row["name_fi"], "sv": row["name_sv"] or row["name_fi"], "en": row["name_fi"]}
    return {"code": row["code"], "name": name, "merged_into": row["merged_into_code"], "since": row["effective"]}


def _counties(tables: AreaTables, languages: Sequence[Language]) -> Iterator[Mapping[str, Tree]]:
    """The wellbeing services counties, Helsinki, and HUS, which belongs to several counties."""
    of_hus = [row["code"] for row in tables.counties if row["cooperation_area_code"] == "01" and "01" in row["region_codes"].split()]
    for row in tables.counties:
        if not row["id"]:
            continue
        is_county, is_helsinki = row["kind"] == "wellbeing_services_county", row["kind"] == "municipality_as_organiser"
        short = _short_name(row)
        yield {
            "id": row["id"],
            "name": _name(row),
            "short_name": dict.fromkeys(LANGUAGES, short[0]) if short else None,
            "kind": "county" if is_county else "municipality" if is_helsinki else "joint_authority",
            "description": _said("areas.county", languages) if is_county else None,
            "valid_from": None if is_helsinki else _COUNTIES_BEGAN,
            "counties": [row["code"]] if row["code"].isdigit() else [code for code in of_hus if code.isdigit()],
            "municipality": "091" if is_helsinki else None,
            "url": f"https://{row['website']}/" if is_county or is_helsinki else None,
            "verified": dict.fromkeys(LANGUAGES, _TABLE) if row["code"].isdigit() else "",
        }


def _employment_areas(tables: AreaTables, languages: Sequence[Language]) -> Iterator[Mapping[str, Tree]]:
    """The employment areas; who organises the services is told where a source says so plainly."""
    names = {row["code"]: _name(row) for row in tables.municipalities}
    for row in tables.employment_areas:
        is_told = row["organiser_evidence"] == "explicit"
        host = row["organiser_municipality_code"] if is_told else ""
        organiser = names[host] if host else dict.fromkeys(LANGUAGES, row["organiser_name_fi"]) if is_told else {}
        yield {
            "id": f"{re.sub(r'[^a-z0-9]+', '-', folded(row['name_fi']))}-employment-area",
            "name": {each.code: _employment_area_name(row, each) for each in languages},
            "kind": "cooperation_area",
            "description": {each.code: each.say("areas.organised_by", name=organiser[each.code]) for each in languages}
            if organiser
            else "",
            "valid_from": _EMPLOYMENT_AREAS_BEGAN,
            "municipality": host,
        }


def _employment_area_name(row: Row, language: Language) -> str:
    """The form that texts use, or else the name of the classification and what it names."""
    return row.get(f"name_in_use_{language.code}") or language.say("areas.employment_area", name=row[f"name_{language.code}"])


def _former_organisations(tables: AreaTables) -> Iterator[Mapping[str, Tree]]:
    """The hospital districts and joint authorities before the counties; their Swedish and English names are the editors' own."""
    for row in tables.former_organisations:
        yield {
            "id": row["id"],
            "name": _name(row),
            "short_name": dict.fromkeys(LANGUAGES, row["short_name"]) if row["short_name"] else None,
            "kind": row["kind"],
            "valid_from": row["valid_from"],
            "valid_until": row["valid_until"],
            "replaced_by": [{"organisation": row["replaced_by"], "since": row["since"]}],
            "counties": row["counties"].split(),
            "verified": {"fi": _seen(row), "sv": _OWN, "en": _OWN},
        }


def _seen(row: Row) -> Tree:
    source = row["source"].split(" ; ")[0]
    return {"state": "seen", "seen_in": source} if source and "name" in row["confirmed"].split() and row["id"] not in _OWN_FINNISH else _OWN


def _said(key: str, languages: Sequence[Language]) -> Tree:
    return {language.code: language.say(key) for language in languages}
