"""What the guide for users of apache-airflow-client says of names and of orders, against the document of Airflow 3."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import titanium_airflow_client

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import spec_check
from declared import declared

PAGE = Path(__file__).parents[2] / "docs" / "guides" / "from-the-official-client.md"
GUIDE = PAGE.read_text().partition("## From 3.x")[2]
NAMES = re.findall(r"^\| `\w+Api\.(\w+)` \| (.*) \|$", GUIDE, re.MULTILINE)
ORDERS = re.findall(
    r"^\| `(\w+)\((\w.*?)\)`.* \| `(\w+)\((\w.*?)\)`.* \|$", GUIDE.partition("### Another order")[2], re.MULTILINE
)


def test_there_is_something_to_check():
    assert len(NAMES) == 7
    assert len(ORDERS) >= 6


@pytest.mark.parametrize(("theirs", "ours"), NAMES)
def test_the_names(theirs, ours):
    there = of_document(theirs)
    for group, name in re.findall(r"`(\w+Api)\.(\w+)`", ours):
        method = getattr(getattr(titanium_airflow_client, group), name)
        if hasattr(method, "route"):  # a procedure makes several requests
            path = there.path.replace("{dag_id}", "~") if "~" in method.route.v2 else there.path
            assert (method.route.method, method.route.v2) == (there.method, path)


@pytest.mark.parametrize(("theirs", "their_order", "ours", "our_order"), ORDERS)
def test_the_orders(theirs, their_order, ours, our_order):
    assert theirs == ours
    (one,) = [one for one in declared() if one.name == ours]
    (there,) = [found for found in operations() if str(found) == f"{one.route.method} {one.route.v2}"]
    assert words(their_order) == [name for name in there.parameters if name in words(their_order)]
    assert words(our_order) == [name for name in one.parameters if name in words(our_order)]
    assert sorted(words(their_order)) == sorted(words(our_order))


@cache
def operations() -> list[Any]:
    return spec_check.installed("3.3.2").all


def words(arguments: str) -> list[str]:
    return re.findall(r"\w+", arguments)


def of_document(name: str):
    (there,) = [found for found in operations() if found.name == name]
    return there
