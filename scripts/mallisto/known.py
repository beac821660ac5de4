"""How something is known, in words: ”Raportoitu, kertojana Huoltoliitto, lähteen kohdassa Tulokset”."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.catalog import Catalog
from mallisto.language import Language, Spoken
from mallisto.model import Basis, Model, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`kind` names the look of the mark, `words` stand on it; `by` reports it, `place` is where it stands in its source."""

    kind: str
    words: str
    by: Spoken | None = None
    place: Spoken | None = None


def by_editors(deed: str, language: Language) -> Known:
    """The mark of what the editors did rather than read: they classified, concluded, counted, reviewed."""
    return Known(kind="editorial", words=language.say(f"told.by_editors.{deed}"))


def known(provenance: Provenance, model: Model, catalog: Catalog, language: Language) -> Known:
    """How a fact of a model is known."""
    if provenance.basis is Basis.EXTERNAL and provenance.reference:
        return Known(kind="external", words=language.say("told.external"), place=language.pick(provenance.reference.title))
    if provenance.source is None or provenance.modality is None:
        return Known(kind="editorial", words=language.say("told.editorial"))
    source = model.source(provenance.source.to)
    heading = model.heading_by_ids.get((provenance.source.to, provenance.heading.to)) if provenance.heading else None
    return Known(
        kind=provenance.modality,
        words=language.say(f"told.{provenance.modality}"),
        by=language.pick(catalog.organisation(provenance.reported_by).name) if provenance.reported_by else None,
        place=language.foreign(heading.title, source.language) if source and heading else None,
    )
