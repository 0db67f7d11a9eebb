"""`titanium demo`: a tour through the API against a real Airflow that is started for it."""

from __future__ import annotations

import time

import click

from .console import Activity, say


@click.command()
@click.option("--airflow", metavar="RELEASE", default="2.11.2", show_default=True, help="Release of Airflow.")
def demo(airflow: str) -> None:
    """Take a tour through the API against a real Airflow.

    It starts one on this machine (the first time it is installed), calls the operations on DAGs one after the
    other, with real runs between them, and stops it again.
    """
    from titanium_airflow_client import local
    from titanium_airflow_client.local.releases import find

    from .tour import Tour

    release = find(airflow)
    began = time.monotonic()
    with Activity() as activity:
        server = local.airflow(release.name, progress=activity)
    with server:
        say(f"Airflow {server.release} is up at {server.url}, after {time.monotonic() - began:.1f} s.")
        called = Tour(server).run()
        with Activity() as activity:
            activity("stopping Airflow")
            server.stop()
    say("")
    say(
        f"{len(called)} calls of {len(set(called))} operations, {time.monotonic() - began:.1f} s; all is stopped again."
    )
