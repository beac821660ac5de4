"""The form in a real browser against a stand-in of GitHub: who is a member drafts, who is not forks and sends."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import Visit
from building import ROOT
from github.host import Host
from github.hosting import BRANCH, published
from github.server import serving
from mallisto import addresses, form, libraries
from mallisto.catalog import Catalog
from mallisto.language import Language
from mallisto.pages.form import page as form_page
from mallisto.pages.setting import Setting
from mallisto.schema import Schemas
from mallisto.write import write

MEMBER, OUTSIDER = "editor", "maija"
TYKKE = "models/tykke.yml"
DRAFT = "cms/models/tykke"


@dataclass
class Way:
    """The host, and the form beside it."""

    host: Host
    address: str

    def file(self, branch: str, owner: str = "") -> bytes:
        repository = self.host.repository(owner or self.host.project.owner, self.host.project.name)
        content = repository.blob(f"{branch}:{TYKKE}")
        assert content is not None
        return content


@pytest.fixture
def way(tmp_path: Path) -> Iterator[Way]:
    project = published(ROOT / "models", tmp_path / "repositories", "project", "mallisto")
    host = Host(project, frozenset({MEMBER}), frozenset({MEMBER, OUTSIDER}))
    site = tmp_path / "site"
    shutil.copytree(ROOT / "docs" / "assets", site / "assets")
    with serving(host, site) as address:
        _publish(site, f"{address}/{project.full_name}")
        yield Way(host, address)


def _publish(site: Path, repository: str) -> None:
    schemas = Schemas.load(ROOT / "schemas")
    write([*libraries.files(), *form.files(schemas, repository)], site)
    setting = Setting.at(Catalog.of(models=(), vocabularies=()), Language.of("fi", schemas), addresses.FORM)
    (site / addresses.FORM / "index.html").write_text(form_page(setting, repository, form.api(repository)), "utf-8")


@pytest.fixture
def visit(browser: Browser, way: Way) -> Iterator[Visit]:
    context = browser.new_context(locale="fi-FI")
    context.set_default_timeout(15_000)
    yield Visit(context.new_page(), f"{way.address}/")
    context.close()


def test_a_member_drafts_sends_for_review_and_changes_after_it(way: Way, visit: Visit):
    page = signed_in(visit, MEMBER)

    change(page, "short_name.fi", "TYKKE-malli")
    save(page)
    later(page)

    first = replaced(way.file(BRANCH), "short_name:\n  fi: TYKKE\n", "short_name:\n  fi: TYKKE-malli\n")
    (proposal,) = way.host.proposals
    assert (proposal.source, proposal.author, proposal.is_draft) == (way.host.project, MEMBER, True)
    assert way.file(DRAFT) == first

    opened(page)
    status = page.get_by_role("button", name=re.compile("^Tila:"))
    status.click()
    page.get_by_role("menuitemradio", name="Tarkistuksessa").click()
    expect(status).to_contain_text("Tarkistuksessa")
    expect(status).to_be_enabled()

    assert (proposal.is_draft, proposal.labels) == (False, ["sveltia-cms/pending_review"])

    change(page, "short_name.sv", "TYKKE-modellen")
    save(page)

    second = replaced(first, "  sv: TYKKE\n", "  sv: TYKKE-modellen\n")
    assert way.file(DRAFT) == second
    assert (way.host.proposals, proposal.is_draft) == ([proposal], False)
    assert visit.wrong == []


def test_who_is_no_member_forks_and_proposes_from_the_fork(way: Way, visit: Visit):
    page = signed_in(visit, OUTSIDER)
    page.get_by_role("button", name="Luo oma kopio").click()

    change(page, "short_name.fi", "TYKKE-malli")
    save(page)
    send(page, way)

    wanted = way.file(BRANCH).replace(b"short_name:\n  fi: TYKKE\n", b"short_name:\n  fi: TYKKE-malli\n")
    (proposal,) = way.host.proposals
    assert (proposal.source.owner, proposal.author, proposal.is_draft) == (OUTSIDER, OUTSIDER, False)
    assert way.file(proposal.branch, OUTSIDER) == wanted
    assert way.host.project.head(proposal.branch) == ""


def test_what_others_changed_meanwhile_is_kept_and_the_same_place_is_asked_about(way: Way, visit: Visit):
    page = signed_in(visit, MEMBER)
    change(page, "short_name.fi", "TYKKE-malli")
    before = way.file(BRANCH)
    others = replaced(replaced(before, "  fi: TYKKE\n", "  fi: Tykke\n"), "  sv: TYKKE\n", "  sv: Tykke\n")
    way.host.project.commit(BRANCH, OUTSIDER, "Korjaa", {TYKKE: others})

    page.get_by_role("button", name="Tallenna", exact=True).click()
    dialog = page.get_by_role("alertdialog")

    expect(dialog).to_contain_text("Joku muu on muuttanut samaa kohtaa sillä välin. Siinä lukee nyt: ”fi: Tykke”.")
    assert way.host.proposals == []

    dialog.get_by_role("button").click()
    save(page)

    assert way.file(DRAFT) == replaced(others, "  fi: Tykke\n", "  fi: TYKKE-malli\n")
    later(page)

    # The form shows nothing of what another member adds to the draft; saving keeps it all the same.
    draft = replaced(way.file(DRAFT), "  en: TYKKE\n", "  en: Tykke\n")
    way.host.project.commit(DRAFT, OUTSIDER, "Täydennä", {TYKKE: draft})
    opened(page)
    change(page, "short_name.fi", "TYKKE-toimintamalli")
    save(page)

    assert way.file(DRAFT) == replaced(draft, "  fi: TYKKE-malli\n", "  fi: TYKKE-toimintamalli\n")


def signed_in(visit: Visit, login: str) -> Page:
    page = visit.to(f"{addresses.FORM}#/collections/models/entries/tykke")
    page.get_by_role("button", name="Kirjaudu GitHub-avaimella").click()
    page.locator("dialog input").fill(login)
    page.keyboard.press("Enter")
    return page


def change(page: Page, field: str, text: str) -> None:
    page.locator(f'section.field[data-key-path="{field}"]').get_by_role("textbox").fill(text)


def save(page: Page) -> None:
    """Save, and wait until the host has the commit and the form has seen it."""
    with page.expect_response(lambda answer: "createCommitOnBranch" in (answer.request.post_data or "")):
        page.get_by_role("button", name="Tallenna", exact=True).click()
    expect(page.get_by_text("Merkintä tallennettu.").first).to_be_visible(timeout=20_000)


def send(page: Page, way: Way) -> None:
    """Send the draft, and wait until the host knows of it."""
    page.locator("dialog").get_by_role("button", name="Lähetä tarkistettavaksi").click()
    expect(page.locator("dialog[open]")).to_have_count(0, timeout=20_000)
    deadline = time.monotonic() + 20
    while all(each.is_draft for each in way.host.proposals) and time.monotonic() < deadline:
        page.wait_for_timeout(100)


def later(page: Page) -> None:
    """Leave what was saved as a draft; the form goes back to the list."""
    page.get_by_role("button", name="Myöhemmin").click()
    page.wait_for_url("**#/collections/models")


def opened(page: Page) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/models/entries/tykke")
    expect(page.locator('section.field[data-key-path="short_name.fi"]').get_by_role("textbox")).to_be_visible()


def replaced(content: bytes, before: str, after: str) -> bytes:
    """The file with one text in the place of another, the first time it stands there."""
    assert before.encode() in content
    return content.replace(before.encode(), after.encode(), 1)
