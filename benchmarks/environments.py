"""Each peer in an environment of its own in the cache folder, made once by uv from its pinned requirements.

`ours` is the one that this runs in, with the extras and the floor; `alone` is this library with what it needs.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
import uv

from titanium_airflow_client import local

from .peers import REQUIREMENTS, ROOT

DOCUMENT_OF = "2.9.3"
"""The release of Airflow whose document is given to the generator."""


def interpreters(names: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The Python of each environment; and why one is not there."""
    pythons, absent = {"ours": sys.executable}, {}
    for name in sorted(names - {"ours"}):
        if name == "og7" and not shutil.which("java"):
            absent[name] = "no java"
        else:
            pythons[name] = str(environment(name) / "bin" / "python")
    return pythons, absent


def environment(name: str) -> Path:
    requirements = REQUIREMENTS / f"{name}.txt"
    document = openapi_document() if name == "og7" else None
    key = hashlib.sha256(f"{sys.version} {sys.base_prefix}".encode() + requirements.read_bytes())
    key.update(document.read_bytes() if document is not None else str(ROOT).encode())
    folder = platformdirs.user_cache_path("titanium-airflow-client") / "benchmarks" / f"{name}-{key.hexdigest()[:12]}"
    if not folder.exists():
        print(f"installing {name}", file=sys.stderr)
        with in_place_of(folder) as new:
            program, python = uv.find_uv_bin(), str(new / "bin" / "python")
            run(program, "venv", "--quiet", "--allow-existing", "--relocatable", "--python", sys.executable, new)
            run(program, "pip", "install", "--quiet", "--no-deps", "--python", python, "-r", requirements)
            packages = next(new.glob("lib/python*/site-packages"))
            if document is not None:
                generate(python, document, packages)
            elif name == "alone":
                (packages / "checkout.pth").write_text(str(ROOT))
    return folder


@contextmanager
def in_place_of(folder: Path) -> Iterator[Path]:
    """A folder that appears under its name when it is complete; another process may have been faster."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix="new.", dir=folder.parent))
    try:
        yield new
        if not folder.exists():
            new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def openapi_document() -> Path:
    """Airflow's own description of its API, as the installed package carries it."""
    python = local.install(local.RELEASES[DOCUMENT_OF], lambda text: print(text, file=sys.stderr))
    return next(python.parent.parent.glob("lib/python*/site-packages/airflow/api_connexion/openapi/v1.yaml"))


def generate(python: str, document: Path, packages: Path) -> None:
    """What openapi-generator makes of the document with its defaults, as the package `og7`."""
    print("generating og7", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        tell = "from openapi_generator_cli import cli; cli()"
        options = ("--package-name", "og7", "--skip-validate-spec")
        run(python, "-c", tell, "generate", "-g", "python", "-i", document, "-o", folder, *options)
        shutil.copytree(Path(folder) / "og7", packages / "og7")


def run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "UV_NO_PROGRESS": "1"})
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
