"""The macros of authored pages. Each gives a marker that the build fills after MkDocs: contributed text never passes MkDocs or Jinja."""

from __future__ import annotations

from typing import Any

from mallisto.build.page_frame import marker
from mallisto.pages.site.slots import SLOTS
from mallisto.reading.problems import UsageError


def define_env(env: Any) -> None:
    """Give authored pages `{{ slot("model-cards") }}`, `{{ model_count() }}` and `{{ latest_review() }}`."""
    env.macro(slot)
    env.macro(lambda: slot("model-count"), "model_count")
    env.macro(lambda: slot("latest-review"), "latest_review")


def slot(name: str) -> str:
    """The marker of a slot; UsageError for a name that is not in `SLOTS`."""
    if name not in SLOTS:
        raise UsageError(f'slot("{name}"): there is no slot of this name. The slots are: {", ".join(sorted(SLOTS))}.')
    return marker(name)
