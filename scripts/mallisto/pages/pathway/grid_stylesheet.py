"""The style sheet that places the boxes of pathway figures: a class for every grid line, since the CSP forbids inline styles."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.files.output_file import OutputFile
from mallisto.pages.elements.render import stylesheet
from mallisto.pathway import CHANNELS, LANE, RANK, Across

PATH = "assets/css/pathway-grid.css"

# The largest pathway that the checks allow, and the maximum number of roles to highlight.
MOST_LANES, MOST_RANKS, MOST_STEPS, MOST_ROLES = 9, 40, 40, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """The numbers of everything that the sheet names; lines are counted from one."""

    lane_templates: tuple[tuple[int, tuple[int, ...]], ...]
    lane_width: int
    before_card: tuple[int, ...]
    after_card: tuple[int, ...]
    gutters: tuple[tuple[int, int], ...]
    ranks: range
    columns: range
    rows: range
    wide: range
    high: range
    steps: range
    roles: range


def file() -> OutputFile:
    """Return the style sheet; it is the same for every site."""
    before, after = tuple(range(1, Across.LEFT)), tuple(range(Across.RIGHT + 1, LANE))
    shown = SheetView(
        lane_templates=tuple((count, tuple(range(count))) for count in range(1, MOST_LANES + 1)),
        lane_width=LANE,
        before_card=before,
        after_card=after,
        gutters=tuple((lane, line) for lane in range(MOST_LANES) for line in (*before, *after)),
        ranks=range(1, MOST_RANKS + 1),
        columns=range(1, MOST_LANES * LANE + 1),
        rows=range(1, MOST_RANKS * RANK + CHANNELS),
        wide=range(2, MOST_LANES * LANE),
        high=range(2, MOST_RANKS * RANK + CHANNELS),
        steps=range(1, MOST_STEPS + 1),
        roles=range(1, MOST_ROLES + 1),
    )
    return OutputFile(PATH, stylesheet("pathway/grid", shown).encode())
