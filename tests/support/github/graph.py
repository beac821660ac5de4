"""The GraphQL questions that Sveltia CMS asks, told apart by what they name; not GraphQL itself."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

from github.host import Host
from github.hosting import BRANCH, Repository
from github.proposals import TIME

_TEXT = r'("(?:[^"\\]|\\.)*")'


def answer(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    for name, respond in _ANSWERS.items():
        if name in query:
            return respond(host, query, given, login)
    return _repository(host, query, given, login)


def _commit(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    wanted = given["input"]
    repository = host.repository(*wanted["branch"]["repositoryNameWithOwner"].split("/"))
    host.must_write(login, repository)
    branch = wanted["branch"]["branchName"]
    if repository.head(branch) != wanted["expectedHeadOid"]:
        return _wrong(f"Expected branch to point to {wanted['expectedHeadOid']} but it did not")
    files = {each["path"]: base64.b64decode(each["contents"]) for each in wanted["fileChanges"]["additions"]}
    commit = repository.commit(branch, login, wanted["message"]["headline"], files)
    blobs = {
        alias: {"oid": repository.said("rev-parse", f"{commit}:{json.loads(path)}")} for alias, path in _aliases(query, r"file\(path: ")
    }
    return {"data": {"createCommitOnBranch": {"commit": {"oid": commit, "committedDate": TIME, **blobs}}}}


def _branch(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    wanted = given["input"]
    repository = host.repository(*wanted["repositoryId"].split("/"))
    host.must_write(login, repository)
    name = wanted["name"].removeprefix("refs/heads/")
    if repository.head(name):
        return _wrong(f'A ref named "{wanted["name"]}" already exists in the repository.')
    if repository != host.project:
        repository.git("fetch", "--quiet", str(host.project.folder), BRANCH)
    repository.git("update-ref", wanted["name"], wanted["oid"])
    return {"data": {"createRef": {"ref": {"name": name}}}}


def _draft(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    proposal = host.proposal(given["input"]["pullRequestId"].removeprefix("PR_"))
    if login != proposal.author:
        host.must_write(login, host.project)
    proposal.is_draft = "convertPullRequestToDraft" in query
    name = "convertPullRequestToDraft" if proposal.is_draft else "markPullRequestReadyForReview"
    return {"data": {name: {"pullRequest": {"isDraft": proposal.is_draft}}}}


def _node(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    proposal = host.proposal(given["id"].removeprefix("PR_"))
    return {"data": {"node": {"state": proposal.state.upper(), "isDraft": proposal.is_draft}}}


def _fork(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    fork = Repository(host.project.root, given["forkOwner"], given["forkRepo"])
    base = host.repository(given["owner"], given["repo"])
    return {
        "data": {
            "fork": {"id": fork.full_name} if fork.is_there else None,
            "base": {"ref": {"target": {"oid": base.head(given["branch"])}}},
        }
    }


def _repository(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    repository = host.repository(given["owner"], given["repo"])
    found: dict[str, Any] = {}
    if "defaultBranchRef" in query:
        found["defaultBranchRef"] = {"name": BRANCH}
    if "forks(" in query:
        fork = Repository(repository.root, login, repository.name)
        found["forks"] = {"nodes": [{"nameWithOwner": fork.full_name, "owner": {"login": login}}] if fork.is_there else []}
    if "refs(refPrefix" in query:
        found["refs"] = {"nodes": list(_refs(repository, given["prefix"]))}
    if labels := re.search(r"pullRequests\( states: OPEN labels: (\[[^\]]*\])", query):
        wanted = set(json.loads(labels[1]))
        found["pullRequests"] = {
            "nodes": [each.as_graph() for each in host.proposals if each.state == "open" and wanted & set(each.labels)]
        }
    if "totalCount" in query:
        found["pullRequests"] = {"totalCount": sum(each.branch == given["branch"] and each.state == "open" for each in host.proposals)}
    if re.search(r"repository\([^)]*\) \{ ref\(qualifiedName: \$branch\)", query):
        head = repository.head(given["branch"])
        found["ref"] = {"target": {"oid": head, "history": {"nodes": [_told(repository, head)]}}} if head else None
    return {"data": {"repository": found | _aliased(host, repository, query, given)}}


def _file(host: Host, query: str, given: dict[str, Any], login: str) -> dict[str, Any]:
    repository = host.repository(given["owner"], given["repo"])
    return {"data": {"repository": {"object": _blob(repository, given["name"])}}}


_ANSWERS = {
    "createCommitOnBranch": _commit,
    "createRef": _branch,
    "convertPullRequestToDraft": _draft,
    "markPullRequestReadyForReview": _draft,
    "node(id:": _node,
    "fork: repository": _fork,
    "object(expression: $name)": _file,
}


def _aliased(host: Host, repository: Repository, query: str, given: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for alias, branch in _aliases(query, r"pullRequests\( headRefName: "):
        found[alias] = {"nodes": [each.as_graph() for each in reversed(host.proposals) if each.branch == json.loads(branch)]}
    for alias, name in _aliases(query, r"object\((?:oid|expression): "):
        found[alias] = _blob(repository, json.loads(name))
    for alias, path in _aliases(query, r"ref\(qualifiedName: \$branch\) \{ target \{ \.\.\. on Commit \{ history\(first: \d+, path: "):
        commit = repository.said("log", "-1", "--format=%H", given["branch"], "--", json.loads(path)) or repository.head(given["branch"])
        found[alias] = {"target": {"history": {"nodes": [_told(repository, commit)]}}}
    return found


def _aliases(query: str, before: str) -> list[tuple[str, str]]:
    return re.findall(rf"(\w+_\d+):\s+{before}{_TEXT}", query)


def _blob(repository: Repository, name: str) -> dict[str, Any] | None:
    content = repository.blob(name)
    if content is None:
        return None
    size = {"byteSize": len(content), "isBinary": False, "isTruncated": False}
    return {"oid": repository.said("rev-parse", name), "text": content.decode(), **size}


def _refs(repository: Repository, prefix: str) -> Any:
    for line in repository.said("for-each-ref", "--format=%(refname) %(objectname)", prefix).splitlines():
        name, commit = line.split()
        yield {"name": name.removeprefix(prefix), "target": _told(repository, commit)}


def _told(repository: Repository, commit: str) -> dict[str, Any]:
    name, email, date, message = repository.said("show", "--no-patch", "--format=%an%x00%ae%x00%cI%x00%s", commit).split("\0")
    author = {"name": name, "email": email, "avatarUrl": "", "user": {"id": 1, "databaseId": 1, "login": name}}
    return {"oid": commit, "message": message, "committedDate": date, "author": author}


def _wrong(message: str) -> dict[str, Any]:
    return {"errors": [{"message": message}]}
