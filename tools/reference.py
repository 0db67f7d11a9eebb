"""Write the reference documentation: `python tools/reference.py [--check]`.

Everything comes from the code: signatures, routes, docstrings, and the docstrings below fields. What is written, in
`docs/reference/`:

- `<Group>Api.md`: the operations of a group, each with an example, and its procedures
- `operations.md`: every operation and every procedure on one page
- `models.md`: every model and its fields
- `values.md`: what else procedures return, and settings
- `README.md`: what there is

With `--check` nothing is written; the exit status is 1 when something would be.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING

import docstrings
import examples
import reference_procedures
from declared import Declared, declared
from docstrings import Doc
from facade import ROOT, groups, models
from reference_models import page as models_page
from reference_procedures import procedures, values

from titanium_airflow_client import exceptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = ROOT / "docs" / "reference"
BESIDE = "compatibility.md"  # written by tools/compatibility.py
WRITTEN = "<!-- Written by `python tools/reference.py` from the code: change that, and run it again. -->"
STATUS = {kind.__name__: status for status, kind in exceptions.BY_STATUS.items()} | {"ServiceException": 500}
SUCCESS = {"NoneType": 204}
ALWAYS = ("UnauthorizedException", "ForbiddenException")
HINT = "Every operation also takes the keywords of"


@cache
def operations() -> dict[str, list[Declared]]:
    """The operations of each group, by name."""
    found = sorted(declared(), key=lambda one: (one.group, one.name))
    return {f"{group}Api": list(listed) for group, listed in groupby(found, key=lambda one: one.group)}


@cache
def doc(group: str, name: str) -> Doc:
    """What is said of an operation; what it leaves to another operation is taken from there."""
    text = member(group, name).__doc__ or ""
    said = docstrings.read(text)
    if said.same:
        other = doc(group, said.same)
        said.parameters = {**other.parameters, **said.parameters}
        said.returns, said.raises = said.returns or other.returns, said.raises or other.raises
    (operation,) = [one for one in operations()[group] if one.name == name]
    for parameter in operation.parameters:
        if parameter not in said.parameters:
            said.parameters[parameter] = beside(group, parameter)
    if said.since != operation.route.since:
        raise SystemExit(
            f"{group}.{name}: its docstring says since {said.since!r}, its route {operation.route.since!r}"
        )
    return said


def beside(group: str, parameter: str) -> str:
    """What another operation of the group says of a parameter of the same name."""
    for one in operations()[group]:
        said = docstrings.read(member(group, one.name).__doc__ or "").parameters
        if parameter in said:
            return said[parameter]
        if parameter.endswith(("_gt", "_lt")) and f"{parameter}e" in said:
            return f"as `{parameter}e`, but not what is exactly at the limit."
    raise SystemExit(f"{group}: no docstring says what {parameter} is")


def member(group: str, name: str) -> object:
    """The method of a group, or the group itself."""
    kind = getattr(import_module(f"titanium_airflow_client.api.{groups()[group]}"), group)
    return getattr(kind, name) if name else kind


def linked(text: str, group: str) -> str:
    """The text with links from the names of operations, models and values to where they are described."""

    def link(match: re.Match[str]) -> str:
        name = match[1]
        for page, kinds in (("models", models()), ("values", values())):
            if name in kinds:
                return f"[`{name}`]({page}.md#{name.lower()})"
        for home in (group, *operations()) if group else ():
            own = procedures().get(home, ()) if home == group else ()  # their names are plain words: trigger, wait
            if any(one.name == name for one in (*operations()[home], *own)):
                return f"[`{name}`]({'' if home == group else f'{home}.md'}#{name})"
        return match[0]

    return re.sub(r"`(\w+)`", link, text)


def cell(text: str) -> str:
    """The text as it may stand in a table."""
    return text.replace("|", "\\|")


def signature(operation: Declared) -> str:
    """How it is declared, for people."""
    given = []
    for parameter in operation.parameters.values():
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        given.append(f"{parameter.name}: {parameter.annotation}{default}")
    line = f"{operation.name}({', '.join([*given, '**options'])}) -> {returned(operation)}"
    if len(line) <= 110:
        return line
    return "\n".join(
        [f"{operation.name}(", *(f"    {each}," for each in [*given, "**options"]), f") -> {returned(operation)}"]
    )


def returned(operation: Declared) -> str:
    """The name of what it returns."""
    return operation.request.into.__name__.replace("NoneType", "None")


def since(operation: Declared) -> str:
    """The first release that has it."""
    return operation.route.since or ("2.0" if operation.route.v1 else "3.0")


def parameters(operation: Declared, said: Doc, group: str) -> Iterator[str]:
    """The table of what it takes."""
    if not operation.parameters:
        yield "It takes no arguments but the keywords of every operation."
        return
    yield from ("Parameter | Type | Default | Description", "--- | --- | --- | ---")
    for parameter in operation.parameters.values():
        kind = type_links(str(parameter.annotation))
        default = "required" if parameter.default is parameter.empty else f"`{parameter.default!r}`"
        yield f"`{parameter.name}` | {kind} | {default} | {cell(linked(said.parameters[parameter.name], group))}"


def model_link(name: str) -> str:
    """The name, as a link if it is that of a model or of a value."""
    page = "models" if name in models() else "values" if name in values() else None
    return f"[{name}]({page}.md#{name.lower()})" if page else name


def type_links(annotation: str) -> str:
    """A type in a table, with links from the models and values in it."""
    return cell(re.sub(r"\w+", lambda word: model_link(word[0]), annotation))


def statuses(operation: Declared, said: Doc, group: str) -> Iterator[str]:
    """The table of how it can end."""
    success = SUCCESS.get(operation.request.into.__name__, 200)
    yield from ("Status | | When", "--- | --- | ---")
    yield f"{examples.STATUS.get(operation.name, success)} | {linked(f'`{returned(operation)}`', group)} | it went well"
    raised = {**dict.fromkeys(ALWAYS, ""), **said.raises} if operation.group != "Monitoring" else said.raises
    for name in sorted(raised, key=lambda name: STATUS.get(name, 600)):
        meaning = (getattr(exceptions, name).__doc__ or "").partition(": ")[2].strip().rstrip(".")
        when = raised[name] or meaning
        yield f"{STATUS.get(name, '-')} | `{name}` | {cell(linked(when, group))}"


def section(operation: Declared, group: str) -> Iterator[str]:
    """All about one operation."""
    said = doc(group, operation.name)
    yield from (f"## {operation.name}", "")
    yield from ("```python", signature(operation), "```", "")
    yield from (linked(said.summary, group), "")
    for paragraph in said.details:
        yield from (linked(paragraph, group), "")
    route = operation.route
    yield from (f"`{route.method} {route.v1 or route.v2}`, since Airflow {since(operation)}.", "")
    yield from ("```python", examples.example(operation), "```", "")
    yield from (*parameters(operation, said, group), "")
    if said.returns:
        yield from (linked(said.returns, group), "")
    yield from (*statuses(operation, said, group), "")
    yield from ("[All of this group](#top) · [all operations](operations.md) · [all models](models.md)", "")


def about(group: str) -> str:
    """What the docstring of a group says of it."""
    paragraphs = (member(group, "").__doc__ or "").split("\n\n")
    return "\n\n".join(docstrings.one_line(each) for each in paragraphs if HINT not in each)


def group_page(group: str) -> str:
    """The page of a group."""
    lines = [WRITTEN, f'# <a id="top"></a>{group}', "", linked(about(group), group), ""]
    lines += ["Method | HTTP request | Description", "--- | --- | ---"]
    for operation in operations()[group]:
        route = operation.route
        summary = cell(linked(doc(group, operation.name).summary, group))
        lines.append(f"[`{operation.name}`](#{operation.name}) | `{route.method} {route.v1 or route.v2}` | {summary}")
    lines += [
        "",
        "Each has three forms, blocks or is awaited, and takes [more keywords](README.md#every-operation).",
        "",
    ]
    for operation in operations()[group]:
        lines += section(operation, group)
    if group in procedures():
        lines += ["## Procedures of this group", "", "What takes several calls; they too block or are awaited.", ""]
    for procedure in procedures().get(group, ()):
        lines += reference_procedures.section(procedure, lambda text: linked(text, group), type_links)
    return "\n".join(lines)


def path(route: str | None) -> str:
    """A path in a table, or that there is none."""
    return f"`{route}`" if route else "-"


def operations_page() -> str:
    """Every operation on one page."""
    names = {one.name for listed in operations().values() for one in listed}
    head = f"All {len(names)}, by group; one that is in two groups is the same in both."
    lines = [WRITTEN, "# Operations", "", f"{head} Paths are those below `/api/v1` and `/api/v2`.", ""]
    for group, listed in operations().items():
        lines += [f"## [{group}]({group}.md)", ""]
        lines += ["Operation | | Airflow 2 | Airflow 3 | Returns | Since", "--- | --- | --- | --- | --- | ---"]
        for one in listed:
            cells = (f"[`{one.name}`]({group}.md#{one.name})", one.route.method, path(one.route.v1), path(one.route.v2))
            lines.append(" | ".join([*cells, model_link(returned(one)), since(one)]))
        lines.append("")
    return "\n".join([*lines, *reference_procedures.overview(linked, type_links)])


def index_page() -> str:
    """Where what is."""
    lines = [WRITTEN, (ROOT / "tools" / "reference.md").read_text().strip(), "", "## Groups", ""]
    lines += ["Group | Operations | ", "--- | --- | ---"]
    for group, listed in operations().items():
        lines.append(f"[{group}]({group}.md) | {len(listed)} | {about(group).partition(chr(10))[0]}")
    return "\n".join([*lines, ""])


def files() -> dict[Path, str]:
    """Every file that this tool writes, and what is to be in it."""
    return {
        FOLDER / "README.md": index_page(),
        FOLDER / "operations.md": operations_page(),
        FOLDER / "models.md": f"{WRITTEN}\n{models_page()}",
        FOLDER
        / "values.md": f"{WRITTEN}\n{reference_procedures.values_page(lambda text: linked(text, ''), type_links)}",
        **{FOLDER / f"{group}.md": formatted(group_page(group)) for group in operations()},
    }


def formatted(page: str) -> str:
    """The page with its examples as `scripts/check` wants them."""
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(FOLDER / "page.md"), "-"]
    return subprocess.run(command, input=page, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def main(arguments: list[str]) -> int:
    """Write, or with `--check` compare."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    wanted = files()
    wrong = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    stale = sorted({*FOLDER.glob("*.md")} - wanted.keys() - {FOLDER / BESIDE})
    if not arguments:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in wrong:
            path.write_text(wanted[path])
        for path in stale:
            path.unlink()
    for path in [*wrong, *stale]:
        print(f"{path.relative_to(ROOT)} {'is stale' if arguments else 'written' if path in wanted else 'removed'}")
    if arguments and (wrong or stale):
        print("Run `python tools/reference.py`.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
