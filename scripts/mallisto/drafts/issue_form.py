"""The page that somebody has pasted into the form ”Ehdota mallia liittämällä sivu” on GitHub."""

from __future__ import annotations

import re
from dataclasses import dataclass

# GitHub writes each field as its label and the answer. A long text stands between fences longer than any in it.
_FIELD = re.compile(r"^### (.+)$", re.MULTILINE)
_FENCED = re.compile(r"(`{3,})text\n(.*)\n\1", re.DOTALL)
_ADDRESS, _TEXT = "Sivun osoite", "Sivun teksti"


@dataclass(frozen=True, slots=True)
class PastedPage:
    """A page's address, empty where it is no web address, and its text."""

    address: str
    text: str


def pasted_page(body: str) -> PastedPage:
    """Read the answers of the form. A body that was not made by the form is taken for the page's text."""
    parts = _FIELD.split(body.replace("\r\n", "\n"), maxsplit=2)
    answers = dict(zip(parts[1::2], parts[2::2], strict=True))
    if not {_ADDRESS, _TEXT} <= answers.keys():
        return PastedPage("", body)
    address, text = answers[_ADDRESS].strip(), answers[_TEXT].strip()
    fenced = _FENCED.fullmatch(text)
    return PastedPage(address if re.fullmatch(r"https?://\S+", address) else "", fenced[2] if fenced else text)
