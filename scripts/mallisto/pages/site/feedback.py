"""The door for who has no account: an e-mail address or a form elsewhere, which the site links to and asks nothing of."""

from __future__ import annotations

from urllib.parse import quote

from mallisto.i18n.language import Language


def address(door: str, page: str, language: Language) -> str:
    """Where a link to the door leads: an e-mail that begins with the page's address, or the form; nowhere without a door."""
    if "@" not in door or "://" in door:
        return door
    subject, body = language.say("feedback.subject"), language.say("feedback.body", page=page)
    return f"mailto:{door}?subject={quote(subject)}&body={quote(body)}"
