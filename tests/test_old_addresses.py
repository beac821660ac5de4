"""A miniature site in which a model is renamed and a model, a step, a role, an item and a term are removed: every old address answers."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import served
from building import ROOT, SITE_URL, files_of, miniature
from mallisto.addresses.urls import DOWNLOADS
from mallisto.build import checking, pipeline
from mallisto.build.page_frame import ADDRESSES, MARKS, Frame
from mallisto.build.rendered import Rendered
from mallisto.catalog import lock_file, project_files
from mallisto.catalog.catalog import Catalog
from mallisto.cli import EXIT_OK, main
from mallisto.reading.languages import LANGUAGES
from repositories import spoil
from webpage import Webpage, read_page

TODAY = date(2026, 11, 22)
SLOT = "<article><!-- mallisto:glossary --></article>"
FOLDERS = {"fi": "", "sv": "sv/", "en": "en/"}

MOVED = """moved:
  - {address: mallit/esimerkki/, to: mallit/uusi-nimi/}
  - {address: "mallit/esimerkki/polku/#vaihe-meeting", to: "mallit/uusi-nimi/polku/#vaihe-talk"}
  - {address: "mallit/esimerkki/roolit/#rooli-coordinator", to: "mallit/uusi-nimi/roolit/#rooli-client"}
  - {address: "mallit/esimerkki/tarkistuslista/#kohta-name-the-coordinator", to: "mallit/uusi-nimi/tarkistuslista/#kohta-name-somebody"}
  - address: mallit/vihamielinen/
    gone: {fi: Malli on poistettu., sv: Modellen har tagits bort., en: The model was removed.}
  - address: roolit/coordinator/
    gone: {fi: Rooli on poistettu., sv: Rollen har tagits bort., en: The role was removed.}
  - address: roolit/vihamielinen/
    to: roolit/client/
  - address: sanasto/#termi-work-ability
    gone: {fi: Termi on poistettu., sv: Termen har tagits bort., en: The term was removed.}
"""

GONE_WORDS = {"fi": "Malli on poistettu.", "sv": "Modellen har tagits bort.", "en": "The model was removed."}

# The same, and a step of which more is told: why it is no more.
GONE = "mallit/esimerkki/polku/#vaihe-agreed"
SPLIT = f"""{MOVED}  - address: {GONE}
    gone: {{fi: Vaihe yhdistettiin., sv: Steget slogs ihop., en: The step was merged.}}
"""

# What `mallisto rename` does not write: a step and a role of the renamed model have other ids too.
OTHER_IDS = """  - {address: "mallit/esimerkki/polku/#vaihe-meeting", to: "mallit/uusi-nimi/polku/#vaihe-talk"}
  - {address: "mallit/esimerkki/roolit/#rooli-coordinator", to: "mallit/uusi-nimi/roolit/#rooli-ips-coordinator"}
  - {address: roolit/coordinator/, to: roolit/ips-coordinator/}
"""


@dataclass(frozen=True)
class Renamed:
    """The repository and its site after `rename_and_remove`, and the catalog before it. Nobody writes into it."""

    root: Path
    before: Catalog
    folder: Path
    site: Mapping[str, bytes]


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Renamed:
    root = _repository(tmp_path_factory.mktemp("renamed"))
    before = locked(root)
    rename_and_remove(root)
    folder = published_in(root)
    return Renamed(root, before, folder, files_of(folder))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return _repository(tmp_path)


def _repository(folder: Path) -> Path:
    root = miniature(folder / "repository")
    (root / "models/history/moved.yml").write_text("moved: []\n", "utf-8")
    (root / "models/history/published.txt").unlink()
    (root / "models/site/training.yml").unlink()  # it points at what is removed here
    shutil.rmtree(root / "models/adoptions")  # and so do the records
    return root


def locked(root: Path) -> Catalog:
    """Lock every address as maintainers do, and the state after it."""
    (root / project_files.PUBLISHED).write_text(lock_file.locked(checking.load(root, TODAY).catalog), "utf-8")
    return checking.load(root, TODAY).catalog


def published(root: Path) -> dict[str, bytes]:
    """The files of the site on plain frames."""
    return files_of(published_in(root))


def published_in(root: Path) -> Path:
    """The site on plain frames: pages of the catalog alone."""
    heads = {language: f'<!doctype html><html lang="{language}"><meta charset="utf-8">' for language in LANGUAGES}
    plain = {language: Frame.compiled("\n".join((head, *MARKS))) for language, head in heads.items()}
    frames = {(language, address): plain[language] for language in LANGUAGES for address in ADDRESSES}
    authored = {f"{folder}sanasto/index.html": SLOT for folder in FOLDERS.values()}
    authored["koulutus/paketti/index.html"] = f"{heads['fi']}<main><!-- mallisto:pack --></main>"
    folder = Path(tempfile.mkdtemp(dir=root.parent))
    assert not pipeline.publish(root, Rendered(frames, authored, SITE_URL), folder, TODAY)
    return folder


def rename_and_remove(root: Path, moved: str = MOVED) -> None:
    """A model of a new name, whose step, role and item have new ids too; and a model, two roles and two terms that are no more."""
    models = root / "models"
    (models / "vihamielinen.yml").unlink()
    old, new = models / "esimerkki.yml", models / "uusi-nimi.yml"
    text = old.read_text("utf-8").replace("id: esimerkki", "id: uusi-nimi").replace("meeting", "talk").replace("coordinator", "client")
    new.write_text(text.replace("name-the-client", "name-somebody"), "utf-8")
    old.unlink()
    glossary = models / "vocabulary/glossary.yml"
    spoil(glossary, "id: work-ability", "id: ability-to-work")
    glossary.write_text(
        glossary.read_text("utf-8").replace("- esimerkki\n", "- uusi-nimi\n").replace("- vihamielinen\n", "- uusi-nimi\n"), "utf-8"
    )
    (models / "history/moved.yml").write_text(moved, "utf-8")


def answer(address: str, site: Mapping[str, bytes], language: str) -> str:
    """What an address of a language shows in the end: refreshes are followed, and where it names a place, the place is there."""
    place = address if address.startswith("l/") else f"{FOLDERS[language]}{address}"
    for _ in range(3):
        path, _, anchor = place.partition("#")
        content = site[f"{path}index.html"].decode()
        page = read_page(content, f"{path}index.html")
        onward = _refresh(page) or _of_language(page, language)
        if not onward:
            if not page.is_shown:
                return content  # a page that only tells what became of it tells it of every place on it
            assert not anchor or anchor in page.ids, f"{place} is nowhere"
            return _text_at(content, anchor)
        place = urljoin(f"/{path}", onward).removeprefix("/")
    raise AssertionError(f"{address} leads round and round")


def _refresh(page: Webpage) -> str:
    found = page.all("meta", **{"http-equiv": "refresh"})
    return found[0]["content"].partition("url=")[2] if found else ""


def _of_language(page: Webpage, language: str) -> str:
    """Where a short address that leads on does so in a language."""
    leads_on = any(each["src"].endswith("/short-address.js") for each in page.all("script"))
    return page.all("a", hreflang=language)[0]["href"] if leads_on else ""


def _text_at(content: str, anchor: str) -> str:
    return content if not anchor else content[content.index(f'id="{anchor}"') :][:600]


def test_every_old_address_and_code_answers_after_renaming_and_removing(renamed: Renamed):
    entries = renamed.before.history.published
    old = {each.address for each in entries}

    assert len(old & checking.load(renamed.root, TODAY).catalog.addresses.all) < len(old) / 2
    for each, language in itertools.product(entries, LANGUAGES):
        assert answer(each.address, renamed.site, language)
        assert answer(f"l/{each.code}/", renamed.site, language)


@pytest.mark.parametrize(
    ("address", "language", "said"),
    [
        ("mallit/esimerkki/", "fi", "Esimerkkimalli"),
        ("mallit/vihamielinen/tarkistuslista/", "sv", "Modellen har tagits bort."),
        ("roolit/coordinator/", "en", "The role was removed."),
        ("sanasto/#termi-work-ability", "fi", "Termi on poistettu."),
    ],
)
def test_a_tombstone_tells_what_happened_and_a_redirect_leads_on(renamed: Renamed, address: str, language: str, said: str):
    code = renamed.before.addresses.code_by_address[address]

    assert said in answer(address, renamed.site, language)
    assert said in answer(f"l/{code}/", renamed.site, language)


def test_a_removed_step_answers_at_its_old_anchor_on_its_old_page(root: Path):
    model = root / "models/esimerkki.yml"
    codes = locked(root).addresses.code_by_address
    model.write_text(model.read_text("utf-8").replace("meeting", "talk"), "utf-8")
    told = "{fi: Vaihe yhdistettiin., sv: Steget slogs ihop., en: The step was merged.}"
    old = "mallit/esimerkki/polku/#vaihe-meeting"
    (root / "models/history/moved.yml").write_text(f"moved:\n  - address: {old}\n    gone: {told}\n", "utf-8")

    site = published(root)

    assert "Steget slogs ihop." in answer(old, site, "sv")
    assert "The step was merged." in answer(f"l/{codes[old]}/", site, "en")


def test_a_moved_step_leads_on_from_its_old_anchor(root: Path):
    model = root / "models/esimerkki.yml"
    codes = locked(root).addresses.code_by_address
    model.write_text(model.read_text("utf-8").replace("meeting", "talk"), "utf-8")
    old, new = "mallit/esimerkki/polku/#vaihe-meeting", "mallit/esimerkki/polku/#vaihe-talk"
    (root / "models/history/moved.yml").write_text(f"moved:\n  - {{address: {old}, to: {new}}}\n", "utf-8")

    site = published(root)

    assert f'href="../../../{new}"' in answer(old, site, "fi")
    assert "Tapaaminen" in answer(f"l/{codes[old]}/", site, "fi")


def test_nothing_is_published_while_an_old_address_has_no_answer(root: Path):
    locked(root)
    rename_and_remove(root)
    (root / "models/history/moved.yml").write_text("moved: []\n", "utf-8")

    said = pipeline.publish(root, Rendered({}, {}, SITE_URL), root.parent / "published", TODAY)

    assert "address.vanished" in said
    assert not (root.parent / "published").exists()


def test_redirects_need_no_script(renamed: Renamed):
    leading = {
        path: text for path, content in renamed.site.items() if 'http-equiv="refresh"' in (text := content.decode("utf-8", "ignore"))
    }
    assert leading
    for path, text in leading.items():
        target = read_page(text, path).one("a", id="uusi-osoite")["href"]
        refresh = f'<meta http-equiv="refresh" content="0; url={target}">'
        assert (f"<noscript>{refresh}</noscript>" if "<script" in text else refresh) in text, path


def test_a_pasted_old_address_shows_what_the_page_is_called_now(renamed: Renamed):
    page = read_page(renamed.site["sv/mallit/esimerkki/polku/index.html"].decode())
    assert page.one("meta", property="og:title")["content"] == "Klientens väg – Exempelmodellen"
    picture = page.one("meta", property="og:image")["content"]
    assert picture == f"{SITE_URL}assets/cards/sv/mallit/uusi-nimi.png"
    assert picture.removeprefix(SITE_URL) in renamed.site


def test_what_others_have_embedded_of_a_renamed_or_removed_model_still_answers(renamed: Renamed):
    site = renamed.site

    for folder, language in ((FOLDERS[each], each) for each in LANGUAGES):
        assert site[f"{folder}oembed/esimerkki.json"] == site[f"{folder}oembed/uusi-nimi.json"]
        assert site[f"{folder}mallit/esimerkki/muutokset/syote.xml"] == site[f"{folder}mallit/uusi-nimi/muutokset/syote.xml"]
        assert _refresh(read_page(site[f"{folder}upota/esimerkki/index.html"].decode())) == "../../upota/uusi-nimi/"
        assert GONE_WORDS[language] in answer("upota/vihamielinen/", site, language)
        for ending in DOWNLOADS:
            old, new = (site[f"{folder}mallit/{each}/polku/{each}.{ending}"] for each in ("esimerkki", "uusi-nimi"))
            assert old == new
    assert site["api/v1/models/esimerkki.json"] == site["api/v1/models/uusi-nimi.json"]
    assert json.loads(site["api/v1/models/esimerkki.json"])["url"] == f"{SITE_URL}api/v1/models/uusi-nimi.json"


def test_an_old_address_takes_its_anchor_along_and_tells_of_a_part_that_is_gone(root: Path, browser: Browser):
    """One step moved with its page, one went elsewhere, one is gone. Without script the old page leads to the new one."""
    locked(root)
    rename_and_remove(root, SPLIT)
    model = root / "models/uusi-nimi.yml"
    model.write_text(model.read_text("utf-8").replace("agreed", "settled"), "utf-8")
    shutil.copytree(ROOT / "docs/assets", (folder := published_in(root)) / "assets", dirs_exist_ok=True)
    scripted, plain = (browser.new_context(java_script_enabled=is_on) for is_on in (True, False))

    with served(folder) as home:
        old, new = (f"{home}mallit/{each}/polku/" for each in ("esimerkki", "uusi-nimi"))
        page = scripted.new_page()
        for address, leads_to in {"?a=b#vaihe-contact": "?a=b#vaihe-contact", "#vaihe-meeting": "#vaihe-talk", "": ""}.items():
            page.goto(f"{old}{address}")
            page.wait_for_url(f"{new}{leads_to}")
        page.goto(f"{home}sv/mallit/esimerkki/polku/#vaihe-agreed")
        expect(page.locator("li:target")).to_have_text("Steget slogs ihop.")
        page.goto(f"{home}l/{checking.load(root, TODAY).catalog.addresses.code_by_address[GONE]}/")
        expect(page.locator("main [lang=en]")).to_contain_text("The step was merged.")
        page = plain.new_page()
        page.goto(f"{old}#vaihe-contact")
        page.wait_for_url(new)

    scripted.close()
    plain.close()


def test_an_adoption_of_a_renamed_or_removed_model_is_not_lost(renamed: Renamed, browser: Browser, tmp_path: Path):
    """What the browser keeps, a backup and a comparison's address go by the model's former id; of a removed model a backup can be saved."""
    folder = tmp_path / "site"
    shutil.copytree(renamed.folder, folder)
    shutil.copytree(ROOT / "docs/assets", folder / "assets", dirs_exist_ok=True)
    context = browser.new_context()
    page = context.new_page()

    with served(folder) as home:
        checklist = f"{home}mallit/uusi-nimi/tarkistuslista/"
        page.goto(checklist)
        page.locator("check-list [name=name]").fill("Lahti 2027")
        page.locator("check-list [name=name]").press("Enter")
        expect(page.locator("check-list select[name=adoption]")).to_contain_text("Lahti 2027")

        kept = _kept_as(page, "esimerkki")
        page.reload()
        expect(page.locator("check-list select[name=adoption]")).to_contain_text("Lahti 2027")

        page.evaluate("localStorage.clear()")
        page.reload()
        backup = tmp_path / "varmuuskopio.json"
        backup.write_text(kept, "utf-8")
        page.locator("check-list input[type=file]").set_input_files(backup)
        expect(page.locator("check-list select[name=adoption]")).to_contain_text("Lahti 2027")
        assert '"id":"uusi-nimi"' in page.evaluate("Object.values(localStorage)[0]")

        _kept_as(page, "vihamielinen")
        page.goto(f"{home}mallit/vihamielinen/")
        with page.expect_download() as saved:
            page.get_by_role("button", name="Lataa Lahti 2027 (.json)").click()
        assert json.loads(saved.value.path().read_text("utf-8"))["name"] == "Lahti 2027"

    context.close()


def test_a_pack_says_the_same_after_its_model_a_step_and_a_role_have_other_ids(root: Path, browser: Browser, tmp_path: Path):
    """A pack of short codes in an address, and the same pack as the browser keeps it; a step in a frame is still shown, too."""
    model = "mallit/esimerkki/"
    places = (model, f"{model}polku/#vaihe-meeting", f"{model}polku/#vaihe-contact", f"{model}roolit/#rooli-coordinator")
    codes = locked(root).addresses.code_by_address
    in_short = f"koulutus/paketti/#p={'.'.join(codes[each] for each in (*places, 'roolit/coordinator/'))}"
    folder = shutil.copytree(ROOT / "docs/assets", tmp_path / "site/assets").parent
    shutil.copytree(published_in(root), folder, dirs_exist_ok=True)
    page = browser.new_page()

    with served(folder) as home:
        page.goto(f"{home}{in_short}")
        before = _shown_in_pack(page, 5)
        page.locator(".pack__keep").click()
        give_other_ids(root)
        shutil.copytree(published_in(root), folder, dirs_exist_ok=True)
        page.goto("about:blank")
        page.goto(f"{home}{in_short}")
        shared = _shown_in_pack(page, 5)
        page.goto("about:blank")
        page.goto(f"{home}koulutus/paketti/")
        kept = _shown_in_pack(page, 5)
        page.goto(f"{home}l/{codes[places[1]]}/?upotus#fi")
        expect(page.locator("h1")).to_have_text("2. Tapaaminen")
        addresses = [each["address"] for each in json.loads(page.evaluate("localStorage['mallisto.pack']"))["places"]]

    assert all(before)
    assert shared == kept == before
    assert addresses == [
        "mallit/uusi-nimi/",
        "mallit/uusi-nimi/polku/#vaihe-talk",
        "mallit/uusi-nimi/polku/#vaihe-contact",
        "mallit/uusi-nimi/roolit/#rooli-ips-coordinator",
        "roolit/ips-coordinator/",
    ]
    page.close()


def give_other_ids(root: Path) -> None:
    """A model, a step and a role get other ids, and keep every word."""
    assert main(["--root", str(root), "rename", "esimerkki", "uusi-nimi"]) == EXIT_OK
    model, roles, moved = (root / "models" / each for each in ("uusi-nimi.yml", "vocabulary/roles.yml", "history/moved.yml"))
    for file in (model, roles):
        text = file.read_text("utf-8").replace("meeting\n", "talk\n")
        file.write_text(re.sub(r"((?:id|role|broader|owner): |- )coordinator\n", r"\1ips-coordinator\n", text), "utf-8")
    moved.write_text(moved.read_text("utf-8") + OTHER_IDS, "utf-8")
    locked(root)


def _shown_in_pack(page: Page, count: int) -> list[tuple[str, str]]:
    """The title and the content of each place, once all have come."""
    expect(page.locator(".pack__content > :first-child")).to_have_count(count)
    rows = page.locator(".pack__item").all()
    return [(each.locator(".pack__link").inner_text(), each.locator(".pack__content").inner_text()) for each in rows]


def _kept_as(page: Page, model_id: str) -> str:
    """Let the only adoption that the browser keeps be of another model; returns its text."""
    return str(
        page.evaluate(
            """(id) => {
                const [key] = Object.keys(localStorage);
                const adoption = JSON.parse(localStorage[key]);
                adoption.model.id = id;
                return (localStorage[key] = JSON.stringify(adoption));
            }""",
            model_id,
        )
    )
