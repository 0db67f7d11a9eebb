"""The releases that are known, and how they are named."""

from __future__ import annotations

import re

import pytest

from titanium_airflow_client.local.errors import UnknownRelease
from titanium_airflow_client.local.releases import DEFAULT, RELEASES, find


@pytest.mark.parametrize(
    ("name", "found"),
    [("2.11.2", "2.11.2"), ("2.11", "2.11.2"), ("2.9", "2.9.3"), ("2", "2.11.2"), ("3", "3.3.2"), ("3.0", "3.0.6")],
)
def test_a_release_is_found_by_its_name_or_series(name: str, found: str) -> None:
    assert find(name).name == found


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("2.11.1", "did you mean 2.11.2?"), ("2.9.2", "did you mean 2.9.3?"), ("", "2.11.2 is"), ("latest", "2.11.2 is")],
)
def test_an_unknown_release_names_those_that_are_known(name: str, nearest: str) -> None:
    with pytest.raises(UnknownRelease) as caught:
        find(name)
    assert ", ".join(RELEASES) in caught.value.message
    assert nearest in (caught.value.hint or "")


def test_the_default_is_known() -> None:
    assert DEFAULT in RELEASES


@pytest.mark.parametrize("name", RELEASES)
def test_each_set_is_pinned(name: str) -> None:
    comment, *pins = RELEASES[name].requirements.read_text().splitlines()
    assert f"--exclude-newer {RELEASES[name].exclude_newer} apache-airflow=={name}" in comment
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+]+", pin)] == []
    assert f"apache-airflow=={name}" in pins
