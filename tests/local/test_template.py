"""Template databases: when one fits, and how many are kept."""

from __future__ import annotations

import os
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from titanium_airflow_client.local import template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def dags(tmp_path: Path) -> Path:
    folder = tmp_path / "dags"
    (folder / "package").mkdir(parents=True)
    (folder / "package" / "one.py").write_text("1")
    return folder


def key(dags: Path, release: str = "2.11.2", python: str = "/python", **settings: str) -> str:
    return template.key(release, python, dags, settings)


def test_the_same_gives_the_same(dags: Path) -> None:
    first = key(dags)
    (dags / "__pycache__").mkdir()
    (dags / "__pycache__" / "one.pyc").touch()
    (dags / "dangling").symlink_to("nowhere")
    assert key(dags) == first


def test_whatever_changes_the_database_changes_the_key(dags: Path, tmp_path: Path) -> None:
    keys = [key(dags), key(dags, "2.9.3"), key(dags, python="/other"), key(dags, AIRFLOW__CORE__X="1")]
    (dags / "package" / "one.py").write_text("2")
    keys.append(key(dags))
    (dags / "two.py").touch()
    keys.append(key(dags))
    dags.rename(tmp_path / "moved")  # the paths of the files are in the database
    keys.append(key(tmp_path / "moved"))
    assert len(set(keys)) == len(keys)


def test_a_template_is_copied_private_and_whole(tmp_path: Path) -> None:
    made, kept, copy = tmp_path / "made.db", tmp_path / "kept" / "one.db", tmp_path / "copy.db"
    kept.parent.mkdir()
    assert template.use(kept, copy) is False
    connection = sqlite3.connect(made)
    connection.execute("pragma journal_mode = wal")
    connection.execute("create table t as select 42 as x")
    connection.commit()
    template.keep(made, kept)  # while it is open: the rows are still beside the file
    assert template.use(kept, copy) is True
    connection.close()
    connection = sqlite3.connect(copy)
    assert connection.execute("select x from t").fetchone() == (42,)
    connection.close()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_the_ones_not_used_for_long_make_room(tmp_path: Path) -> None:
    made, folder = tmp_path / "made", tmp_path / "kept"
    folder.mkdir()
    sqlite3.connect(made).close()
    for number in range(template.KEPT + 3):
        template.keep(made, folder / f"{number:02}.db")
        os.utime(folder / f"{number:02}.db", (number, number))
    template.keep(made, folder / "last.db")
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == template.KEPT
    assert names[0] == "04.db"
    assert names[-1] == "last.db"
