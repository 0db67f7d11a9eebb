"""Write the front door, and the modules under the documented import paths: `python tools/facade.py [--check]`.

Every model and every API group is found by looking into `schemas/` and `api/`. What is written:

- `titanium_airflow_client/__init__.py`, between two marks: which name is in which module
- `titanium_airflow_client/api/__init__.py` and `titanium_airflow_client/models/__init__.py`: the same for these two
- `titanium_airflow_client/models/<name>.py`: one for each model, under its documented path

With `--check` nothing is written; the exit status is 1 when something would be.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "titanium_airflow_client"
WIDTH = 120

sys.path.insert(0, str(ROOT))

CORE = {
    "api_client": ["ApiClient", "AsyncApiClient"],
    "api_response": ["ApiResponse"],
    "configuration": ["Configuration"],
    "drift": ["DriftWarning"],
    "exceptions": "its __all__",
    "outcome": ["Outcome", "Outcomes"],
    "plan": ["Plan", "PlannedChange"],
    "runs.readiness": ["Obstacle", "Readiness"],
    "reading": ["PagingWarning"],
    "retry": ["Retry"],
    "runs.triggering": ["Triggered"],
    "server": ["NewerAirflowWarning"],
}
"""What the front door shows beside models and API groups."""

MODULES = [
    "api",
    "api_client",
    "api_response",
    "configuration",
    "exceptions",
    "local",
    "models",
    "rest",
    "schemas",
    "testing",
]
"""Which modules can be reached as attributes of the package without an import of their own."""

BEGIN = "# --- written by tools/facade.py, from here ---"
END = "# --- to here ---"

LAZY = """\
    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        module = import_module("." + _HOME[name], __name__)
        value = globals()[name] = module if _HOME[name] == name else getattr(module, name)
        return value

    def __dir__() -> list[str]:
        return sorted({*_HOME, *(name for name in globals() if name.startswith("__"))})
"""


def snake(name: str) -> str:
    """The module of a class in generated clients: `DAGRun` is in `dag_run`, `XCom` in `x_com`."""
    words = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z\d])([A-Z])", r"\1_\2", words).lower()


def classes(package: str, suffix: str = "") -> dict[str, str]:
    """The public classes that the modules of a package define, each with its module."""
    found: dict[str, str] = {}
    for module in sorted(info.name for info in iter_modules([str(PACKAGE / package)]) if info.name.endswith(suffix)):
        members = vars(import_module(f"titanium_airflow_client.{package}.{module}"))
        for name, member in members.items():
            if isinstance(member, type) and member.__module__.endswith(f".{module}") and not name.startswith("_"):
                if name in found:
                    raise SystemExit(f"{name} is in {package}/{found[name]}.py and in {package}/{module}.py")
                found[name] = module
    return found


def models() -> dict[str, str]:
    """The models and enumerations, each with its module in `schemas`; not the two that they are made of."""
    return {name: module for name, module in classes("schemas").items() if module not in ("model", "open_enum")}


def groups() -> dict[str, str]:
    """The API groups, each with its module in `api`."""
    return {name: module for name, module in classes("api", "_api").items() if name.endswith("Api")}


def core() -> dict[str, str]:
    """The other names of the front door, each with its module."""
    found = {}
    for module, names in CORE.items():
        shown = import_module(f"titanium_airflow_client.{module}").__all__ if isinstance(names, str) else names
        found.update(dict.fromkeys(shown, module))
    return found


def exists(module: str) -> bool:
    """Whether the package has this module, or a package of this name."""
    return module == "models" or any((PACKAGE / path).exists() for path in (f"{module}.py", f"{module}/__init__.py"))


def ordered(names: Iterable[str]) -> list[str]:
    """In the order that ruff wants: what is all capitals first."""
    return sorted(names, key=lambda name: (not name.isupper(), name))


def imports(home: Mapping[str, str], modules: Iterable[str]) -> Iterator[str]:
    """What type checkers see instead of the table."""
    yield from (f"from . import {module} as {module}" for module in sorted(modules))
    for module in sorted(set(home.values())):
        names = ordered(name for name in home if home[name] == module)
        line = f"from .{module} import {', '.join(names)}"
        if len(line) + 4 <= WIDTH:
            yield line
        else:
            yield from (f"from .{module} import (", *(f"    {name}," for name in names), ")")


def lazy(home: Mapping[str, str], modules: Iterable[str]) -> str:
    """A module's body that loads each name when it is first used."""
    table = {**home, **{module: module for module in modules}}
    return "\n".join(
        [
            "TYPE_CHECKING = False  # `typing` need not be imported for it: type checkers know the name",
            "",
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in imports(home, modules)),
            "else:",
            "    _HOME = {",
            *(f'        "{name}": "{table[name]}",' for name in ordered(table)),
            "    }",
            "",
            LAZY,
            "",
            "__all__ = [",
            *(f'    "{name}",' for name in ordered(home)),
            "]",
            "",
        ]
    )


def front_door(text: str) -> str:
    """The package's own file with what is between the marks anew."""
    home = {
        **core(),
        **{name: f"api.{module}" for name, module in groups().items()},
        **{name: f"schemas.{module}" for name, module in models().items()},
    }
    head, found, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    body = lazy(home, [module for module in MODULES if exists(module)])
    return f"{head if found else text.rstrip() + chr(10) * 2}{BEGIN}\n{body}{END}{tail or chr(10)}"


def files() -> dict[Path, str]:
    """Every file that this tool writes, and what is to be in it."""
    written = "Written by tools/facade.py."
    paths = {name: snake(name) for name in models()}
    api, front = PACKAGE / "api" / "__init__.py", PACKAGE / "__init__.py"
    return {
        front: front_door(front.read_text()),
        api: f'"""The operations of the API, one group per file. {written}"""\n\n' + lazy(groups(), groups().values()),
        PACKAGE / "models" / "__init__.py": f'"""The models under their documented import paths. {written}"""\n\n'
        + lazy(paths, paths.values()),
        **{
            PACKAGE / "models" / f"{paths[name]}.py": f'"""The documented import path of `{name}`. {written}"""\n\n'
            f"from ..schemas.{module} import {name} as {name}\n"
            for name, module in models().items()
        },
    }


def main(arguments: list[str]) -> int:
    """Write, or with `--check` compare."""
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    wanted = files()
    wrong = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    stale = sorted(set((PACKAGE / "models").glob("*.py")) - wanted.keys())
    if not arguments:
        for path in wrong:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path])
        for path in stale:
            path.unlink()
    done = ("differs", "is stale") if arguments else ("written", "removed")
    for path in wrong:
        print(f"{path.relative_to(ROOT)} {done[0]}")
    for path in stale:
        print(f"{path.relative_to(ROOT)} {done[1]}")
    if arguments and (wrong or stale):
        print("Run `python tools/facade.py`.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
