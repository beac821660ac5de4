"""What every command shares: how it ends, where the project is, and in which language it answers."""

from __future__ import annotations

import argparse
from pathlib import Path

from mallisto.catalog import project_files
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import UsageError

EXIT_OK, PROBLEMS, EXIT_USAGE = 0, 1, 2


def root_of(given: Path | None) -> Path:
    """The project's folder: the one given, or the nearest around this one."""
    start = (given or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / project_files.MODELS).is_dir() and (folder / "schemas").is_dir():
            return folder
    raise UsageError(f"{start}: kansiossa ei ole models- ja schemas-kansioita / no models and schemas folders here")


def language_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=LANGUAGES, default=DEFAULT, help="tulosteen kieli")
