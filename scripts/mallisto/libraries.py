"""Other people's scripts that ours load when somebody asks for what they do: locked, taken from npm, published with their licences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mallisto.output import OutputFile
from mallisto.problems import UsageError

# Beside this package, where `make setup` puts what package-lock.json names.
FOLDER = Path(__file__).parent.parent / "browser"
ADDRESS = "assets/lib/"
_LICENCE = "LICENSE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A package of npm, and the files of it that a browser needs: the name each is published by, and where it lies in the package."""

    name: str
    files: tuple[tuple[str, str], ...]


LIBRARIES = (
    Library(name="docx", files=(("docx.js", "dist/index.mjs"),)),
    Library(name="write-excel-file", files=(("write-excel-file.js", "bundle/write-excel-file.min.js"),)),
    Library(name="pptxgenjs", files=(("pptxgen.js", "dist/pptxgen.bundle.js"),)),
)


def files(folder: Path = FOLDER) -> Iterator[OutputFile]:
    """The files of every library with its licence, and one list of the licences of all that was installed for them."""
    packages = _installed(folder)
    for library in LIBRARIES:
        for published, inside in (*library.files, (f"{_LICENCE}.txt", _LICENCE)):
            yield OutputFile(f"{ADDRESS}{library.name}/{published}", _content(folder / "node_modules" / library.name / inside))
    texts = [f"{name} {version}\n\n{_licence(folder / name)}\n" for name, version in packages.items()]
    yield OutputFile(f"{ADDRESS}licences.txt", "\n".join(texts).replace("node_modules/", "").encode())


def _licence(package: Path) -> str:
    """The licence of a package as it has it in a file; a few only name theirs."""
    texts = [_content(path).decode().strip() for path in sorted(package.glob(f"{_LICENCE}*"))]
    return "\n\n".join(texts) or f"Licence: {json.loads(_content(package / 'package.json'))['license']}"


def _installed(folder: Path) -> dict[str, str]:
    """The version of each package by its place. Scripts carry pieces of the packages they were built from, so that all count."""
    locked, installed = (_versions(folder / path) for path in ("package-lock.json", "node_modules/.package-lock.json"))
    if not installed.items() <= locked.items():
        raise _missing(folder / "node_modules")
    return installed


def _versions(lock: Path) -> dict[str, str]:
    return {place: each["version"] for place, each in sorted(json.loads(_content(lock))["packages"].items()) if place}


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None


def _missing(path: Path) -> UsageError:
    return UsageError(f"{path}: puuttuu tai on vanhentunut / saknas eller är föråldrat / missing or outdated. Korjaa / mend: make setup")
