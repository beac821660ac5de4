"""A model's answer to a question of the comparison: values with how they are known, or what is said of their absence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mallisto.catalog.provenance_label import ProvenanceLabel
from mallisto.fields.values import FieldValue
from mallisto.i18n.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Values, or none: then `missing` tells what the source leaves out, where the model names it."""

    values: tuple[FieldValue, ...] = ()
    missing: tuple[FieldValue, ...] = ()

    def words(self, language: Language) -> str:
        """The whole answer as one text."""
        said = [
            f"{'; '.join(each.words for each in found)} [{_mark(mark, language)}]" for mark, found in shares(self.values or self.missing)
        ]
        return "\n".join(said if self.values else [language.say("unknown"), *said])


def shares(values: Iterable[FieldValue]) -> Iterator[tuple[ProvenanceLabel, tuple[FieldValue, ...]]]:
    """Values that are known in the same way, with their mark."""
    found: dict[ProvenanceLabel, list[FieldValue]] = {}
    for each in values:
        found.setdefault(each.known, []).append(each)
    yield from ((mark, tuple(shared)) for mark, shared in found.items())


def _mark(mark: ProvenanceLabel, language: Language) -> str:
    by = f"{language.say('told.by')} {mark.by}" if mark.by else ""
    return " ".join(str(each) for each in (mark.words, by, mark.place) if each)
