"""What MkDocs calls: add the frames, and give what was rendered to Mallisto once the last language is built."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from mallisto.build import page_frame, pipeline
from mallisto.build.rendered import Rendered
from mallisto.i18n.language import Language
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import UsageError
from mallisto.reading.schema import Schemas

# MkDocs builds once per language on the same configuration; what it renders waits here for the last one.
_frames: dict[tuple[str, str], page_frame.Frame] = {}
_authored: dict[str, str] = {}
_commands: set[str] = set()
# The site's own folder, and the one that MkDocs has instead of it.
_folders: list[tuple[str, TemporaryDirectory[str]]] = []


def on_startup(command: str, dirty: bool) -> None:
    _commands.add(command)


def on_config(config: MkDocsConfig) -> None:
    """MkDocs empties the folder it builds into, and in the site's there are pages that have not changed."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        _folders[:] = [(config.site_dir, TemporaryDirectory())]
        config.site_dir = _folders[0][1].name


@event_priority(-200)  # after static-i18n, which drops files that have no source on disk
def on_files(files: Files, config: MkDocsConfig) -> Files:
    i18n: Any = config.plugins["i18n"]
    for kind in page_frame.ADDRESSES:
        alternates = {code: _frame_file(kind, code, config) for code in LANGUAGES}
        file = alternates[i18n.current_language]
        file.alternates, file.locale_alternate_of = alternates, DEFAULT
        files.append(file)
    return files


def _frame_file(kind: str, code: str, config: MkDocsConfig) -> Any:
    file: Any = File.generated(config, f"{page_frame.ADDRESSES[kind]}index.{code}.md", content=page_frame.front_matter(kind))
    file.dest_uri = f"{'' if code == DEFAULT else code + '/'}{page_frame.ADDRESSES[kind]}index.html"
    file.url, file.locale = file.dest_uri.removesuffix("index.html"), code
    return file


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> Any:
    # MkDocs' live reload is an inline script, which the content security policy of the published site forbids.
    facts = {"languages": LANGUAGES, "is_served": _commands == {"serve"}}
    return context | facts | {"say": _language(config.config_file_path, page.file.locale).say}


@cache
def _language(config_file: str, code: str) -> Language:
    return Language.of(code, Schemas.load(Path(config_file).parent / "schemas"))


@event_priority(-200)
def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    if "frame" in page.meta:
        _frames[page.file.locale, page.meta["frame"]] = page_frame.Frame.compiled(output)
        return ""
    _authored[page.file.dest_uri] = output
    return output


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    config.site_dir, made = _folders.pop()
    with made as folder:
        said = _publish(config, Path(folder))
    if said:
        raise Abort(said)


def _publish(config: MkDocsConfig, made: Path) -> str:
    try:
        return pipeline.publish(Path(config.config_file_path).parent, _rendered(config, made), Path(config.site_dir), date.today())
    except UsageError as error:
        return str(error)


def _rendered(config: MkDocsConfig, made: Path) -> Rendered:
    return Rendered(dict(_frames), dict(_authored), config.site_url or "", (config.repo_url or "").rstrip("/"), made)
