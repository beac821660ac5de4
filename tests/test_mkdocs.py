"""The miniature site: two models, one of them hostile, built strictly and compared with what is expected of it."""

from __future__ import annotations

import base64
import csv
import difflib
import html
import io
import itertools
import json
import re
import shutil
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from building import MINIATURE, ROOT, SITE_URL, build_site, files_of, miniature
from documents import fields_in, fields_of, is_free_text
from mallisto.build import pipeline
from mallisto.build.page_frame import ADDRESSES, MARKS, Frame
from mallisto.build.rendered import Rendered
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.schema import Schemas
from mallisto.reading.yaml_reader import read_file
from published import faults
from webpage import Webpage, pages_of, read_page, without_statement

EXPECTED = MINIATURE / "expected"

HOSTILE_MODEL = "vihamielinen"
# What stands in the address of a page in the place of a name: a model, a role, a short code.
_NAMES = re.compile(rf"(?<=/)({HOSTILE_MODEL}|esimerkki|coordinator)\b|(?<=/l/)\w+")

# Every file of the miniature but the harmless one of the two models.
HOSTILE = sorted(path.relative_to(MINIATURE).as_posix() for path in MINIATURE.glob("models/**/*.yml") if path.name != "esimerkki.yml")

# What the hostile model writes into its texts: all of it at once, and what fits where only 120 or 45 characters do.
PAYLOADS = (
    (
        '=cmd() <script>alert(1)</script> {{ 7*7 }} {% raw %} "><img src=x onerror=alert(1)> [x](javascript:alert(1)) '
        "<!-- mallisto:model-cards --> zz-mallisto-body ]]> &lt;b&gt;"
    ),
    '=cmd() "><script>alert(1)</script> {{ 7*7 }} zz-mallisto-title',
    '=x "><script>alert(1)</script>{{ 7*7 }}',
)

# Every character that makes a payload dangerous becomes a nought: what remains is as long, is broken into words alike and sorts alike.
_DEFUSED = str.maketrans(dict.fromkeys("<>\"'{}%[]()=*&;!/z", "0"))

# A model's edition carries a hash of all its words.
_PACK = re.compile(r"(?<=#paketti=)([\w-]+)")
_EDITION = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{6}")
# The mark of a card's version is made of its words, and so is another one for other words.
_VERSION = re.compile(r"((?:tunnus|märke|identifier) )[0-9a-f]{6}(?=\.)")
# A mark made of a text is another when the text is.
_MARK = re.compile(r"(\d{4}-\d\d-\d\d-)?[0-9a-f]{6}")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature site as it stands in the repository."""
    folder = tmp_path_factory.mktemp("hostile")
    return build_site(miniature(folder / "repository"), folder / "site", hash_seed="1")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, with harmless words in the place of every payload."""
    folder = tmp_path_factory.mktemp("harmless")
    return build_site(miniature(folder / "repository", _defused), folder / "site")


def _defused(text: str) -> str:
    for payload in PAYLOADS:
        text = text.replace(payload, payload.translate(_DEFUSED))
    return text


def test_the_miniature_site_is_as_expected(hostile: Path, bless: bool):
    built = files_of(hostile)
    ours = {path: _ours(path, built[path].decode()) for path in _one_of_each_kind(filter(_is_ours, built))}

    if bless:
        _write(ours)

    expected = {path: content.decode() for path, content in files_of(EXPECTED).items()}
    assert sorted(ours) == sorted(expected)
    changed = [path for path in ours if ours[path] != expected[path]]
    assert not changed, f"{len(changed)} files differ; pytest --bless accepts them. The first:\n{_difference(expected, ours, changed[0])}"


def test_every_page_a_reader_stays_on_links_to_the_accessibility_statement(hostile: Path):
    pages = pages_of(hostile)

    assert without_statement(pages) == []
    assert {"upota/vihamielinen/index.html", "muokkaa/index.html", "404.html"} <= set(pages)


def _is_ours(path: str) -> bool:
    return (
        path.startswith("sitemap")
        or path.endswith((".html", "/tiedot.json"))
        or "oembed/" in path
        or (path.startswith("api/") and "/schema/" not in path)
    )


def _one_of_each_kind(paths: Iterable[str]) -> list[str]:
    """Every page in Finnish, in the other languages one of each kind, the hostile one if there is; no booklet, which repeats pages."""
    by_kind: dict[str, str] = {}
    for path in sorted(paths, key=lambda each: (HOSTILE_MODEL not in each, each)):
        if "/vihko/" not in path:
            by_kind.setdefault(_NAMES.sub("*", path) if path.startswith(("sv/", "en/")) else path, path)
    return sorted(by_kind.values())


def _ours(path: str, text: str) -> str:
    """Of a page, the parts the catalog fills: title, description and article; what has no article is ours altogether. Data are indented."""
    if path.endswith(".json"):
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    article = re.search(r"<article.*</article>", text, re.DOTALL)
    if not path.endswith(".html") or article is None:
        return text
    head = re.findall(r"<title>.*?</title>|<meta name=\"description\"[^>]*>", text, re.DOTALL)
    return "\n".join([*head, article[0], ""])


def _write(files: dict[str, str]) -> None:
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, text in files.items():
        (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / path).write_text(text, "utf-8")


def _difference(expected: dict[str, str], found: dict[str, str], path: str) -> str:
    lines = difflib.unified_diff(expected[path].splitlines(), found[path].splitlines(), f"expected/{path}", path, lineterm="", n=1)
    return "\n".join(list(lines)[:40])


def test_the_same_models_give_the_same_bytes(hostile: Path, tmp_path: Path):
    again = build_site(miniature(tmp_path / "repository"), tmp_path / "site", hash_seed="2")

    first, second = files_of(hostile), files_of(again)

    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_properdocs_builds_the_same_files(hostile: Path, tmp_path: Path):
    """Material is maintained until May 2027: nothing but the adapters knows which generator made the frames."""
    other = build_site(miniature(tmp_path / "repository"), tmp_path / "site", generator="properdocs")

    first, second = files_of(hostile), files_of(other)

    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_a_second_build_touches_no_page_of_an_unchanged_model(tmp_path: Path):
    repository, site = miniature(tmp_path / "repository"), tmp_path / "site"
    assert pipeline.publish(repository, _plain_frames(), site, date(2026, 11, 21)) == ""
    before = _times(site)

    pipeline.publish(repository, _plain_frames(), site, date(2026, 11, 22))
    unchanged = _times(site)
    model = repository / "models" / "esimerkki.yml"
    model.write_text(model.read_text("utf-8").replace("Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja"), "utf-8")
    pipeline.publish(repository, _plain_frames(), site, date(2026, 11, 22))

    assert unchanged == before
    changed = {path for path, time in _times(site).items() if time != before.get(path)}
    assert {"mallit/esimerkki/index.html", "api/v1/models/esimerkki.json"} <= changed
    own = ("esimerkki", "vanha")  # its id and the one it had
    shared = ("haku/", "vertailu/", "api/v1/models.json", "api/v1/models.ndjson")  # the lists of models tell their editions
    assert [path for path in changed if not any(each in path for each in own) and not path.startswith(shared)] == []


def _plain_frames() -> Rendered:
    """The frames of a site generator that knows no theme."""
    frame = Frame.compiled("\n".join(MARKS))
    return Rendered(dict.fromkeys(itertools.product(LANGUAGES, ADDRESSES), frame), {}, SITE_URL)


def _times(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", HOSTILE)
def test_the_hostile_texts_stand_in_every_field_that_takes_text(path: str):
    schemas = Schemas.load(ROOT / "schemas")
    name = "model" if Path(path).parent.name == "models" else "adoption" if "adoptions" in path else Path(path).stem

    document = read_file(MINIATURE / path, path).document

    assert document is not None
    taken = {field for field, value in fields_in(document.root) if any(payload in _texts(value) for payload in PAYLOADS)}
    wanted = {field for field, node in fields_of(schemas[name]).items() if is_free_text(node) or node.get("x-localized")}
    # A reference stands where the basis is external, and a web address is no text.
    apart = re.compile(r"(^|\.)(sv|reference|reference\.title(\.\w+)?|(references?|report)\.url(\.\w+)?)$|^acts\.url")
    assert {field for field in wanted - taken if not apart.search(field)} == set()


def _texts(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace('\\"', '"')


def test_a_hostile_text_changes_no_element_and_no_attribute_of_any_page(hostile: Path, harmless: Path):
    found, wanted = pages_of(hostile), pages_of(harmless)

    assert sorted(found) == sorted(wanted)
    for path, page in found.items():
        assert _translated(page) == _translated(wanted[path]), path


def _version_blind(text: str) -> str:
    """A text without what is made of all texts of a model: its edition, and the code for cameras, in which that stands."""
    return _VERSION.sub(r"\1", _EDITION.sub("edition", _PACK.sub(_unpacked, _OWN_PICTURE.sub("picture", text))))


def _unpacked(pack: re.Match[str]) -> str:
    """A pack in the fragment of an address: its letters stand for the texts in it."""
    letters = pack[1]
    packed = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    return zlib.decompress(packed, wbits=-zlib.MAX_WBITS).decode().replace('\\"', '"')


def _translated(page: Webpage) -> list[list[str]]:
    return [["" if _MARK.fullmatch(part) else _version_blind(_once(part)).translate(_DEFUSED) for part in piece] for piece in page.reading]


def test_a_hostile_text_changes_no_element_of_a_column_of_the_comparison(hostile: Path, harmless: Path):
    found, wanted = (read_page(_column(site)) for site in (hostile, harmless))

    assert found.all("td", **{"data-row": "tavoitteet"})
    assert _translated(found) == _translated(wanted)


def _column(site: Path) -> str:
    return str(json.loads((site / "mallit" / "vihamielinen" / "vertailu.json").read_text("utf-8"))["column"])


def test_the_comparison_holds_no_formula(hostile: Path):
    written = (hostile / "vertailu" / "vertailu.fi.csv").read_text("utf-8-sig")

    cells = [cell for line in csv.reader(io.StringIO(written), delimiter=";") for cell in line]

    assert any(cell.startswith("'=") for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def _once(part: str) -> str:
    """A piece of HTML that readers copy is escaped once more than a text, and a block of data holds its texts in its own way."""
    if part.startswith('{"@context"'):
        return "\n".join(_leaves(json.loads(part)))
    return html.unescape(part) if part.startswith(("<iframe ", "<div lang=")) else part


def _leaves(value: object) -> Iterator[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    yield from [str(value)] if not isinstance(value, dict | list) else [each for one in inner for each in _leaves(one)]


_OWN_PICTURE = re.compile(r"data:image/svg\+xml,%3Csvg xmlns='[\w:/.]+' viewBox='[\d ]+'%3E(%3Cpath [\w='%# .-]+/%3E)+%3C/svg%3E")


def test_nothing_hostile_is_live_in_any_page(hostile: Path):
    for path, page in pages_of(hostile).items():
        assert [each for each in page.all("script", src="") if each["type"] != "application/ld+json"] == [], path
        assert [each for each in page.all("img") if not _OWN_PICTURE.fullmatch(dict(each.attributes)["src"] or "")] == [], path
        assert [name for each in page.elements for name, _ in each.attributes if name.startswith("on")] == [], path
        links = [address for _, address in page.addresses() if not _OWN_PICTURE.fullmatch(address)]
        assert {urlsplit(each).scheme for each in links} <= {"", "http", "https", "mailto"}, path
        assert [piece for piece in page.reading if piece[0] in ("comment", "unknown", "instruction")] == [], path


def test_hostile_texts_are_neither_computed_nor_stamped_nor_filled(hostile: Path):
    overview = pages_of(hostile)["mallit/vihamielinen/index.html"]

    assert overview.one("title").text.startswith(PAYLOADS[0])
    assert overview.one("h1").text == PAYLOADS[0]
    assert overview.one("meta", name="description")["content"] == PAYLOADS[0]
    assert overview.all("ul", **{"class": "cards"}) == []


def test_a_name_keeps_its_capitals_in_the_title_of_its_page(harmless: Path):
    page = pages_of(harmless)["roolit/coordinator/index.html"]

    assert page.one("title").text == "IPS-ohjaaja | Pienoismallisto"


def test_a_mark_of_a_frame_is_left_on_no_page_of_a_harmless_model(harmless: Path):
    left = [path for path, content in files_of(harmless).items() if any(mark.encode() in content for mark in MARKS)]

    assert left == []


def test_all_published_data_is_of_the_schema_that_it_names(hostile: Path):
    assert faults(hostile) == {}


def test_hostile_texts_stay_as_they_are_written_in_the_data(hostile: Path, harmless: Path):
    found, wanted = files_of(hostile), files_of(harmless)

    data = [path for path in found if path.startswith("api/") or "oembed/" in path]
    assert "api/v1/models/vihamielinen.json" in data
    for path in data:
        assert [*map(_translated_data, _parsed(found[path]))] == [*map(_translated_data, _parsed(wanted[path]))], path
    assert found["sitemap-1.xml"] == wanted["sitemap-1.xml"]


def _parsed(content: bytes) -> list[object]:
    """The values of a JSON file, or of one with a value in each line."""
    text = content.decode()
    return [json.loads(text)] if text.count("\n") < 2 or text.startswith("{\n") else [json.loads(line) for line in text.splitlines()]


def _translated_data(value: object) -> object:
    if isinstance(value, dict):
        return {key: _translated_data(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_translated_data(inner) for inner in value]
    if not isinstance(value, str):
        return value
    return "" if _MARK.fullmatch(value) else _once(value).translate(_DEFUSED)
