"""Shared by all commands: exit codes, the project's folder, and the option for the language."""

from __future__ import annotations

import argparse
from pathlib import Path

from mallisto.catalog import project_files
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import UsageError

EXIT_OK, PROBLEMS, EXIT_USAGE = 0, 1, 2


def root_of(given: Path | None) -> Path:
    """Return the project's folder: the given one, or the nearest around the working directory."""
    start = (given or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / project_files.MODELS).is_dir() and (folder / "schemas").is_dir():
            return folder
    raise UsageError.about(
        start,
        "kansiossa ei ole models- ja schemas-kansioita",
        "här finns inga mappar models och schemas",
        "no models and schemas folders here",
    )


def language_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=LANGUAGES, default=DEFAULT, help="tulosteen kieli")


def no_file(path: object) -> UsageError:
    """The error of a file that is not there."""
    return UsageError.about(path, "tiedostoa ei ole", "filen finns inte", "no such file")
