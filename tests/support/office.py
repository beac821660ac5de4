"""Documents as an office program opens them: converted by LibreOffice, read as text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader


def opened(document: Path) -> str:
    """The words of a document as LibreOffice lays it out, with single spaces. Without LibreOffice the test fails; it is never skipped."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("No LibreOffice: install it (scripts/setup.sh office).")
    # Making a profile takes longer than opening a document: the tests of a session share one.
    profile = f"-env:UserInstallation={(document.parent.parent / 'office-profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(document.parent), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(document.with_suffix(".pdf")).pages).split())
