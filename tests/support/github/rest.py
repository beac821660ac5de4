"""The REST questions that Sveltia CMS and our workflows ask: a table of addresses, each with what answers it."""

from __future__ import annotations

import base64
import re
from typing import Any

from github.host import Host, RefusedError
from github.hosting import BRANCH, Repository
from github.proposals import as_files

Answer = tuple[int, Any]


def answer(host: Host, method: str, path: str, given: dict[str, Any], login: str) -> Answer:
    """The status and the body of an answer; bytes are sent as they are."""
    person = host.person(login)
    if path == "/user":
        return 200, person
    if path == "/user/repository_invitations":
        return 200, []
    parts = re.fullmatch(r"/repos/([^/]+)/([^/]+)(/.*)?", path)
    if not parts:
        raise RefusedError(404, f"Not Found: {path}")
    repository = host.repository(parts[1], parts[2])
    for methods, pattern, respond in _ROUTES:
        found = re.fullmatch(pattern, parts[3] or "")
        if found and method in methods:
            return respond(host, repository, found.groups(), given, login)
    raise RefusedError(404, f"Not Found: {method} {path}")


def _about(host: Host, repository: Repository, _: Any, given: dict[str, Any], login: str) -> Answer:
    is_fork = repository != host.project
    about = {
        "full_name": repository.full_name,
        "name": repository.name,
        "owner": {"login": repository.owner, "type": "User" if is_fork else "Organization"},
        "private": False,
        "allow_forking": True,
        "default_branch": BRANCH,
        "permissions": {"push": host.may_write(login, repository), "pull": True},
        "fork": is_fork,
        "html_url": "",
    }
    return 200, about | ({"parent": _about(host, host.project, _, given, login)[1]} if is_fork else {})


def _collaborator(host: Host, repository: Repository, _: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    return 204, None


def _fork(host: Host, repository: Repository, _: Any, given: dict[str, Any], login: str) -> Answer:
    return 202, _about(host, repository.forked(login), _, given, login)[1]


def _updated_fork(host: Host, repository: Repository, _: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    repository.git("fetch", "--quiet", str(host.project.folder), f"+refs/heads/{BRANCH}:refs/heads/{BRANCH}")
    return 200, {"merge_type": "fast-forward"}


def _tree(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    files = []
    for line in repository.said("ls-tree", "-r", "-t", "-l", found[0]).splitlines():
        about, path = line.split("\t")
        mode, kind, name, size = about.split()
        files.append({"path": path, "type": kind, "sha": name, "size": 0 if size == "-" else int(size), "mode": mode})
    return 200, {"sha": found[0], "tree": files, "truncated": False}


def _blob(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    return 200, repository.blob(found[0])


def _branch(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    head = repository.head(found[0])
    if not head:
        raise RefusedError(404, "Branch not found")
    return 200, {"name": found[0], "commit": {"sha": head}}


def _removed_branch(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    repository.git("update-ref", "-d", f"refs/heads/{found[0]}")
    return 204, None


def _moved_branch(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    repository.git("update-ref", f"refs/heads/{found[0]}", given["sha"])
    return 200, {"object": {"sha": given["sha"]}}


def _compared(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    base, owner, head = found
    source = host.repository(owner, repository.name) if owner else repository
    host.project.git("fetch", "--quiet", str(source.folder), f"+refs/heads/{head}:refs/compare/head")
    return 200, {"status": "ahead", "files": as_files(host.project.changed(base, "refs/compare/head")), "commits": []}


def _proposed(host: Host, repository: Repository, _: Any, given: dict[str, Any], login: str) -> Answer:
    return 201, host.proposed(login, given).as_rest()


def _proposals(host: Host, repository: Repository, _: Any, given: dict[str, Any], login: str) -> Answer:
    return 200, [each.as_rest() for each in host.proposals if each.state == "open"]


def _proposal(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    proposal = host.proposal(found[0])
    proposal.state, proposal.title = given.get("state", proposal.state), given.get("title", proposal.title)
    proposal.text = given.get("body", proposal.text)
    return 200, proposal.as_rest()


def _files(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    return 200, as_files(host.proposal(found[0]).files)


def _labels(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    proposal = host.proposal(found[0])
    return 200, {"labels": [{"name": each} for each in proposal.labels], "number": proposal.number}


def _labelled(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    proposal = host.proposal(found[0])
    proposal.labels = [*(proposal.labels if found[1] == "POST" else ()), *given["labels"]]
    return _labels(host, repository, found, given, login)


def _relabelled(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    return _labelled(host, repository, (found[0], "PUT"), given, login)


def _label_added(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    return _labelled(host, repository, (found[0], "POST"), given, login)


def _new_branch(host: Host, repository: Repository, _: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    repository.git("update-ref", given["ref"], given["sha"])
    return 201, {"ref": given["ref"]}


def _written(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    made = repository.commit(given["branch"], login, given["message"], {found[0]: base64.b64decode(given["content"])})
    return 201, {"commit": {"sha": made}}


def _commented(host: Host, repository: Repository, found: Any, given: dict[str, Any], login: str) -> Answer:
    host.must_write(login, repository)
    host.comments.append((int(found[0]), given["body"]))
    return 201, {"id": len(host.comments)}


_ROUTES = (
    (("GET",), r"", _about),
    (("GET",), r"/collaborators/.+", _collaborator),
    (("POST",), r"/forks", _fork),
    (("POST",), r"/merge-upstream", _updated_fork),
    (("GET",), r"/git/trees/([^?]+)", _tree),
    (("GET",), r"/git/blobs/(\w+)", _blob),
    (("GET",), r"/branches/(.+)", _branch),
    (("DELETE",), r"/git/refs/heads/(.+)", _removed_branch),
    (("PATCH",), r"/git/refs/heads/(.+)", _moved_branch),
    (("GET",), r"/compare/(.+)\.\.\.(?:([^:]+):)?(.+)", _compared),
    (("POST",), r"/pulls", _proposed),
    (("GET",), r"/pulls", _proposals),
    (("GET", "PATCH"), r"/pulls/(\d+)", _proposal),
    (("GET",), r"/pulls/(\d+)/files", _files),
    (("POST",), r"/git/refs", _new_branch),
    (("PUT",), r"/contents/(.+)", _written),
    (("POST",), r"/issues/(\d+)/comments", _commented),
    (("POST",), r"/issues/(\d+)/labels", _label_added),
    (("GET",), r"/issues/(\d+)", _labels),
    (("PUT", "PATCH"), r"/issues/(\d+)(?:/labels)?", _relabelled),
)
