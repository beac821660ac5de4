"""The lock file: every address that was ever published, with its short code, one a line. Lines are never removed or changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from mallisto.catalog.catalog import Catalog
from mallisto.model import Published
from mallisto.reading.problems import Location

# Without vowels, so that no words appear, and without characters that are easily confused (l and 1, z and 2).
ALPHABET = "bcdfghjkmnprstvwx2347"
LENGTH = 5
CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")

_HEAD = "# Julkaistut osoitteet ja lyhyet tunnukset. Tiedosto tehdään komennolla mallisto lock; rivejä ei poisteta eikä muuteta."


def published(text: str, file: str) -> tuple[Published, ...]:
    """Parse a lock file. A line may lack its code."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        address, _, code = line.partition("\t")
        if address and not address.startswith("#"):
            found.append(Published(where=Location(file, number), address=address, code=code))
    return tuple(found)


def locked(catalog: Catalog) -> str:
    """Return the text of the lock file for all published and all present addresses."""
    known = {each.address for each in catalog.history.published}
    codes = with_codes(catalog.addresses.all | known, catalog.addresses.code_by_address)
    return "\n".join([_HEAD, *(f"{address}\t{code}" for address, code in sorted(codes.items()))]) + "\n"


def with_codes(addresses: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return a code for every address: its own, or a new one that was never used."""
    codes, taken = dict(known), set(known.values())
    for address in sorted(set(addresses) - set(known)):
        codes[address] = _free(address, taken)
        taken.add(codes[address])
    return codes


def _free(address: str, taken: set[str]) -> str:
    attempt = 0
    while (code := _derived(f"{address} {attempt}")) in taken:
        attempt += 1
    return code


def _derived(text: str) -> str:
    number = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)
