"""The `titanium` command (extra `cli`).

Data goes to standard output, everything else to standard error. Nothing heavy loads before it is needed.
"""

from __future__ import annotations

import sys

EXTRA = "pip install 'titanium-airflow-client[cli]'"


def main() -> int:
    """Run the command with the arguments of the process; its exit code."""
    if sys.argv[1:] == ["--version"]:
        from titanium_airflow_client import __version__

        print(f"titanium {__version__}")
        return 0
    try:
        import click
        import rich
    except ImportError as error:
        print(f"error: the titanium command needs the package {error.name}\n\nhint: run  {EXTRA}", file=sys.stderr)
        return 2
    del click, rich
    from .app import run

    return run()
