"""The vocabularies of areas and public bodies are what the tables say, and nothing that a table does not confirm."""

from __future__ import annotations

import re
from dataclasses import replace

from building import ROOT
from mallisto.drafts import area_tables
from mallisto.drafts.area_tables import BELOW, AreaTables
from mallisto.i18n.language import Language
from mallisto.model import Vocabulary
from mallisto.parse import parse_vocabulary
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.reading.shape_problems import shape_problems
from mallisto.reading.yaml_reader import read

SCHEMAS = Schemas.load(ROOT / "schemas")
LANGUAGES_OF_ALL = [Language.of(code, SCHEMAS) for code in LANGUAGES]
TABLES = AreaTables.read(ROOT / area_tables.FOLDER)
VOCABULARY = ROOT / "models/vocabulary"


def parsed(text: str, schema: str) -> Vocabulary:
    document = read(text.encode(), f"{schema}.yml").document
    assert document is not None
    assert not list(shape_problems(SCHEMAS[schema], document))
    return parse_vocabulary(document)


AREAS = parsed(area_tables.areas(TABLES), "areas")
ORGANISATIONS = {
    each.id: each for each in parsed(area_tables.organisations("organisations:\n", TABLES, LANGUAGES_OF_ALL), "organisations").organisations
}


def test_the_vocabularies_are_what_the_command_writes() -> None:
    organisations = (VOCABULARY / "organisations.yml").read_text("utf-8")

    assert (VOCABULARY / "areas.yml").read_text("utf-8") == area_tables.areas(TABLES)
    assert organisations == area_tables.organisations(organisations, TABLES, LANGUAGES_OF_ALL)


def test_every_area_is_there_once() -> None:
    lists = (AREAS.counties, AREAS.employment_areas, AREAS.municipalities, AREAS.former_municipalities)

    assert [len({each.id for each in areas}) for areas in lists] == [23, 45, 308, 114]


def test_areas_refer_to_areas_that_exist() -> None:
    codes = {
        "county": {each.id for each in AREAS.counties},
        "employment-area": {each.id for each in AREAS.employment_areas},
        "municipality": {each.id for each in AREAS.municipalities},
    }

    assert [ref.to for family, ref in AREAS.refs if ref.to not in codes[family]] == []


def test_a_former_municipality_leads_to_its_successor() -> None:
    juankoski = next(each for each in AREAS.former_municipalities if each.name.fi == "Juankoski")

    assert juankoski.merged_into is not None
    assert (juankoski.merged_into.to, juankoski.since) == ("297", "2017-01-01")


def test_sami_names_stand_where_they_are_confirmed() -> None:
    others = {each.name.fi: each.other_names for each in AREAS.municipalities if each.other_names}

    assert set(others) == {"Inari", "Enontekiö"}
    assert "Anár" in others["Inari"]


def test_the_organiser_of_an_employment_area_is_told_only_where_a_source_tells_it() -> None:
    told = {row["name_fi"] for row in TABLES.employment_areas if row["organiser_evidence"] == "explicit"}
    areas = [each for each in ORGANISATIONS.values() if each.id.endswith("-employment-area")]

    assert len(areas) == 45
    assert sum(each.description is not None for each in areas) == len(told)
    assert ORGANISATIONS["kuopio-employment-area"].description is None
    assert ORGANISATIONS["kuopio-employment-area"].municipality is None


def test_a_former_joint_authority_leads_to_its_successor() -> None:
    carea, kymsote = ORGANISATIONS["carea"], ORGANISATIONS["kymsote"]

    assert [(each.organisation.to, each.since) for each in carea.replaced_by] == [("kymsote", "2019-01-01")]
    assert [each.organisation.to for each in kymsote.replaced_by] == ["kymenlaakso-county"]
    assert kymsote.valid_until is None


def test_hus_belongs_to_the_counties_of_uusimaa_and_helsinki() -> None:
    assert [each.to for each in ORGANISATIONS["hus"].counties] == ["01", "02", "03", "04", "90"]


def test_a_body_described_by_hand_is_left_out() -> None:
    text = "organisations:\n  - id: kymsote\n    name: {fi: Kymsote, sv: Kymsote, en: Kymsote}\n    kind: joint_authority\n"

    written = area_tables.organisations(text, TABLES, LANGUAGES_OF_ALL)

    assert written.startswith(text)
    assert len(re.findall(r"id: kymsote\b", written)) == 1
    assert area_tables.organisations(written, TABLES, LANGUAGES_OF_ALL) == written
    assert written.count(BELOW) == 1


def test_next_years_tables_give_next_years_areas() -> None:
    fewer = replace(TABLES, municipalities=TABLES.municipalities[1:])

    assert len(parsed(area_tables.areas(fewer), "areas").municipalities) == 307
