"""A checklist as an Excel file, made in Chromium and opened by LibreOffice."""

from __future__ import annotations

import base64
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error

from adopting import an_adoption
from browsing import Visit
from office import opened

LABELS = {
    "columnNumber": "Nro",
    "columnPhase": "Vaihe",
    "columnText": "Kohta",
    "columnOwner": "Vastaa",
    "columnDue": "Määräaika",
    "columnState": "Tila",
    "columnReason": "Perustelu",
    "columnNote": "Muistiinpano",
    "columnWhy": "Miksi",
    "columnVerify": "Miten tarkistetaan",
    "columnOrigin": "Peruste",
    "columnChanged": "Teksti ennen",
    "originSource": "Lähde",
    "originEditorial": "Toimituksen ehdotus",
    "open": "avoinna",
    "done": "tehty",
    "na": "ei koske meitä",
    "gonePhase": "poistettu",
    "sheetName": "Tarkistuslista",
    "sheetAbout": "Tiedot",
    "sheetAdoption": "Käyttöönotto",
    "sheetModel": "Malli",
    "sheetVersion": "Versio",
    "sheetChanged": "Muutettu",
    "sheetDate": "d.m.yyyy",
}
MAKE = """async ([address, adoption, checklist, labels]) => {
    const { workbook } = await import(address);
    const blob = await workbook(adoption, checklist, labels), bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, each => String.fromCharCode(each)).join(''));
}"""
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("https://example.org")')


def a_checklist(*texts: str) -> dict[str, Any]:
    """The data of a checklist, an item for each text."""
    owner = {"role": "nurse", "name": "sairaanhoitaja"}
    return {
        "model": {"id": "tykke", "name": "TYKKE", "version": "2026-11-21-1a64e7", "changes": []},
        "phases": [{"id": "decide", "title": "Päätä"}],
        "items": [
            {
                "id": f"kohta-{at}",
                "phase": "decide",
                "number": at,
                "text": text,
                "why": "Syy",
                "verify": "Tapa",
                "owner": owner,
                "origin": "editorial",
            }
            for at, text in enumerate(texts, 1)
        ],
    }


def _made(visit: Visit, folder: Path, adoption: object, checklist: object) -> Path:
    page = visit.to("tietosuoja/")
    made = page.evaluate(MAKE, [f"{visit.root}assets/js/documents/xlsx.js", adoption, checklist, LABELS])
    path = folder / "lista.xlsx"
    path.write_bytes(base64.b64decode(made))
    return path


def _parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")}


def test_the_list_opens_with_owners_dates_and_notes(visit: Visit, tmp_path: Path):
    items = {
        "kohta-1": {"state": "done", "note": "Sovittu", "owner": {"name": "Työllisyysyksikkö"}, "due": "2027-03-01"},
        "kohta-2": {"state": "na", "reason": "Tiimi on jo"},
    }

    path = _made(visit, tmp_path, an_adoption(items=items), a_checklist("Nimeä tiimi", "Sovi tiloista", "Aloita"))

    words = opened(path)
    for told in (
        *("Nimeä tiimi", "Toimituksen ehdotus", "Työllisyysyksikkö", "1.3.2027", "tehty", "Sovittu", "ei koske meitä", "Tiimi on jo"),
        "Kuopio 2027",
    ):
        assert told in words, told
    assert words.count("avoinna") == 1
    assert visit.wrong == []


def test_days_are_days_and_the_head_stays_in_sight_and_filters(visit: Visit, tmp_path: Path):
    items = {"kohta-1": {"state": "open", "due": "2027-03-01"}, "kohta-2": {"state": "open", "due": "2027-02-31"}}

    parts = _parts(_made(visit, tmp_path, an_adoption(items=items), a_checklist("Yksi", "Kaksi")))

    sheet = parts["xl/worksheets/sheet1.xml"]
    assert re.search(r'<c r="E2"[^>]*><v>46447</v>', sheet)  # the days from 1899-12-30 to 2027-03-01
    assert re.search(r'<c r="E3"[^>]*t="s"', sheet)
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:L3"/>' in sheet
    assert "autoFilter" not in parts["xl/worksheets/sheet2.xml"]
    assert sheet.count("<col ") == 12
    assert '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' in sheet
    assert re.search(r'<pageSetup fitToWidth="1" fitToHeight="0"[^>]*orientation="landscape"', sheet)
    assert "d.m.yyyy" in parts["xl/styles.xml"]


def test_no_text_is_computed_however_it_begins(visit: Visit, tmp_path: Path):
    items = {f"kohta-{at}": {"state": "open", "note": text, "owner": {"name": text}} for at, text in enumerate(DANGEROUS, 1)}

    path = _made(visit, tmp_path, an_adoption(name=DANGEROUS[0], items=items), a_checklist(*DANGEROUS))

    parts = _parts(path)
    assert not any("<f>" in part or "<f " in part for part in parts.values())
    words = opened(path)
    assert all(text in words for text in ("=1+1", "@SUM(1)"))


def test_more_text_than_the_library_can_pack_here_is_refused_at_once(visit: Visit, tmp_path: Path):
    items = {f"kohta-{at}": {"state": "open", "note": "x" * 30_000} for at in range(1, 5)}

    with pytest.raises(Error, match="too long"):
        _made(visit, tmp_path, an_adoption(items=items), a_checklist("a", "b", "c", "d"))
