"""The form in a real browser against a stand-in of GitHub: who is a member drafts, who is not forks and sends."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import axe
from browsing import Visit
from building import FIVE, ROOT
from github.host import Host
from github.hosting import BRANCH, published
from github.server import serving
from github.sign_in import APP, SECRET
from mallisto import form
from mallisto.addresses import urls
from mallisto.build import npm_assets
from mallisto.catalog.catalog import Catalog
from mallisto.files.write import write
from mallisto.i18n.language import Language
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.site.form import page as form_page
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from writing import node

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
    project = published(FIVE / "models", tmp_path / "repositories", "project", "mallisto")
    host = Host(project, frozenset({MEMBER}), frozenset({MEMBER, OUTSIDER}))
    site = tmp_path / "site"
    shutil.copytree(ROOT / "docs" / "assets", site / "assets")
    with serving(host, site) as address:
        _publish(site, f"{address}/{project.full_name}")
        yield Way(host, address)


def _publish(site: Path, repository: str, sign_in: str = "") -> None:
    schemas = Schemas.load(ROOT / "schemas")
    write([*npm_assets.files(), *form.files(schemas, repository, sign_in)], site)
    for code in LANGUAGES:
        language = Language.of(code, schemas)
        context = PageContext.for_address(Catalog.of(models=(), vocabularies=()), language, urls.FORM)
        page = site / language.prefix / urls.FORM / "index.html"
        page.write_text(form_page(context, repository, form.api(repository)), "utf-8")


@pytest.fixture
def sign_in_service(way: Way, tmp_path: Path) -> Iterator[str]:
    """The service, and the form that knows of it."""
    settings = {"GITHUB": way.address, "GITHUB_CLIENT_ID": APP, "GITHUB_CLIENT_SECRET": SECRET, "SITE": way.address}
    command = [node(), str(ROOT / "tests/support/sign-in-service.mjs"), json.dumps(settings)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        address = f"http://127.0.0.1:{service.stdout.readline().strip()}"
        _publish(tmp_path / "site", f"{way.address}/{way.host.project.full_name}", address)
        yield address
        service.terminate()


@pytest.fixture
def visit(browser: Browser, way: Way) -> Iterator[Visit]:
    context = browser.new_context(locale="fi-FI")
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
    wish_review(page)
    expect(status).to_contain_text("Tarkistuksessa")
    expect(status).to_be_enabled()

    assert (proposal.is_draft, proposal.labels) == (False, ["sveltia-cms/pending_review"])
    assert proposal.title == "TYKKE-malli: muutettu Lyhyt nimi"
    assert "- Lyhyt nimi › suomeksi: `TYKKE-malli`\n\n- [ ] Tiedot ovat julkisia." in proposal.text
    assert "- [ ] Lähde on merkitty." in proposal.text
    expect(page.get_by_role("link", name="Avaa ehdotus")).to_have_attribute("href", proposal.address)

    unfold(page, "status")
    reached(page, "status.modality")
    assert starred(page, "status.modality")
    assert not starred(page, "status.reported_by")
    heading = reached(page, "status.heading").get_by_role("combobox", name="Otsikko lähteessä")
    heading.select_option(label="Miten kokeilu toteutetaan? (toteutus)")
    save(page)

    second = replaced(first, "  heading: sivun-alku\nbasics:", "  heading: toteutus\nbasics:")
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
    assert proposal.title == way.host.project.said("log", "-1", "--format=%s", proposal.commit) == "TYKKE-malli: muutettu Lyhyt nimi"
    sent = page.get_by_role("status").filter(has_text="Ehdotuksesi on lähetetty.")
    expect(sent.get_by_role("link", name="Avaa ehdotus")).to_have_attribute("href", proposal.address)
    expect(sent.get_by_role("link", name="Katso tarkistimen vastaus")).to_have_attribute("href", f"{proposal.address}/checks")
    assert way.host.project.head(proposal.branch) == ""


def test_one_button_signs_in_where_there_is_a_service_for_it(way: Way, visit: Visit, sign_in_service: str):
    page = visit.to(f"{urls.FORM}#/collections/models/entries/tykke")

    with page.expect_popup():
        page.get_by_role("button", name=re.compile("^Kirjaudu .*GitHub.*-tunnuksella$")).click()

    expect(field(page, "short_name.fi").get_by_role("textbox")).to_be_visible(timeout=30_000)
    change(page, "short_name.fi", "TYKKE-malli")
    save(page)
    assert [each.author for each in way.host.proposals] == [MEMBER]


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

    dialog.get_by_role("button", name="OK", exact=True).click()
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


@pytest.mark.parametrize(
    ("place", "path"), [("claim-goals-reached", "results.claims.0.text.fi"), ("how.components.4", "how.components.4.text.fi")]
)
def test_a_link_beside_a_fact_opens_the_form_at_its_words(visit: Visit, place: str, path: str):
    page = signed_in(visit, MEMBER, f"?kohta={place}")

    words = field(page, path).get_by_role("textbox")
    expect(words).to_be_focused(timeout=30_000)
    expect(words).to_be_in_viewport()
    assert "kohta=" not in page.url


def test_a_new_model_begins_with_questions_takes_a_free_id_once_and_is_sent_when_it_is_whole(way: Way, visit: Visit):
    page = signed_in(visit, MEMBER)
    page.goto(f"{visit.root}{urls.FORM}#/collections/models/new")
    expect(field(page, "kind")).to_contain_text("Onko tämä toimintamalli, palvelu, kokeilu vai hanke?")

    change(page, "id", "Oma malli")
    page.get_by_role("button", name="Tallenna", exact=True).click()
    expect(field(page, "id")).to_contain_text("pienet kirjaimet a–z, numerot ja yhdysmerkki (-), ei ääkkösiä eikä välilyöntejä")

    change(page, "id", "tykke")
    page.get_by_role("button", name="Tallenna", exact=True).click()
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("Tunnus ”tykke” on jo käytössä.")
    assert way.host.proposals == []
    dialog.get_by_role("button", name="OK", exact=True).click()

    change(page, "id", "oma-malli")
    change(page, "name.fi", "Oma malli: kokeilu")
    save(page)

    header = "# yaml-language-server: $schema=../schemas/editor/model.schema.json\n# Kirjoitusohje: CONTRIBUTING.md\n"
    content = way.host.project.blob("cms/models/oma-malli:models/oma-malli.yml")
    assert content == f'{header}id: oma-malli\nname: "Oma malli: kokeilu"\n'.encode()

    page.goto(f"{visit.root}{urls.FORM}#/collections/models/entries/oma-malli")
    expect(field(page, "id")).to_be_hidden()
    wish_review(page)
    expect(page.get_by_text("Merkinnässä on virheitä. Korjaa ne ennen tilan vaihtamista.")).to_be_visible()
    expect(field(page, "kind")).to_contain_text("Tämä kenttä on pakollinen.")
    assert [each.is_draft for each in way.host.proposals] == [True]


def test_axe_finds_nothing_serious_in_the_form_and_people_may_zoom(way: Way, visit: Visit):
    page = visit.to(f"sv/{urls.FORM}#/collections/models/entries/tykke")

    page.get_by_role("button", name="Logga in med GitHub-nyckel").click()
    found = [serious(page)]
    page.locator("dialog input").fill(MEMBER)
    page.keyboard.press("Enter")
    unfold(page, "status")
    reached(page, "status.heading")
    page.get_by_role("link", name="Tillgänglighet", exact=True).click(trial=True)
    found.append(serious(page))
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    page.reload()
    expect(field(page, "name")).to_be_visible(timeout=30_000)
    found.append(serious(page))

    assert found == [[], [], []]
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.title() == "Verksamhetsmodeller › tykke – Redigera modeller"
    zooms = page.locator("meta[name=viewport]").evaluate_all("all => all.map(each => each.content)")
    assert not any("maximum-scale" in each or "user-scalable" in each for each in zooms)


def serious(page: Page) -> list[str]:
    """What axe finds that keeps somebody from using the page."""
    axe.loaded(page)
    return page.evaluate(
        """() => axe.run({resultTypes: ['violations']}).then(found => found.violations
            .filter(each => ['serious', 'critical'].includes(each.impact))
            .map(each => `${each.id}: ${each.nodes[0].html.slice(0, 120)}`))"""
    )


def field(page: Page, path: str) -> Locator:
    return page.locator(f'section.field[data-key-path="{path}"]')


def starred(page: Page, path: str) -> bool:
    """Whether a field is marked as required by what another says."""
    reached(page, path)
    return "*" in field(page, path).locator("h4").first.evaluate("title => getComputedStyle(title, '::after').content")


def unfold(page: Page, path: str) -> None:
    """Show what is in a field. Checking a draft may have done that."""
    folded = reached(page, path).locator("button[aria-expanded=false]:has-text('chevron_right')")
    if folded.count():
        folded.first.click()


def reached(page: Page, path: str) -> Locator:
    """A field further down, which is there when one comes near it."""
    page.mouse.move(200, 500)
    for _ in range(80):
        if field(page, path).count():
            break
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(60)
    field(page, path).scroll_into_view_if_needed()
    return field(page, path)


def signed_in(visit: Visit, login: str, asked: str = "") -> Page:
    page = visit.to(f"{urls.FORM}{asked}#/collections/models/entries/tykke")
    page.get_by_role("button", name="Kirjaudu GitHub-avaimella").click()
    page.locator("dialog input").fill(login)
    page.keyboard.press("Enter")
    return page


def change(page: Page, path: str, text: str) -> None:
    field(page, path).get_by_role("textbox").fill(text)


def save(page: Page) -> None:
    """Save, and wait until the host has the commit and the form has seen it."""
    with page.expect_response(lambda answer: "createCommitOnBranch" in (answer.request.post_data or "")):
        page.get_by_role("button", name="Tallenna", exact=True).click()
    expect(page.get_by_text("Merkintä tallennettu.").first).to_be_visible()


def send(page: Page, way: Way) -> None:
    """Send the draft, and wait until the host knows of it."""
    page.locator("dialog").get_by_role("button", name="Lähetä tarkistettavaksi").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    for _ in range(200):
        if not all(each.is_draft for each in way.host.proposals):
            break
        page.wait_for_timeout(100)


def wish_review(page: Page) -> None:
    """Choose the state of a draft that is to be reviewed."""
    page.get_by_role("button", name=re.compile("^Tila:")).click()
    expect(page.get_by_role("menuitemradio", name="Luonnos")).to_be_focused()  # a menu that is still opening takes no click
    page.get_by_role("menuitemradio", name="Tarkistuksessa").click()


def later(page: Page) -> None:
    """Leave what was saved as a draft; the form goes back to the list."""
    page.get_by_role("button", name="Myöhemmin").click()
    page.wait_for_url("**#/collections/models")


def opened(page: Page) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/models/entries/tykke")
    expect(field(page, "short_name.fi").get_by_role("textbox")).to_be_visible()


def replaced(content: bytes, before: str, after: str) -> bytes:
    """The file with one text in the place of another, the first time it stands there."""
    assert before.encode() in content
    return content.replace(before.encode(), after.encode(), 1)
