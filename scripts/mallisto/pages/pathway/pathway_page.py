"""A model's pathway as numbered steps and as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.provenance_label import steps_by_provenance
from mallisto.i18n.language import LocalizedText
from mallisto.model import Direction, Model, Step, Text
from mallisto.pages.elements.facts import ProvenanceView, StatementView, amount, provenance_view, short_mark, statement_views
from mallisto.pages.elements.link_targets import PlaceLink, place
from mallisto.pages.elements.model_nav import PartLink, part_links
from mallisto.pages.elements.page_context import Anchor, Page, PageContext
from mallisto.pages.elements.render import render
from mallisto.pages.pathway import figure
from mallisto.pages.pathway.figure_views import PathwayFigureView


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLink:
    name: LocalizedText
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneView:
    """A responsible party, with its kind and a note."""

    title: LocalizedText
    kind: str
    note: LocalizedText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """A way out of a step; `label` is the condition, `back` is true if it leads back, `hands_over` if responsibility passes."""

    number: int
    title: LocalizedText
    href: str
    label: LocalizedText | None
    back: str
    hands_over: str
    lane: LocalizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step."""

    anchor: str
    link: PlaceLink
    number: int
    kind: str
    kind_words: str
    title: LocalizedText
    text: LocalizedText | None
    lane: LocalizedText
    taking_part: tuple[LocalizedText, ...]
    roles: tuple[RoleLink, ...]
    place: LocalizedText | None
    channel: str
    duration: LocalizedText | None
    inputs: tuple[LocalizedText, ...]
    outputs: tuple[LocalizedText, ...]
    when_needed: str
    exit_kind: str
    metric: str
    metric_label: LocalizedText | None
    metric_told: ProvenanceView | None
    split: str
    ways: tuple[WayView, ...]
    inferred: str
    provenance: ProvenanceView


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayDownloadView:
    """The pathway as a file to download."""

    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumnView:
    """A column of the table that is omitted if empty: the cell's text for every step."""

    title: str
    cells: tuple[tuple[LocalizedText | str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayView:
    """The pathway page. `untold` names the columns that are omitted because they are empty for all steps."""

    name: LocalizedText
    title: str
    parts: tuple[PartLink, ...]
    figure: PathwayFigureView
    known: str
    downloads: tuple[PathwayDownloadView, ...]
    order_note: str
    notes: tuple[StatementView, ...]
    columns: tuple[TableColumnView, ...]
    untold: str
    lanes: tuple[LaneView, ...]
    steps: tuple[StepView, ...]


def page(model: Model, context: PageContext) -> Page:
    """Return the pathway page of a model."""
    language = context.language
    shown = view(model, context)
    say = language.say
    return Page(
        kind="pathway",
        id=model.id,
        address=urls.model_page(model.id, urls.PATHWAY),
        title=say("page.of_model", part=shown.title, model=str(language.pick(model.title))),
        description=say("pathway.description", model=str(shown.name), count=len(shown.steps)),
        head=render("elements/head", context, shown),
        chapter=render("pathway/pathway", context, shown),
        contents=(
            Anchor("kaavio", say("figure.title")),
            Anchor("taulukko", say("pathway.table")),
            Anchor("vastuut", say("pathway.lanes")),
            Anchor("vaiheet", say("pathway.steps")),
        ),
    )


def view(model: Model, context: PageContext) -> PathwayView:
    language = context.language
    steps = tuple(_step_view(number, step, model, context) for number, step in enumerate(model.pathway.steps, 1))
    columns = _columns(steps, context)
    untold = ", ".join(each.title for each in columns if not any(each.cells))
    return PathwayView(
        name=language.pick(model.name),
        title=language.title("pathway"),
        parts=part_links(model, context, urls.PATHWAY),
        figure=figure.view(model, context),
        known=steps_by_provenance(enumerate(model.pathway.steps, 1), model, context.catalog, language),
        downloads=tuple(
            PathwayDownloadView(href=context.href(urls.download(model.id, ending)), title=language.say(f"download.{ending}"))
            for ending in urls.DOWNLOADS
        ),
        order_note=language.say("pathway.order_is_ours") if model.pathway.has_inferred_order else "",
        notes=statement_views(model.pathway.notes, model, context),
        columns=tuple(each for each in columns if any(each.cells)),
        untold=language.say("pathway.untold", what=untold) if untold else "",
        lanes=tuple(
            LaneView(
                title=language.pick(lane.title),
                kind=language.value("pathway.lanes.kind", lane.kind),
                note=language.pick(lane.note) if lane.note else None,
            )
            for lane in model.pathway.lanes
        ),
        steps=steps,
    )


def _columns(steps: tuple[StepView, ...], context: PageContext) -> tuple[TableColumnView, ...]:
    cells: dict[str, Iterable[tuple[LocalizedText | str | None, ...]]] = {
        "with": (each.taking_part for each in steps),
        "place": ((each.place or each.channel,) for each in steps),
        "duration": ((each.duration,) for each in steps),
        "inputs": (each.inputs for each in steps),
        "outputs": (each.outputs for each in steps),
    }
    return tuple(
        TableColumnView(title=context.language.say(f"step.{name}"), cells=tuple(tuple(word for word in cell if word) for cell in column))
        for name, column in cells.items()
    )


def _step_view(number: int, step: Step, model: Model, context: PageContext) -> StepView:
    language = context.language
    lanes = {lane.id: lane.title for lane in model.pathway.lanes}
    mark = provenance_view(step.provenance, model, context)
    metric = next((each for each in model.figures() if step.metric and each.id == step.metric.to), None)
    return StepView(
        anchor=urls.step(step.id),
        link=place(urls.model_page(model.id, urls.PATHWAY), urls.step(step.id), context, mark),
        number=number,
        kind=step.type,
        kind_words=language.value("pathway.steps.type", step.type),
        title=language.pick(step.title),
        text=_maybe(step.text, context),
        lane=language.pick(lanes[step.lane.to]),
        taking_part=tuple(language.pick(lanes[ref.to]) for ref in step.taking_part),
        roles=tuple(
            RoleLink(name=context.role_name(ref), href=context.model_href(model, urls.ROLES, urls.role(ref.to)))
            if any(each.role.to == ref.to for each in model.people.roles)
            else RoleLink(name=context.role_name(ref), href=context.role_href(context.catalog.role(ref)))
            for ref in step.roles
        ),
        place=_maybe(step.place, context),
        channel=", ".join(language.value("pathway.steps.channel", each) for each in step.channel),
        duration=_maybe(step.duration, context),
        inputs=language.pick_all(step.inputs),
        outputs=language.pick_all(step.outputs),
        when_needed=language.say("step.when_needed") if step.optional == "when_needed" else "",
        exit_kind=language.value("pathway.steps.exit_kind", step.exit_kind) if step.exit_kind else "",
        metric=amount(metric, context) if metric else "",
        metric_label=language.pick(metric.label) if metric else None,
        metric_told=short_mark(provenance_view(metric.provenance, model, context)) if metric else None,
        split=language.say(f"step.split.{step.split}") if step.split else "",
        ways=_ways(step, model, context),
        inferred=language.say("step.inferred", what=", ".join(language.value("pathway.steps.inferred", each) for each in step.inferred))
        if step.inferred
        else "",
        provenance=mark,
    )


def _ways(step: Step, model: Model, context: PageContext) -> tuple[WayView, ...]:
    language = context.language
    pathway = model.pathway
    return tuple(
        WayView(
            number=pathway.step_number(way.to.to),
            title=language.pick(pathway.step(way.to).title),
            href=f"#{urls.step(way.to.to)}",
            label=_maybe(way.label, context),
            back=language.say("step.back") if way.kind is Direction.BACK else "",
            hands_over=language.say(f"figure.hands_over.{way.hands_over}") if way.hands_over else "",
            lane=language.pick(pathway.lane(pathway.step(way.to).lane).title),
        )
        for way in step.next
    )


def _maybe(text: Text | None, context: PageContext) -> LocalizedText | None:
    return context.language.pick(text) if text else None
