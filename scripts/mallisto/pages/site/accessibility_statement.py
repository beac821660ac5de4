"""The accessibility statement in the form of the supervisory authority's model. What it must say: act 306/2019, section 9."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from mallisto.i18n.language import LocalizedText
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.elements.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """Something that is not accessible."""

    criterion: str
    text: LocalizedText
    alternative: LocalizedText | None
    reason: str
    mended_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityStatementView:
    """The statement, finished."""

    placeholder: str
    about: str
    method: str
    status: str
    findings: tuple[FindingView, ...]
    unit: LocalizedText
    email: str


def statement(context: PageContext) -> Markup:
    """The accessibility statement; nothing where its data could not be read."""
    language, publisher = context.language, context.catalog.publisher
    if publisher is None:
        return Markup()
    say, data = language.say, publisher.accessibility
    view = AccessibilityStatementView(
        placeholder="" if publisher.has_real_owner else say("statement.placeholder"),
        about=say(
            "statement.about",
            owner=str(language.pick(publisher.owner)),
            prepared=language.date(data.prepared),
            updated=language.date(data.updated),
        ),
        method=say(f"statement.method.{data.method}"),
        status=say(f"statement.status.{data.status}"),
        findings=tuple(
            FindingView(
                criterion=each.criterion,
                text=language.pick(each.text),
                alternative=language.pick(each.alternative) if each.alternative else None,
                reason=language.value("accessibility.findings.reason", each.reason, schema="publisher"),
                mended_by=language.date(each.mended_by) if each.mended_by else "",
            )
            for each in data.findings
        ),
        unit=language.pick(publisher.feedback_unit),
        email=publisher.feedback_email,
    )
    return render("site/accessibility-statement", context, view)
