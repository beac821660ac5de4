"""`make serve`: a saved change shows on the page."""

from __future__ import annotations

from pathlib import Path

from building import miniature
from measuring import rewrite, serving, wait_for


def test_a_saved_word_shows_on_the_page_that_is_served(tmp_path: Path):
    root = miniature(tmp_path / "repository")

    with serving(root) as address:
        page = f"{address}mallit/esimerkki/"
        wait_for(page, "<h1")
        rewrite(root / "models" / "esimerkki.yml", "Uudestisana")
        wait_for(page, "Uudestisana")
