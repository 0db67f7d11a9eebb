"""A database that was made once is copied: migrating takes five seconds, copying none.

The key of a template is all that its content depends on: release, DAG files, settings, and the code that
made it. There are no users and no secrets in it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT = 20
"""Templates (1 to 2 MB each) that are kept, the ones used last."""
HASHED_WHOLE = 1_000_000
"""Larger files are told apart by their size and time."""


def key(release: str, python: str, dags: Path, settings: Mapping[str, str]) -> str:
    """The name of the template for this."""
    digest = hashlib.sha256(repr((python, str(dags), sorted(settings.items()))).encode())
    for code in sorted((Path(__file__).parent / "bootstrap").glob("*.py")):
        digest.update(code.read_bytes())
    for folder, folders, names in os.walk(dags, followlinks=True):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            with contextlib.suppress(OSError):  # a dangling link, a file that is just being replaced
                digest.update(f"{path.relative_to(dags)}\0".encode(errors="surrogateescape") + _content(path))
    return f"{release}-{digest.hexdigest()[:16]}.db"


def _content(path: Path) -> bytes:
    facts = path.stat()
    if facts.st_size <= HASHED_WHOLE:
        return hashlib.sha256(path.read_bytes()).digest()
    return repr((facts.st_size, facts.st_mtime_ns)).encode()


def use(template: Path, database: Path) -> bool:
    """Copy the template, if it is there."""
    try:
        shutil.copyfile(template, database)
        template.touch()
    except FileNotFoundError:
        return False
    database.chmod(0o600)
    return True


def keep(database: Path, template: Path) -> None:
    """Make a template of the database, which may be in use; the oldest ones make room."""
    fresh = template.with_name(f".{template.name}.{os.getpid()}")
    try:
        # Not a file copy: in write-ahead mode pages may still be beside the file.
        with (
            contextlib.closing(sqlite3.connect(database)) as source,
            contextlib.closing(sqlite3.connect(fresh)) as copy,
        ):
            source.backup(copy)
        fresh.replace(template)
    finally:
        fresh.unlink(missing_ok=True)
    by_age = sorted(template.parent.glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in by_age[KEPT:]:
        old.unlink(missing_ok=True)
