"""Render the differences between two versions of a model in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mallisto.catalog.catalog import Catalog
from mallisto.catalog.diff import ChangeKind, Comparison, Difference, Item, Place, Value, is_naming
from mallisto.i18n.language import Language, LocalizedText
from mallisto.model import Text
from mallisto.reading.languages import DEFAULT
from mallisto.reading.schema import MODEL, Node, enum_choices, title

# The number of characters of a text that name an item.
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A rendered difference; `what` says in a word what happened."""

    where: str
    what: str
    kind: ChangeKind
    before: LocalizedText | None
    after: LocalizedText | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Renders differences in one language; the catalog provides the names of roles and organisations."""

    language: Language
    names: Mapping[tuple[str, str], Text]

    @classmethod
    def of(cls, catalog: Catalog, language: Language) -> Speaker:
        known = catalog.vocabulary
        families = (
            ("role", known.roles),
            ("organisation", known.organisations),
            ("topic", known.topics),
            ("target-group", known.target_groups),
            ("life-situation", known.life_situations),
            ("term", known.terms),
            ("municipality", known.municipalities),
            ("county", known.counties),
            ("model", catalog.heads),
        )
        names = {(family, each.id): each.name for family, members in families for each in members}
        return cls(language, names | {("act", each.id): each.title for each in known.acts})

    def changes(self, comparison: Comparison, *, every_language: bool = True) -> tuple[FieldChange, ...]:
        """Render all differences; or, for a text that changed in several languages, only this speaker's."""
        found = comparison.differences if every_language else tuple(self._own(comparison.differences))
        return tuple(self._change(each, comparison.names) for each in found)

    def _own(self, differences: Iterable[Difference]) -> Iterator[Difference]:
        """Yield one difference per text: its own language if that changed, else Finnish, else any."""
        by_text: dict[Place, dict[str, Difference]] = {}
        for difference in differences:
            by_text.setdefault(difference.place, {})[difference.language] = difference
        for languages in by_text.values():
            chosen = next((languages[code] for code in ("", self.language.code, DEFAULT) if code in languages), None)
            yield chosen or next(iter(languages.values()))

    def _change(self, difference: Difference, own: Mapping[str, Text]) -> FieldChange:
        node, trail = self._trail(difference)
        before, after = (self._said(each, node, difference.language, own) for each in (difference.before, difference.after))
        what = self.language.say(f"changes.{difference.kind}")
        return FieldChange(where=" › ".join(trail), what=what, kind=difference.kind, before=before, after=after)

    def _trail(self, difference: Difference) -> tuple[Node, list[str]]:
        """Return the node of the field and its path in words. An item's name is not repeated if the name is what changed."""
        schema, words = self.language.schemas[MODEL], list[str]()
        node = schema.resolve(schema.root)
        for number, step in enumerate(difference.steps):
            following = difference.steps[number + 1 : number + 2]
            parent, node = node, schema.child(node, 0 if isinstance(step, Item) else step)
            if isinstance(step, Item):
                if following and not is_naming(following[0]) and (name := self._item(step)):
                    words.append(name)
            elif not (is_naming(step) and number and isinstance(difference.steps[number - 1], Item) and _is_text(parent, step)):
                words.append(title(node, self.language.code) or step)
        return node, words

    def _item(self, item: Item) -> str:
        """An item's name in quotation marks; empty for one that has neither a name nor a key."""
        named = item.name or next((each for (_, key), each in self.names.items() if key == item.key.split(" ")[0]), None)
        name = str(self.language.pick(named)) if named else item.key
        return name and f"”{name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rsplit(' ', 1)[0] + ' …'}”"

    def _said(self, value: Value, node: Node, code: str, own: Mapping[str, Text]) -> LocalizedText | None:
        if value is None:
            return None
        if isinstance(value, Text):
            return self.language.pick(value)
        if isinstance(value, int):
            return LocalizedText(str(value) if node.get("type") != "integer" else self.language.number(value))
        if code:
            return self.language.foreign(value, code)
        return LocalizedText(self._named(value, node, own))

    def _named(self, value: str, node: Node, own: Mapping[str, Text]) -> str:
        """Return a value by its name: of an enum, of a vocabulary, of the model's steps and lanes; a date is formatted."""
        names = {each.value: each.names[self.language.code] for each in enum_choices(node) if self.language.code in each.names}
        if value in names:
            return names[value]
        name = self.names.get((str(node.get("x-ref", "")), value)) or (own.get(value) if "x-ref" in node else None)
        if name:
            return str(self.language.pick(name))
        return self.language.date(value) if node.get("x-shape") == "date" and _is_date(value) else value


def _is_text(parent: Node, step: str) -> bool:
    return step in parent.get("properties", {})


def _is_date(value: str) -> bool:
    parts = value.split("-")
    return len(parts) <= 3 and all(part.isdigit() and int(part) for part in parts) and (len(parts) < 2 or int(parts[1]) <= 12)


def language_of(comparisons: Iterable[Comparison]) -> str:
    """Return the language of most changed texts, which is probably the author's; Finnish if undecided."""
    counted = Counter(each.language for comparison in comparisons for each in comparison.differences if each.language)
    return max(counted, key=lambda code: (counted[code], code == DEFAULT)) if counted else DEFAULT
