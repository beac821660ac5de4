"""The commands that tell editors what waits for them."""

from __future__ import annotations

from typing import Any


def add_to(commands: Any) -> None:
    """To come."""
