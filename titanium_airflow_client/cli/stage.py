"""How the tour is shown: calls, answers, tables, progress, at 80 columns and in a pipe."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from .console import print_trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from titanium_airflow_client import TaskInstance

WIDTH = 80
LONG = 50
STYLES = {"success": "green", "failed": "red", "upstream_failed": "yellow", "running": "cyan", "yes": "yellow"}
DONE = ("success", "failed", "upstream_failed", "skipped", "removed")


class Stage:
    """Prints to standard output: here the show is the data."""

    def __init__(self) -> None:
        self.console = Console(highlight=False)
        if not self.console.is_terminal:
            self.console.width = WIDTH

    def chapter(self, title: str) -> None:
        """What comes next is about something else."""
        self.console.print()
        self.console.rule(Text(title, style="bold"), align="left", characters="-")

    def call(self, name: str, arguments: Sequence[object], options: Mapping[str, object]) -> None:
        """A call, as it is written in Python."""
        line = _code(name, arguments, options, self.console.width - 4)
        self.console.print()
        self.console.print(Text(f">>> {line}".replace("\n", "\n    "), style="cyan"))

    def came_back(self, answer: object, seconds: float) -> None:
        """What came back, in how long."""
        kind = "nothing" if answer is None else type(answer).__name__
        self.console.print(Text(f"{kind}, after {seconds * 1000:.0f} ms", style="dim"))

    def note(self, text: str) -> None:
        """A sentence between the calls."""
        self.console.print(Text(text))

    def facts(self, thing: object, *names: str) -> None:
        """Some attributes of an answer."""
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for name in names:
            table.add_row(name, _plain(getattr(thing, name)))
        print_trimmed(self.console, Padding(table, (0, 0, 0, 2)))

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Rows of an answer."""
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
        for column in columns:
            table.add_column(column, overflow="fold", no_wrap=column == columns[0])
        for row in rows:
            table.add_row(*map(_plain, row))
        print_trimmed(self.console, Padding(table, (0, 0, 0, 2)))

    def source(self, text: str, first: int, last: int) -> None:
        """Some lines of a program."""
        code = Syntax(
            text, "python", line_numbers=True, line_range=(first, last), theme="ansi_dark", background_color="default"
        )
        print_trimmed(self.console, Padding(code, (0, 0, 0, 2)))

    def outcome(self, state: str) -> None:
        """How a run ended."""
        self.console.print(Text.assemble("The run ended: ", (state, STYLES.get(state, "")), "."))

    def error(self, error: Exception) -> None:
        """An exception, as the reader of a traceback sees it."""
        self.console.print(Text(f"{type(error).__name__}: {error}", style="red"))

    @contextlib.contextmanager
    def progress(self, title: str) -> Iterator[Callable[[Sequence[TaskInstance]], None]]:
        """A bar of the task instances that have ended; a line when nobody watches."""
        self.console.print()
        began = time.monotonic()
        bars = [
            TextColumn("{task.description}"),
            BarColumn(30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        ]
        with Progress(*bars, console=self.console, transient=True, disable=not self.console.is_terminal) as progress:
            bar = progress.add_task(title, total=None)

            def look(instances: Sequence[TaskInstance]) -> None:
                ended = sum(instance.state in DONE for instance in instances)
                progress.update(bar, total=len(instances), completed=ended)

            yield look
        self.console.print(Text(f"{title}: {time.monotonic() - began:.1f} s", style="dim"))


def _code(name: str, arguments: Iterable[object], options: Mapping[str, object], width: int) -> str:
    """A call in one line, or else with a line for each argument."""
    named = [(f"{option}=", value) for option, value in options.items()]
    every = [*(("", argument) for argument in arguments), *named]
    line = f"{name}({', '.join(prefix + _written(value, 10_000) for prefix, value in every)})"
    if len(line) <= width:
        return line
    lines = (f"{prefix}{_written(value, width - 5 - len(prefix))}," for prefix, value in every)
    return "\n".join([f"{name}(", *("    " + line.replace("\n", "\n    ") for line in lines), ")"])


def _written(value: object, width: int) -> str:
    """A value as source code: of a model only what was given, of a token only the beginning."""
    if isinstance(value, msgspec.Struct):
        given = {
            field.name: getattr(value, field.name)
            for field in msgspec.structs.fields(value)
            if field.name == "dry_run" or getattr(value, field.name) not in (field.default, None)
        }
        return _code(type(value).__name__, (), given, width)
    if isinstance(value, str) and len(value) > LONG:
        return f'"{value[:12]}..."'
    return repr(value).replace("'", '"') if isinstance(value, (str, list)) else repr(value)


def _plain(value: object) -> Text:
    if value is None:
        return Text("-", style="dim")
    if isinstance(value, float):
        return Text(f"{value:g}" if value == int(value) else f"{value:.2f}")
    if isinstance(value, (list, tuple)):
        return Text(", ".join(map(str, value)) or "-")
    if isinstance(value, dict):
        return Text(", ".join(value) or "-")
    return Text(str(value), style=STYLES.get(str(value), ""))
