"""Adoptions in a browser: the checklist page of a model as a visitor works on it, and a site whose model changes underneath."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

import measuring
from building import build_site

PAGE = "mallit/tykke/tarkistuslista/"
STORED = "Object.fromEntries(Object.entries(localStorage).map(([key, value]) => [key, JSON.parse(value)]))"

# What the storage does when the browser forbids it, and when no byte more fits in.
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError') }"


@dataclass(frozen=True, slots=True)
class Desk:
    """The checklist page of a model, open in one tab."""

    page: Page

    @classmethod
    def at(cls, page: Page, address: str) -> Desk:
        """The page, once its script has read what is stored."""
        page.goto(address)
        expect(page.locator("check-list h2, check-list [name=adoption]").first).to_be_visible()
        return cls(page)

    def begin(self, name: str) -> None:
        self.page.locator(".adoption__start [name=name]").fill(name)
        self.page.locator(".adoption__start button").first.click()
        expect(self.chooser.locator("option:checked")).to_have_text(name)

    @property
    def chooser(self) -> Locator:
        return self.page.locator("select[name=adoption]")

    @property
    def status(self) -> Locator:
        return self.page.locator(".adoption [role=status]")

    @property
    def progress(self) -> Locator:
        return self.page.locator("[data-part=sum]")

    @property
    def stored(self) -> dict[str, Any]:
        """What the storage holds, by key."""
        found: dict[str, Any] = self.page.evaluate(STORED)
        return found

    def adoption(self, name: str) -> dict[str, Any]:
        """A stored adoption by its name."""
        (found,) = (each for each in self.stored.values() if each["name"] == name)
        return dict(found)

    def row(self, item: str) -> Locator:
        return self.page.locator(f"#kohta-{item}")

    def tick(self, item: str) -> None:
        self.row(item).locator(".checklist__text input").click()

    def unfold(self, item: str) -> Locator:
        """The fields of an item."""
        row = self.row(item)
        if row.locator(".row__more[open]").count() == 0:
            row.locator(".row__more > summary").click()
        return row.locator(".row__marks")

    def wish(self, name: str) -> None:
        """Press a button of the panel, wherever it is folded away."""
        self.page.evaluate("document.querySelectorAll('.adoption details').forEach(each => { each.open = true })")
        self.page.locator(f"[data-part=panel] [data-do={name}]").click()

    def answer(self, value: str) -> None:
        self.page.locator(f"dialog[open] button[value='{value}']").click()
        expect(self.page.locator("dialog[open]")).to_have_count(0)

    def taken(self, kind: str) -> bytes:
        """A file the panel makes."""
        with self.page.expect_download() as download:
            self.wish(kind)
        return Path(download.value.path()).read_bytes()

    def bring(self, content: bytes | str) -> None:
        """Give a file to the panel."""
        buffer = content.encode() if isinstance(content, str) else content
        self.page.locator(".adoption input[type=file]").set_input_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": buffer}
        )


def an_adoption(**rest: Any) -> dict[str, Any]:
    """An adoption of TYKKE as the checklist keeps it."""
    started = {"created": "2026-11-20T10:00:00Z", "changed": "2026-11-21T10:00:00Z", "items": {}, "known": []}
    parts = {"fit": "", "costs": {}, "memo": {}, "model": {"id": "tykke", "version": "2026-11-20-3f2a9c", "language": "fi"}}
    return {
        "format": "mallisto-adoption",
        "version": 2,
        "id": f"{0:08}-0000-0000-0000-{1:012}",
        "name": "Kuopio 2027",
        **started,
        **parts,
        **rest,
    }


def changed(adoption: dict[str, Any], **rest: Any) -> str:
    """An adoption's file with some fields changed."""
    return json.dumps(adoption | rest, ensure_ascii=False)


def change_model(root: Path) -> Path:
    """Our own site with a checklist that has been edited: a text is new, an item is gone and told so, another has come; its folder."""
    measuring.make_repository(root, 5)
    path = root / "models" / "tykke.yml"
    text = path.read_text("utf-8")
    text = text.replace("fi: Päätä, ketkä työttömät ohjataan kartoitukseen.", "fi: Päätä kirjallisesti, ketkä ohjataan kartoitukseen.")
    text = text.replace(
        "en: Decide which unemployed people are referred to the mapping.", "en: Decide in writing who is referred to the mapping."
    )
    text = text.replace("decide-own-cost", "decide-price")
    text = re.sub(r"(?m)^  last_reviewed: 2026-11-21$", _CHANGE, text, count=1)
    path.write_text(text, "utf-8")
    (root / "models" / "history" / "moved.yml").write_text(_MOVED, "utf-8")
    return build_site(root, root / "site")


_CHANGE = """\
  changes:
    - date: 2026-11-22
      text: {fi: Tarkistuslistaa on täsmennetty., sv: Checklistan har preciserats., en: The checklist has been made more precise.}
  last_reviewed: 2026-11-22"""
_MOVED = """\
moved:
  - address: mallit/tykke/tarkistuslista/#kohta-decide-own-cost
    to: mallit/tykke/tarkistuslista/#kohta-decide-price
"""
