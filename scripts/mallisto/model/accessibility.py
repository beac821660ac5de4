"""The accessibility statement as data. Source of its contents: act 306/2019, section 9."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.model.facts import Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityFinding:
    """Something that is not accessible: the WCAG criterion, why, what to use instead, and until when."""

    id: str
    criterion: str
    text: Text
    alternative: Text | None
    reason: str
    mended_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What the accessibility statement says of the site."""

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
