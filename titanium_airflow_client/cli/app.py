"""The tree of commands. A branch is imported when it is used, or when help is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from titanium_airflow_client import __version__

BRANCHES = ("local", "demo")
"""The commands; each is in a module of its name."""


class Branches(click.Group):
    """A group whose commands are in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click calls it so
        """The names, without loading anything."""
        return list(BRANCHES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the branch."""
        if cmd_name not in BRANCHES:
            return None
        command: click.Command = getattr(import_module(f"{__package__}.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Branches)
@click.version_option(__version__, message="titanium %(version)s")
def titanium() -> None:
    """The command line of Apache Airflow's REST API."""


def run(arguments: list[str] | None = None) -> int:
    """Run the command; errors that were foreseen become a message, a hint and an exit code."""
    from titanium_airflow_client.local.errors import LocalAirflowError

    from .console import explain

    try:
        code = titanium.main(arguments, prog_name="titanium", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:  # the command was not understood
        error.show()
        return error.exit_code
    except LocalAirflowError as error:
        explain(error.message, log=error.log, hint=error.hint)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        explain("interrupted")
        return 130
    except SystemExit:  # so Click ends when `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
