"""What models contribute to pages that tell of several of them: plain values in named channels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from mallisto.i18n.language import Language
from mallisto.model import Model

if TYPE_CHECKING:
    from mallisto.catalog.catalog import Catalog

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Channel(Generic[Value]):
    """One kind of contribution: its name, the type of its values, and how a value is made of one model in one language.

    A value depends on the model, the vocabularies, the model's history and the heads of the models it names, on nothing else. It consists
    of dataclasses, tuples, mappings, texts and numbers, so that it can be written as JSON; `type` is what it is read as. `is_neutral` says
    that it is the same in every language.
    """

    name: str
    type: Any
    make: Callable[[Model, Catalog, Language], Value]
    is_neutral: bool = False


AnyChannel = Channel[Any]


class Contributions(Protocol):
    """Where contributions are read from."""

    def of(self, channel: Channel[Value], language: Language) -> Mapping[str, Value]:
        """The value of every model, by its id, in the order of ids."""
        ...


@dataclass(frozen=True, slots=True)
class MadeOnDemand:
    """The contributions of models that are at hand."""

    catalog: Catalog

    def of(self, channel: Channel[Value], language: Language) -> Mapping[str, Value]:
        return _OnDemand(channel, self.catalog, language)


@dataclass(frozen=True, slots=True)
class _OnDemand(Mapping[str, Value]):
    channel: Channel[Value]
    catalog: Catalog
    language: Language

    def __getitem__(self, model_id: str) -> Value:
        return self.channel.make(self.catalog.model_by_id[model_id], self.catalog, self.language)

    def __iter__(self) -> Iterator[str]:
        return iter(self.catalog.model_by_id)

    def __len__(self) -> int:
        return len(self.catalog.models)
