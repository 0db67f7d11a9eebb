"""Types are tests: mypy and pyright agree with what the files beside this one say."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.type_check import ROOT, type_check

HERE = Path(__file__).parent


def test_what_is_right(tmp_path):
    for name in ("right.py", "many.py"):
        shutil.copy(HERE / name, tmp_path)
    type_check(tmp_path)


def test_what_is_wrong():
    wrong = {number for number, line in enumerate((HERE / "wrong.py").read_text().splitlines(), 1) if "  # " in line}
    for command in (
        ["mypy", "--strict", "--cache-dir", "/dev/null", "tests/typing/wrong.py"],
        ["pyright", "--pythonpath", sys.executable, "tests/typing/wrong.py"],
    ):
        done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
        found = {int(line) for line in re.findall(r"wrong\.py:(\d+):.*error", done.stdout)}
        assert found == wrong, done.stdout + done.stderr
