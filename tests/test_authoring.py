"""What authors of pages may use: Material's admonitions, tabs, grids and icons, and the macros of the catalog."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from axe import findings
from browsing import Visit, served
from building import ROOT, build_site, miniature

PAGE = """---
title: Muotoilu
description: Mitä kirjoittaja voi käyttää.
---

# Muotoilu

!!! warning "Huomaa"

    Teksti laatikossa.

??? note "Avattava"

    Teksti avattavassa laatikossa.

=== "Ensimmäinen"

    Ensimmäinen välilehti.

=== "Toinen"

    Toinen välilehti.

<div class="grid cards" markdown>

- :material-account: Ensimmäinen kortti
- :material-school: Toinen kortti

</div>

Malleja on {{ model_count() }}, viimeksi tarkistettu {{ latest_review() }}.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("authoring")
    repository = _with_page(folder, PAGE)
    return build_site(repository, folder / "site")


def _with_page(folder: Path, text: str) -> Path:
    repository = miniature(folder / "repository")
    for ending in ("", ".sv", ".en"):
        (repository / "docs" / f"muotoilu{ending}.md").write_text(text, "utf-8")
    settings = repository / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "  - muotoilu.md\n", "utf-8")
    return repository


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_material_offers_authors_shows(site: Path, browser: Browser, scheme: str):
    with served(site) as root:
        visit = Visit(browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900}), root)
        page = visit.to("muotoilu/")

        assert _style(page, ".admonition.warning", "border-left-color") == "rgb(255, 145, 0)"
        assert _style(page, ".admonition p:last-child", "font-size") == _style(page, "article > p", "font-size")
        assert _style(page, ".grid", "display") == "grid"
        assert page.locator(".twemoji svg").count() == 2
        assert page.get_by_text("Toinen välilehti.").is_hidden()
        page.get_by_text("Toinen", exact=True).click()
        assert page.get_by_text("Toinen välilehti.").is_visible()
        assert page.get_by_text("Malleja on 2, viimeksi tarkistettu").is_visible()
        assert findings(page) == []
        assert visit.wrong == []
        page.close()


def _style(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element).getPropertyValue(name)", name))


def test_an_unknown_slot_stops_the_build_with_a_sentence(tmp_path: Path):
    repository = _with_page(tmp_path, '---\ntitle: Muotoilu\n---\n\n# Muotoilu\n\n{{ slot("model-card") }}\n')

    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    run = subprocess.run(command, cwd=repository, capture_output=True, text=True, timeout=300, check=False)

    assert run.returncode != 0
    assert 'docs/muotoilu.md: there is no slot "model-card". The slots are: accessibility-statement,' in run.stdout + run.stderr


def test_authored_pages_ask_for_slots_by_macros_only():
    written = [path for path in (ROOT / "docs").rglob("*.md") if "contributing" not in path.parts]

    assert [path.name for path in written if re.search(r"<!--\s*mallisto:", path.read_text("utf-8"))] == []
    assert sum("{{ slot(" in path.read_text("utf-8") for path in written) >= 3


def test_only_the_one_sheet_of_the_theme_is_published(site: Path):
    assert {path.name for path in (site / "assets").iterdir() if path.is_dir()} <= {"cards", "css", "js", "lib"}
    sheet = (site / "assets" / "css" / "material.css").read_text("utf-8")
    assert sheet.startswith("@layer material, mallisto;\n")
    assert ".md-header" not in sheet
