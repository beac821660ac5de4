"""The macros of authored pages. Each gives a marker that the build fills after MkDocs: contributed text never passes MkDocs or Jinja."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mallisto.build.checking import questions
from mallisto.build.page_frame import marker


def define_env(env: Any) -> None:
    """Give authored pages `{{ slot("model-cards") }}`, `{{ model_count() }}` and `{{ latest_review() }}`.

    The names `feedback` and `sign_in` are the addresses that the site has of them.
    """
    env.macro(marker, "slot")
    env.macro(lambda: marker("model-count"), "model_count")
    env.macro(lambda: marker("latest-review"), "latest_review")
    env.variables["feedback"] = questions(Path(env.project_dir))
    env.variables["sign_in"] = env.conf.extra.get("kirjautuminen") or ""
