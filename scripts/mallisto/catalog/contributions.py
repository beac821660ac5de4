"""What models contribute to pages that tell of several of them: plain values in named channels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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

    A value depends on the model, the vocabularies, the model's history and the heads of the models it names, on nothing else; a model may
    have none. It consists of dataclasses, tuples, mappings, texts and numbers, so that it can be written as JSON; `type` is what it is read
    as. Links in it start from pages with this `root_prefix` and lead astray from others. `is_neutral` says that it is the same in every
    language.
    """

    name: str
    type: Any
    make: Callable[[Model, Catalog, Language], Value | None]
    root_prefix: str | None = None
    is_neutral: bool = False


AnyChannel = Channel[Any]


class Contributions(Protocol):
    """Where contributions are read from."""

    def of(self, channel: Channel[Value], language: Language) -> Mapping[str, Value]:
        """The value of every model, by its id, in the order of ids."""
        ...
