"""The host itself: who may do what, and the one repository that people propose changes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from github.hosting import Repository
from github.proposals import Proposal


class RefusedError(Exception):
    """What the host does not let somebody do: its status and words."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class Host:
    """Logins are their own tokens. A member may write to the project's repository; anybody may fork it."""

    project: Repository
    members: frozenset[str]
    people: frozenset[str]
    proposals: list[Proposal] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)

    def repository(self, owner: str, name: str) -> Repository:
        found = Repository(self.project.root, owner, name)
        if not found.is_there:
            raise RefusedError(404, "Not Found")
        return found

    def person(self, login: str) -> dict[str, Any]:
        if login not in self.people:
            raise RefusedError(401, "Bad credentials")
        return {"login": login, "name": login, "id": 1, "email": f"{login}@example.invalid", "avatar_url": "", "html_url": ""}

    def may_write(self, login: str, repository: Repository) -> bool:
        return login == repository.owner or (repository == self.project and login in self.members)

    def must_write(self, login: str, repository: Repository) -> None:
        if not self.may_write(login, repository):
            raise RefusedError(403, "Must have push access to repository")

    def proposed(self, login: str, given: dict[str, Any]) -> Proposal:
        owner, _, branch = given["head"].rpartition(":")
        source = self.repository(owner, self.project.name) if owner else self.project
        made = Proposal(
            len(self.proposals) + 1, login, given["title"], branch, source, self.project, bool(given.get("draft")), given.get("body", "")
        )
        self.proposals.append(made)
        return made

    def proposal(self, number: str) -> Proposal:
        return self.proposals[int(number) - 1]
