"""A newcomer's walk: a public page is pasted, becomes a light Finnish model in own words, is proposed, told of and published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from building import build_site, miniature
from mallisto.cli import EXIT_OK, PROBLEMS, main
from repositories import spoil

PAGE = """Toimintamallin nimi
Aamupaja

Toimintamallin lyhyt kuvaus

Aamupajassa pitkään työttömänä ollut ja ohjaaja kartoittavat yhdessä työkykyä ja etsivät seuraavan askeleen.

Paikkakunta, maakunta tai hyvinvointialue
Tuusniemi

Toimintamallin rahoittaja
Kunta

Tekijä

Maija Meikäläinen

Luotu
03.02.2022

Ratkaisun perusidea **

Ohjaaja tapaa asiakkaan kolme kertaa aamuisin ja tekee hänen kanssaan suunnitelman, jonka asiakas saa mukaansa.

Kohderyhmä ja asiakasymmärrys **

Pajaan tulevat työttömät, joiden työkyvystä ei ole tietoa ja jotka haluavat itse osallistua.

Kehittämisen vaihe
Kokeilussa"""

INNOKYLA = """  - id: innokyla
    name: {fi: Innokylä, sv: Innokylä, en: Innokylä}
    kind: website
    verified: {fi: {state: own_knowledge}, sv: {state: own_knowledge}, en: {state: own_knowledge}}
"""

OWN = {
    "Aamupajassa pitkään työttömänä ollut ja ohjaaja kartoittavat yhdessä työkykyä ja etsivät seuraavan askeleen.": (
        "Aamupaja auttaa työtöntä selvittämään työkykynsä ohjaajan kanssa."
    ),
    "Ohjaaja tapaa asiakkaan kolme kertaa aamuisin ja tekee hänen kanssaan suunnitelman, jonka asiakas saa mukaansa.": (
        "Asiakas ja ohjaaja tapaavat kolmesti. Lopuksi asiakkaalla on suunnitelma."
    ),
    "Pajaan tulevat työttömät, joiden työkyvystä ei ole tietoa ja jotka haluavat itse osallistua.": (
        "Työttömät, jotka tulevat omasta tahdostaan ja joiden työkykyä ei ole selvitetty."
    ),
}


def test_a_pasted_page_becomes_a_published_light_model_without_a_programmer(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = miniature(tmp_path / "projekti")
    spoil(root / "models" / "vocabulary" / "organisations.yml", "organisations:\n", f"organisations:\n{INNOKYLA}")
    shutil.copytree(root / "models", tmp_path / "ennen")
    (tmp_path / "sivu.txt").write_text(PAGE, "utf-8")

    def run(*arguments: object) -> tuple[int, str]:
        code = main(["--root", str(root), *map(str, arguments)])
        return code, capsys.readouterr().out

    code, account = run("import", tmp_path / "sivu.txt", "--id", "aamupaja")
    draft = root / "luonnokset" / "aamupaja.yml"
    assert (code, "Maija" in draft.read_text("utf-8")) == (EXIT_OK, False)
    assert "Ratkaisun perusidea → " in account

    code, report = run("check", draft)
    assert (code, set(re.findall(r"virhe: .*\[([a-z._]+)\]", report))) == (PROBLEMS, {"field.empty_required"})
    assert len(re.findall(r"\[text\.copied\]", report)) == len(OWN)

    text = re.sub(r"(?m)^kind:$", "kind: service", draft.read_text("utf-8"))
    for copied, own in OWN.items():
        assert copied in text
        text = text.replace(copied, own)
    (root / "models" / "aamupaja.yml").write_text(text, "utf-8")
    draft.unlink()
    code, report = run("check")
    assert (code, "text.copied" in report) == (EXIT_OK, False), report
    assert text.count("\n") <= 120

    _, comment = run("changes", tmp_path / "ennen", root / "models", "--format", "comment", "--language", "auto")
    assert "Korjattavaa: 0." in comment
    assert "Uusi malli: **Aamupaja**. Aamupaja auttaa työtöntä selvittämään työkykynsä ohjaajan kanssa." in comment

    site = build_site(root, tmp_path / "site")
    page = (site / "mallit" / "aamupaja" / "index.html").read_text("utf-8")
    assert "Asiakas ja ohjaaja tapaavat kolmesti." in page
    assert "aamupaja" in (site / "api" / "v1" / "models.json").read_text("utf-8")
    assert not (site / "mallit" / "aamupaja" / "polku").exists()
