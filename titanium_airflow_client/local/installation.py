"""Install releases of Airflow, each in an environment of its own in the cache folder.

The same release gives the same packages next year: on Python 3.11 exactly the pinned set; on the others the pinned set
as constraints, and whatever else is needed as it was on the release's day.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from . import folders
from .errors import (
    DiskFull,
    ExtraMissing,
    InstallationFailed,
    LocalAirflowError,
    PythonNotFound,
    RegistryUnreachable,
)
from .lock import locked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .releases import Release

    Progress = Callable[[str], object]

PINNED_FOR = (3, 11)
COMPLETE = "complete.json"
DRIVERS = {2: ["psycopg2-binary"], 3: ["psycopg2-binary", "asyncpg"]}
"""What Airflow needs for PostgreSQL, by its generation."""
UNREACHABLE = re.compile(r"Failed to fetch|error sending request|dns error|Connection refused|timed out")
FULL = re.compile(r"No space left on device|os error 28\b|Disk quota exceeded")


def quiet(_: str) -> None:
    """Progress that nobody wants to see."""


def install(release: Release, progress: Progress = quiet, *, postgresql: bool = False) -> Path:
    """Install the release unless it is there already; the interpreter of its environment.

    Two processes may do this at once, and it may be interrupted at any point: an environment counts only
    when its last file, the mark of completion, is there.
    """
    environment = _folder(release, postgresql=postgresql)
    if not _complete(environment):
        waiting = f"waiting for another process that is installing Airflow {release.name}"
        with locked(environment.with_name(f"{environment.name}.lock"), lambda: progress(waiting)):
            if not _complete(environment):
                _make(environment, release, progress, postgresql=postgresql)
    return environment / "bin" / "python"


def installed(release: Release) -> Path | None:
    """The environment of the release, if it is complete."""
    environment = _folder(release)
    return environment if _complete(environment) else None


def _folder(release: Release, *, postgresql: bool = False) -> Path:
    # The running Python is part of the key because it decides which Python is used, though that may be another.
    running = f"py{sys.version_info.major}.{sys.version_info.minor}"
    pins = hashlib.sha256(release.requirements.read_bytes() + release.exclude_newer.encode()).hexdigest()[:8]
    return folders.cache() / "-".join([release.edition, running, pins, *(["postgresql"] if postgresql else [])])


def _complete(environment: Path) -> bool:
    # The interpreter is a link to the Python it was made with, which may have been removed since.
    return (environment / COMPLETE).exists() and os.access(environment / "bin" / "python", os.X_OK)


def _make(environment: Path, release: Release, progress: Progress, *, postgresql: bool) -> None:
    shutil.rmtree(environment, ignore_errors=True)
    try:
        progress(f"installing Airflow {release.name}: making an environment")
        python = environment / "bin" / "python"
        _run(["venv", "--python", _interpreter(release), str(environment)], progress)
        code = "import sys; print(*sys.version_info[:2])"
        answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
        version = tuple(map(int, answer.stdout.split()))
        count = sum(line[0] != "#" for line in release.requirements.read_text().splitlines())
        progress(f"installing Airflow {release.name}: downloading about {count} packages")
        pip = ["pip", "install", "--python", str(python), "--exclude-newer", release.exclude_newer]
        pins = str(release.requirements)
        if version == PINNED_FOR:
            _run([*pip, "--no-deps", "--requirements", pins], progress)
        else:
            _run([*pip, "--constraints", pins, *release.packages], progress)
        if postgresql:
            _run([*pip, "--constraints", pins, *DRIVERS[release.major]], progress)
        with open(environment / COMPLETE, "w") as file:
            json.dump({"release": release.name, "python": version}, file)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise _disk_full(environment) from error
    except LocalAirflowError:
        shutil.rmtree(environment, ignore_errors=True)
        raise


def _interpreter(release: Release) -> str:
    """The running Python if it will do; or any other, which uv is asked for."""
    if release.oldest_python <= sys.version_info[:2] <= release.newest_python:
        return sys.executable
    return release.pythons


def _uv() -> str:
    try:
        import uv
    except ImportError as error:
        hint = f"run  {folders.MISSING}"
        raise ExtraMissing("the local Airflow is installed with uv, which is not here", hint=hint) from error
    try:
        return os.fsdecode(uv.find_uv_bin())
    except FileNotFoundError as error:
        raise ExtraMissing(f"the package uv has lost its program: {error}", hint="reinstall uv") from error


def _run(command: list[str], progress: Progress) -> None:
    """Run uv; what it says is progress, and the explanation if it fails."""
    said: list[str] = []
    # In the cache folder: the settings of the project that the user happens to stand in are not ours.
    process = subprocess.Popen(  # noqa: S603
        [_uv(), *command, "--no-progress", "--color", "never"],
        cwd=folders.cache(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )
    with process:
        assert process.stderr
        try:
            for line in process.stderr:
                said.append(line.rstrip())
                if line.startswith("Downloading"):  # uv says so of the large ones
                    progress(f"installing: {line[0].lower()}{line[1:].strip()}")
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        _explain(command, "\n".join(said))


def _explain(command: list[str], log: str) -> None:
    if FULL.search(log):
        raise _disk_full(folders.cache())
    if command[0] == "venv" and re.search(r"No interpreter found|No download found", log):
        raise PythonNotFound(
            f"no Python that this Airflow runs on ({command[2]}) is installed",
            hint="install one with your system's packages, or with  uv python install 3.11",
        )
    if UNREACHABLE.search(log):
        raise RegistryUnreachable(
            "the package registry cannot be reached",
            hint="check the network and its proxy; another registry can be named in UV_DEFAULT_INDEX",
            log=_last(log),
        )
    raise InstallationFailed("Airflow could not be installed", log=_last(log))


def _last(log: str) -> str:
    return "\n".join(log.splitlines()[-12:])


def _disk_full(where: Path) -> DiskFull:
    with contextlib.suppress(OSError):
        free = shutil.disk_usage(where if where.exists() else where.parent).free // 1_000_000
        return DiskFull(
            f"the disk with {where} is full: {free} MB are free, a release of Airflow takes 250 MB",
            hint="make room, or set XDG_CACHE_HOME to a folder on another disk",
        )
    return DiskFull(f"the disk with {where} is full")
