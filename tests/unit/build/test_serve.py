"""A saved model shows at once, and what it says elsewhere follows."""

from __future__ import annotations

import itertools
import logging
from datetime import date
from pathlib import Path
from queue import Queue

import pytest

from building import SITE_URL, files_of, miniature
from mallisto.build import pipeline, serve
from mallisto.build.page_frame import ADDRESSES, MARKS, Frame
from mallisto.build.serve import Served
from mallisto.build.site_files import Rendered
from mallisto.reading.languages import LANGUAGES
from repositories import spoil

RENDERED = Rendered(dict.fromkeys(itertools.product(LANGUAGES, ADDRESSES), Frame.compiled("\n".join(MARKS))), {}, SITE_URL)


@pytest.fixture
def reloads() -> list[str]:
    return []


@pytest.fixture
def served(tmp_path: Path, reloads: list[str]) -> Served:
    (tmp_path / "site").mkdir()
    return Served(miniature(tmp_path / "repository"), tmp_path / "site", lambda: RENDERED, lambda: reloads.append("reload"))


def saved(served: Served, before: str, after: str) -> pipeline.Result:
    result = pipeline.load(served.root, date.today())
    model = served.root / "models" / "esimerkki.yml"
    spoil(model, before, after)
    return serve.show(model, served, result)


def test_only_the_pages_of_the_saved_model_are_written_at_once(served: Served, reloads: list[str]):
    saved(served, "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")

    files = files_of(served.folder)
    assert len(files) == len(LANGUAGES) * 9
    assert all("mallit/esimerkki/" in path for path in files)
    assert any("haastattelee" in content.decode() for content in files.values())
    assert reloads == ["reload"]


def test_a_mistake_is_told_and_nothing_is_written(served: Served, reloads: list[str], caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING):
        result = saved(served, "\nkind: ", "\nkid: ")

    assert [each.code for each in result.problems if each.where.file == "models/esimerkki.yml"][:1] == ["field.unknown"]
    assert "[field.unknown]" in caplog.text
    assert files_of(served.folder) == {}
    assert reloads == []


def test_one_saved_model_is_known_as_well_as_if_everything_had_been_read_again(served: Served):
    result = saved(served, "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")

    again = pipeline.load(served.root, date.today())
    assert result.catalog == again.catalog
    assert result.schema_names == again.schema_names
    assert list(result.problems) == [each for each in again.problems if each.where.file == "models/esimerkki.yml"]


def test_the_rest_follows_unless_another_save_comes_between(served: Served, reloads: list[str]):
    result, queue = pipeline.load(served.root, date.today()), Queue[Path]()

    assert serve._catch_up(served, result, {"esimerkki"}, queue)
    assert reloads == ["reload"]
    assert "api/v1/models.json" in files_of(served.folder)

    queue.put(served.root / "models" / "esimerkki.yml")
    assert not serve._catch_up(served, result, {"esimerkki"}, queue)
    assert reloads == ["reload"]


def test_a_file_that_has_not_changed_is_not_read_again(served: Served):
    first = pipeline.load(served.root, date.today())
    spoil(served.root / "models" / "esimerkki.yml", "Ohjaaja tapaa asiakkaan ja", "Ohjaaja haastattelee asiakkaan ja")

    second = pipeline.load(served.root, date.today(), before=first)

    changed = [name for name, each in second.files.items() if each is not first.files[name]]
    assert changed == ["models/esimerkki.yml"]
    assert second.catalog == pipeline.load(served.root, date.today()).catalog


def test_the_finder_follows_in_a_process_of_its_own(served: Served):
    finder = serve.FinderBehind(served, is_behind=True)

    finder.catch_up()
    first = finder.process
    finder.catch_up()
    is_asked_twice = finder.process is not first
    assert first is not None
    first.join()

    assert not is_asked_twice
    assert first.exitcode == 0
    assert "haku/tiedot.fi.json" in files_of(served.folder)


def test_the_finder_is_not_made_of_models_with_mistakes(served: Served):
    spoil(served.root / "models" / "esimerkki.yml", "\nkind: ", "\nkid: ")

    serve._make_finder(served.root, served.folder)

    assert files_of(served.folder) == {}
