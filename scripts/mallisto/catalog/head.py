"""What pages and checks about several models know of every one of them, whether or not the model itself is at hand."""

from __future__ import annotations

from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.model import Edit, Level, Model, Owner, Ref, Runs, Text
from mallisto.reading.problems import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One model in a few plain values.

    `part_roles`, `step_roles` and `item_roles` are the ids of the roles that have a part in the model, work on its pathway and own items
    of its checklist. `unlisted` are the names it uses of what a vocabulary lacks, each with its family: ("role", "tulkki").
    `relations` are kinds and ids of related models, `addresses` all that others may link to. Other places in the file than that of the id
    and those where models are named are left out, because a new line moves them.
    """

    where: Location
    id: str
    name: Text
    short_name: Text | None
    kind: str
    level: Level
    runs: Runs
    added: str
    changes: tuple[Edit, ...]
    last_reviewed: str
    review_by: str
    owner: Owner | None
    part_roles: tuple[str, ...]
    step_roles: tuple[str, ...]
    item_roles: tuple[str, ...]
    named_roles: tuple[str, ...]
    named_organisations: tuple[str, ...]
    named_models: tuple[Ref, ...]
    relations: tuple[tuple[str, str], ...]
    unlisted: tuple[tuple[str, str], ...]
    addresses: tuple[str, ...]

    @classmethod
    def of(cls, model: Model) -> Head:
        """The head of a model."""
        upkeep, file = model.upkeep, Location(model.where.file)
        return cls(
            where=model.where,
            id=model.id,
            name=model.name,
            short_name=model.short_name,
            kind=model.kind,
            level=model.level,
            runs=model.runs,
            added=upkeep.added,
            changes=upkeep.changes,
            last_reviewed=upkeep.last_reviewed,
            review_by=upkeep.review_by,
            owner=upkeep.owner and Owner(organisation=Ref(upkeep.owner.organisation.to, file), role=Ref(upkeep.owner.role.to, file)),
            part_roles=tuple(dict.fromkeys(part.role.to for part in model.people.roles)),
            step_roles=tuple(dict.fromkeys(ref.to for step in model.pathway.steps for ref in step.roles)),
            item_roles=tuple(dict.fromkeys(item.owner.to for item in model.checklist)),
            named_roles=_named(model, "role"),
            named_organisations=_named(model, "organisation"),
            named_models=tuple(ref for family, ref in model.refs if family == "model"),
            relations=tuple((each.kind, each.model.to) for each in model.relations if each.model),
            unlisted=tuple(dict.fromkeys((family, ref.unlisted_name) for family, ref in model.refs if ref.unlisted_name)),
            addresses=tuple(urls.of_model(model)),
        )

    @property
    def is_light(self) -> bool:
        """Whether the description tells only what a public page says."""
        return self.level is Level.LIGHT

    @property
    def title(self) -> Text:
        """The short name where there is one."""
        return self.short_name or self.name

    @property
    def roles(self) -> frozenset[str]:
        """The ids of the roles that do something in the model."""
        return frozenset((*self.part_roles, *self.step_roles, *self.item_roles))

    @property
    def changed(self) -> str:
        """The day of the newest change, or else the day the model was added."""
        return max((self.added, *(edit.date for edit in self.changes)))


def _named(model: Model, family: str) -> tuple[str, ...]:
    return tuple(sorted({ref.to for kind, ref in model.refs if kind == family}))
