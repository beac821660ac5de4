"""Bare git repositories by their owner and name, as a host keeps them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BRANCH = "main"


@dataclass(frozen=True)
class Repository:
    """A bare repository; whoever owns it may write to it."""

    root: Path
    owner: str
    name: str

    @property
    def full_name(self) -> str:
        return f"{self.owner}/{self.name}"

    @property
    def folder(self) -> Path:
        return self.root / self.owner / f"{self.name}.git"

    @property
    def is_there(self) -> bool:
        return self.folder.is_dir()

    def git(self, *arguments: str, given: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
        command = ["git", "--git-dir", str(self.folder), "-c", "core.quotepath=off", *arguments]
        return subprocess.run(command, input=given, env={**os.environ, **(env or {})}, capture_output=True, check=True).stdout

    def said(self, *arguments: str) -> str:
        return self.git(*arguments).decode().strip()

    def head(self, branch: str) -> str:
        """The commit of a branch; nothing where there is no such branch."""
        return self.said("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")

    def blob(self, name: str) -> bytes | None:
        """A file by `commit:path` or by its own hash."""
        try:
            return self.git("cat-file", "blob", name)
        except subprocess.CalledProcessError:
            return None

    def changed(self, base: str, head: str) -> list[tuple[str, str]]:
        """The letter and the path of each file that differs since the two went apart."""
        lines = self.said("diff", "--name-status", f"{base}...{head}").splitlines()
        return [(line.split("\t")[0][0], line.split("\t")[-1]) for line in lines]

    def commit(self, branch: str, author: str, message: str, files: Mapping[str, bytes]) -> str:
        """Add a commit with these files to a branch; its hash."""
        person = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _named(author)}
        head = self.head(branch)
        with tempfile.TemporaryDirectory() as folder:
            env = {**person, "GIT_INDEX_FILE": f"{folder}/index"}
            self.git("read-tree", head, env=env)
            for path, content in files.items():
                blob = self.git("hash-object", "-w", "--stdin", given=content).decode().strip()
                self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", env=env)
            tree = self.git("write-tree", env=env).decode().strip()
            made = self.git("commit-tree", tree, "-p", head, "-m", message, env=env).decode().strip()
        self.git("update-ref", f"refs/heads/{branch}", made)
        return made

    def forked(self, owner: str) -> Repository:
        fork = Repository(self.root, owner, self.name)
        fork.folder.parent.mkdir(exist_ok=True)
        subprocess.run(["git", "clone", "--quiet", "--bare", str(self.folder), str(fork.folder)], check=True)
        return fork


def published(files: Path, root: Path, owner: str, name: str) -> Repository:
    """A repository whose first commit holds the files of a folder under `models`."""
    work = root / "work"
    shutil.copytree(files, work / "models")
    for arguments in (
        ("init", "--quiet", "--initial-branch", BRANCH),
        ("add", "--all"),
        ("-c", "user.name=editor", "-c", "user.email=editor@example.invalid", "commit", "--quiet", "--message", "Begin"),
    ):
        subprocess.run(["git", *arguments], cwd=work, check=True)
    repository = Repository(root, owner, name)
    repository.folder.parent.mkdir(parents=True)
    subprocess.run(["git", "clone", "--quiet", "--bare", str(work), str(repository.folder)], check=True)
    return repository


def _named(login: str) -> tuple[tuple[str, str], ...]:
    return (("NAME", login), ("EMAIL", f"{login}@example.invalid"))
