"""A miniature site in which a model is renamed and a model, a step, a role, an item and a term are removed: every old address answers."""

from __future__ import annotations

import itertools
import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest

from building import SITE_URL, files_of, miniature
from mallisto import build, lock, repository, search
from mallisto.catalog import Catalog
from mallisto.frame import ADDRESSES, MARKS, Frame
from mallisto.language import LANGUAGES
from mallisto.site import Rendered
from repositories import spoil
from webpage import Webpage, read_page

TODAY = date(2026, 11, 22)
SLOT = "<article><!-- mallisto:glossary --></article>"
FOLDERS = {"fi": "", "sv": "sv/", "en": "en/"}

MOVED = """moved:
  - {address: mallit/esimerkki/, to: mallit/uusi-nimi/}
  - address: mallit/vihamielinen/
    gone: {fi: Malli on poistettu., sv: Modellen har tagits bort., en: The model was removed.}
  - address: roolit/coordinator/
    gone: {fi: Rooli on poistettu., sv: Rollen har tagits bort., en: The role was removed.}
  - address: roolit/vihamielinen/
    to: roolit/client/
  - address: sanasto/#termi-work-ability
    gone: {fi: Termi on poistettu., sv: Termen har tagits bort., en: The term was removed.}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(search, "files", lambda *_: ())
    repository = miniature(tmp_path / "repository")
    (repository / "models/history/moved.yml").write_text("moved: []\n", "utf-8")
    (repository / "models/history/published.txt").unlink()
    (repository / "models/site/training.yml").unlink()  # it points at what is removed here
    return repository


def locked(root: Path) -> Catalog:
    """Lock every address as maintainers do, and the state after it."""
    (root / repository.PUBLISHED).write_text(lock.locked(build.load(root, TODAY).catalog), "utf-8")
    return build.load(root, TODAY).catalog


def published(root: Path) -> dict[str, bytes]:
    """The site on plain frames: pages of the catalog alone."""
    frame = Frame.compiled("\n".join(MARKS))
    frames = dict.fromkeys(itertools.product(LANGUAGES, ADDRESSES), frame)
    authored = {f"{folder}sanasto/index.html": SLOT for folder in FOLDERS.values()}
    folder = Path(tempfile.mkdtemp(dir=root.parent))
    assert build.publish(root, Rendered(frames, authored, SITE_URL), folder, TODAY) == ""
    return files_of(folder)


def rename_and_remove(root: Path) -> None:
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
    (models / "history/moved.yml").write_text(MOVED, "utf-8")


def answer(address: str, site: Mapping[str, bytes], language: str) -> str:
    """What an address of a language shows in the end: refreshes are followed, and where it names a place, the place is there."""
    place = f"{FOLDERS[language]}{address}"
    for _ in range(3):
        path, _, anchor = place.partition("#")
        content = site[f"{path}index.html"].decode()
        page = read_page(content, f"{path}index.html")
        onward = _refresh(page)
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


def _text_at(content: str, anchor: str) -> str:
    return content if not anchor else content[content.index(f'id="{anchor}"') :][:600]


def test_every_old_address_and_code_answers_after_renaming_and_removing(root: Path):
    before = locked(root)
    rename_and_remove(root)

    site = published(root)

    old = {each.address for each in before.history.published}
    assert len(old & build.load(root, TODAY).catalog.lasting_addresses) < len(old) / 2
    for each, language in itertools.product(before.history.published, LANGUAGES):
        assert answer(each.address, site, language)
        assert answer(f"l/{each.code}/", site, language)
        assert f"{FOLDERS[language]}l/{each.code}/qr.svg" in site


@pytest.mark.parametrize(
    ("address", "language", "said"),
    [
        ("mallit/esimerkki/", "fi", "Esimerkkimalli"),
        ("mallit/vihamielinen/tarkistuslista/", "sv", "Modellen har tagits bort."),
        ("roolit/coordinator/", "en", "The role was removed."),
        ("sanasto/#termi-work-ability", "fi", "Termi on poistettu."),
    ],
)
def test_a_tombstone_tells_what_happened_and_a_redirect_leads_on(root: Path, address: str, language: str, said: str):
    codes = locked(root).code_by_address
    rename_and_remove(root)

    site = published(root)

    assert said in answer(address, site, language)
    assert said in answer(f"l/{codes[address]}/", site, language)


def test_a_removed_step_answers_at_its_old_anchor_on_its_old_page(root: Path):
    model = root / "models/esimerkki.yml"
    codes = locked(root).code_by_address
    model.write_text(model.read_text("utf-8").replace("meeting", "talk"), "utf-8")
    told = "{fi: Vaihe yhdistettiin., sv: Steget slogs ihop., en: The step was merged.}"
    old = "mallit/esimerkki/polku/#vaihe-meeting"
    (root / "models/history/moved.yml").write_text(f"moved:\n  - address: {old}\n    gone: {told}\n", "utf-8")

    site = published(root)

    assert "Steget slogs ihop." in answer(old, site, "sv")
    assert "The step was merged." in answer(f"l/{codes[old]}/", site, "en")


def test_a_moved_step_leads_on_from_its_old_anchor(root: Path):
    model = root / "models/esimerkki.yml"
    codes = locked(root).code_by_address
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

    said = build.publish(root, Rendered({}, {}, SITE_URL), root.parent / "published", TODAY)

    assert "address.vanished" in said
    assert not (root.parent / "published").exists()


def test_redirects_need_no_script(root: Path):
    locked(root)
    rename_and_remove(root)

    pages = {
        path: content.decode() for path, content in published(root).items() if 'http-equiv="refresh"' in content.decode("utf-8", "ignore")
    }

    assert pages
    for path, content in pages.items():
        assert "<script" not in content, path
        target = re.search(r'url=([^"]+)"', content)
        assert target, path
        assert f'<a href="{target[1]}"' in content, path
