"""The pathway figure: one list of linked steps, which CSS lays out as lanes or as a stack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.i18n.hyphens import SOFT_HYPHEN, Hyphens
from mallisto.i18n.language import LocalizedText
from mallisto.model import Lane, Model, Step, StepType, Text, Way
from mallisto.pages.elements.facts import amount
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.pathway import figure_lines
from mallisto.pages.pathway.figure_views import (
    HeadView,
    LabelView,
    LegendItem,
    NextView,
    PathwayFigureView,
    RoleHighlightView,
    Soft,
    StepCardView,
    Word,
)
from mallisto.pathway import Layout, Room

# The number of lanes and lines of text that fit one A4 page; a longer pathway is printed as a stack.
MOST_PRINTED_LANES, MOST_PRINTED_LINES = 5, 86


def view(model: Model, context: PageContext) -> PathwayFigureView:
    layout = context.catalog.layout_of(model)
    return _FigureDrawing(model, context, layout).view()


@dataclass(frozen=True, slots=True)
class _FigureDrawing:
    """One pathway in one language, with its layout."""

    model: Model
    context: PageContext
    layout: Layout

    def view(self) -> PathwayFigureView:
        pathway, lattice = self.model.pathway, self.layout.lattice
        fits = " on-one-page" if self._fits_a_page() else ""
        return PathwayFigureView(
            style=self.context.asset("assets/css/pathway-grid.css"),
            name=self.context.language.say("figure.name", count=len(pathway.steps)),
            classes=f"lanes-{lattice.lanes} ranks-{lattice.ranks} {figure_lines.columns_in_use(self.layout)}{fits}".strip(),
            legend=tuple(self._legend()),
            shares=self._shares(),
            heads=tuple(self._head(number, lane) for number, lane in enumerate(pathway.lanes)),
            grounds=tuple(f"{figure_lines.lane_area(number)}{_client(lane)}" for number, lane in enumerate(pathway.lanes)),
            marks=tuple(figure_lines.marks(self.layout, self._hand_overs())),
            cards=tuple(self._card(number, step) for number, step in enumerate(pathway.steps)),
            labels=tuple(self._labels()),
        )

    def soft(self, text: Text) -> Soft:
        """Return a model text with break points in its long words."""
        return self.with_soft_hyphens(self.context.language.pick(text))

    def with_soft_hyphens(self, spoken: LocalizedText) -> Soft:
        text = Hyphens.of(spoken.language or self.context.language.code).with_soft_hyphens(spoken.text)
        return Soft(tuple(Word(tuple(each.split(SOFT_HYPHEN))) for each in text.split()), spoken.language)

    def _ways(self) -> Iterator[tuple[Step, Way]]:
        """Yield every way with the step it leaves, in the order of the plan's edges."""
        return ((step, way) for step in self.model.pathway.steps for way in step.next)

    def _hand_overs(self) -> frozenset[int]:
        return frozenset(number for number, (_, way) in enumerate(self._ways()) if way.hands_over)

    def _legend(self) -> Iterator[LegendItem]:
        language, steps = self.context.language, self.model.pathway.steps
        here = {step.type for step in steps}
        for kind in StepType:
            if kind in here:
                yield LegendItem(kind=kind, words=language.value("pathway.steps.type", kind))
        shown = {
            "optional": any(step.optional == "when_needed" for step in steps),
            "over": bool(self._hand_overs()),
            "back": any(edge.is_back for edge in self.layout.plan.edges),
            "ring": bool(self.layout.guests),
        }
        yield from (LegendItem(kind=kind, words=language.say(f"figure.{kind}")) for kind, is_shown in shown.items() if is_shown)

    def _role_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ref.to for step in self.model.pathway.steps for ref in step.roles))

    def _shares(self) -> tuple[RoleHighlightView, ...]:
        shares = []
        for number, role_id in enumerate(self._role_ids(), 1):
            steps = [place for place, step in enumerate(self.model.pathway.steps, 1) if any(ref.to == role_id for ref in step.roles)]
            name = self.context.language.pick(self.context.catalog.role_by_id[role_id].name)
            shares.append(RoleHighlightView(anchor=urls.share(role_id), number=number, name=name, steps=", ".join(map(str, steps))))
        return tuple(shares)

    def _head(self, number: int, lane: Lane) -> HeadView:
        return HeadView(
            classes=f"{figure_lines.lane_area(number)}{_client(lane)}",
            title=self.soft(lane.title),
            note=self.soft(lane.note) if lane.note else None,
        )

    def _card(self, number: int, step: Step) -> StepCardView:
        language, pathway = self.context.language, self.model.pathway
        ways = tuple(self._next(way) for way in step.next)
        split = language.say(f"step.split.{step.split}") if step.split and len(ways) > 1 else ""
        kind, title, more = language.value("pathway.steps.type", step.type), self.soft(step.title), tuple(self._more(step))
        return StepCardView(
            classes=self._card_classes(number, step),
            href=f"#{urls.step(step.id)}",
            label=f"{number + 1}. {kind}: {', '.join(map(str, (title, *more)))}",
            number=number + 1,
            kind=kind,
            is_decision=step.type is StepType.DECISION,
            conditions=tuple(self._conditions(number)),
            title=title,
            more=more,
            split=split,
            lane=self.soft(pathway.lane(step.lane).title),
            taking_part=tuple(self.soft(pathway.lane(ref).title) for ref in step.taking_part),
            next=ways,
            next_words=f"{language.say('step.next')} ({split})" if split else language.say("step.next"),
        )

    def _card_classes(self, number: int, step: Step) -> str:
        roles = self._role_ids()
        shares = [f"share-{roles.index(ref.to) + 1}" for ref in step.roles]
        optional = ["optional"] if step.optional == "when_needed" else []
        return " ".join([f"stop stop-{number + 1}", step.type, *optional, *shares, figure_lines.card_area(self.layout, number)])

    def _more(self, step: Step) -> Iterator[Soft]:
        """Yield the details under a step's title: duration, place, channel, optionality, metric."""
        language = self.context.language
        yield from (self.soft(text) for text in (step.duration, step.place) if text)
        if not step.place and step.channel:
            yield self.with_soft_hyphens(LocalizedText(", ".join(language.value("pathway.steps.channel", each) for each in step.channel)))
        if step.optional == "when_needed":
            yield self.with_soft_hyphens(LocalizedText(language.say("step.when_needed")))
        figure = next((each for each in self.model.figures() if step.metric and each.id == step.metric.to), None)
        if figure:
            yield self.with_soft_hyphens(LocalizedText(language.say("figure.count", amount=amount(figure, self.context))))

    def _next(self, way: Way) -> NextView:
        language, pathway = self.context.language, self.model.pathway
        target = pathway.step(way.to)
        return NextView(
            label=self.soft(way.label) if way.label else None,
            back=language.say("step.back") if way.kind == "back" else "",
            number=pathway.step_number(target.id),
            title=self.soft(target.title),
            hands_over=language.say(f"figure.hands_over.{way.hands_over}") if way.hands_over else "",
            lane=self.soft(pathway.lane(target.lane).title),
        )

    def _conditions(self, number: int) -> Iterator[Soft]:
        """Yield the labels that did not fit beside their lines and are shown in the target's card."""
        for (_, way), route in zip(self._ways(), self.layout.routes, strict=True):
            if way.label and route.label and route.label.room is Room.CARD and route.edge.target == number:
                yield self.soft(way.label)

    def _labels(self) -> Iterator[LabelView]:
        for (_, way), route in zip(self._ways(), self.layout.routes, strict=True):
            if way.label and route.label and route.label.room is not Room.CARD:
                run = "" if route.label.is_upright else " level"
                back = " back" if route.edge.is_back else ""
                place = figure_lines.label_area(self.layout, route.label)
                yield LabelView(classes=f"{route.label.room.value}{run}{back} {place}", text=self.soft(way.label))

    def _fits_a_page(self) -> bool:
        """Return whether the lanes fit one A4 page in print: a rough count of lines in each rank."""
        pathway, pick = self.model.pathway, self.context.language.pick
        if len(pathway.lanes) > MOST_PRINTED_LANES:
            return False
        letters = max(6.0, (63 / len(pathway.lanes) - 4.2) / 0.56)
        heights: dict[int, float] = {}
        for step, rank in zip(pathway.steps, self.layout.ranks, strict=True):
            lines = 1 + len(str(pick(step.title))) // (letters * 0.85)
            height = 4.2 + 1.32 * lines + 1.5 * bool(step.duration or step.place) + 1.5 * bool(step.split)
            heights[rank] = max(height, heights.get(rank, 0.0))
        labels = sum(1.5 for edge in self.layout.plan.edges if edge.label_length)
        return 10 + sum(heights.values()) + labels <= MOST_PRINTED_LINES


def _client(lane: Lane) -> str:
    return " client" if lane.kind == "client" else ""
