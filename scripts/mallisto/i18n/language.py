"""One language of the site: interface strings, names from the schema, model texts, numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from mallisto.model import Text
from mallisto.reading import string_files
from mallisto.reading.languages import DEFAULT
from mallisto.reading.schema import MODEL, Node, Schema, Schemas, enum_choices, question, title

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A model text ready to render. `language` is set if it differs from the page's language, for the `lang` attribute."""

    text: str
    language: str | None = None

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def __html__(self) -> Markup:
        if self.language is None:
            return escape(self.text)
        return Markup(f'<span lang="{escape(self.language)}">{escape(self.text)}</span>')


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site. Only this class knows which one it is."""

    code: str
    strings: Mapping[str, str]
    schemas: Schemas

    @classmethod
    def of(cls, code: str, schemas: Schemas) -> Language:
        return cls(code, _strings(code), schemas)

    @property
    def prefix(self) -> str:
        """The folder of this language in the site: empty for Finnish, `sv/`, `en/`."""
        return "" if self.code == DEFAULT else f"{self.code}/"

    @property
    def locale(self) -> str:
        """The BCP 47 tag of language and country, such as `sv-FI`."""
        return self.say("layout.locale").replace("_", "-")

    def say(self, key: str, **gaps: object) -> str:
        """Return an interface string with its gaps filled; KeyError if it does not exist."""
        return self.strings[key].format_map(gaps) if gaps else self.strings[key]

    def family(self, name: str) -> Mapping[str, str]:
        """Return the interface strings with a common prefix, by the rest of the key, with gaps unfilled: scripts fill them."""
        return _family(self.code, f"{name}.")

    def pick(self, text: Text) -> LocalizedText:
        """Return a model text in this language, or else in Finnish."""
        own = text.in_language(self.code)
        return LocalizedText(own) if own is not None else LocalizedText(text.fi, DEFAULT)

    def pick_all(self, texts: tuple[Text, ...]) -> tuple[LocalizedText, ...]:
        return tuple(self.pick(each) for each in texts)

    def foreign(self, text: str, language: str) -> LocalizedText:
        """Return a text that is never translated, such as a source's heading, marked if its language is not the page's."""
        return LocalizedText(text, None if language == self.code else language)

    def title(self, field: str, schema: str = MODEL) -> str:
        """Return the schema's name of a field such as `how.entry.referral`."""
        return title(_node(self.schemas[schema], field), self.code)

    def question(self, field: str) -> str:
        """Return the question that the schema asks an author about a field."""
        return question(_node(self.schemas[MODEL], field), self.code)

    def value(self, field: str, value: str, schema: str = MODEL) -> str:
        """Return the schema's name of a value of an enum field."""
        return _values(self.schemas[schema], field, self.code)[value]

    def date(self, written: str) -> str:
        """Format an ISO date (YYYY, YYYY-MM or YYYY-MM-DD)."""
        parts = [part.lstrip("0") for part in written.split("-")]
        gaps = {"year": parts[0], "month": parts[1] if len(parts) > 1 else "", "day": parts[2] if len(parts) > 2 else ""}
        named = {**gaps, "month_name": self.strings.get(f"month.{gaps['month']}", "")}
        return self.say(("date.year", "date.month", "date.day")[len(parts) - 1], **named)

    def period(self, start: str | None, end: str | None) -> str:
        """Format a period; the start or the end may be unknown."""
        if start and end:
            return f"{self.date(start)} – {self.date(end)}"
        if start:
            return self.say("period.from", date=self.date(start))
        return self.say("period.until", date=self.date(end)) if end else self.say("unknown")

    def number(self, value: float) -> str:
        """Format a number with this language's thousands separator and decimal mark."""
        whole, point, rest = f"{value:,}".partition(".")
        separated = whole.replace(",", self.strings["number.separator"]).replace(" ", _NO_BREAK_SPACE)
        return f"{separated}{self.strings['number.decimal_mark']}{rest}" if point else separated

    def tenths(self, value: int) -> str:
        """Format a number given in tenths with this language's decimal mark: 11 is 1,1 and 20 is 2."""
        whole, rest = divmod(value, 10)
        return f"{self.number(whole)}{self.strings['number.decimal_mark']}{rest}" if rest else self.number(whole)


def capital(words: str) -> str:
    """Capitalise the first letter and leave the rest: IPS-ohjaaja stays so."""
    return words[:1].upper() + words[1:]


@cache
def _strings(code: str) -> Mapping[str, str]:
    return {key: str(value) for key, value in string_files.load(f"{code}.yml").items()}


@cache
def _family(code: str, beginning: str) -> Mapping[str, str]:
    return {key.removeprefix(beginning): said for key, said in _strings(code).items() if key.startswith(beginning)}


@cache
def _values(schema: Schema, field: str, code: str) -> Mapping[str, str]:
    """Return the names of an enum field's values in one language."""
    return {choice.value: choice.names[code] for choice in enum_choices(_node(schema, field))}


@cache
def _node(schema: Schema, field: str) -> Node:
    """Return the schema node of a field such as `how.entry`; lists are entered implicitly."""
    node = schema.resolve(schema.root)
    for step in field.split("."):
        if "items" in node:
            node = schema.child(node, 0)
        node = schema.child(node, step)
    return schema.child(node, 0) if "items" in node and "enum" in schema.child(node, 0) else node
