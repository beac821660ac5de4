"""Speak one language: interface strings, the schema's words, and the best text a model has."""

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
    """A text of a model as found: `language` is set where it is not the page's own, and the page then marks it."""

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
    """The only one who knows which language it is."""

    code: str
    strings: Mapping[str, str]
    schemas: Schemas

    @classmethod
    def of(cls, code: str, schemas: Schemas) -> Language:
        return cls(code, _strings(code), schemas)

    @property
    def prefix(self) -> str:
        """The folder of this language in the site: nothing for Finnish, `sv/`, `en/`."""
        return "" if self.code == DEFAULT else f"{self.code}/"

    @property
    def locale(self) -> str:
        """The language and the country as browsers name them, such as `sv-FI`."""
        return self.say("layout.locale").replace("_", "-")

    def say(self, key: str, **gaps: object) -> str:
        """An interface string; KeyError where there is none."""
        return self.strings[key].format_map(gaps) if gaps else self.strings[key]

    def family(self, name: str) -> Mapping[str, str]:
        """The interface strings whose keys begin so, by the rest of the key and with their gaps: for scripts, which fill them."""
        return _family(self.code, f"{name}.")

    def pick(self, text: Text) -> LocalizedText:
        """A model's text in this language, else in Finnish."""
        own = text.in_language(self.code)
        return LocalizedText(own) if own is not None else LocalizedText(text.fi, DEFAULT)

    def pick_all(self, texts: tuple[Text, ...]) -> tuple[LocalizedText, ...]:
        return tuple(self.pick(each) for each in texts)

    def foreign(self, text: str, language: str) -> LocalizedText:
        """A text that stands as it is, such as a source's heading, marked where its language is not the page's."""
        return LocalizedText(text, None if language == self.code else language)

    def title(self, field: str, schema: str = MODEL) -> str:
        """What the schema calls a field: `how.entry.referral`."""
        return title(_node(self.schemas[schema], field), self.code)

    def question(self, field: str) -> str:
        """What the schema asks an author about a field."""
        return question(_node(self.schemas[MODEL], field), self.code)

    def value(self, field: str, value: str, schema: str = MODEL) -> str:
        """What the schema calls a value of an enum field."""
        return _values(self.schemas[schema], field, self.code)[value]

    def date(self, written: str) -> str:
        """An ISO date, whole or partial, as this language writes it."""
        parts = [part.lstrip("0") for part in written.split("-")]
        gaps = {"year": parts[0], "month": parts[1] if len(parts) > 1 else "", "day": parts[2] if len(parts) > 2 else ""}
        named = {**gaps, "month_name": self.strings.get(f"month.{gaps['month']}", "")}
        return self.say(("date.year", "date.month", "date.day")[len(parts) - 1], **named)

    def period(self, start: str | None, end: str | None) -> str:
        """From and until, either of which may be unknown."""
        if start and end:
            return f"{self.date(start)} – {self.date(end)}"
        if start:
            return self.say("period.from", date=self.date(start))
        return self.say("period.until", date=self.date(end)) if end else self.say("unknown")

    def number(self, value: int) -> str:
        """A whole number with this language's separator of thousands."""
        return f"{value:,}".replace(",", self.strings["number.separator"]).replace(" ", _NO_BREAK_SPACE)

    def tenths(self, value: int) -> str:
        """A number given in tenths with this language's decimal mark: 11 is 1,1 and 20 is 2."""
        whole, rest = divmod(value, 10)
        return f"{self.number(whole)}{self.strings['number.decimal_mark']}{rest}" if rest else self.number(whole)


def capital(words: str) -> str:
    """Words with a capital first and the rest as they are: IPS-ohjaaja stays so."""
    return words[:1].upper() + words[1:]


@cache
def _strings(code: str) -> Mapping[str, str]:
    return {key: str(value) for key, value in string_files.load(f"{code}.yml").items()}


@cache
def _family(code: str, beginning: str) -> Mapping[str, str]:
    return {key.removeprefix(beginning): said for key, said in _strings(code).items() if key.startswith(beginning)}


@cache
def _values(schema: Schema, field: str, code: str) -> Mapping[str, str]:
    """The words of an enum field's values in one language."""
    return {choice.value: choice.names[code] for choice in enum_choices(_node(schema, field))}


@cache
def _node(schema: Schema, field: str) -> Node:
    """The node of a field by its name with dots; lists are stepped into."""
    node = schema.resolve(schema.root)
    for step in field.split("."):
        if "items" in node:
            node = schema.child(node, 0)
        node = schema.child(node, step)
    return schema.child(node, 0) if "items" in node and "enum" in schema.child(node, 0) else node
