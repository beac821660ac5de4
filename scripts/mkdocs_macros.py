"""The few facts an authored page may ask for; the models' texts stay out of macros."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mallisto.build import pipeline


def define_env(env: Any) -> None:
    """Give authored pages `{{ model_count() }}` and `{{ latest_review() }}` (an ISO date)."""
    root = Path(env.conf.config_file_path).parent

    @env.macro  # type: ignore[untyped-decorator]
    def model_count() -> int:
        return len(pipeline.check(root, date.today()).catalog.heads)

    @env.macro  # type: ignore[untyped-decorator]
    def latest_review() -> str:
        return pipeline.check(root, date.today()).catalog.latest_review
