"""Other people's scripts that ours load when somebody asks for what they do: locked, taken from npm, published with their licences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mallisto.files.output_file import OutputFile
from mallisto.reading.problems import UsageError

# Beside this package, where `make setup` puts what package-lock.json names.
FOLDER = Path(__file__).parents[2] / "browser"
ADDRESS = "assets/lib/"
_LICENCE = "LICENSE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A package of npm, and the files of it that a browser needs: the name each is published by, and where it lies in the package.

    A folder (`dist/`) stands for every script in it. `mended` are texts of its scripts with what stands in their place.
    """

    name: str
    files: tuple[tuple[str, str], ...]
    mended: tuple[tuple[str, str], ...] = ()


_LOCALES = ("fi", "sv", "en-GB")

# Sveltia CMS without what it would load from elsewhere, and without its ban on zooming. Its own files are named by their contents.
_SVELTIA = Library(
    name="@sveltia/cms",
    files=(
        ("npm/index.js", "npm/index.js"),
        *((f"npm/chunks/{each}", f"npm/chunks/{each}") for each in ("react-B5rWoXIC.js", "react-dom-DwWAebfb.js")),
        *(
            (f"npm/assets/{each}", f"npm/assets/{each}")
            for each in (
                "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2",
                "material-symbols-outlined.LICENSE.txt",
                "noto-mono-latin-400-normal-DiC8lJru.woff2",
                "noto-mono.LICENSE.txt",
                "source-sans-3-latin-wght-normal-BqRLTx4X.woff2",
                "source-sans-3.LICENSE.txt",
            )
        ),
        *((f"locales/{each}.js", f"locales/{each}.json") for each in _LOCALES),
    ),
    mended=(
        *((f"../locales/{each}.json", f"../locales/{each}.js") for each in _LOCALES),
        ("import(`immutable`)", "import(`../../../immutable/immutable.js`)"),
        ("@font-face {", "@media not all {"),  # the same fonts from a network; the script adds its own
        ("`maximum-scale=1`,", ""),
        ("https://www.githubstatus.com/api/v2/status.json", "data:application/json,{}"),
    ),
)

# They become parts of the finder's script.
_STEMMERS = (("@orama/stemmers", "dist/se.js"), ("porter2", "dist/index.js"))

LIBRARIES = (
    _SVELTIA,
    *(Library(name=name, files=()) for name, _ in _STEMMERS),
    Library(name="docx", files=(("docx.js", "dist/index.mjs"),)),
    Library(name="immutable", files=(("immutable.js", "dist/immutable.es.js"),)),
    Library(name="node-diff3", files=(("diff3.js", "dist/diff3.mjs"),)),
    Library(name="write-excel-file", files=(("write-excel-file.js", "bundle/write-excel-file.min.js"),)),
    Library(name="pptxgenjs", files=(("pptxgen.js", "dist/pptxgen.bundle.js"),)),
    Library(name="uqr", files=(("uqr.js", "dist/index.mjs"),)),
    Library(name="yaml", files=(("", "browser/dist/"),)),
)


def files(folder: Path = FOLDER) -> Iterator[OutputFile]:
    """The files of every library with its licence, and one list of the licences of all that was installed for them."""
    packages = _installed(folder)
    for library in LIBRARIES:
        package = folder / "node_modules" / library.name
        yield OutputFile(f"{ADDRESS}{library.name}/{_LICENCE}.txt", _licence(package))
        for published, inside in library.files:
            for name, path in _each(published, package / inside):
                yield OutputFile(f"{ADDRESS}{library.name}/{name}", _script(path, name, library.mended))
    texts = [f"{name} {version}\n\n{_licence(folder / name).decode().strip()}\n" for name, version in packages.items()]
    yield OutputFile(f"{ADDRESS}licences.txt", "\n".join(texts).replace("node_modules/", "").encode())


def stemmers(folder: Path = FOLDER) -> tuple[str, str]:
    """The stemmers of Swedish, a module, and of English, a script of the older kind."""
    swedish, english = (_content(folder / "node_modules" / name / path).decode() for name, path in _STEMMERS)
    return swedish, english


def _each(published: str, path: Path) -> Iterator[tuple[str, Path]]:
    if not path.is_dir():
        yield published, path
        return
    for each in sorted(path.rglob("*.js")):
        yield f"{published}{each.relative_to(path).as_posix()}", each


def _script(path: Path, name: str, mended: tuple[tuple[str, str], ...]) -> bytes:
    """A file as it is published: mended where it is a library's main script, and data as a module where it is asked for as one."""
    content = _content(path)
    if name.endswith(".js") and path.suffix == ".json":
        return b"export default " + content
    if not name.endswith("/index.js") or not mended:
        return content
    for found, wanted in mended:
        if found.encode() not in content:
            raise UsageError(f"{path}: {found!r} is not there to be mended")
        content = content.replace(found.encode(), wanted.encode())
    return content


def _licence(package: Path) -> bytes:
    """The licence of a package, whatever the ending of its file's name; its name alone where the package holds no text."""
    for path in sorted(package.glob(f"{_LICENCE}*")):
        return _content(path)
    return str(json.loads(_content(package / "package.json"))["license"]).encode()


def _installed(folder: Path) -> dict[str, str]:
    """The version of each package by its place. Scripts carry pieces of the packages they were built from, so that all count."""
    locked, installed = (_versions(folder / path) for path in ("package-lock.json", "node_modules/.package-lock.json"))
    if not installed.items() <= locked.items():
        raise _missing(folder / "node_modules")
    return installed


def _versions(lock: Path) -> dict[str, str]:
    """The version of each published package by its place; what only the build needs is marked `dev`."""
    packages = sorted(json.loads(_content(lock))["packages"].items())
    return {place: each["version"] for place, each in packages if place and not each.get("dev")}


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None


def _missing(path: Path) -> UsageError:
    return UsageError.about(
        path, "puuttuu tai on vanhentunut: make setup", "saknas eller är föråldrat: make setup", "missing or outdated: make setup"
    )
