"""Where the local Airflows live: installations and templates in the cache, running servers in the state folder."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from .errors import ExtraMissing, PlatformNotSupported

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

APPLICATION = "titanium-airflow-client"
MISSING = "pip install 'titanium-airflow-client[local]'"


def cache() -> Path:
    """What can be made again: installed releases, template databases."""
    folder: Path = _platformdirs().user_cache_path(APPLICATION)
    return _made(folder / "airflow")


def templates() -> Path:
    """The template databases."""
    return _made(cache() / "templates")


def servers() -> Path:
    """One folder for each server."""
    folder: Path = _platformdirs().user_state_path(APPLICATION)
    return _made(folder / "servers")


def keys() -> Path:
    """The keys of databases that stay, by the hash of their URL."""
    return _made(servers().parent / "keys")


def _made(folder: Path) -> Path:
    # Not mkdir(mode=..., parents=True): that leaves the parents to the umask.
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True, mode=0o700)
    return folder


def _platformdirs() -> ModuleType:
    if sys.platform == "win32":
        raise PlatformNotSupported(
            "Airflow does not run on Windows", hint="use the Windows Subsystem for Linux, and run this there"
        )
    try:
        import platformdirs
    except ImportError as error:
        raise ExtraMissing("the local Airflow needs the package platformdirs", hint=f"run  {MISSING}") from error
    return platformdirs


def private(path: Path) -> int:
    """Open a new file that only its owner can read, for writing."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
