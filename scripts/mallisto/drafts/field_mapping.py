"""How the text under each heading becomes fields of a model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from mallisto.checks.project import plans_in
from mallisto.drafts.draft_builder import SOURCE, Making
from mallisto.drafts.headings import ICON
from mallisto.drafts.page_lines import PageLine, PagePart, UnplacedReason
from mallisto.drafts.yaml_writer import Tree
from mallisto.model import Area, Concept, Organisation
from mallisto.reading.messages import folded
from mallisto.reading.schema import date_in

_STAGES: Mapping[str, str] = {
    "idea": "idea",
    "ideointi": "idea",
    "being developed": "developing",
    "kehitteilla": "developing",
    "kehitetaan": "developing",
    "being piloted": "piloting",
    "piloting": "piloting",
    "kokeilussa": "piloting",
    "pilotoidaan": "piloting",
    "ready": "ready",
    "valmis": "ready",
}
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|(?<=[a-zåäö][.!?])(?=[A-ZÅÄÖ][a-zåäö])")
_TAGS = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|\s+(?=[A-ZÅÄÖ])|\s*[,;]\s*")
_DATE = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


def statements(part: PagePart, making: Making) -> None:
    """A paragraph is a statement; of results each sentence, so that a plan among them goes where plans belong."""
    for line in part.lines:
        if part.heading.field == "results.claims":
            for sentence in _SENTENCE_END.split(line.text):
                is_plan = any(plans_in(sentence))
                making.add_text("results.expected_results" if is_plan else "results.claims", sentence, part)
        else:
            is_criterion = line.is_bullet and part.heading.field == "for_whom.description"
            making.add_text("for_whom.criteria" if is_criterion else part.heading.field, line.text, part)


def _name(part: PagePart, making: Making) -> None:
    _whole_text("name", part.lines, making)


def _summary(part: PagePart, making: Making) -> None:
    _whole_text("summary", part.lines, making)


def _whole_text(name: str, lines: Sequence[PageLine], making: Making) -> None:
    if lines:
        making.single[name] = {"fi": " ".join(each.text for each in lines)}


def _site(part: PagePart, making: Making) -> None:
    if part.lines:
        making.single["basics.place"] = {"site": {"fi": ", ".join(each.text for each in part.lines)}, **making.source(part)}


def _area(part: PagePart, making: Making) -> None:
    """The municipalities and counties by their names; the page's own words stay in the note."""
    said = ", ".join(each.text for each in part.lines)
    if not said:
        return
    names = {_bare(each) for each in re.split(r"\s*,\s*|\s+ja\s+", said)}
    places: dict[str, Tree] = {}
    known: Sequence[tuple[str, Sequence[Area]]] = (
        ("municipalities", making.catalog.vocabulary.municipalities),
        ("counties_now", making.catalog.vocabulary.counties),
    )
    for key, areas in known:
        found: list[Tree] = [each.id for each in areas if _bare(each.name.fi) in names]
        if found:
            places[key] = found
    place = making.single.get("basics.place", making.source(part))
    if isinstance(place, Mapping):
        making.single["basics.place"] = {**place, **places, "note": {"fi": f"{part.title}: {said}"}}


def _bare(name: str) -> str:
    """A region by the name it and its county share: Pirkanmaa, Pirkanmaan hyvinvointialue."""
    return folded(name).removesuffix(" hyvinvointialue").removesuffix("n")


def _funding(part: PagePart, making: Making) -> None:
    for line in part.lines:
        kind = "no_separate_funding" if "ei erillisrahoitusta" in folded(line.text) else "unknown"
        funder = next((each.id for each in making.catalog.vocabulary.organisations if _is_named(each, line.text)), None)
        funding: dict[str, Tree] = {"id": f"funding-{len(making.lists['basics.funding']) + 1}", "type": kind}
        if funder:
            funding["funder"] = funder
        making.lists["basics.funding"].append({**funding, "text": {"fi": line.text}, **making.source(part)})


def _is_named(organisation: Organisation, said: str) -> bool:
    names = [organisation.name.fi, *([organisation.short_name.fi] if organisation.short_name else [])]
    return any(re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", folded(said)) for name in names)


def _links(part: PagePart, making: Making) -> None:
    for line in part.lines:
        url = _URL.search(line.text)
        number = len(making.lists["basics.links"]) + 1
        link: dict[str, Tree] = {"id": f"link-{number}", "title": {"fi": line.text}, "kind": "page" if url else "attachment"}
        if url:
            link["url"] = url[0]
        making.lists["basics.links"].append({**link, "state": "unchecked" if url else "no_address", **making.source(part)})


def _author(part: PagePart, making: Making) -> None:
    """Whoever made a page is a person, and a model names organisations and roles."""
    for line in part.lines:
        making.aside(line, UnplacedReason.PERSONAL)


def _date(part: PagePart, making: Making) -> None:
    for line in part.lines:
        set_date(part.heading.field.rpartition(".")[2], line, making)


def set_date(name: str, line: PageLine, making: Making) -> None:
    written = _DATE.search(line.text)
    day = date_in(written[0]) if written else ""
    if day:
        making.single[f"source.{name}"] = day
        making.aside(line, UnplacedReason.CONVERTED)
    else:
        making.aside(line, UnplacedReason.UNCLEAR)


def _status(part: PagePart, making: Making) -> None:
    said = ", ".join(ICON.sub("", each.text) for each in part.lines)
    for line in part.lines:
        if ICON.match(line.text):
            making.aside(line, UnplacedReason.CONVERTED)
    if said:
        stage = _STAGES.get(folded(said), "unknown")
        making.single["status"] = {"development": stage, "lifecycle": "unknown", "source_label": said, **making.source(part)}


def _tags(part: PagePart, making: Making) -> None:
    """The page's own tags, parted where they were glued together, and those that our vocabulary knows."""
    tags = [tag for line in part.lines for tag in _TAGS.split(line.text) if tag]
    if not tags:
        return
    making.lists["classification.source_tags"].append({"source": SOURCE, "heading": part.heading.id, "tags": list(dict.fromkeys(tags))})
    words, known = {folded(each) for each in tags}, making.catalog.vocabulary
    lists: Sequence[tuple[str, Sequence[Concept]]] = (
        ("topics", known.topics),
        ("target_groups", known.target_groups),
        ("life_situations", known.life_situations),
    )
    for name, concepts in lists:
        chosen = making.lists[f"classification.{name}"]
        chosen += [each.id for each in concepts if folded(each.name.fi) in words and each.id not in chosen]


PLACERS: Mapping[str, Callable[[PagePart, Making], None]] = {
    "name": _name,
    "summary": _summary,
    "basics.place.site": _site,
    "basics.place": _area,
    "basics.funding": _funding,
    "basics.links": _links,
    "upkeep.owner": _author,
    "upkeep.sources.published": _date,
    "upkeep.sources.modified": _date,
    "status": _status,
    "classification.topics": _tags,
    "classification.target_groups": _tags,
    "classification.life_situations": _tags,
}
