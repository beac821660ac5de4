"""Map the text under the headings of a page to fields of a model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from mallisto.checks.project import plans_in
from mallisto.drafts.draft_builder import SOURCE, DraftBuilder
from mallisto.drafts.headings import ICON
from mallisto.drafts.page_lines import PageLine, PagePart, UnplacedReason
from mallisto.drafts.yaml_writer import Tree
from mallisto.model import Area, Concept, Organisation
from mallisto.reading.mends import date_in
from mallisto.reading.messages import folded

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
# Innokylä's own choices of a funder, folded, and the kinds of funding they are.
_FUNDING = (
    ("ei erillisrahoitusta", "no_separate_funding"),
    ("eu-rahoitus", "eu_fund"),
    ("euroopan sosiaalirahasto", "eu_fund"),
    ("ministerio", "state_grant"),
    ("valtionavustus", "state_grant"),
    ("kunta", "own_budget"),
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|(?<=[a-zåäö][.!?])(?=[A-ZÅÄÖ][a-zåäö])")
_TAGS = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|\s+(?=[A-ZÅÄÖ])|\s*[,;]\s*")
_DATE = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d{2}-\d{2}\b")
_DAY_OR_YEAR = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}\b")
_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


def statements(part: PagePart, builder: DraftBuilder) -> None:
    """Add every paragraph as a statement. Results are split into sentences, so that plans go to the expected results."""
    for line in part.lines:
        if part.heading.field == "results.claims":
            for sentence in _SENTENCE_END.split(line.text):
                is_plan = any(plans_in(sentence))
                builder.add_text("results.expected_results" if is_plan else "results.claims", sentence, part)
        else:
            is_criterion = line.is_bullet and part.heading.field == "for_whom.description"
            builder.add_text("for_whom.criteria" if is_criterion else part.heading.field, line.text, part)


def _name(part: PagePart, builder: DraftBuilder) -> None:
    _whole_text("name", part.lines, builder)


def _summary(part: PagePart, builder: DraftBuilder) -> None:
    _whole_text("summary", part.lines, builder)


def _whole_text(name: str, lines: Sequence[PageLine], builder: DraftBuilder) -> None:
    if lines:
        builder.single[name] = {"fi": " ".join(each.text for each in lines)}


def _site(part: PagePart, builder: DraftBuilder) -> None:
    if part.lines:
        builder.single["basics.place"] = {"site": {"fi": ", ".join(each.text for each in part.lines)}, **builder.source(part)}


def _area(part: PagePart, builder: DraftBuilder) -> None:
    """Set the municipalities and counties that are named; the page's own text goes into the note."""
    text = ", ".join(each.text for each in part.lines)
    if not text:
        return
    names = {_bare(each) for each in re.split(r"\s*,\s*|\s+ja\s+", text)}
    places: dict[str, Tree] = {}
    families: Sequence[tuple[str, Sequence[Area]]] = (
        ("municipalities", builder.catalog.vocabulary.municipalities),
        ("counties_now", builder.catalog.vocabulary.counties),
    )
    for key, areas in families:
        found: list[Tree] = [each.id for each in areas if _bare(each.name.fi) in names]
        if found:
            places[key] = found
    place = builder.single.get("basics.place", builder.source(part))
    if isinstance(place, Mapping):
        builder.single["basics.place"] = {**place, **places, "note": {"fi": f"{part.title}: {text}"}}


def _bare(name: str) -> str:
    """Return the name that a region and its county share: Pirkanmaa for Pirkanmaan hyvinvointialue."""
    return folded(name).removesuffix(" hyvinvointialue").removesuffix("n")


def _funding(part: PagePart, builder: DraftBuilder) -> None:
    for line in part.lines:
        kind = next((kind for words, kind in _FUNDING if words in folded(line.text)), "unknown")
        funder = next((each.id for each in builder.catalog.vocabulary.organisations if _is_named(each, line.text)), None)
        funding: dict[str, Tree] = {"type": kind}
        if funder:
            funding["funder"] = funder
        builder.lists["basics.funding"].append({**funding, "text": {"fi": line.text}, **builder.source(part)})


def _is_named(organisation: Organisation, text: str) -> bool:
    names = [organisation.name.fi, *([organisation.short_name.fi] if organisation.short_name else [])]
    return any(re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", folded(text)) for name in names)


def _whole(part: PagePart, builder: DraftBuilder) -> None:
    """The larger whole a model belongs to, which has no page here."""
    for number, line in enumerate(part.lines, 1):
        relation: dict[str, Tree] = {"id": f"relation-{number}", "kind": "mentions", "name": {"fi": line.text}}
        builder.lists["relations"].append({**relation, **builder.source(part)})


def _period(part: PagePart, builder: DraftBuilder) -> None:
    """The first and the last day; of any other wording nothing is guessed."""
    text = " ".join(line.text for line in part.lines)
    days = [date_in(each) or each for each in _DAY_OR_YEAR.findall(text)]
    if len(days) == 2:
        builder.single["basics.period"] = {"start": days[0], "end": days[1], **builder.source(part)}
    for line in part.lines:
        builder.set_aside(line, UnplacedReason.CONVERTED if len(days) == 2 else UnplacedReason.UNCLEAR)


def _links(part: PagePart, builder: DraftBuilder) -> None:
    for line in part.lines:
        url = _URL.search(line.text)
        link: dict[str, Tree] = {"title": {"fi": line.text}, "kind": "page" if url else "attachment"}
        if url:
            link["url"] = url[0]
        builder.lists["basics.links"].append({**link, "state": "unchecked" if url else "no_address", **builder.source(part)})


def _author(part: PagePart, builder: DraftBuilder) -> None:
    """Set the author aside: a page is made by a person, and a model names only organisations and roles."""
    for line in part.lines:
        builder.set_aside(line, UnplacedReason.PERSONAL)


def _date(part: PagePart, builder: DraftBuilder) -> None:
    for line in part.lines:
        set_date(part.heading.field.rpartition(".")[2], line, builder)


def set_date(name: str, line: PageLine, builder: DraftBuilder) -> None:
    written = _DATE.search(line.text)
    day = date_in(written[0]) if written else ""
    if day:
        builder.single[f"source.{name}"] = day
        builder.set_aside(line, UnplacedReason.CONVERTED)
    else:
        builder.set_aside(line, UnplacedReason.UNCLEAR)


def _status(part: PagePart, builder: DraftBuilder) -> None:
    text = ", ".join(ICON.sub("", each.text) for each in part.lines)
    for line in part.lines:
        if ICON.match(line.text):
            builder.set_aside(line, UnplacedReason.CONVERTED)
    if text:
        stage = _STAGES.get(folded(text), "unknown")
        builder.single["status"] = {"development": stage, "lifecycle": "unknown", "source_label": text, **builder.source(part)}


def _tags(part: PagePart, builder: DraftBuilder) -> None:
    """Add the page's own tags, split where they were run together, and matching concepts of the vocabulary."""
    is_about_people = part.heading.field == "classification.target_groups"
    sentences = [line for line in part.lines if is_about_people and line.text.endswith(".")]
    for line in sentences:
        builder.add_text("for_whom.description", line.text, part)
    tags = [tag for line in part.lines if line not in sentences for tag in _TAGS.split(line.text) if tag]
    if not tags:
        return
    builder.lists["classification.source_tags"].append({"source": SOURCE, "heading": part.heading.id, "tags": list(dict.fromkeys(tags))})
    words, vocabulary = {folded(each) for each in tags}, builder.catalog.vocabulary
    lists: Sequence[tuple[str, Sequence[Concept]]] = (
        ("topics", vocabulary.topics),
        ("target_groups", vocabulary.target_groups),
        ("life_situations", vocabulary.life_situations),
    )
    for name, concepts in lists:
        chosen = builder.lists[f"classification.{name}"]
        chosen += [each.id for each in concepts if folded(each.name.fi) in words and each.id not in chosen]


PLACERS: Mapping[str, Callable[[PagePart, DraftBuilder], None]] = {
    "name": _name,
    "summary": _summary,
    "basics.place.site": _site,
    "basics.place": _area,
    "basics.funding": _funding,
    "basics.links": _links,
    "basics.period": _period,
    "relations": _whole,
    "upkeep.owner": _author,
    "upkeep.sources.published": _date,
    "upkeep.sources.modified": _date,
    "status": _status,
    "classification.topics": _tags,
    "classification.target_groups": _tags,
    "classification.life_situations": _tags,
}
