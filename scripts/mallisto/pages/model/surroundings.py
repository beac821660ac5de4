"""What stands around a model: the models it names and those that name it, and what has changed in the world since its source."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.language import LocalizedText
from mallisto.model import Modality, Model
from mallisto.pages.elements.connected_text import said
from mallisto.pages.elements.facts import ProvenanceView, provenance_view
from mallisto.pages.elements.page_context import PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyView:
    anchor: str
    text: LocalizedText
    since: str
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    anchor: str
    kind: str
    name: LocalizedText
    href: str | None
    text: LocalizedText | None
    provenance: ProvenanceView
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """Another model that tells of a relation to this one: what it says, from this one's side."""

    words: str
    name: LocalizedText
    href: str


def relations(model: Model, context: PageContext) -> tuple[RelationView, ...]:
    """The models and projects that a model names."""
    language, views = context.language, []
    for relation in model.relations:
        other = context.catalog.head_by_id.get(relation.model.to) if relation.model else None
        name = other.name if other else relation.name
        if name is None:
            continue
        views.append(
            RelationView(
                anchor=urls.fact(relation.id),
                kind=language.value("relations.kind", relation.kind),
                name=language.pick(name),
                href=context.model_href(other) if other else None,
                text=language.pick(relation.text) if relation.text else None,
                provenance=(mark := provenance_view(relation.provenance, model, context)),
                said=said(mark.kind, Modality.DESCRIBED, context),
            )
        )
    return tuple(views)


def related(model: Model, context: PageContext) -> tuple[RelatedView, ...]:
    """The models that name this one, which does not name them itself."""
    language = context.language
    return tuple(
        RelatedView(words=language.say(f"related.{kind}"), name=language.pick(head.name), href=context.model_href(head))
        for kind, head in context.catalog.related_to(model)
    )


def changes(model: Model, context: PageContext) -> tuple[CurrencyView, ...]:
    """What has changed since the source was written."""
    language = context.language
    return tuple(
        CurrencyView(
            anchor=urls.fact(change.id),
            text=language.pick(change.text),
            since=language.date(change.since) if change.since else "",
            provenance=provenance_view(change.provenance, model, context),
        )
        for change in model.currency
    )
