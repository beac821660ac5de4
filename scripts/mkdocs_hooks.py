"""The adapter for MkDocs: add the page frames, then hand over what was rendered in all languages.

static-i18n runs MkDocs once per language on one configuration, the others inside the first. What they share is kept in `extra.mallisto`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from mallisto.build import page_frame, pipeline
from mallisto.build.checking import questions
from mallisto.build.rendered import Rendered
from mallisto.i18n.language import Language
from mallisto.pages.site import feedback
from mallisto.pages.site.slots import SLOTS
from mallisto.reading.languages import DEFAULT, LANGUAGES
from mallisto.reading.problems import UsageError
from mallisto.reading.schema import Schemas


@dataclass
class Build:
    """What is rendered so far. MkDocs empties the folder it builds into, so it gets one of its own instead of the site's."""

    root: Path
    site: Path
    questions: str
    folder: TemporaryDirectory[str] = field(default_factory=TemporaryDirectory)
    running: int = 0
    frames: dict[tuple[str, str], page_frame.Frame] = field(default_factory=dict)
    authored: dict[str, str] = field(default_factory=dict)


def on_config(config: MkDocsConfig) -> None:
    if "mallisto" not in config.extra:
        root = Path(config.config_file_path).parent
        build = config.extra["mallisto"] = Build(root, Path(config.site_dir), questions(root))
        config.site_dir = build.folder.name
    config.extra["mallisto"].running += 1


@event_priority(-200)  # after static-i18n, which drops files that have no source on disk
def on_files(files: Files, config: MkDocsConfig) -> Files:
    for kind in page_frame.ADDRESSES:
        alternates = {code: _frame_file(kind, code, config) for code in LANGUAGES}
        file = alternates[config.theme["language"]]
        file.alternates, file.locale_alternate_of = alternates, DEFAULT
        files.append(file)
    return files


def _frame_file(kind: str, code: str, config: MkDocsConfig) -> Any:
    file: Any = File.generated(config, f"{page_frame.ADDRESSES[kind]}index.{code}.md", content=page_frame.front_matter(kind))
    file.dest_uri = f"{'' if code == DEFAULT else code + '/'}{page_frame.ADDRESSES[kind]}index.html"
    file.url, file.locale = file.dest_uri.removesuffix("index.html"), code
    return file


def on_page_context(context: Any, page: Any, config: MkDocsConfig, nav: Any) -> Any:
    build = config.extra["mallisto"]
    language = Language.of(page.file.locale, Schemas.load(build.root / "schemas"))
    door = feedback.address(build.questions, page.canonical_url or "", language)
    return context | {"languages": LANGUAGES, "say": language.say, "feedback": door}


@event_priority(-200)
def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    if "frame" in page.meta:
        config.extra["mallisto"].frames[page.file.locale, page.meta["frame"]] = page_frame.Frame.compiled(output)
        return ""
    if unknown := sorted({*page_frame.slots(output)} - SLOTS.keys()):
        raise Abort(f'docs/{page.file.src_uri}: there is no slot "{unknown[0]}". The slots are: {", ".join(sorted(SLOTS))}.')
    config.extra["mallisto"].authored[page.file.dest_uri] = output
    return output


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    build = config.extra["mallisto"]
    build.running -= 1
    if build.running:
        return
    config.site_dir = str(build.site)
    with build.folder as folder:
        try:
            repository = (config.repo_url or "").rstrip("/")
            sign_in = (config.extra.get("kirjautuminen") or "").rstrip("/")
            rendered = Rendered(build.frames, build.authored, config.site_url or "", repository, sign_in, Path(folder))
            problems = pipeline.publish(build.root, rendered, build.site, date.today())
        except UsageError as error:
            problems = str(error)
    if problems:
        raise Abort(problems)
