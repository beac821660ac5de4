"""The provenance of a fact in words: ”Ilmoitettu tapahtuneeksi, tiedon antaja: Huoltoliitto, lähteen kohdassa Tulokset”."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mallisto.catalog.catalog import Catalog
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Basis, Model, Provenance, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceLabel:
    """A label with the provenance of a fact.

    `kind` selects the style, `words` is the text; `by` is who reported the fact, `place` is the heading in the source.
    """

    kind: str
    words: str
    by: LocalizedText | None = None
    place: LocalizedText | None = None


def by_editors(deed: str, language: Language) -> ProvenanceLabel:
    """Return the label for something the editors did: classified, concluded, counted, reviewed."""
    return ProvenanceLabel(kind="editorial", words=language.say(f"told.by_editors.{deed}"))


def provenance_label(provenance: Provenance, model: Model, catalog: Catalog, language: Language) -> ProvenanceLabel:
    """Return the label of a fact of a model."""
    if provenance.basis is Basis.EXTERNAL and provenance.reference:
        return ProvenanceLabel(kind="external", words=language.say("told.external"), place=language.pick(provenance.reference.title))
    if provenance.source is None or provenance.modality is None:
        return ProvenanceLabel(kind="editorial", words=language.say("told.editorial"))
    source = model.source(provenance.source.to)
    heading = model.heading_by_ids.get((provenance.source.to, provenance.heading.to)) if provenance.heading else None
    return ProvenanceLabel(
        kind=provenance.modality,
        words=language.say(f"told.{provenance.modality}"),
        by=language.pick(catalog.organisation(provenance.reported_by).name) if provenance.reported_by else None,
        place=language.foreign(heading.title, source.language) if source and heading else None,
    )


def steps_by_provenance(numbered: Iterable[tuple[int, Step]], model: Model, catalog: Catalog, language: Language) -> str:
    """Return the provenance of steps by number, for a figure without room for labels; one label if all steps share it."""
    numbers: dict[str, list[int]] = {}
    for number, step in numbered:
        numbers.setdefault(provenance_label(step.provenance, model, catalog, language).words, []).append(number)
    if len(numbers) == 1:
        return next(iter(numbers))
    return "; ".join(f"{words}: {_spans(found)}" for words, found in numbers.items())


def _spans(numbers: Iterable[int]) -> str:
    """Format ascending numbers with ranges: 1–3, 5."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
