"""mypy and pyright over a folder, as a user of the library would run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def type_check(folder: Path) -> dict[str, str]:
    """What each checker prints; an error of either fails the test."""
    settings: dict[str, object] = {"extraPaths": [str(ROOT)], "pythonVersion": "3.10", "typeCheckingMode": "strict"}
    settings["reportUnusedImport"] = False  # the documented examples import what they might need
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    checkers = {
        "mypy": ["mypy", "--strict", "--python-version", "3.10", "--cache-dir", str(folder / ".mypy"), "."],
        "pyright": ["pyright", "--pythonpath", sys.executable],
    }
    printed = {}
    for name, (module, *arguments) in checkers.items():
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            env={**os.environ, "MYPYPATH": str(ROOT), "NO_COLOR": "1", "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        )
        assert done.returncode == 0, done.stdout + done.stderr
        printed[name] = done.stdout
    return printed
