"""What docstrings say: of an operation its parts, of a class that of each field."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import dataclass, field
from typing import Any

from titanium_airflow_client import exceptions

ROUTE = re.compile(
    r"`(?:GET|POST|PUT|PATCH|DELETE) /[^`]*`(?: beside the API)?(?:, since Airflow (?P<since>\d+(?:\.\d+)+))?\."
)
RAISED = re.compile(rf"`({'|'.join(exceptions.__all__)})`")
SAME = re.compile(r"As `(\w+)`")


@dataclass
class Doc:
    """The docstring of an operation, taken apart."""

    summary: str
    """The first line."""
    details: list[str] = field(default_factory=list)
    """The paragraphs about what it does; without the route, which the code tells."""
    parameters: dict[str, str] = field(default_factory=dict)
    returns: str = ""
    raises: dict[str, str] = field(default_factory=dict)
    """The names of exceptions, and when; empty where it is what the exception always means."""
    since: str = ""
    same: str = ""
    """Another operation that says the rest."""


def read(text: str) -> Doc:
    """The parts of an operation's docstring, by the conventions of `CONTRIBUTING.md`."""
    first, *paragraphs = inspect.cleandoc(text).split("\n\n")
    doc = Doc(one_line(first))
    if same := SAME.match(doc.summary):
        doc.same = same[1]
    for paragraph in paragraphs:
        if paragraph.startswith("- `"):
            for bullet in re.split(r"\n- (?=`)", paragraph.removeprefix("- ")):
                names, _, meaning = bullet.partition(":")
                doc.parameters.update(dict.fromkeys(re.findall(r"`(\w+)`", names), one_line(meaning)))
        elif paragraph.startswith("Returns "):
            returns, _, raises = one_line(paragraph).partition(" Raises ")
            doc.returns, doc.raises = returns, raised(raises)
        else:
            text = one_line(paragraph)
            if route := ROUTE.search(text):
                doc.since = route["since"] or ""
                text = one_line(text.replace(route[0], ""))
            if text:
                doc.details.append(text)
    return doc


def raised(text: str) -> dict[str, str]:
    """The exceptions of what is raised, each with when.

    ``NotFoundException`, and `BadRequestException` for an unknown field. A name twice is a `ServiceException`.`
    """
    found = {}
    for sentence in re.split(r"(?<=[\w`)])\. (?=[A-Z])", text):
        before, *parts = RAISED.split(sentence)
        for name, after in zip(*[iter(parts)] * 2):
            found[name] = re.sub(r"(^|,| )+(and)?[ ,]*$|^,", "", after.strip(" .")).strip()
            if before.endswith(" is a "):
                found[name] = f"for {before[0].lower()}{before[1:].removesuffix(' is a ')}"
    return found


def one_line(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


def fields(kind: type[Any]) -> dict[str, str]:
    """What is said below each field, or each member of an enumeration, that a class itself declares."""
    (tree,) = ast.parse(inspect.getsource(kind)).body
    assert isinstance(tree, ast.ClassDef)
    said = {}
    for statement, below in zip(tree.body, tree.body[1:]):
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            match statement:
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                    said[name] = one_line(str(below.value.value))
    return said
