"""A pathway as a picture of its own for slides and posters: time from left to right, text as text, no face of letters of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as resources
from xml.sax.saxutils import escape, quoteattr

from mallisto.export.geometry import Box, Geometry, Spot
from mallisto.export.metadata import About
from mallisto.export.text_wrap import lines, width
from mallisto.i18n.figure_text import amount
from mallisto.i18n.hyphens import Hyphens
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Model, Step, StepType, Text, Way
from mallisto.pathway import Layout, Room, Route

HEAD, MARGIN, TITLE, FOOT = 140.0, 14.0, 40.0, 46.0
SIZE, SMALL, LINE, ROUND = 12.5, 11.0, 15.0, 7.0
LABEL_ROOM = 108.0


def picture(model: Model, layout: Layout, about: About, language: Language) -> bytes:
    """The pathway as an SVG document."""
    return "".join(_Picture.of(model, layout, about, language).parts()).encode()


@dataclass(frozen=True, slots=True)
class _Picture:
    model: Model
    about: About
    language: Language
    geometry: Geometry

    @classmethod
    def of(cls, model: Model, layout: Layout, about: About, language: Language) -> _Picture:
        ways = [way for step in model.pathway.steps for way in step.next]
        widths = {n: _plate_width(_broken(way.label, LABEL_ROOM, SMALL, language)) for n, way in enumerate(ways) if way.label}
        return cls(model, about, language, Geometry.of(layout, HEAD + MARGIN, TITLE, widths))

    def parts(self) -> Iterator[str]:
        wide, high = self.geometry.right + MARGIN, self.geometry.bottom + FOOT
        yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" width="{wide:.0f}" height="{high:.0f}"'
        yield f' lang="{self.language.code}" role="group" aria-labelledby="title"><style>{_style()}</style>\n'
        yield f'<title id="title">{escape(self.about.model)}</title><desc>{escape(self.about.words(self.language))}</desc>\n'
        yield f'<text class="title" x="0" y="24">{escape(self.about.model)}</text>\n'
        yield from self._lanes()
        yield from self._guests()
        routes = sorted(zip(self._ways(), self.geometry.layout.routes, strict=True), key=lambda each: not each[1].edge.is_back)
        for _, route in routes:
            yield from self._way(route)
        for (_, way), route in routes:
            yield from self._hand_over(way, route)
        for number, step in enumerate(self.model.pathway.steps):
            yield from self._step(number, step)
        for (_, way), route in routes:
            yield from self._label(way, route)
        yield from self._foot(wide)
        yield "</svg>\n"

    def _foot(self, wide: float) -> Iterator[str]:
        about = lines(self.about.words(self.language), wide - MARGIN, SMALL, Hyphens.of(self.language.code))
        for number, each in enumerate(about):
            yield f'<text class="foot" x="0" y="{self.geometry.bottom + 18 + LINE * number:.0f}">{escape(each)}</text>\n'

    def _ways(self) -> Iterator[tuple[Step, Way]]:
        return ((step, way) for step in self.model.pathway.steps for way in step.next)

    def _lanes(self) -> Iterator[str]:
        for number, lane in enumerate(self.model.pathway.lanes):
            begin, end = self.geometry.lane(number)
            kind = " client" if lane.kind == "client" else " other" if number % 2 else ""
            place = f'y="{begin:.0f}" height="{end - begin:.0f}"'
            yield f'<rect class="lane{kind}" x="{HEAD:.0f}" width="{self.geometry.right - HEAD:.0f}" {place}/>'
            yield f'<rect class="head{kind}" x="0" width="{HEAD:.0f}" {place}/>'
            words = _broken(lane.title, HEAD - 16, SIZE, self.language)
            on_dark = " on-dark" if lane.kind == "client" else ""
            yield from _column(words, HEAD / 2, (begin + end) / 2, f"name{on_dark}")

    def _guests(self) -> Iterator[str]:
        for guest in self.geometry.layout.guests:
            x, y = self.geometry.spot(guest.at)
            if guest.line_end is not None:
                yield f'<path class="dots" d="M{x:.0f} {y:.0f}V{self.geometry.lanes[guest.line_end]:.0f}"/>'
            yield f'<circle class="ring" cx="{x:.0f}" cy="{y:.0f}" r="5"/>\n'

    def _way(self, route: Route) -> Iterator[str]:
        line = self.geometry.line(route)
        back = " back" if route.edge.is_back else ""
        yield f'<path class="way{back}" d="{_rounded(line)}"/>'
        (x0, y0), (x, y) = line[-2:]
        dx, dy = _sign(x - x0), _sign(y - y0)
        yield f'<path class="tip{back}" d="M{x:.0f} {y:.0f}l{-8 * dx - 5 * dy} {-8 * dy - 5 * dx}l{10 * dy} {10 * dx}z"/>\n'

    def _hand_over(self, way: Way, route: Route) -> Iterator[str]:
        if way.hands_over:
            for point in self.geometry.layout.borders_into_another_lane(route):
                x, y = self.geometry.spot(point)
                yield f'<circle class="over" cx="{x:.0f}" cy="{y:.0f}" r="9"/>'
                yield f'<path class="arrows" d="M{x - 5:.0f} {y - 2:.0f}h9l-2.5-2.5M{x + 5:.0f} {y + 2:.0f}h-9l2.5 2.5"/>\n'

    def _step(self, number: int, step: Step) -> Iterator[str]:
        box = self.geometry.card(number)
        yield f"<a href={quoteattr(f'{self.about.address}#vaihe-{step.id}')}>{_shape(step, box)}"
        room = box.width - (16 if step.type is StepType.TASK else 36)
        title = _broken(step.title, room, SIZE, self.language)
        more = lines(" · ".join(self._more(step)), box.width - 16, SMALL, Hyphens.of(self.language.code))[:2]
        conditions = lines(" / ".join(self._conditions(number)), box.width - 16, SMALL, Hyphens.of(self.language.code))[:1]
        x, y = box.centre
        y -= LINE * (len(title) + len(more) + len(conditions)) / 2 - 4
        on_dark = " on-dark" if step.type is StepType.START else ""
        rows = [("small", each) for each in (*conditions, str(number + 1))]
        rows += [*(("name", each) for each in title), *(("small", each) for each in more)]
        for kind, each in rows:
            yield f'<text class="{kind}{on_dark}" x="{x:.0f}" y="{y:.0f}">{escape(each)}</text>'
            y += LINE
        yield "</a>\n"

    def _more(self, step: Step) -> Iterator[str]:
        yield from (str(self.language.pick(text)) for text in (step.duration, step.place) if text)
        if step.optional == "when_needed":
            yield self.language.say("step.when_needed")
        if step.split and len(step.next) > 1:
            yield self.language.say(f"step.split.{step.split}")
        figure = next((each for each in self.model.figures() if step.metric and each.id == step.metric.to), None)
        if figure:
            yield self.language.say("figure.count", amount=amount(figure, self.language))

    def _conditions(self, number: int) -> Iterator[str]:
        for (_, way), route in zip(self._ways(), self.geometry.layout.routes, strict=True):
            if way.label and route.label and route.label.room is Room.CARD and route.edge.target == number:
                yield str(self.language.pick(way.label))

    def _label(self, way: Way, route: Route) -> Iterator[str]:
        if way.label is None or route.label is None or route.label.room is Room.CARD:
            return
        words = _broken(way.label, LABEL_ROOM, SMALL, self.language)
        x, y = self.geometry.label_spot(route)
        wide, high = _plate_width(words), LINE * len(words) + 3
        yield f'<rect class="plate" x="{x - wide / 2:.0f}" y="{y - high / 2:.0f}" width="{wide:.0f}" height="{high:.0f}" rx="3"/>'
        yield from _column(words, x, y, "label back" if route.edge.is_back else "label")


def _broken(text: Text | None, room: float, size: float, language: Language) -> tuple[str, ...]:
    spoken = language.pick(text) if text else LocalizedText("")
    return lines(spoken.text, room, size, Hyphens.of(spoken.language or language.code))


def _plate_width(words: tuple[str, ...]) -> float:
    return max((width(each, SMALL) for each in words), default=0.0) + 10


def _column(words: tuple[str, ...], x: float, y: float, kind: str) -> Iterator[str]:
    """Lines below one another around a middle."""
    first = y - LINE * (len(words) - 1) / 2 + 4
    yield from (f'<text class="{kind}" x="{x:.0f}" y="{first + LINE * n:.0f}">{escape(each)}</text>\n' for n, each in enumerate(words))


def _shape(step: Step, box: Box) -> str:
    x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if step.type is StepType.DECISION:
        middle = (y + bottom) / 2
        spots = ((x + 14, y), (right - 14, y), (right, middle), (right - 14, bottom), (x + 14, bottom), (x, middle))
        points = " ".join(f"{a:.0f},{b:.0f}" for a, b in spots)
        return f'<polygon class="decision" points="{points}"/>'
    kind = f"{step.type}{' optional' if step.optional == 'when_needed' else ''}"
    corner = 8 if step.type is StepType.TASK else 26
    return f'<rect class="{kind}" x="{x:.0f}" y="{y:.0f}" width="{box.width:.0f}" height="{box.height:.0f}" rx="{corner}"/>'


def _rounded(line: tuple[Spot, ...]) -> str:
    """A path with round corners."""
    path = f"M{line[0][0]:.0f} {line[0][1]:.0f}"
    for (x0, y0), (x, y), (x1, y1) in zip(line, line[1:], line[2:], strict=False):
        bend = min(ROUND, (abs(x - x0) + abs(y - y0)) / 2, (abs(x1 - x) + abs(y1 - y)) / 2)
        before = (x - _sign(x - x0) * bend, y - _sign(y - y0) * bend)
        after = (x + _sign(x1 - x) * bend, y + _sign(y1 - y) * bend)
        path += f"L{before[0]:.1f} {before[1]:.1f}Q{x:.1f} {y:.1f} {after[0]:.1f} {after[1]:.1f}"
    return path + f"L{line[-1][0]:.0f} {line[-1][1]:.0f}"


@cache
def _style() -> str:
    return (resources("mallisto") / "templates" / "pathway" / "picture.css").read_text("utf-8")


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
