"""From a need to a decision, in one browser: the fit finder's answers go along to the checklist, its Excel file and the decision memo."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from browsing import Visit, served
from building import build_site, miniature

NAME = "Kuopio 2027"


def _downloaded(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator(button).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def _words(path: Path, part: str) -> str:
    with zipfile.ZipFile(path) as parts:
        return parts.read(part).decode()


def test_answers_go_from_the_fit_finder_to_the_checklist_and_the_memo(visit: Visit, tmp_path: Path):
    page = visit.to("sopiiko/")
    page.locator("input[name=kenelle][value=unemployed]").check()
    model = page.locator(".fit__model").filter(has=page.get_by_role("heading", name="TYKKE", exact=True))
    sentence = str(model.locator(".fit__verdicts li").first.text_content()).partition(":")[0]
    model.get_by_role("link", name="Ota malli käyttöön").click()

    page.get_by_label("Käyttöönoton nimi").fill(NAME)
    page.get_by_role("button", name="Aloita").click()
    page.get_by_text("Vie, jaa tai tulosta").click()
    sheet = _downloaded(page, "[data-do=xlsx]", tmp_path)
    visit.to("mallit/tykke/paatosmuistio/")
    expect(page.locator("#kayttoonotto option:checked")).to_have_text(NAME)

    expect(page.locator(".memo__fit")).to_contain_text(sentence)
    assert NAME in _words(sheet, "xl/sharedStrings.xml")
    memo = _downloaded(page, ".memo__word", tmp_path)
    assert sentence in _words(memo, "word/document.xml")
    assert visit.wrong == []


def test_an_address_with_answers_shows_them_in_the_memo(visit: Visit):
    page = visit.to("en/mallit/toike/paatosmuistio/#ohjaus=lahete")

    expect(page.locator(".memo__fit .verdict")).not_to_have_count(0)
    first = page.locator(".memo__fit a").first
    expect(first).to_have_attribute("href", visit.root + str(first.get_attribute("href")).removeprefix(visit.root))
    assert visit.wrong == []


_CRITERION = """
    - id: kriteeri-{number}
      title: {{fi: Kriteeri {number}}}
      asks: {{fi: Toimiiko tämä?}}
      basis: editorial"""
_CRITERIA = """
criteria:
  title: {fi: Laatukriteerit}
  basis: editorial
  scale: {min: 1, max: 5}
  bands:
    - {min: 15, max: 20, text: {fi: Hyvä laatu}}
    - {min: 4, max: 14, text: {fi: Kohtalainen laatu}}
  items:"""


def test_quality_criteria_are_scored_summed_and_kept_in_the_browser(page: Page, tmp_path: Path):
    repository = miniature(tmp_path / "repository")
    with (repository / "models" / "esimerkki.yml").open("a", encoding="utf-8") as model:
        model.write(_CRITERIA + "".join(_CRITERION.format(number=number) for number in range(1, 5)) + "\n")
    with served(build_site(repository, tmp_path / "site")) as root:
        visit = Visit(page, root)
        visit.to("mallit/esimerkki/tarkistuslista/")
        page.get_by_label("Käyttöönoton nimi").fill(NAME)
        page.get_by_role("button", name="Aloita").click()
        page.get_by_label("Arvioinnin päivä").fill("2027-01-15")
        for number, points in ((1, "5"), (2, "2"), (3, "4"), (4, "5")):
            page.get_by_label(f"Pisteet, kriteeri {number}", exact=True).select_option(points)

        expect(page.locator("[data-part=total]")).to_have_text("Yhteensä 16/20: Hyvä laatu.")
        expect(page.locator("[data-part=weakest]")).to_have_text("Heikoimmat kriteerit: Kriteeri 2 (2), Kriteeri 3 (4)")
        page.reload()
        expect(page.get_by_label("Arvioinnin päivä")).to_have_value("2027-01-15")
        expect(page.locator("[data-part=total]")).to_have_text("Yhteensä 16/20: Hyvä laatu.")
        page.get_by_text("Vie, jaa tai tulosta").click()
        assert "Yhteensä 16/20: Hyvä laatu." in _words(_downloaded(page, "[data-do=xlsx]", tmp_path), "xl/sharedStrings.xml")
        assert "Yhteensä 16/20: Hyvä laatu." in _words(_downloaded(page, "[data-do=docx]", tmp_path), "word/document.xml")
        page.get_by_role("button", name="Poista arviointi 15.1.2027").click()
        expect(page.locator("[data-part=evaluations]")).to_be_hidden()
        page.get_by_role("button", name="Kumoa").click()
        expect(page.locator("[data-part=total]")).to_have_text("Yhteensä 16/20: Hyvä laatu.")
        assert visit.wrong == []
