"""The accessibility statement as data. Its contents are required by act 306/2019, section 9."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityFinding:
    """A known accessibility failure: the WCAG criterion, the reason, an alternative, and the date by which it is fixed (`mended_by`)."""

    id: str
    criterion: str
    text: Text
    alternative: Text | None
    reason: str
    mended_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """The accessibility statement of the site. `has_real_owner` is false as long as the owner is a placeholder."""

    where: Location
    owner: Text
    has_real_owner: bool
    status: str
    method: str
    prepared: str
    updated: str
    feedback_unit: Text
    feedback_email: str
    findings: tuple[AccessibilityFinding, ...]
