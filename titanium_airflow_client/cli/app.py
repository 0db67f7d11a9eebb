"""The tree of commands. A branch is imported when it is used, or when help is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from titanium_airflow_client import __version__

BRANCHES = {
    "local": "titanium_airflow_client.cli.local",
    "demo": "titanium_airflow_client.cli.demo",
}
"""Command -> the module whose `app` it is."""


class Branches(typer.core.TyperGroup):
    """A group whose commands are in modules of their own."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, without loading anything."""
        return [*super().list_commands(ctx), *BRANCHES]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load the branch."""
        if cmd_name not in BRANCHES:
            return super().get_command(ctx, cmd_name)
        command = typer.main.get_command(import_module(BRANCHES[cmd_name]).app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Branches, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"titanium {__version__}")
        raise typer.Exit


@app.callback()
def titanium(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """The command line of Apache Airflow's REST API."""


def run(arguments: list[str] | None = None) -> int:
    """Run the command; errors that were foreseen become a message, a hint and an exit code."""
    from titanium_airflow_client.local.errors import LocalAirflowError

    from .console import explain

    try:
        app(arguments, prog_name="titanium")
    except LocalAirflowError as error:
        explain(error.message, log=error.log, hint=error.hint)
        return error.exit_code
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else 0
    except KeyboardInterrupt:
        explain("interrupted")
        return 130
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return 0
