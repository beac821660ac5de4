"""The decision memo in Chromium: complete without script, filled from a kept adoption, printed, and taken along as a Word document."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

import axe
from adopting import FULL, an_adoption
from browsing import FOLDERS, Visit
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from office import opened

MEMO = "mallit/tykke/paatosmuistio/"
HISTORY = "mallit/tykke/muutokset/"
KEPT = ("adoption/adoption.js", "adoption/format.js", "adoption/store.js", "adoption/validate.js", "memo-fields.js", "memo-changes.js")
OWN = ("party-names.js", "kept-municipality.js", "missing-place.js")
SCRIPTS = (
    "decision-memo.js",
    "cost-calculator.js",
    "cost.js",
    "fit-verdicts.js",
    "dom.js",
    "link-kit.js",
    "qr.js",
    "fill.js",
    "paper-edition.js",
    "editions.js",
    *OWN,
    *KEPT,
)
LIMIT = 22_500
STATUS = ".memo__status"
HOSTILE = '=cmd() "><script>alert(1)</script><img src=x onerror=alert(1)>\u0000\ud800'


def an_entry(**rest: Any) -> dict[str, Any]:
    """What is written on an item whose words have changed since."""
    blank = {"state": "open", "reason": "", "note": "", "owner": None, "due": None}
    return {**blank, "text": "Vanhat sanat.", "textVersion": "000000", "at": "2026-11-21T10:00:00Z", **rest}


def _keep(visit: Visit, *adoptions: str | dict[str, Any]) -> Page:
    """The memo in a browser that keeps adoptions."""
    visit.to(MEMO)
    for number, each in enumerate(adoptions):
        text, name = (each, number) if isinstance(each, str) else (json.dumps(each), each["id"])
        visit.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"mallisto.adoption.{name}", text])
    return visit.to(MEMO)


def _item(page: Page, number: int) -> tuple[str, str]:
    """The id and the text of an item of the checklist."""
    row = page.locator("[data-item]").nth(number)
    return str(row.get_attribute("data-item")), row.locator("td").nth(1).inner_text()


def _download(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator(".memo__word").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_memo_is_complete_without_script(browser: Browser, root: str, code: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{root}{FOLDERS[code]}{MEMO}")

    assert page.locator(".memo__paper h2:visible").count() == 7
    assert page.locator("[data-item]").count() == 16
    assert page.locator("textarea:visible").count() == 12
    assert page.locator("#luku-unit").input_value() == "1080"
    assert [each for each in page.locator("[data-result]").all_inner_texts() if each != "________"] == []
    assert page.locator(".memo__actions").is_hidden()
    context.close()


def test_scripts_are_small_and_the_libraries_wait_for_a_click(visit: Visit, site: Path):
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))

    visit.to(MEMO).wait_for_load_state("networkidle")

    assert {url.rsplit("/assets/js/", 1)[-1] for url in asked if url.endswith(".js")} == set(SCRIPTS)
    assert sum(len(gzip.compress((site / "assets" / "js" / name).read_bytes())) for name in SCRIPTS) < LIMIT
    assert visit.page.evaluate("Object.keys(localStorage)") == []
    assert visit.wrong == []


def test_the_libraries_lie_in_the_site_as_they_were_locked(site: Path):
    packages = ROOT / "scripts" / "browser" / "node_modules"

    found = {path.relative_to(site / "assets" / "lib").as_posix() for path in (site / "assets" / "lib").rglob("*") if path.is_file()}

    assert {"docx/docx.js", "docx/LICENSE.txt", "write-excel-file/write-excel-file.js", "licences.txt"} <= found
    assert (site / "assets/lib/docx/docx.js").read_bytes() == (packages / "docx/dist/index.mjs").read_bytes()


def test_the_calculator_says_what_it_knows_and_what_it_cannot_read(visit: Visit):
    page = visit.to(MEMO)
    by_client, total = page.locator("[data-result=by_client]"), page.locator("[data-result=total]")
    expect(by_client).to_have_text("tarvitaan luvut")

    page.locator("#luku-clients").fill("40–60")
    page.locator("#luku-other").fill("paljon")

    expect(by_client).to_have_text("40–60 × 1\u00a0080 = 43\u00a0200–64\u00a0800 euroa vuodessa, noin 43\u00a0000–65\u00a0000")
    expect(total).to_have_text("tarvitaan luvut")
    wrong = page.get_by_label("Muut menot vuodessa, euroa", exact=True)
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_accessible_description(re.compile("Kirjoita luku tai väli"))
    wrong.fill("1000")
    expect(wrong).not_to_have_attribute("aria-invalid", "true")


def test_a_plan_of_staff_is_a_range_to_start_from_and_a_silent_source_leaves_the_field_empty(visit: Visit):
    planned = visit.to("mallit/tto/paatosmuistio/").locator("#luku-staff").input_value()
    silent = visit.to("mallit/espoo-tyokykyhanke/paatosmuistio/").locator("#luku-unit").input_value()

    assert (planned, silent) == ("4–5", "")


def test_an_adoption_kept_in_this_browser_fills_owners_dates_and_states_in(visit: Visit):
    page = visit.to(MEMO)
    (done, text), (other, _), (none, _) = (_item(page, number) for number in range(3))
    default = page.locator(f"[data-item={none}] td").nth(2).inner_text()
    items = {
        done: an_entry(state="done", note="Sovittu", owner={"name": "Työllisyysyksikkö"}, due="2027-03-01"),
        other: an_entry(state="na", reason="Meillä on jo tiimi", owner={"role": "nurse"}),
    }

    page = _keep(
        visit,
        an_adoption(items=items),
        an_adoption(id=f"{0:08}-0000-0000-0000-{2:012}", model={"id": "toike", "version": "2026-11-20-3f2a9c", "language": "fi"}),
        "{rikki",
        '{"format": 1}',
        "null",
    )
    names = page.locator("#kayttoonotto option").all_inner_texts()

    assert names == ["Luonnos, ei käyttöönottoa", "Kuopio 2027"]
    assert page.locator(f"[data-item={done}] td").all_inner_texts()[1:] == [f"{text}\nSovittu", "Työllisyysyksikkö", "1.3.2027", "tehty"]
    assert page.locator(f"[data-item={other}] td").all_inner_texts()[2:] == ["sairaanhoitaja", "", "ei koske meitä"]
    expect(page.locator(f"[data-item={other}] td").nth(1)).to_contain_text("Meillä on jo tiimi")
    assert page.locator(f"[data-item={none}] td").all_inner_texts()[2:] == [default, "", "avoinna"]
    expect(page.locator(".memo__plan")).to_contain_text("Kuopio 2027")
    page.locator("#kayttoonotto").select_option(index=0)
    assert page.locator(f"[data-item={done}] td").all_inner_texts()[3:] == ["", ""]
    assert visit.wrong == []


def test_an_older_adoption_is_told_what_has_changed(visit: Visit):
    page = visit.to(MEMO)
    ids = [_item(page, number)[0] for number in range(16)]
    items = {ids[0]: an_entry(note="Huomio"), "poistettu": an_entry(state="done", text="Poistunut kohta.")}

    page = _keep(visit, an_adoption(items=items, known=[*ids[:-1], "poistettu"]))

    changed = page.locator(".memo__changed")
    expect(changed).to_contain_text("Sinulla on versio 2026-11-20-3f2a9c.")
    told = changed.locator("li").all_inner_texts()
    assert [each.split(":")[0] for each in told] == [
        "Uusi kohta tarkistuslistassa",
        "Kohta on poistunut tarkistuslistasta",
        "Kohdan teksti on muuttunut. Ennen",
    ]
    assert "Poistunut kohta." in told[1]
    assert "Vanhat sanat." in told[2]
    expect(changed.get_by_role("link")).to_have_attribute("href", re.compile(r"muutokset/\?versio=2026-11-20-3f2a9c$"))


def test_what_is_written_into_the_memo_is_kept_with_the_adoption_and_taken_along(visit: Visit, tmp_path: Path):
    version = visit.to(MEMO).locator("decision-memo").get_attribute("data-edition")
    expect(visit.page.locator(".memo__kept")).to_contain_text("luonnoksena")
    first, second = (f"{0:08}-0000-0000-0000-{each:012}" for each in (1, 2))
    own = {"model": {"id": "tykke", "version": version, "language": "fi"}, "changed": "2026-11-25T10:00:00Z"}
    page = _keep(visit, first := an_adoption(id=first, **own), an_adoption(id=second, name="Tuusniemi"))

    expect(page.locator(".memo__changed")).to_be_hidden()
    expect(page.locator(".memo__kept")).to_contain_text("Kuopio 2027")
    for field, text in (
        ("#luku-clients", "40–60"),
        ("#luku-unit", "1200"),
        ("#peruste-clients", "Tilasto"),
        ("#oma-ehdotus", "Aloitetaan."),
    ):
        page.locator(field).fill(text)
    page.locator("[name=rooli-physician]").fill("1 lääkäri")
    page.reload()

    expect(page.locator("[data-result=by_client]")).to_have_text("40–60 × 1\u00a0200 = 48\u00a0000–72\u00a0000 euroa vuodessa")
    expect(page.locator("#ero-unit")).to_have_text("Oma luku. Lähteen luku on 1080.")
    kept = page.evaluate("key => JSON.parse(localStorage.getItem(key))", f"mallisto.adoption.{first['id']}")
    assert kept["costs"] == {"clients": "40–60", "unit": "1200", "clients-basis": "Tilasto"}
    assert kept["memo"] == {"ehdotus": "Aloitetaan.", "rooli-physician": "1 lääkäri"}
    other = Visit(page.context.new_page(), visit.root).to(MEMO)
    other.locator("#kentta-body").fill("Kuopion kaupunki")
    expect(page.locator("#kentta-body")).to_have_value("Kuopion kaupunki")
    other.close()
    words = opened(_download(page, tmp_path))
    for told in ("40–60", "Oma peruste: Tilasto", "Oma luku. Lähteen luku on 1080.", "Aloitetaan.", "1 lääkäri"):
        assert told in words, told
    page.locator("#kayttoonotto").select_option(label="Tuusniemi")
    assert [page.locator(each).input_value() for each in ("#luku-clients", "#luku-unit", "#oma-riskit")] == ["", "1080", ""]
    page.locator("#kayttoonotto").select_option(index=0)
    page.locator("#oma-riskit").fill("Vain luonnoksessa.")
    page.locator("#kayttoonotto").select_option(label="Tuusniemi")
    expect(page.locator("#oma-riskit")).to_have_value("")
    page.evaluate(f"() => {{ {FULL} }}")
    page.locator("#oma-riskit").fill("Ei mahdu.")
    expect(page.get_by_role("alert")).to_contain_text("täynnä")
    assert visit.wrong == []


def test_a_draft_is_kept_by_itself_and_an_adoption_takes_it_over(visit: Visit):
    page = visit.to(f"{MEMO}#raha=hanke")
    page.locator("#luku-clients").fill("30")
    page.locator("#oma-riskit").fill("Tiimi vaihtuu.")
    visit.to("mallit/tykke/lahteet/")

    page = visit.to(MEMO)
    expect(page.locator("#oma-riskit")).to_have_value("Tiimi vaihtuu.")
    expect(page.locator("[data-result=by_client]")).to_have_text("30 × 1\u00a0080 = 32\u00a0400 euroa vuodessa, noin 32\u00a0000")
    expect(page.locator(".memo__fit .verdict")).not_to_have_count(0)
    expect(page.locator(".memo__asks")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage)") == ["mallisto.memo.tykke"]

    page.get_by_label("Aloita käyttöönotto nimellä").fill("Kuopio 2027")
    page.get_by_role("button", name="Aloita").click()
    expect(page.locator(STATUS)).to_contain_text("Kuopio 2027")
    (kept,) = page.evaluate("Object.values(localStorage).map(each => JSON.parse(each))")
    assert (kept["name"], kept["costs"], kept["memo"]) == ("Kuopio 2027", {"clients": "30"}, {"riskit": "Tiimi vaihtuu."})
    assert kept["fit"] == "raha=hanke"
    visit.to("mallit/tykke/tarkistuslista/")
    expect(page.locator("select[name=adoption] option:checked")).to_have_text("Kuopio 2027")
    assert visit.wrong == []


def test_an_adoption_begun_on_the_checklist_takes_the_draft_over_too(visit: Visit):
    visit.to(MEMO).locator("#oma-riskit").fill("Tiimi vaihtuu.")

    page = visit.to("mallit/tykke/tarkistuslista/")
    page.get_by_label("Käyttöönoton nimi").fill("Kuopio 2027")
    page.get_by_role("button", name="Aloita").click()
    expect(page.locator("select[name=adoption] option:checked")).to_have_text("Kuopio 2027")

    expect(visit.to(MEMO).locator("#oma-riskit")).to_have_value("Tiimi vaihtuu.")
    assert [each.rsplit(".", 1)[0] for each in page.evaluate("Object.keys(localStorage)")] == ["mallisto.adoption"]


def test_a_draft_is_deleted_when_asked_for_and_can_be_taken_back(visit: Visit):
    page = visit.to(MEMO)
    expect(page.locator(".memo__drop")).to_be_hidden()
    page.locator("#oma-riskit").fill("Tiimi vaihtuu.")

    page.get_by_role("button", name="Poista luonnos").click()

    expect(page.locator("#oma-riskit")).to_have_value("")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("button", name="Kumoa").click()
    expect(page.locator("#oma-riskit")).to_have_value("Tiimi vaihtuu.")
    assert page.evaluate("Object.keys(localStorage)") == ["mallisto.memo.tykke"]


def test_the_paper_leaves_out_what_only_the_writer_needs(visit: Visit, tmp_path: Path):
    page = visit.to(f"{MEMO}#ammattilaiset=social-worker")
    expect(page.locator(".memo__fit .verdict")).not_to_have_count(0)
    edition = str(page.locator("decision-memo").get_attribute("data-edition"))
    names = ("costs.help", "memo.fit.ask", "memo.own.ehdotus", "memo.own.riskit", "memo.changes.help", "memo.check", "costs.salary.help")
    strings = Language.of("fi", Schemas.load(ROOT / "schemas")).strings
    told = [each for each in page.locator("[class~=screen] li p").all_text_contents() if each.strip()]

    path = _download(page, tmp_path)

    words = opened(path)
    assert [each for each in (*(strings[name] for name in names), edition, *told) if each in words] == []
    assert edition not in path.name
    assert "Tarvitaan aina: työllisyyspalvelujen asiantuntija, lääkäri" in words
    assert not re.search(r"asiakas\s+aina", words)


def test_the_address_on_an_old_memo_tells_what_has_changed_since(visit: Visit):
    own = str(visit.to(MEMO).locator(".memo__version").get_attribute("href"))
    revisions = "".join(
        f'<article class="revision" data-day="{day}"{replaced}><h3>{title}</h3></article>'
        for day, replaced, title in (
            ("2027-03-01", ' data-replaced="2027-01-01-bbbbbb"', "kolmas"),
            ("2027-01-01", ' data-replaced="2026-12-01-aaaaaa"', "toinen"),
            ("2027-01-01", "", "kirjattu"),
            ("2026-12-01", ' data-replaced="2026-11-01-000000"', "ensimmäinen"),
        )
    )

    def longer(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, body=re.sub(r'(?s)<article class="revision".*?(?=</section>\s*</changes-since>)', revisions, answer.text())
        )

    visit.page.route(re.compile(rf"/{HISTORY}(\?|$)"), longer)
    shown = {}
    for version in ("2026-12-01-aaaaaa", "2027-01-01-bbbbbb", "2027-01-01-cccccc", "2028-01-01-dddddd", "<b>x</b>", ""):
        page = visit.to(f"{HISTORY}?versio={version}")
        shown[version] = (
            page.locator(".revision h3:visible").all_inner_texts(),
            [each[:26] for each in page.locator(".since__told:visible").all_inner_texts()],
        )
    visit.to(urljoin(visit.root + MEMO, own))

    everything = ["kolmas", "toinen", "kirjattu", "ensimmäinen"]
    assert shown == {
        "2026-12-01-aaaaaa": (everything[:3], ["Sinulla on mallin versio 2"]),
        "2027-01-01-bbbbbb": (everything[:1], ["Sinulla on mallin versio 2"]),
        "2027-01-01-cccccc": (everything[:3], ["Versiota 2027-01-01-cccccc"]),
        "2028-01-01-dddddd": ([], ["Versiota 2028-01-01-dddddd"]),
        "<b>x</b>": (everything, []),
        "": (everything, []),
    }
    expect(page.locator(".since__told")).to_contain_text("Mikään ei ole muuttunut sen jälkeen.")
    assert visit.wrong == []


def test_the_word_document_has_what_the_page_shows(visit: Visit, tmp_path: Path):
    page = visit.to(MEMO)
    page.locator("#kentta-body").fill("Esimerkkilän kunta")
    page.locator("#oma-ehdotus").fill("Lautakunta päättää\naloittaa kokeilun.")
    page.locator("#luku-clients").fill("50")

    path = _download(page, tmp_path)

    expect(page.locator(STATUS)).to_have_text(f"Tiedosto on valmis: {path.name}")
    words = opened(path)
    for told in ("Esimerkkilän kunta", "Lautakunta päättää aloittaa kokeilun.", "50 × 1 080 = 54 000 euroa vuodessa", "Sivu 1 / "):
        assert told in words, told
    for part in page.locator(
        ".memo__paper :is(h2, h3, th, p, .memo__gaps li, .memo__words, .agreements td):not(.screen, .screen *, .field):visible"
    ).all_inner_texts():
        assert "".join(part.split()) in "".join(words.split()), part
    assert visit.wrong == []


def test_a_small_municipality_comes_from_the_front_page_to_its_paper_in_twelve_clicks(visit: Visit, tmp_path: Path):
    """Tuusniemi asks what was done near it, with 30 clients; typing and the download are counted as clicks too."""
    page, clicks = visit.to(""), 0

    def choose(*names: str) -> None:
        nonlocal clicks
        for name in names:
            page.get_by_role("link", name=name, exact=True).first.click()
            clicks += 1

    choose("Valitse", "Oma kunta")
    page.get_by_label("Kunnan nimi").fill("Tuusniemi")
    page.get_by_role("button", name="Näytä").click()
    page.get_by_role("button", name="Muista kunta tällä laitteella").click()
    page.locator(".own__result").get_by_role("link", name="TYKKE", exact=True).click()
    choose("Tee muistio")
    expect(page.get_by_label("Kunta tai hyvinvointialue")).to_have_value("Tuusniemi")
    page.locator("#luku-clients").fill("30")
    clicks += 5
    words = opened(_download(page, tmp_path))
    clicks += 1

    assert clicks <= 12
    for told in (
        "Kunta tai hyvinvointialue: Tuusniemi",
        "30 × 1 080 = 32 400 euroa vuodessa",
        "Pohjois-Savon hyvinvointialue",
        "työllisyysalue (Kuopio)",
        "Toteuttajan oma kuvaus",
    ):
        assert told in words, told
    assert visit.wrong == []


@pytest.mark.parametrize(("code", "tag"), [("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB")])
def test_the_word_document_is_made_for_everybody(visit: Visit, tmp_path: Path, code: str, tag: str):
    page = visit.to(f"{FOLDERS[code]}{MEMO}")
    page.locator("#luku-clients").fill("30")

    with zipfile.ZipFile(_download(page, tmp_path)) as parts:
        document, styles, core = (parts.read(name).decode() for name in ("word/document.xml", "word/styles.xml", "docProps/core.xml"))
        links = parts.read("word/_rels/document.xml.rels").decode()

    assert f'<w:lang w:val="{tag}"/>' in styles
    assert f"<dc:title>{page.locator('decision-memo').get_attribute('data-title')}</dc:title>" in core
    assert [document.count(f'<w:pStyle w:val="{style}"/>') for style in ("Title", "Heading1")] == [1, 7]
    assert document.count("<w:tblHeader/>") == document.count("<w:tbl>") == page.locator(".memo__paper table").count()
    assert re.findall(r'Target="((?!https?://)[^"]*)" TargetMode', links) == []


def test_a_cell_that_spans_rows_spans_them_in_the_document_and_an_empty_calculation_is_left_out(visit: Visit, tmp_path: Path):
    page = visit.to(MEMO)
    page.locator("#toimivalta").evaluate(
        "it => it.insertAdjacentHTML('afterend',"
        " '<table><tr><th rowspan=2>hyvinvointialue</th><td>tiimi</td></tr><tr><td>tiedot</td></tr></table>')"
    )

    with zipfile.ZipFile(_download(page, tmp_path)) as parts:
        document = parts.read("word/document.xml").decode()

    table = next(each for each in document.split("<w:tbl>") if "hyvinvointialue</w:t>" in each and "tiedot</w:t>" in each)
    assert re.findall(r'<w:vMerge w:val="(\w+)"/>', table) == ["restart", "continue"]
    assert document.count("<w:tbl>") == page.locator(".memo__paper table").count() - 1


def test_what_others_wrote_stays_text_on_the_page_and_in_the_document(visit: Visit, tmp_path: Path):
    item, _ = _item(visit.to(MEMO), 0)
    own = an_entry(state="done", note=HOSTILE, reason=HOSTILE, owner={"name": HOSTILE}, text=HOSTILE)

    page = _keep(visit, an_adoption(name=HOSTILE, items={item: own, "poissa": own}, known=["poissa"], memo={"ehdotus": HOSTILE}))
    words = opened(_download(page, tmp_path))

    assert page.locator("main :is(script[src='x'], img:not([src^='data:image/svg+xml,']))").count() == 0
    assert words.count("<script>alert(1)</script>") >= 4
    assert visit.wrong == []


def test_the_printed_memo_has_numbered_a4_pages_and_no_furniture(visit: Visit, tmp_path: Path):
    page = visit.to(MEMO)
    page.locator("#luku-clients").fill("50")
    page.emulate_media(media="print")

    page.pdf(path=tmp_path / "memo.pdf", prefer_css_page_size=True)

    furniture = page.evaluate(
        "['.top', '.bottom', '.contents', '.parts', '.memo__tools'].filter(each => document.querySelector(each)?.checkVisibility())"
    )
    sheets = PdfReader(tmp_path / "memo.pdf").pages
    assert furniture == []
    assert {(round(each.mediabox.width), round(each.mediabox.height)) for each in sheets} == {(595, 842)}
    assert [f"{number} / {len(sheets)}" in each.extract_text() for number, each in enumerate(sheets, 1)] == [True] * len(sheets)
    assert "2026-" not in "".join(each.extract_text() for each in sheets).replace("memo.pdf", "")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_the_memo(browser: Browser, root: str, scheme: Any):
    context = browser.new_context(color_scheme=scheme)
    visit = Visit(context.new_page(), root)
    page = _keep(visit, an_adoption(known=["poistettu"]))
    page.locator("#luku-clients").fill("paljon")

    assert axe.findings_at(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    context.close()


def test_the_keyboard_alone_completes_and_downloads_the_memo(visit: Visit):
    page = visit.to(MEMO)

    page.locator(".memo__actions summary").focus()
    page.keyboard.press("Tab")
    with page.expect_download():
        page.keyboard.press("Enter")

    expect(page.locator(STATUS)).to_contain_text("Tiedosto on valmis")
