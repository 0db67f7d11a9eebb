"""The releases that are known, and how they are named."""

from __future__ import annotations

import re

import pytest

from titanium_airflow_client.local.errors import OptionNotSupported, UnknownRelease
from titanium_airflow_client.local.releases import DEFAULT, RELEASES, find, with_auth


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


@pytest.mark.parametrize("auth", [None, "fab"])
@pytest.mark.parametrize("name", RELEASES)
def test_each_set_is_pinned(name: str, auth: str | None) -> None:
    release = with_auth(RELEASES[name], auth)
    comment, *pins = release.requirements.read_text().splitlines()
    assert f"--exclude-newer {release.exclude_newer} {' '.join(release.packages)}`" in comment
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+]+", pin)] == []
    assert f"apache-airflow=={name}" in pins
    assert not release.fab or any(pin.startswith("apache-airflow-providers-fab==") for pin in pins)


def test_fab_is_apart_in_airflow_3_only() -> None:
    assert with_auth(RELEASES["2.11.2"], "fab") == with_auth(RELEASES["2.11.2"], None) == RELEASES["2.11.2"]
    assert with_auth(RELEASES["3.3.2"], "simple") == with_auth(RELEASES["3.3.2"], None) == RELEASES["3.3.2"]
    assert with_auth(RELEASES["3.3.2"], "fab").edition == "3.3.2-fab"
    for name, auth in (("2.11.2", "simple"), ("3.3.2", "ldap")):
        with pytest.raises(OptionNotSupported, match=auth):
            with_auth(RELEASES[name], auth)
