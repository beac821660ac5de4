"""The few facts an authored page may ask for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mallisto import build


def define_env(env: Any) -> None:
    """Give authored pages the number of models and the day of the latest review; the models' texts stay out."""
    catalog = build.load(Path(env.conf.config_file_path).parent, date.today()).catalog
    env.variables["model_count"] = len(catalog.models)
    env.variables["latest_review"] = catalog.latest_review
