"""Collect the fields of a draft while a pasted page is imported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from mallisto.catalog.catalog import Catalog
from mallisto.drafts.headings import TOP
from mallisto.drafts.page_lines import Aside, PageLine, PagePart, Pasted, UnplacedReason
from mallisto.drafts.yaml_writer import Tree

SOURCE = "sivu"

_MODALITIES: Mapping[str, str] = {
    "how.goals": "expected",
    "results.claims": "reported",
    "results.next_steps": "planned",
    "results.expected_results": "expected",
}


@dataclass(slots=True)
class DraftBuilder:
    """The fields of a draft collected so far.

    `lists` and `single` are keyed by dotted field names, `headings` by the ids of the page's headings.
    """

    catalog: Catalog
    pasted: Pasted
    lists: dict[str, list[Tree]] = field(default_factory=lambda: defaultdict(list))
    single: dict[str, Tree] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)

    def source(self, part: PagePart | None, modality: str = "described") -> dict[str, Tree]:
        heading = part.heading if part else TOP
        self.headings.setdefault(heading.id, part.title if part else TOP.title)
        return {"basis": "source", "modality": modality, "source": SOURCE, "heading": heading.id}

    def set_aside(self, line: PageLine, reason: UnplacedReason) -> None:
        self.pasted.asides.append(Aside(line, reason))

    def add_text(self, name: str, text: str, part: PagePart | None) -> None:
        self.lists[name].append({"text": {"fi": text}, **self.source(part, _MODALITIES.get(name, "described"))})
