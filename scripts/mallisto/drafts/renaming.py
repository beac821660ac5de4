"""A model gets another id: its file, every mention of it, and the line by which its old addresses lead on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mallisto.addresses import urls
from mallisto.catalog.catalog import Catalog
from mallisto.reading.problems import Location

MOVED = "models/history/moved.yml"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place where a file names a model: the text that stands there and what it becomes."""

    where: Location
    before: str
    after: str


def mentions(catalog: Catalog, old: str, new: str) -> Iterator[NamedPlace]:
    """Every mention of a model by its id or by an address of its pages; its own id too where its file still has it."""
    if old in catalog.model_by_id:
        yield NamedPlace(catalog.model_by_id[old].where, old, new)
    training = catalog.training.refs if catalog.training else ()
    addresses = [ref for family, ref in training if family == "address"] + [each.to for each in catalog.history.moved if each.to]
    for ref in addresses:
        if urls.model_around(ref.to) == old:
            yield NamedPlace(ref.where, urls.model_page(old), urls.model_page(new))
    adoptions = (pair for adoption in catalog.adoptions for pair in adoption.refs)
    refs = (*catalog.vocabulary.refs, *training, *adoptions, *(pair for model in catalog.models for pair in model.refs))
    for family, ref in refs:
        if family == "model" and ref.to == old:
            yield NamedPlace(ref.where, old, new)


def rewritten(text: str, places: Iterable[NamedPlace]) -> str:
    """The text of one file with the mentions replaced; everything else stays as people wrote it."""
    lines = text.split("\n")
    for place in sorted(set(places), key=lambda each: (each.where.line, each.where.column), reverse=True):
        line, start = lines[place.where.line - 1], place.where.column - 1
        start += line[start : start + 1] in ("'", '"')
        if line.startswith(place.before, start):
            lines[place.where.line - 1] = line[:start] + place.after + line[start + len(place.before) :]
    return "\n".join(lines)


def with_redirect(text: str, old: str, new: str) -> str:
    """The list of moved addresses with the line that leads from all pages of the old id to those of the new one."""
    begun = text if text.strip() and not text.strip().endswith("[]") else "moved:\n"
    return f"{begun.rstrip()}\n  - {{address: {urls.model_page(old)}, to: {urls.model_page(new)}}}\n"


def own_files(catalog: Catalog, model_id: str) -> tuple[str, ...]:
    """The files that bear a model's name: its own, and the records of its adoption."""
    model = catalog.model_by_id[model_id]
    return (model.where.file, *(adoption.where.file for adoption in catalog.adoptions_of(model)))


def files(catalog: Catalog, old: str, new: str, read: Callable[[str], str]) -> dict[str, str]:
    """The texts to write by file name; the model's own stands under its new name, and its old file, if it is there, is to be removed."""
    by_file: dict[str, list[NamedPlace]] = {}
    for each in mentions(catalog, old, new):
        by_file.setdefault(each.where.file, []).append(each)
    texts = {name: rewritten(read(name), places) for name, places in by_file.items()}
    if old in catalog.model_by_id:
        for file in own_files(catalog, old):
            texts[f"{file.rpartition('/')[0]}/{new}.yml"] = texts.pop(file)
    texts[MOVED] = with_redirect(texts.get(MOVED) or read(MOVED), old, new)
    return texts
