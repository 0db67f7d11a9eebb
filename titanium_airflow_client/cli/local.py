"""`titanium local`: real Airflows on this machine."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING

import click

from .console import Activity, hint, say, show_facts, show_json, show_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from titanium_airflow_client.local import LocalServer

DEFAULT = "2.11.2"
UNHEALTHY = 3
AUTH_MANAGERS = {"simple": "simple", "fab": "Flask-AppBuilder"}


@click.group()
def local() -> None:
    """Start and stop a real Airflow on this machine."""


of_one = click.argument("name", required=False)
as_json = click.option("--json", "json", is_flag=True, help="Print JSON.")


@local.command()
@click.option("--airflow", metavar="RELEASE", default=DEFAULT, show_default=True, help="Release of Airflow.")
@click.option(
    "--auth", type=click.Choice([*AUTH_MANAGERS]), help="Who keeps the users of Airflow 3.  [default: simple]"
)
@click.option("--dags", metavar="FOLDER", help="DAG folder.  [default: sample DAGs]")
@click.option(
    "--port",
    metavar="PORT",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port on 127.0.0.1.  [default: a free one]",
)
@click.option("--name", metavar="NAME", help="What to call it.  [default: its port]")
@click.option("--sql", metavar="URL", help="Database.  [default: a new SQLite file]")
@click.option(
    "--public-role",
    metavar="ROLE",
    default="stock",
    show_default=True,
    help="For requests without credentials: stock, none or a role. Airflow 2 only.",
)
@click.option("--user", metavar="NAME=ROLE", multiple=True, help="Another user beside admin; repeatable.")
@click.option("--env", metavar="KEY=VALUE", multiple=True, help="Setting for it; repeatable.")
@as_json
def up(
    airflow: str,
    auth: str | None,
    dags: str | None,
    port: int,
    name: str | None,
    sql: str | None,
    public_role: str,
    user: Sequence[str],
    env: Sequence[str],
    json: bool,
) -> None:
    """Start an Airflow, and leave it running.

    The first time its release is installed, which takes some seconds more.
    """
    from titanium_airflow_client import local as airflows

    began = time.monotonic()
    with Activity() as activity:
        server = airflows.airflow(
            airflow,
            auth=auth,
            dags=dags,
            port=port,
            name=name,
            sql=sql,
            users=_pairs(user, "--user"),
            public_role=public_role,
            env=_pairs(env, "--env"),
            progress=activity,
        )
        server.detach()
    if json:
        show_json(_facts(server))
        return
    say(f"Airflow {server.release} is up and healthy, after {time.monotonic() - began:.1f} s.")
    say("")
    show_facts(_rows(server))
    hint(f"stop it with  titanium local down {server.name}")


@local.command()
@of_one
@as_json
def status(name: str | None, json: bool) -> None:
    """Show how an Airflow is doing; exits with 3 unless it is well.

    NAME is its name or its port, needed if there are several.
    """
    server = _chosen(name)
    health = {part: facts for part, facts in server.health().items() if isinstance(facts, dict) and facts["status"]}
    well = server.status == "running" and bool(health) and all(part["status"] == "healthy" for part in health.values())
    if json:
        show_json({**_facts(server), "healthy": well, "health": health})
    else:
        show_facts([*_rows(server), *((part, str(facts["status"])) for part, facts in health.items())])
    if not well:
        say(f"\nit is not well: {server.state.reason or 'it does not answer'}")
        hint(f"see  titanium local logs {server.name}")
        raise click.exceptions.Exit(UNHEALTHY)


@local.command()
@of_one
@click.option("--component", metavar="PART", help="One part of it, such as scheduler.  [default: all]")
@click.option(
    "--lines",
    "-n",
    metavar="N",
    type=click.IntRange(min=0),
    default=50,
    show_default=True,
    help="How many of the last lines; 0 is all.",
)
@click.option("--follow", "-f", is_flag=True, help="Go on printing what comes.")
def logs(name: str | None, component: str | None, lines: int, follow: bool) -> None:
    """Print what the parts of an Airflow have logged.

    NAME is its name or its port, needed if there are several.
    """
    server = _chosen(name)
    if component and component not in server.components:
        raise click.BadParameter(f"there is {', '.join(server.components)}", param_hint="--component")
    positions = {part: server.log_file(part).stat().st_size for part in server.components}
    print(server.logs(component, lines or None))
    while follow and server.status == "running":
        time.sleep(0.3)
        for part in [component] if component else positions:
            with server.log_file(part).open(errors="replace") as file:
                file.seek(positions[part])
                for line in file.read().splitlines():
                    print(line if component else f"{part}: {line}", flush=True)
                positions[part] = file.tell()


@local.command()
@of_one
@click.option("--all", "everyone", is_flag=True, help="Stop all of them.")
def down(name: str | None, everyone: bool) -> None:
    """Stop an Airflow.

    Every process of it ends, and nothing else. Its database goes too, unless it was started with --sql.
    NAME is its name or its port, needed if there are several.
    """
    from titanium_airflow_client import local as airflows

    servers = airflows.servers() if everyone else [_chosen(name)]
    for server in servers:
        with Activity() as activity:
            activity(f"stopping Airflow {server.release} ({server.name})")
            server.stop()
        say(f"Stopped Airflow {server.release} ({server.name}).")
    if not servers:
        say("There is no local Airflow to stop.")


@local.command("list")
@as_json
def list_(json: bool) -> None:
    """List the Airflows that run here."""
    from titanium_airflow_client import local as airflows

    servers = airflows.servers()
    if json:
        show_json([_facts(server) for server in servers])
    elif servers:
        columns = ("NAME", "AIRFLOW", "STATUS", "URL", "UP SINCE", "DAGS")
        show_table(columns, ([s.name, s.release, s.status, s.url, _since(s), _dags(s)] for s in servers))
    else:
        say("There is no local Airflow.")
        hint("start one with  titanium local up")


@local.command()
@click.argument("releases", metavar="[RELEASE]...", nargs=-1)
@click.option("--all", "everyone", is_flag=True, help="Install all that are known.")
@click.option("--auth", type=click.Choice([*AUTH_MANAGERS]), help="The auth manager, as for titanium local up.")
@as_json
def install(releases: Sequence[str], everyone: bool, auth: str | None, json: bool) -> None:
    """Install releases of Airflow ahead of time, or list them.

    Without arguments it lists the releases that can be run here.
    """
    from titanium_airflow_client.local import installation
    from titanium_airflow_client.local.releases import RELEASES, find, with_auth

    named = list(RELEASES.values()) if everyone else [find(release) for release in releases]
    chosen = [with_auth(release, auth) for release in named]
    for release in chosen:
        with Activity() as activity:
            python = installation.install(release, activity)
        if not json:
            say(f"Airflow {release.name} is installed in {python.parent.parent}.")
    rows = [(each, installation.installed(each)) for each in chosen or RELEASES.values()]
    if json:
        show_json([{"release": each.name, "environment": str(where) if where else None} for each, where in rows])
    elif not chosen:
        table = ([each.name, each.pythons_in_words, "yes" if where else "no"] for each, where in rows)
        show_table(("AIRFLOW", "RUNS ON", "INSTALLED"), table)


def _chosen(name: str | None) -> LocalServer:
    from titanium_airflow_client import local as airflows
    from titanium_airflow_client.local.errors import ServerNotFound

    if name:
        return airflows.find(name)
    servers = airflows.servers()
    if len(servers) == 1:
        return servers[0]
    if servers:
        names = ", ".join(server.name for server in servers)
        raise ServerNotFound(f"there are {len(servers)} local Airflows, which one?", hint=f"name one of {names}")
    raise ServerNotFound("there is no local Airflow", hint="start one with  titanium local up")


def _pairs(texts: Sequence[str], option: str) -> dict[str, str]:
    pairs = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals or not key:
            raise click.BadParameter(f"{text!r} has no name and value with '=' between them", param_hint=option)
        pairs[key] = value
    return pairs


def _facts(server: LocalServer) -> dict[str, object]:
    return {
        "name": server.name,
        "release": server.release,
        "auth": server.auth,
        "status": server.status,
        "url": server.url,
        "api_url": server.api_url,
        "username": server.username,
        "password": server.password,
        "users": server.users,
        "dags": str(server.dags),
        "started": server.state.started,
        "home": str(server.home),
    }


def _rows(server: LocalServer) -> list[tuple[str, str]]:
    others = [(user, password) for user, password in server.users.items() if user != server.username]
    return [
        ("name", server.name),
        ("Airflow", server.release),
        ("auth manager", AUTH_MANAGERS[server.auth]),
        ("status", server.status),
        ("URL", server.url),
        ("API", server.api_url),
        ("user", server.username),
        ("password", server.password),
        *((f"password of {user}", password) for user, password in others),
        ("DAGs", _dags(server)),
        ("up since", _since(server)),
    ]


def _since(server: LocalServer) -> str:
    return f"{datetime.datetime.fromtimestamp(server.state.started).astimezone():%Y-%m-%d %H:%M:%S}"


def _dags(server: LocalServer) -> str:
    from titanium_airflow_client.local import SAMPLE_DAGS

    return "sample DAGs" if server.dags == SAMPLE_DAGS else str(server.dags)
