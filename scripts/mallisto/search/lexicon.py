"""The words of Finnish for a browser, which asks of a word the site does not have whether it is misspelt or only unknown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from mallisto.files.output_file import OutputFile
from mallisto.reading.languages import DEFAULT
from mallisto.search.analysis import fold
from mallisto.search.script_files import script_file
from mallisto.search.shards import cut_up, file_name

_SHORTEST = 3


def files(cache: Path) -> Iterator[OutputFile]:
    """The base forms of the dictionary in plain letters, in shards, and a list of these."""
    from mallisto.search.dictionary import Dictionary  # opening it takes long, and most builds have these files

    bases = sorted({fold(base) for base in Dictionary.of(DEFAULT, cache).bases() if len(base) >= _SHORTEST and base.isalpha()})
    release = hashlib.blake2b("\n".join(bases).encode(), digest_size=5).hexdigest()
    shards = [shard for letter, words in groupby(bases, key=lambda base: base[0]) for shard in cut_up(letter, list(words))]
    yield script_file("lexicon", json.dumps([release, [shard.start for shard in shards]], separators=(",", ":")))
    for shard in shards:
        yield script_file(f"lexicon/{release}/{file_name(shard.start)}", json.dumps(" ".join(shard.lines), ensure_ascii=False))
