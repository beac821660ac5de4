"""What earlier builds found out about each model and wrote for it, in one SQLite file of this machine.

It can always be thrown away. It is local only: a store that git knows, that another version of the program wrote or that cannot be read
is removed. Rows hold JSON, which runs no code.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from mallisto.catalog.contributions import Channel
from mallisto.catalog.head import Head
from mallisto.i18n.language import Language
from mallisto.reading.problems import Problem

Value = TypeVar("Value")

_FILE = "builds.sqlite"
# Seconds to wait for another build of the same repository.
_PATIENCE = 60
_TABLES = """
CREATE TABLE version (program TEXT);
CREATE TABLE checked (file TEXT PRIMARY KEY, digest BLOB, key TEXT, head BLOB, problems BLOB) WITHOUT ROWID;
CREATE TABLE contributed (model TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID;
CREATE TABLE contribution (
    channel TEXT, language TEXT, model TEXT, hash BLOB, body BLOB, PRIMARY KEY (channel, language, model)
) WITHOUT ROWID;
CREATE TABLE learnt (words BLOB);
CREATE TABLE output (folder TEXT, unit TEXT, key TEXT, files BLOB, mark TEXT, PRIMARY KEY (folder, unit)) WITHOUT ROWID;
"""

# Of one model: channel, language, JSON.
Rows = tuple[tuple[str, str, bytes], ...]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What reading and checking a file came to: `key` is the hash of everything else it depends on. Only a valid model has a head."""

    digest: bytes
    key: str
    head: Head | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """Files that were written together: the key of all they were made of, their paths, and a mark that changes when one is touched."""

    key: str
    files: tuple[str, ...]
    mark: str

    @classmethod
    def written(cls, key: str, files: Iterable[str], folder: Path) -> Output:
        """What was just written."""
        paths = tuple(files)
        return cls(key, paths, _mark(paths, folder))

    def is_untouched(self, folder: Path) -> bool:
        return self.mark == _mark(self.files, folder)


class UndeclaredChannelError(Exception):
    """A shared file reads a channel that it does not declare, so it could go stale unnoticed."""


class Store:
    """The rows of one store; nothing is kept before `commit`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @classmethod
    @contextmanager
    def opened(cls, folder: Path, program: str) -> Iterator[Store]:
        """The store below a folder; a new one where there is none that this program can use."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / _FILE
        with closing(_connected(path, program)) as database:
            yield cls(database)

    @staticmethod
    def remove(folder: Path) -> None:
        """Forget everything. A process that has the store open goes on with what it has."""
        (folder / _FILE).unlink(missing_ok=True)

    def commit(self) -> None:
        self._database.commit()

    def checked(self) -> dict[str, CheckedFile]:
        """What is known of every file, by its name."""
        rows = self._database.execute("SELECT file, digest, key, head, problems FROM checked")
        return {file: CheckedFile(digest, key, _HEAD.decode(head), _PROBLEMS.decode(found)) for file, digest, key, head, found in rows}

    def save_checked(self, files: Mapping[str, CheckedFile]) -> None:
        """Replace what is known of files."""
        rows = ((name, each.digest, each.key, _encoded(each.head), _encoded(each.problems)) for name, each in files.items())
        self._database.executemany("REPLACE INTO checked VALUES (?, ?, ?, ?, ?)", rows)

    def contributed(self) -> dict[str, str]:
        """The keys of what was contributed, by the models' ids."""
        return dict(self._database.execute("SELECT model, key FROM contributed"))

    def save_contributions(self, model_id: str, key: str, rows: Rows) -> None:
        """Replace what a model contributes."""
        self._database.execute("DELETE FROM contribution WHERE model = ?", (model_id,))
        self._database.executemany(
            "INSERT INTO contribution VALUES (?, ?, ?, ?, ?)",
            ((channel, language, model_id, hashlib.blake2b(body, digest_size=16).digest(), body) for channel, language, body in rows),
        )
        self._database.execute("REPLACE INTO contributed VALUES (?, ?)", (model_id, key))

    def keep_only(self, files: Iterable[str], models: Iterable[str]) -> None:
        """Forget files and models that are gone."""
        for table, column, kept in (("checked", "file", files), ("contributed", "model", models), ("contribution", "model", models)):
            gone = {row[0] for row in self._database.execute(f"SELECT DISTINCT {column} FROM {table}")} - set(kept)
            self._database.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((each,) for each in gone))

    def learnt_words(self) -> bytes:
        """What was found out about words, as JSON."""
        row = self._database.execute("SELECT words FROM learnt").fetchone()
        return bytes(row[0]) if row else b"{}"

    def save_learnt_words(self, words: bytes) -> None:
        """Replace what was found out about words."""
        self._database.execute("DELETE FROM learnt")
        self._database.execute("INSERT INTO learnt VALUES (?)", (words,))

    def channel_hashes(self) -> dict[str, str]:
        """A hash of what all models contribute to each channel, by the channel's name."""
        found: dict[str, Any] = {}
        for channel, language, model, digest in self._database.execute("SELECT channel, language, model, hash FROM contribution"):
            found.setdefault(channel, hashlib.blake2b(digest_size=20)).update(f"{language} {model} ".encode() + digest)
        return {channel: digest.hexdigest() for channel, digest in found.items()}

    def outputs(self, folder: Path) -> dict[str, Output]:
        """What was written to a folder, by the names of units."""
        rows = self._database.execute("SELECT unit, key, files, mark FROM output WHERE folder = ?", (str(folder),))
        return {unit: Output(key, tuple(msgspec.json.decode(files)), mark) for unit, key, files, mark in rows}

    def save_outputs(self, folder: Path, outputs: Mapping[str, Output]) -> None:
        """Replace what is known of a folder; folders that are gone are forgotten."""
        gone = [name for (name,) in self._database.execute("SELECT DISTINCT folder FROM output") if not Path(name).is_dir()]
        self._database.executemany("DELETE FROM output WHERE folder = ?", ((name,) for name in (*gone, str(folder))))
        rows = ((str(folder), unit, each.key, _encoded(each.files), each.mark) for unit, each in outputs.items())
        self._database.executemany("INSERT INTO output VALUES (?, ?, ?, ?, ?)", rows)

    def rows(self, channel: Channel[Value], language: Language) -> Mapping[str, Value]:
        """What the models contribute to a channel, by their ids; each value is read when it is asked for."""
        return _Rows(self._database, channel, "" if channel.is_neutral else language.code)


@dataclass(frozen=True, slots=True)
class Declared:
    """The contributions that a shared file declares to read."""

    store: Store
    reads: frozenset[str]

    def of(self, channel: Channel[Value], language: Language) -> Mapping[str, Value]:
        if channel.name not in self.reads:
            raise UndeclaredChannelError(channel.name)
        return self.store.rows(channel, language)


@dataclass(frozen=True, slots=True)
class _Rows(Mapping[str, Value]):
    database: sqlite3.Connection
    channel: Channel[Value]
    language: str

    def __getitem__(self, model_id: str) -> Value:
        question = "SELECT body FROM contribution WHERE channel = ? AND language = ? AND model = ?"
        row = self.database.execute(question, (self.channel.name, self.language, model_id)).fetchone()
        if row is None:
            raise KeyError(model_id)
        value: Value = msgspec.json.decode(row[0], type=self.channel.type)
        return value

    def __iter__(self) -> Iterator[str]:
        question = "SELECT model FROM contribution WHERE channel = ? AND language = ? ORDER BY model"
        return (model for (model,) in self.database.execute(question, (self.channel.name, self.language)).fetchall())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def encoded(value: object) -> bytes:
    """A contribution as JSON."""
    return _encoded(value)


def hash_of(parts: Iterable[str]) -> str:
    """A hash of texts and their order."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=20).hexdigest()


_HEAD = msgspec.json.Decoder(Head | None)
_PROBLEMS = msgspec.json.Decoder(tuple[Problem, ...])
_encoded = msgspec.json.encode


def _connected(path: Path, program: str) -> sqlite3.Connection:
    if path.exists():
        database = sqlite3.connect(path, timeout=_PATIENCE)
        try:
            if database.execute("SELECT program FROM version").fetchall() == [(program,)]:
                return database
        except sqlite3.DatabaseError:
            pass
        database.close()
        path.unlink()
    database = sqlite3.connect(path, timeout=_PATIENCE)
    database.executescript(_TABLES)
    database.execute("INSERT INTO version VALUES (?)", (program,))
    return database


def _mark(files: Iterable[str], folder: Path) -> str:
    """A hash of the files' sizes and times of change; a missing file has none."""
    return hash_of(_state_of(f"{folder}/{path}") for path in files)


def _state_of(path: str) -> str:
    try:
        state = os.stat(path)
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"
