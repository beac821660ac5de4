"""Who publishes the site and where people write. The accessibility statement has what act 306/2019, section 9, requires."""

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
class AccessibilityStatement:
    """What is accessible, who assessed it, and the dates in ISO form."""

    where: Location
    status: str
    method: str
    prepared: str
    updated: str
    findings: tuple[AccessibilityFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """The publisher of the site; `has_real_owner` is false as long as the owner is a placeholder.

    `questions` is the address where people without an account write: an e-mail address or that of a form, empty without one.
    The unit and address of `feedback` belong to the accessibility statement.
    """

    where: Location
    owner: Text
    has_real_owner: bool
    questions: str
    feedback_unit: Text
    feedback_email: str
    accessibility: AccessibilityStatement
