"""The form in a real browser against a stand-in of GitHub: who is a member drafts, who is not forks and sends."""

from __future__ import annotations

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


def test_what_a_member_saves_is_a_draft_of_one_changed_line(way: Way, visit: Visit):
    page = signed_in(visit, MEMBER)

    change(page, "short_name.fi", "TYKKE-malli")
    save(page)

    wanted = way.file(BRANCH).replace(b"short_name:\n  fi: TYKKE\n", b"short_name:\n  fi: TYKKE-malli\n")
    assert way.file(DRAFT) == wanted != way.file(BRANCH)
    (proposal,) = way.host.proposals
    assert (proposal.source, proposal.author, proposal.is_draft) == (way.host.project, MEMBER, True)
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


def signed_in(visit: Visit, login: str) -> Page:
    page = visit.to(f"{addresses.FORM}#/collections/models/entries/tykke")
    page.get_by_role("button", name="Kirjaudu GitHub-avaimella").click()
    page.locator("dialog input").fill(login)
    page.keyboard.press("Enter")
    return page


def change(page: Page, field: str, text: str) -> None:
    page.locator(f'section.field[data-key-path="{field}"]').get_by_role("textbox").fill(text)


def save(page: Page) -> None:
    page.get_by_role("button", name="Tallenna", exact=True).click()
    expect(page.get_by_text("Merkintä tallennettu.").first).to_be_visible(timeout=20_000)


def send(page: Page, way: Way) -> None:
    """Send the draft, and wait until the host knows of it."""
    page.locator("dialog").get_by_role("button", name="Lähetä tarkistettavaksi").click()
    expect(page.locator("dialog[open]")).to_have_count(0, timeout=20_000)
    deadline = time.monotonic() + 20
    while all(each.is_draft for each in way.host.proposals) and time.monotonic() < deadline:
        page.wait_for_timeout(100)


def test_a_member_sends_the_draft_for_review_and_changes_it_after(way: Way, visit: Visit):
    page = signed_in(visit, MEMBER)
    change(page, "short_name.fi", "TYKKE-malli")
    save(page)
    send(page, way)

    (proposal,) = way.host.proposals
    assert not proposal.is_draft
    assert proposal.labels == ["sveltia-cms/pending_review"]
    assert visit.wrong == []
