"""The store keeps what one version of the program found out on this machine, and gives a shared file only what it declares."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from building import FIVE, RENDERED
from mallisto import search
from mallisto.build import model_files
from mallisto.build.checking import Result, load
from mallisto.build.shared_files import Sources, shared_files
from mallisto.build.store import CheckedFile, Declared, Output, Store, UndeclaredChannelError
from mallisto.catalog.facets import FACETS
from mallisto.i18n.language import Language
from mallisto.pages.elements.page_context import PageContext
from mallisto.pages.roles.guidance import GUIDE
from mallisto.pages.roles.role_card import role_channel
from mallisto.pages.site.slots import SLOTS
from mallisto.reading.languages import LANGUAGES
from mallisto.reading.problems import UsageError

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def result() -> Result:
    return load(FIVE, TODAY)


def test_contributions_come_back_as_they_were_made(result: Result, tmp_path: Path):
    indexer = search.Indexer(result.catalog, result.schemas, tmp_path / "lexicon", search.LearntWords())
    with Store.opened(tmp_path, "1") as store:
        for model in result.catalog.models:
            found = indexer.of_model(model, result.catalog)
            store.save_contributions(model.id, "key", model_files.contributions(model, result.catalog, result.schemas, found))
        differing = [
            (channel.name, code)
            for channel in model_files.channels(result.catalog)
            for code in LANGUAGES
            for language in [Language.of(code, result.schemas)]
            if dict(store.rows(channel, language)) != dict(result.catalog.contributed(channel, language))
        ]

    assert differing == []


def test_what_was_checked_comes_back_with_its_head_and_its_problems(result: Result, tmp_path: Path):
    head, problems = result.catalog.heads[0], result.problems[:5]
    checked = {"a.yml": CheckedFile(b"1", "key", head, problems), "b.yml": CheckedFile(b"2", "key", None, ())}

    with Store.opened(tmp_path, "1") as store:
        store.save_checked(checked)
        store.commit()
    with Store.opened(tmp_path, "1") as store:
        assert store.checked() == checked


def test_another_program_and_a_file_that_is_no_store_begin_anew(tmp_path: Path):
    with Store.opened(tmp_path, "1") as store:
        store.save_contributions("a", "key", ())
        store.commit()

    with Store.opened(tmp_path, "2") as store:
        assert store.contributed() == {}
    (tmp_path / "builds.sqlite").write_bytes(b"no database" * 1000)
    with Store.opened(tmp_path, "2") as store:
        assert store.contributed() == {}


def test_nothing_is_kept_of_a_build_that_did_not_end(tmp_path: Path):
    with Store.opened(tmp_path, "1") as store:
        store.save_outputs(tmp_path, {"a": Output.written("key", ["a.html"], tmp_path)})

    with Store.opened(tmp_path, "1") as store:
        assert store.outputs(tmp_path) == {}


def test_a_file_reads_only_the_channels_it_declares(result: Result, tmp_path: Path):
    language = Language.of("fi", result.schemas)
    with Store.opened(tmp_path, "1") as store:
        declared = Declared(store, frozenset({FACETS.name}))

        assert dict(declared.of(FACETS, language)) == {}
        with pytest.raises(UndeclaredChannelError):
            declared.of(GUIDE, language)


def test_every_declared_channel_is_contributed_and_every_contribution_is_read(result: Result):
    found = list(shared_files(Sources(result.catalog, result.schemas, RENDERED)))

    read = {channel.name for shared in found for channel in shared.reads}
    contributed = {channel.name for channel in model_files.channels(result.catalog)}
    of_roles = {role_channel(role).name: role for role in result.catalog.vocabulary.roles}
    assert len({shared.name for shared in found}) == len(found)
    assert read <= contributed | {channel.name for channel in search.CHANNELS}
    assert {of_roles[name] for name in contributed - read} == {*result.catalog.vocabulary.roles} - {*result.catalog.roles_in_use}


def test_a_slot_on_a_page_from_which_its_links_lead_astray_is_a_wrong_use(result: Result):
    context = PageContext.for_address(result.catalog, Language.of("fi", result.schemas), "koulutus/oma/")

    with pytest.raises(UsageError, match="gaps"):
        SLOTS["gaps"].fill(context)
