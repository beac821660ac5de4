"""What a model answers to a question: values with how they are known, or what is said of their absence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.catalog.provenance_label import ProvenanceLabel, by_editors, provenance_label
from mallisto.i18n.figure_text import amount
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Answer as Closed
from mallisto.model import Fact, Figure, Model, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class CellValue:
    """One value with its small print, how it is known, and where it stands on the model's pages."""

    text: LocalizedText | str
    known: ProvenanceLabel
    more: tuple[LocalizedText | str, ...] = ()
    part: str = ""
    anchor: str = ""

    @property
    def words(self) -> str:
        return " ".join(map(str, (self.text, *self.more)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Values, or none: then `missing` tells what the source leaves out, where the model names it."""

    values: tuple[CellValue, ...] = ()
    missing: tuple[CellValue, ...] = ()

    def words(self, language: Language) -> str:
        """The whole answer as one text."""
        said = [
            f"{'; '.join(each.words for each in found)} [{_mark(mark, language)}]" for mark, found in shares(self.values or self.missing)
        ]
        return "\n".join(said if self.values else [language.say("unknown"), *said])


def shares(values: Iterable[CellValue]) -> Iterator[tuple[ProvenanceLabel, tuple[CellValue, ...]]]:
    """Values that are known in the same way, with their mark."""
    found: dict[ProvenanceLabel, list[CellValue]] = {}
    for each in values:
        found.setdefault(each.known, []).append(each)
    yield from ((mark, tuple(shared)) for mark, shared in found.items())


def _mark(mark: ProvenanceLabel, language: Language) -> str:
    by = f"{language.say('told.by')} {mark.by}" if mark.by else ""
    return " ".join(str(each) for each in (mark.words, by, mark.place) if each)


@dataclass(frozen=True, slots=True)
class ModelReader:
    """A model that is asked, in a language."""

    model: Model
    catalog: Catalog
    language: Language

    def known(self, fact: Fact) -> ProvenanceLabel:
        return provenance_label(fact.provenance, self.model, self.catalog, self.language)

    def editors(self, key: str) -> ProvenanceLabel:
        """The mark of what the editors did: counted or classified."""
        return by_editors(key, self.language)

    def statements(self, statements: Iterable[Statement]) -> Iterator[CellValue]:
        for each in statements:
            site = (self.language.pick(self.catalog.organisation(each.site).name),) if each.site else ()
            yield CellValue(text=self.language.pick(each.text), more=site, known=self.known(each), anchor=urls.fact(each.id))

    def figures(self, figures: Iterable[Figure], part: str = "") -> Iterator[CellValue]:
        for each in figures:
            more: list[LocalizedText | str] = [self.language.say("compare.no_unit")] if each.unit == "unknown" else []
            more += [self.language.pick(text) for text in (each.label, each.population) if text]
            text = amount(each, self.language)
            yield CellValue(text=text, more=tuple(more), known=self.known(each), part=part, anchor=urls.fact(each.id))

    def closed(self, field: str, answer: Closed | None) -> Iterator[CellValue]:
        """The answer to a closed question; none where it is that nobody knows."""
        if answer and answer.value != "unknown":
            more = (self.language.pick(answer.text),) if answer.text else ()
            yield CellValue(
                text=self.language.value(f"{field}.value", answer.value), more=more, known=self.known(answer), anchor="perusidea"
            )

    def quality(self, field: str, value: str) -> str:
        """A quality in a word; an unknown one is said with its name, since it stands beside something else."""
        word = self.language.value(field, value)
        return word if value != "unknown" else f"{self.language.title(field)}: {word}"

    def missing(self, field: str) -> Iterator[CellValue]:
        """What the model's gaps say of a field."""
        for each in self.model.gaps:
            if field and f"{each.field.to}.".startswith(f"{field}."):
                yield CellValue(text=self.language.pick(each.text), known=self.known(each), anchor=urls.fact(each.id))
