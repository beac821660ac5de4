"""What a model tells in a field: values in words, with how they are known and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.provenance_label import ProvenanceLabel, by_editors, provenance_label
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Answer as Closed
from mallisto.model import Fact, Figure, Model, Provenance, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """One value with its small print, how it is known, and where it stands on the model's pages.

    `provenance` is that of the fact, none where the editors did something. `own_anchor` is the id that the value itself bears in the facts
    panel, since it stands nowhere else; `address` is a page about what the value names.
    """

    text: LocalizedText | str
    known: ProvenanceLabel
    more: tuple[LocalizedText | str, ...] = ()
    provenance: Provenance | None = None
    part: str = ""
    anchor: str = ""
    own_anchor: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        return " ".join(map(str, (self.text, *self.more)))


@dataclass(frozen=True, slots=True)
class FieldReader:
    """A model whose fields are read, in a language."""

    model: Model
    catalog: Catalog
    language: Language

    def known(self, fact: Fact) -> ProvenanceLabel:
        return provenance_label(fact.provenance, self.model, self.catalog, self.language)

    def value(self, text: LocalizedText | str, fact: Fact, *more: LocalizedText | str, **place: str) -> FieldValue:
        """A value that is known as a fact is."""
        return FieldValue(text=text, more=more, known=self.known(fact), provenance=fact.provenance, **place)

    def editors(self, key: str) -> ProvenanceLabel:
        """The mark of what the editors did: counted or classified."""
        return by_editors(key, self.language)

    def statements(self, statements: Iterable[Statement]) -> Iterator[FieldValue]:
        for each in statements:
            site = (self.language.pick(self.catalog.organisation(each.site).name),) if each.site else ()
            yield self.value(self.language.pick(each.text), each, *site, anchor=urls.fact(each.id), own_anchor=urls.fact(each.id))

    def figures(self, figures: Iterable[Figure], part: str = "") -> Iterator[FieldValue]:
        for each in figures:
            more: list[LocalizedText | str] = [self.language.say("compare.no_unit")] if each.unit == "unknown" else []
            more += [self.language.pick(text) for text in (each.label, each.population) if text]
            text = amount(each, self.language)
            yield self.value(text, each, *more, part=part, anchor=urls.fact(each.id))

    def closed(self, field: str, answer: Closed | None) -> Iterator[FieldValue]:
        """The answer to a closed question; none where it is that nobody knows."""
        if answer and answer.value != "unknown":
            more = (self.language.pick(answer.text),) if answer.text else ()
            yield self.value(self.language.value(f"{field}.value", answer.value), answer, *more, anchor="perusidea")

    def quality(self, field: str, value: str) -> str:
        """A quality in a word; an unknown one is said with its name, since it stands beside something else."""
        word = self.language.value(field, value)
        return word if value != "unknown" else f"{self.language.title(field)}: {word}"

    def missing(self, field: str) -> Iterator[FieldValue]:
        """What the model's gaps say of a field."""
        for each in self.model.gaps:
            if field and f"{each.field.to}.".startswith(f"{field}."):
                yield self.value(self.language.pick(each.text), each, anchor=urls.fact(each.id))
