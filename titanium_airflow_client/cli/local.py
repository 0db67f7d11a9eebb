"""`titanium local`: real Airflows on this machine."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING, Annotated

import typer

from .console import Activity, hint, say, show_facts, show_json, show_table

if TYPE_CHECKING:
    from titanium_airflow_client.local import LocalServer

DEFAULT = "2.11.2"
UNHEALTHY = 3
AUTH_MANAGERS = {"simple": "simple", "fab": "Flask-AppBuilder"}

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Start and stop a real Airflow on this machine.",
)

Name = Annotated[str | None, typer.Argument(metavar="NAME", help="Its name or port; needed if there are several.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def up(
    airflow: Annotated[str, typer.Option("--airflow", metavar="RELEASE", help="Release of Airflow.")] = DEFAULT,
    dags: Annotated[str | None, typer.Option(metavar="FOLDER", help="DAG folder. [default: sample DAGs]")] = None,
    port: Annotated[
        int,
        typer.Option(
            min=0, max=65535, metavar="PORT", help="Port on 127.0.0.1. [default: a free one]", show_default=False
        ),
    ] = 0,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What to call it. [default: its port]")] = None,
    sql: Annotated[str | None, typer.Option(metavar="URL", help="Database. [default: a new SQLite file]")] = None,
    auth: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who keeps users: simple or fab. [default: simple; Airflow 2: fab]"),
    ] = None,
    public_role: Annotated[
        str,
        typer.Option(metavar="ROLE", help="For requests without credentials: stock, none or a role. Airflow 2 only."),
    ] = "stock",
    user: Annotated[
        list[str] | None, typer.Option(metavar="NAME=ROLE", help="Another user beside admin; repeatable.")
    ] = None,
    env: Annotated[list[str] | None, typer.Option(metavar="KEY=VALUE", help="Setting for it; repeatable.")] = None,
    json: Json = False,
) -> None:
    """Start an Airflow, and leave it running.

    The first time its release is installed, which takes some seconds more.
    """
    from titanium_airflow_client import local

    began = time.monotonic()
    with Activity() as activity:
        server = local.airflow(
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


@app.command()
def status(name: Name = None, json: Json = False) -> None:
    """Show how an Airflow is doing; exits with 3 unless it is well."""
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
        raise typer.Exit(UNHEALTHY)


@app.command()
def logs(
    name: Name = None,
    component: Annotated[
        str | None, typer.Option(metavar="PART", help="One part of it, such as scheduler. [default: all]")
    ] = None,
    lines: Annotated[
        int, typer.Option("--lines", "-n", min=0, metavar="N", help="How many of the last lines; 0 is all.")
    ] = 50,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on printing what comes.")] = False,
) -> None:
    """Print what the parts of an Airflow have logged."""
    server = _chosen(name)
    if component and component not in server.components:
        raise typer.BadParameter(f"there is {', '.join(server.components)}", param_hint="--component")
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


@app.command()
def down(
    name: Name = None,
    everyone: Annotated[bool, typer.Option("--all", help="Stop all of them.")] = False,
) -> None:
    """Stop an Airflow.

    Every process of it ends, and nothing else. Its database goes too, unless it was started with --sql.
    """
    from titanium_airflow_client import local

    servers = local.servers() if everyone else [_chosen(name)]
    for server in servers:
        with Activity() as activity:
            activity(f"stopping Airflow {server.release} ({server.name})")
            server.stop()
        say(f"Stopped Airflow {server.release} ({server.name}).")
    if not servers:
        say("There is no local Airflow to stop.")


@app.command("list")
def list_(json: Json = False) -> None:
    """List the Airflows that run here."""
    from titanium_airflow_client import local

    servers = local.servers()
    if json:
        show_json([_facts(server) for server in servers])
    elif servers:
        columns = ("NAME", "AIRFLOW", "STATUS", "URL", "UP SINCE", "DAGS")
        show_table(columns, ([s.name, s.release, s.status, s.url, _since(s), _dags(s)] for s in servers))
    else:
        say("There is no local Airflow.")
        hint("start one with  titanium local up")


@app.command()
def install(
    releases: Annotated[list[str] | None, typer.Argument(metavar="RELEASE", help="Releases to install.")] = None,
    everyone: Annotated[bool, typer.Option("--all", help="Install all that are known.")] = False,
    auth: Annotated[
        str | None, typer.Option(metavar="NAME", help="The auth manager, as for titanium local up.")
    ] = None,
    json: Json = False,
) -> None:
    """Install releases of Airflow ahead of time, or list them.

    Without arguments it lists the releases that can be run here.
    """
    from titanium_airflow_client.local import installation
    from titanium_airflow_client.local.releases import RELEASES, find, with_auth

    named = list(RELEASES.values()) if everyone else [find(release) for release in releases or []]
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
    from titanium_airflow_client import local
    from titanium_airflow_client.local.errors import ServerNotFound

    if name:
        return local.find(name)
    servers = local.servers()
    if len(servers) == 1:
        return servers[0]
    if servers:
        names = ", ".join(server.name for server in servers)
        raise ServerNotFound(f"there are {len(servers)} local Airflows, which one?", hint=f"name one of {names}")
    raise ServerNotFound("there is no local Airflow", hint="start one with  titanium local up")


def _pairs(texts: list[str] | None, option: str) -> dict[str, str]:
    pairs = {}
    for text in texts or []:
        key, equals, value = text.partition("=")
        if not equals or not key:
            raise typer.BadParameter(f"{text!r} has no name and value with '=' between them", param_hint=option)
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
