"""How the command speaks: data to standard output, the rest to standard error, colour only for a person's terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from rich.console import RenderableType
    from rich.progress import Progress

WIDTH_OF_A_PIPE = 1000
"""What goes to a file or to another command is not folded."""


def output() -> Console:
    """Standard output, as it is now."""
    return _unfolded(Console(highlight=False))


def messages() -> Console:
    """Standard error, as it is now."""
    return _unfolded(Console(stderr=True, highlight=False))


def _unfolded(console: Console) -> Console:
    if not console.is_terminal:
        console.width = WIDTH_OF_A_PIPE
    return console


def print_trimmed(console: Console, renderable: RenderableType) -> None:
    """Print, without the spaces to the right that tables are filled up with; a terminal does not show them."""
    if console.is_terminal:
        console.print(renderable)
        return
    with console.capture() as capture:
        console.print(renderable)
    console.file.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def show_json(data: object) -> None:
    """Data for programs."""
    print(json.dumps(data, indent=2))


def show_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Names and values, one to a line."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts:
        table.add_row(name, Text(value))
    print_trimmed(output(), table)


def show_table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table without lines around it, which other commands can read too."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    print_trimmed(output(), table)


def say(message: str) -> None:
    """One line for the person."""
    messages().print(Text(message))


def hint(text: str) -> None:
    """What to do next."""
    console = messages()
    console.print()
    console.print(Text.assemble(("hint: ", "cyan"), text))


def explain(message: str, *, log: str | None = None, hint: str | None = None) -> None:
    """An error: what happened, the log of it, and what to do."""
    console = messages()
    console.print(Text.assemble(("error: ", "bold red"), message))
    if log:
        console.print()
        console.print(Text("\n".join(f"  {line}" for line in log.splitlines()), style="dim"))
    if hint:
        globals()["hint"](hint)


class Activity:
    """Shows what is being done and for how long: a spinner on a terminal, else a line for each step."""

    def __init__(self) -> None:
        self._console = messages()
        self._spinner: Progress | None = None

    def __enter__(self) -> Activity:
        if self._console.is_terminal and not self._console.is_dumb_terminal:
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
            self._spinner = Progress(*columns, console=self._console, transient=True)
            self._spinner.add_task("")
            self._spinner.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._spinner:
            self._spinner.stop()

    def __call__(self, step: str) -> None:
        """The next step has begun."""
        if self._spinner:
            self._spinner.update(self._spinner.task_ids[0], description=step)
        else:
            self._console.print(Text(step))
