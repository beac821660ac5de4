"""Pull requests to one repository, from its own branches and from forks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from github.hosting import BRANCH, Repository

TIME = "2026-11-22T10:00:00Z"
_CHANGES = {"A": "added", "M": "modified", "D": "removed"}


@dataclass
class Proposal:
    """A pull request. Its commit follows its branch, as long as the branch is there."""

    number: int
    author: str
    title: str
    branch: str
    source: Repository
    target: Repository
    is_draft: bool
    text: str = ""
    state: str = "open"
    labels: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"PR_{self.number}"

    @property
    def address(self) -> str:
        return f"https://github.example/{self.target.full_name}/pull/{self.number}"

    @property
    def commit(self) -> str:
        place = f"refs/pull/{self.number}/head"
        if self.source.head(self.branch):
            self.target.git("fetch", "--quiet", str(self.source.folder), f"+refs/heads/{self.branch}:{place}")
        return self.target.said("rev-parse", place)

    @property
    def files(self) -> list[tuple[str, str]]:
        return self.target.changed(BRANCH, self.commit)

    def as_rest(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "node_id": self.id,
            "title": self.title,
            "state": self.state,
            "draft": self.is_draft,
            "html_url": self.address,
            "created_at": TIME,
            "updated_at": TIME,
            "merged_at": None,
            "user": {"login": self.author},
            "labels": [{"name": each} for each in self.labels],
            "head": {
                "ref": self.branch,
                "sha": self.commit,
                "user": {"login": self.source.owner},
                "repo": {"full_name": self.source.full_name},
            },
            "base": {"ref": BRANCH, "sha": self.target.head(BRANCH)},
        }

    def as_graph(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "number": self.number,
            "title": self.title,
            "url": self.address,
            "state": self.state.upper(),
            "isDraft": self.is_draft,
            "isCrossRepository": self.source != self.target,
            "createdAt": TIME,
            "updatedAt": TIME,
            "headRefName": self.branch,
            "headRefOid": self.commit,
            "headRepositoryOwner": {"login": self.source.owner},
            "author": {"login": self.author, "avatarUrl": "", "name": self.author, "email": "", "databaseId": 1},
            "labels": {"nodes": [{"name": each} for each in self.labels]},
            "files": {"nodes": [{"path": path, "changeType": _CHANGES[letter].upper()} for letter, path in self.files]},
        }


def as_files(changed: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"filename": path, "status": _CHANGES[letter], "sha": ""} for letter, path in changed]
