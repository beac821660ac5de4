"""The checklist as a tool in Chromium: whole adoptions, a model that changes underneath, every way in and out, and nothing lost."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import axe
from adopting import BLOCKED, FULL, PAGE, Desk, change_model, changed
from browsing import FOLDERS, OVERFLOW, Visit, served
from building import ROOT
from mallisto.i18n.language import Language
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas

SCRIPTS = ROOT / "docs" / "assets" / "js" / "adoption"
READ = "async path => (await import(path)).read(document.querySelector('check-list'), document.querySelector('article'))"
HOSTILE = '=cmd() "><img src=x onerror=alert(1)>; [x](javascript:alert(1))\n\\,'


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def desk(context: BrowserContext, root: str) -> Desk:
    return Desk.at(context.new_page(), root + PAGE)


@pytest.fixture(scope="module")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return change_model(tmp_path_factory.mktemp("changed"))


def _filled(desk: Desk) -> Desk:
    """An adoption with something of everything in it."""
    desk.begin("Kuopio 2027")
    desk.tick("decide-target-group")
    desk.tick("decide-own-cost")
    fields = desk.unfold("decide-need")
    fields.locator("[name=note]").fill("Kysytään ensin; sitten päätetään")
    fields.locator("[name=due]").fill("2027-03-01")
    desk.unfold("prepare-team").locator("[name=na]").check()
    desk.unfold("prepare-team").locator("[name=reason]").fill("Tiimi on jo")
    return desk


@pytest.mark.parametrize(("code", "role"), [("fi", "palvelupäällikkö"), ("en", "service manager")])
def test_a_whole_adoption_is_kept_taken_along_wiped_and_brought_back(context: BrowserContext, root: str, code: str, role: str):
    visit = Visit(context.new_page(), root)
    desk = Desk.at(visit.page, root + FOLDERS[code] + PAGE)

    desk.begin("Tuusniemi")
    desk.wish("new")
    desk.page.locator("dialog[open] input").fill("Kuopio 2027")
    desk.answer("save")
    desk.tick("decide-target-group")
    fields = desk.unfold("decide-need")
    fields.locator("[name=owner]").fill(role)
    fields.locator("[name=due]").fill("2027-03-01")
    fields.locator("[name=note]").fill("Ensin")
    desk.unfold("decide-organiser").locator("[name=owner]").fill("Testaaja")
    desk.unfold("prepare-team").locator("[name=na]").check()
    desk.unfold("prepare-team").locator("[name=reason]").fill("Tiimi on jo")
    expect(desk.progress).to_have_text(re.compile(r"1(/| of )15.* 1\."))
    kept = desk.adoption("Kuopio 2027")
    desk.page.reload()
    expect(desk.chooser.locator("option:checked")).to_have_text("Kuopio 2027")
    file = desk.taken("json")
    desk.wish("wipe")
    desk.answer("wipe")
    expect(desk.chooser).to_be_hidden()
    wiped = desk.stored
    desk.bring(file)
    expect(desk.chooser.locator("option")).to_have_text(["Kuopio 2027"])

    assert kept["items"]["decide-need"]["owner"] == {"role": "service-manager"}
    assert kept["items"]["decide-organiser"]["owner"] == {"name": "Testaaja"}
    assert (kept["items"]["prepare-team"]["state"], kept["items"]["prepare-team"]["reason"]) == ("na", "Tiimi on jo")
    assert kept["model"] | {"version": ""} == {"id": "tykke", "version": "", "language": code}
    assert json.loads(file) == kept
    assert wiped == {}
    assert desk.adoption("Kuopio 2027") == kept
    assert visit.wrong == []


def test_adoptions_stand_side_by_side_and_each_keeps_its_marks(desk: Desk):
    desk.begin("Tuusniemi")
    desk.tick("decide-need")
    desk.wish("new")
    desk.page.locator("dialog[open] input").fill("Kuopio 2027")
    desk.answer("save")
    expect(desk.progress).to_contain_text("0/16")

    desk.chooser.select_option("Tuusniemi")

    expect(desk.progress).to_contain_text("1/16")
    assert desk.adoption("Kuopio 2027")["items"] == {}


def test_nothing_is_stored_before_an_adoption_is_begun(desk: Desk):
    desk.page.locator(".adoption details summary").first.click()

    assert desk.page.evaluate("localStorage.length") == 0
    expect(desk.page.locator("ol.checklist input")).to_have_count(0)


def test_a_role_and_a_state_narrow_the_list(desk: Desk):
    _filled(desk)

    desk.page.locator("[name=state]").select_option("done")
    expect(desk.status).to_contain_text("2/16")
    desk.page.locator("[name=state]").select_option("")
    desk.page.locator(".adoption__filters [name=owner]").select_option("role:director")

    shown = desk.page.locator("ol.checklist > li:visible").all()
    owners = {item["id"] for item in _data(desk)["items"] if item["owner"]["role"] == "director"}
    assert {str(each.get_attribute("id")).removeprefix("kohta-") for each in shown} == owners
    assert 0 < len(owners) < 16


def test_an_item_that_no_longer_fits_the_filter_stays_until_the_next_one_is_marked(desk: Desk):
    _filled(desk)
    desk.page.locator("[name=state]").select_option("open")
    desk.tick("decide-organiser")
    desk.row("decide-organiser").locator(".row__undo").click()
    expect(desk.row("decide-organiser").locator("input").first).to_be_focused()
    desk.tick("decide-organiser")
    desk.tick("decide-need")

    expect(desk.row("decide-organiser")).to_be_hidden()
    expect(desk.row("decide-need")).to_be_visible()


def _data(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = desk.page.evaluate("fetch('tiedot.json').then(answer => answer.json())")
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_script_reads_from_the_page_what_the_data_tell_others(context: BrowserContext, root: str, code: str):
    desk = Desk.at(context.new_page(), root + FOLDERS[code] + PAGE)

    read = desk.page.evaluate(READ, f"{root}assets/js/adoption/checklist.js")

    assert read == _data(desk)
    assert len(read["items"]) == 16


def test_an_adoption_is_the_same_in_every_language(desk: Desk, root: str):
    _filled(desk)

    Desk.at(desk.page, f"{root}en/{PAGE}")

    expect(desk.row("decide-target-group").locator("input").first).to_be_checked()
    expect(desk.page.locator(".row__news:not(:empty), [data-part=news]:visible")).to_have_count(0)
    expect(desk.row("decide-need").locator(".row__facts")).to_contain_text("Kysytään ensin")


@pytest.mark.parametrize("code", ["fi", "en"])
def test_a_changed_model_shows_what_changed_and_loses_no_mark(
    context: BrowserContext, site: Path, changed_site: Path, tmp_path: Path, code: str
):
    now = tmp_path / "now"
    now.symlink_to(site)
    with served(now) as root:
        desk = _filled(Desk.at(context.new_page(), root + FOLDERS[code] + PAGE))
        before = desk.adoption("Kuopio 2027")
        now.unlink()
        now.symlink_to(changed_site)
        desk.page.reload()
        expect(desk.progress).to_be_visible()
        told = desk.page.locator("[data-part=news] li").all_text_contents()
        both = desk.row("decide-target-group").locator("dd").all_text_contents()[:2]
        gone = desk.page.locator(".adoption__gone")

        assert desk.adoption("Kuopio 2027") == before
        expect(desk.page.locator("[data-part=version]")).to_contain_text(before["model"]["version"])
        assert [re.sub(r"\D*(\d+)$", r"\1", each) for each in told[1:]] == ["1", "1", "1"]
        assert both == [before["items"]["decide-target-group"]["text"], _data(desk)["items"][1]["text"]]
        assert both[0] != both[1]
        expect(gone.locator(".checklist__text")).to_have_text(before["items"]["decide-own-cost"]["text"])
        expect(gone.locator("a")).to_have_attribute("href", "#kohta-decide-price")
        expect(desk.row("decide-price").locator(".row__facts strong")).to_be_visible()

        desk.row("decide-target-group").locator(".row__news button").click()
        desk.wish("seen")
        desk.page.reload()
        expect(desk.progress).to_be_visible()

        after = desk.adoption("Kuopio 2027")
        expect(desk.page.locator(".row__news:not(:empty), [data-part=news]:visible")).to_have_count(0)
        expect(gone).to_be_visible()
        assert after["items"]["decide-own-cost"] == before["items"]["decide-own-cost"]
        assert after["model"]["version"] == _data(desk)["model"]["version"] != before["model"]["version"]


def test_deleting_asks_and_can_be_undone(desk: Desk):
    before = _filled(desk).adoption("Kuopio 2027")

    desk.wish("delete")
    expect(desk.page.locator("dialog[open]")).to_be_visible()
    desk.page.keyboard.press("Escape")
    still = desk.stored
    desk.wish("delete")
    desk.answer("delete")
    gone = desk.stored
    expect(desk.page.locator("[data-part=undo]")).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.chooser.locator("option:checked")).to_have_text("Kuopio 2027")

    assert len(still) == 1
    assert gone == {}
    assert desk.adoption("Kuopio 2027") == before


def test_a_mark_can_be_undone(desk: Desk):
    before = _filled(desk).adoption("Kuopio 2027")["items"]["prepare-team"]

    desk.tick("prepare-team")
    done = desk.adoption("Kuopio 2027")["items"]["prepare-team"]
    desk.row("prepare-team").locator(".row__undo").click()

    assert (done["state"], done["reason"]) == ("done", "")
    assert desk.adoption("Kuopio 2027")["items"]["prepare-team"] == before


def test_two_tabs_agree_and_the_last_word_on_an_item_holds(context: BrowserContext, desk: Desk, root: str):
    desk.begin("Kuopio 2027")
    other = Desk.at(context.new_page(), root + PAGE)

    other.tick("decide-need")
    expect(desk.row("decide-need").locator("input").first).to_be_checked()
    desk.tick("decide-organiser")
    desk.tick("decide-need")
    expect(other.row("decide-organiser").locator("input").first).to_be_checked()
    items = other.adoption("Kuopio 2027")["items"]
    other.wish("delete")
    other.answer("delete")

    assert {name: each["state"] for name, each in items.items()} == {"decide-need": "open", "decide-organiser": "done"}
    expect(desk.page.locator(".adoption__start")).to_be_visible()
    expect(desk.status).not_to_be_empty()


@pytest.mark.parametrize(("barrier", "word"), [(BLOCKED, "ei salli"), (FULL, "täynnä")])
def test_a_storage_that_keeps_nothing_is_told_and_a_file_saves_the_work(context: BrowserContext, root: str, barrier: str, word: str):
    context.add_init_script(barrier)
    desk = Desk.at(context.new_page(), root + PAGE)

    desk.begin("Kuopio 2027")
    desk.tick("decide-need")
    expect(desk.page.locator("[role=alert]")).to_contain_text(word)
    with desk.page.expect_download() as download:
        desk.page.locator("[data-part=trouble] button").click()

    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert saved["items"]["decide-need"]["state"] == "done"
    expect(desk.progress).to_contain_text("1/16")


def test_what_did_not_fit_is_stored_when_there_is_room_again(desk: Desk):
    desk.begin("Kuopio 2027")
    desk.page.evaluate(
        f"() => {{ const real = Storage.prototype.setItem; {FULL}; window.make_room = () => {{ Storage.prototype.setItem = real }} }}"
    )
    desk.tick("decide-need")
    expect(desk.page.locator("[role=alert]")).to_be_visible()

    desk.page.evaluate("() => window.make_room()")
    desk.tick("decide-organiser")

    expect(desk.page.locator("[role=alert]")).to_be_hidden()
    assert set(desk.adoption("Kuopio 2027")["items"]) == {"decide-need", "decide-organiser"}


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        ("{", "vaurioitunut"),
        ("[1]", "ei ole Malliston"),
        ({"version": 4}, "uudemmalla"),
        ({"model": {"id": "toike", "version": "2026-11-21-abcdef", "language": "fi"}}, "mallia toike"),
        ({"items": {"decide-need": {"state": "done"}}}, "kohdassa items.decide-need"),
    ],
)
def test_a_file_that_is_no_adoption_is_refused_with_a_sentence(desk: Desk, broken: str | dict[str, Any], word: str):
    before = _filled(desk).stored
    (adoption,) = before.values()

    desk.bring(broken if isinstance(broken, str) else changed(adoption, **broken))

    expect(desk.status).to_contain_text(word)
    assert desk.stored == before


def test_an_adoption_that_is_here_already_is_not_replaced_unasked(desk: Desk):
    mine = _filled(desk).adoption("Kuopio 2027")
    theirs = mine | {"name": "Toinen"}

    desk.bring(json.dumps(theirs))
    desk.answer("")
    untouched = desk.stored
    desk.bring(json.dumps(theirs))
    desk.answer("copy")
    expect(desk.chooser.locator("option")).to_have_count(2)
    both = desk.stored
    desk.bring(json.dumps(theirs))
    desk.answer("replace")
    expect(desk.chooser.locator("option:checked")).to_have_text("Toinen")
    replaced = desk.stored
    desk.page.locator("[data-part=undo]").click()
    expect(desk.chooser.locator("option:checked")).to_have_text("Kuopio 2027")

    assert list(untouched.values()) == [mine]
    assert {each["name"] for each in both.values()} == {"Kuopio 2027", "Toinen (kopio)"}
    assert {each["name"] for each in replaced.values()} == {"Toinen", "Toinen (kopio)"}
    assert desk.adoption("Kuopio 2027") == mine


def test_an_older_version_is_understood_and_an_unknown_one_is_left_alone(desk: Desk):
    now = _filled(desk).adoption("Kuopio 2027")
    old = {key: value for key, value in now.items() if key not in ("known", "fit", "costs", "memo", "evaluations")} | {"version": 0}
    key = f"mallisto.adoption.{now['id']}"
    later = {"format": "mallisto-adoption", "version": 99}

    for name, value in ((key, old), ("mallisto.adoption.later", later)):
        desk.page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, json.dumps(value)])
    desk.page.reload()
    expect(desk.progress).to_contain_text("2/15")
    desk.tick("decide-organiser")

    found = desk.stored
    assert [found[key][part] for part in ("version", "fit", "costs", "memo", "evaluations")] == [3, "", {}, {}, []]
    assert found["mallisto.adoption.later"] == later
    expect(desk.page.locator("[role=alert]")).to_contain_text("1")


def test_a_spreadsheet_reads_the_table_and_runs_nothing(desk: Desk):
    _filled(desk)
    desk.unfold("decide-need").locator("[name=note]").fill(HOSTILE)

    written = desk.taken("csv")

    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row["Numero"] for row in rows] == [str(number) for number in range(1, 17)]
    assert rows[0]["Huomautus"] == f"'{HOSTILE}"
    assert (rows[0]["Määräpäivä"], rows[1]["Tila"], rows[4]["Miksi ei koske"]) == ("2027-03-01", "Tehty", "Tiimi on jo")
    assert [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_calendar_takes_the_due_days_of_what_is_open(desk: Desk):
    _filled(desk)
    desk.unfold("decide-need").locator("[name=note]").fill(HOSTILE)
    desk.unfold("decide-target-group").locator("[name=due]").fill("2027-04-30")
    adoption = desk.adoption("Kuopio 2027")

    written = desk.taken("ics")

    calendar = icalendar.Calendar.from_ical(written)
    (event,) = calendar.walk("VEVENT")
    assert event.errors == []
    assert event["UID"] == f"{adoption['id']}-decide-need@mallisto"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2027, 3, 1), date(2027, 3, 2))
    assert [each["TRIGGER"].to_ical() for each in event.walk("VALARM")] == [b"-P6DT15H", b"-PT15H"]
    assert event["SUMMARY"] == f"Kuopio 2027: {adoption['items']['decide-need']['text']}"
    assert HOSTILE in event["DESCRIPTION"]
    assert str(event["URL"]).endswith(f"{PAGE}#kohta-decide-need")
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")


def test_a_meeting_gets_the_list_as_word_and_as_copied_text(desk: Desk, tmp_path: Path):
    _filled(desk)
    desk.unfold("decide-need").locator("[name=note]").fill(HOSTILE)
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    (paper := tmp_path / "kokous.docx").write_bytes(desk.taken("docx"))
    desk.wish("text")
    expect(desk.status).to_contain_text("kopioitu")

    copied = str(desk.page.evaluate("navigator.clipboard.readText()"))
    with zipfile.ZipFile(paper) as parts:
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", parts.read("word/document.xml").decode()))
    for told in (
        "TYKKE – yhdessä selvittäen palvelutarpeet: Kuopio 2027",
        "Päätä (2/4)",
        "Määräpäivä 1.3.2027",
        "[x](javascript:alert(1))",
    ):
        assert told in copied, told
        assert told in words, told
    assert desk.page.locator("main img[src=x]").count() == 0


@pytest.mark.parametrize("is_bare", [False, True])
def test_a_link_carries_an_adoption_and_no_server_hears_of_it(browser: Browser, desk: Desk, root: str, is_bare: bool):
    own = {"costs": {"clients": "40–60", "clients-basis": "Tilasto"}, "memo": {"ehdotus": "Aloitetaan."}}
    desk.bring(changed(_filled(desk).adoption("Kuopio 2027"), **own))
    desk.answer("replace")
    desk.page.wait_for_function("Object.values(localStorage).some(each => each.includes('Aloitetaan.'))")
    before = desk.adoption("Kuopio 2027")
    desk.wish("link")
    desk.page.locator("dialog[open] input").set_checked(is_bare)
    desk.page.locator("dialog[open] button[value=link]").click()
    address = desk.page.locator("dialog[open] textarea").input_value()
    desk.answer("")
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    theirs = Desk.at(page, address)
    expect(page.locator("dialog[open] h2")).to_contain_text("Kuopio 2027")
    unasked = theirs.stored
    theirs.answer("take")
    expect(theirs.progress).to_contain_text("2/15")

    got = theirs.adoption("Kuopio 2027")
    assert unasked == {}
    assert "#" not in page.url
    assert [each for each in asked if address.split("=")[1][:40] in each] == []
    if is_bare:
        assert (got["items"]["decide-need"]["note"], got["items"]["prepare-team"]["reason"]) == ("", "")
        assert (got["costs"], got["memo"]) == ({"clients": "40–60"}, {})
    else:
        assert got == before
    context.close()


def test_a_damaged_link_is_refused(desk: Desk, root: str):
    desk.page.goto("about:blank")
    Desk.at(desk.page, f"{root}{PAGE}#kayttoonotto=AAAA")

    expect(desk.status).to_contain_text("Linkki on katkennut")
    assert desk.stored == {}


def test_a_hostile_adoption_stays_text(desk: Desk):
    adoption = _filled(desk).adoption("Kuopio 2027")
    entry = adoption["items"]["decide-need"] | {"note": HOSTILE, "owner": {"name": HOSTILE}, "text": HOSTILE, "textVersion": "000000"}
    hostile = adoption | {
        "id": "0" * 8 + "-0000-0000-0000-" + "0" * 12,
        "name": HOSTILE[:90],
        "items": {"decide-need": entry, "poissa": entry},
    }
    wrong: list[str] = []
    desk.page.on("dialog", lambda dialog: wrong.append(dialog.message))

    desk.bring(json.dumps(hostile))
    expect(desk.chooser.locator("option")).to_have_count(2)

    expect(desk.page.locator(".adoption__gone .checklist__text")).to_contain_text("<img src=x")
    assert desk.page.locator("main img:not([src^='data:image/svg+xml,'])").count() == 0
    assert wrong == []


def test_the_keyboard_alone_does_it_all(desk: Desk):
    page = desk.page
    press = page.keyboard.press

    _tab_to(page, "[name=name]")
    page.keyboard.type("Kuopio 2027")
    press("Enter")
    expect(desk.chooser).to_be_focused()
    _tab_to(page, "#kohta-decide-need .checklist__text input")
    press("Space")
    press("Tab")
    expect(desk.row("decide-need").locator(".row__undo")).to_be_focused()
    press("Tab")
    press("Enter")
    expect(page.locator("#kohta-decide-need [name=note]")).to_be_visible()
    _tab_to(page, "#kohta-decide-need [name=note]")
    page.keyboard.type("Näppäimillä")
    press("Shift+Tab")
    page.locator("#kohta-decide-need summary").focus()
    for _ in range(40):
        press("Shift+Tab")
        if page.evaluate("document.activeElement.textContent.includes('Hallitse')"):
            break
    press("Enter")
    _tab_to(page, "[data-do=rename]")
    press("Enter")
    expect(page.locator("dialog[open] input")).to_be_focused()
    press("Control+A")
    page.keyboard.type("Kuopio 2028")
    press("Enter")
    expect(desk.chooser.locator("option:checked")).to_have_text("Kuopio 2028")

    item = desk.adoption("Kuopio 2028")["items"]["decide-need"]
    assert (item["state"], item["note"]) == ("done", "Näppäimillä")
    expect(page.locator("[data-do=rename]")).to_be_focused()


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_in_any_state(browser: Browser, site: Path, changed_site: Path, tmp_path: Path, code: str, scheme: str):
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    found: dict[str, Any] = {}
    now = tmp_path / "now"
    now.symlink_to(site)

    def look(state: str) -> None:
        for width in axe.WIDTHS:
            found[f"{state} at {width}"] = [*axe.findings(desk.page, width), *([] if desk.page.evaluate(OVERFLOW) <= 0 else ["too wide"])]

    with served(now) as root:
        desk = Desk.at(context.new_page(), root + FOLDERS[code] + PAGE)
        look("start")
        _filled(desk)
        desk.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        look("work")
        desk.page.locator("[data-part=panel] [data-do=link]").click()
        look("question")
        desk.page.keyboard.press("Escape")
        now.unlink()
        now.symlink_to(changed_site)
        desk.page.reload()
        expect(desk.page.locator(".adoption__gone")).to_be_visible()
        desk.page.evaluate(f"() => {{ {FULL} }}")
        desk.tick("decide-need")
        look("changed and full")
    context.close()

    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_print_shows_the_marks_and_leaves_the_buttons_out(desk: Desk):
    _filled(desk)

    desk.page.emulate_media(media="print")

    assert desk.page.locator("button:visible, summary:visible, fieldset:visible").count() == 0
    expect(desk.row("decide-need").locator(".row__facts")).to_be_visible()
    expect(desk.row("decide-need").locator("dl.details")).to_be_visible()


def test_without_script_the_list_is_whole_and_the_tool_is_out_of_sight(browser: Browser, root: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + PAGE)

    expect(page.locator("check-list")).to_be_hidden()
    assert page.locator("ol.checklist > li dl.details:visible").count() == 16
    context.close()


def test_the_scripts_are_light_and_documents_wait_until_asked_for(context: BrowserContext, root: str):
    page, weights = context.new_page(), dict[str, int]()
    page.on(
        "response", lambda answer: weights.update({answer.url: len(gzip.compress(answer.body()))}) if answer.url.endswith(".js") else None
    )

    _filled(Desk.at(page, root + PAGE))

    assert 0 < sum(weights.values()) < 60_000
    assert [each for each in weights if "/documents/" in each or "/lib/" in each] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_the_script_is_given_and_every_given_word_is_said(code: str):
    given = Language.of(code, Schemas.load(ROOT / "schemas")).family("adoption.say")
    scripts = [*SCRIPTS.glob("*.js"), *(SCRIPTS.parent / "documents" / name for name in ("xlsx.js", "meeting.js"))]
    script = "\n".join(path.read_text("utf-8") for path in scripts)
    attributes = {re.sub("-(.)", lambda letter: letter[1].upper(), name) for name in given}

    said = set(re.findall(r"labels\.(\w+)", script)) | {"xlsx", "docx"}

    named = set(re.findall(r'"(\w+)"', script))
    refused = {f"refused{each.capitalize()}" for each in named}
    assert said - attributes == {"locale"}  # which the element has beside the words
    assert attributes - said - named - refused == set()


def test_no_word_of_a_page_is_written_in_a_script():
    for path in SCRIPTS.glob("*.js"):
        code = re.sub(r"(?ms)^\s*(//[^\n]*$|/\*\*.*?\*/)", "", path.read_text("utf-8"))
        texts = re.findall(r'"([^"\n]*)"', code)
        assert [text for text in texts if re.search(r"[^\x00-\x7F]|[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", text)] == [], path.name
