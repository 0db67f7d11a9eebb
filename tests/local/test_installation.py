"""Installing: once, completely, and with a word about what is in the way. Most of the time a script plays uv."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from titanium_airflow_client.local import errors, installation
from titanium_airflow_client.local.releases import RELEASES, with_auth

ROOT = Path(__file__).parents[2]
RELEASE = RELEASES["2.11.2"]
MAKES_AN_ENVIRONMENT = """
    if sys.argv[1] == "venv":
        os.makedirs(sys.argv[-4] + "/bin")
        os.symlink(sys.executable, sys.argv[-4] + "/bin/python")
"""


@pytest.fixture
def play_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write the part of uv; each call is noted in `calls`."""
    part, calls = tmp_path / "uv", tmp_path / "calls"

    def write(body: str) -> Path:
        head = f"#!{sys.executable}\nimport os, sys, time\nopen({str(calls)!r}, 'a').write(sys.argv[1] + ' ')\n"
        part.write_text(head + textwrap.dedent(body))
        part.chmod(0o755)
        calls.touch()
        return calls

    monkeypatch.setattr("uv.find_uv_bin", lambda: str(part))
    return write


def test_it_is_done_once(own_cache: Path, play_uv) -> None:
    calls = play_uv(MAKES_AN_ENVIRONMENT)
    steps: list[str] = []
    python = installation.install(RELEASE, steps.append)
    assert steps[0] == "installing Airflow 2.11.2: making an environment"
    assert steps[1] == "installing Airflow 2.11.2: downloading about 139 packages"
    assert installation.install(RELEASE, steps.append) == python
    assert (len(steps), calls.read_text()) == (2, "venv pip ")
    assert python.is_relative_to(own_cache)
    assert installation.installed(RELEASE) == python.parent.parent


def test_the_pinned_set_of_the_day_is_asked_for(own_cache: Path, play_uv, tmp_path: Path) -> None:
    play_uv(MAKES_AN_ENVIRONMENT + f"    else: open({str(tmp_path / 'asked')!r}, 'w').write(' '.join(sys.argv[1:]))")
    installation.install(RELEASE)
    asked = (tmp_path / "asked").read_text()
    assert "--exclude-newer 2026-03-15" in asked
    assert str(RELEASE.requirements) in asked
    exact = sys.version_info[:2] == installation.PINNED_FOR
    assert ("--no-deps --requirements" in asked) is exact
    assert ("--constraints" in asked) is not exact


def test_a_release_with_fab_is_another_set_in_another_place(own_cache: Path, play_uv, tmp_path: Path) -> None:
    calls = play_uv(
        MAKES_AN_ENVIRONMENT + f"    else: open({str(tmp_path / 'asked')!r}, 'w').write(' '.join(sys.argv[1:]))"
    )
    release = RELEASES["3.3.2"]
    with_fab = with_auth(release, "fab")
    assert installation.install(with_fab) != installation.install(release)
    assert "3.3.2.txt" in (tmp_path / "asked").read_text()
    assert installation.install(with_fab).parent.parent.name.startswith("3.3.2-fab-")
    assert calls.read_text() == "venv pip venv pip "


def test_after_an_interruption_it_is_made_again(own_cache: Path, play_uv) -> None:
    calls = play_uv(MAKES_AN_ENVIRONMENT)
    python = installation.install(RELEASE)
    (python.parent.parent / installation.COMPLETE).unlink()
    (python.parent / "half").touch()
    assert installation.installed(RELEASE) is None
    installation.install(RELEASE)
    assert calls.read_text() == "venv pip venv pip "
    assert not (python.parent / "half").exists()


def test_when_its_python_was_removed_it_is_made_again(own_cache: Path, play_uv) -> None:
    calls = play_uv(MAKES_AN_ENVIRONMENT)
    python = installation.install(RELEASE)
    python.unlink()
    python.symlink_to("/no/such/python")
    installation.install(RELEASE)
    assert calls.read_text() == "venv pip venv pip "
    assert os.access(python, os.X_OK)


def process(own_cache: Path, tmp_path: Path) -> subprocess.Popen[str]:
    code = f"""
        import uv; uv.find_uv_bin = lambda: {str(tmp_path / "uv")!r}
        from titanium_airflow_client.local import RELEASES, install
        print(install(RELEASES["2.11.2"], lambda text: print(text, flush=True)))
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", textwrap.dedent(code)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once_make_it_once(own_cache: Path, play_uv, tmp_path: Path) -> None:
    calls = play_uv("    time.sleep(0.5)\n" + MAKES_AN_ENVIRONMENT)
    with process(own_cache, tmp_path) as one, process(own_cache, tmp_path) as two:
        said = [one.communicate()[0], two.communicate()[0]]
    assert calls.read_text() == "venv pip "
    assert said[0].splitlines()[-1] == said[1].splitlines()[-1]
    assert sum("waiting for another process that is installing Airflow 2.11.2" in each for each in said) == 1


def test_a_process_that_is_killed_on_the_way_holds_up_nobody(own_cache: Path, play_uv, tmp_path: Path) -> None:
    play_uv(MAKES_AN_ENVIRONMENT + "    else: time.sleep(3)")
    with process(own_cache, tmp_path) as killed:
        assert killed.stdout
        while "downloading" not in killed.stdout.readline():
            pass
        killed.kill()
    play_uv(MAKES_AN_ENVIRONMENT)
    began = time.monotonic()
    python = installation.install(RELEASE)
    assert installation.installed(RELEASE) == python.parent.parent
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize(
    ("says", "error", "explains"),
    [
        ("error: failed to write: No space left on device (os error 28)", errors.DiskFull, "is full"),
        ("error: Failed to fetch: the index", errors.RegistryUnreachable, "cannot be reached"),
        ("error: No interpreter found for Python >=3.10,<3.13", errors.PythonNotFound, "no Python that this Airflow"),
        ("error: something else", errors.InstallationFailed, "something else"),
    ],
)
def test_what_is_in_the_way_is_told(own_cache: Path, play_uv, says: str, error: type[Exception], explains: str) -> None:
    play_uv(f"    print({says!r}, file=sys.stderr)\n    sys.exit(2)".replace("    ", ""))
    with pytest.raises(error, match=explains) as caught:
        installation.install(RELEASE)
    assert isinstance(caught.value, errors.LocalAirflowError)
    assert installation.installed(RELEASE) is None
    assert [path.name for path in own_cache.iterdir() if path.is_dir()] == []


def test_a_registry_that_is_not_there(own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real uv, and nobody listening."""
    for name, value in {
        "UV_CACHE_DIR": str(tmp_path / "uv-cache"),
        "UV_DEFAULT_INDEX": "http://127.0.0.1:9/simple",
        "UV_HTTP_RETRIES": "0",
    }.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(errors.RegistryUnreachable, match="the package registry cannot be reached"):
        installation.install(RELEASE)


def test_no_python_for_it(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real uv, asked for a Python that nobody has."""
    monkeypatch.setenv("UV_PYTHON_DOWNLOADS", "never")
    release = RELEASE._replace(oldest_python=(3, 98), newest_python=(3, 99))
    with pytest.raises(errors.PythonNotFound) as caught:
        installation.install(release)
    assert "uv python install" in (caught.value.hint or "")


@pytest.mark.parametrize("missing", ["uv", "platformdirs"])
def test_without_the_extra_it_says_what_to_install(
    missing: str, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(errors.ExtraMissing, match=missing) as caught:
        installation.install(RELEASE)
    assert "pip install 'titanium-airflow-client[local]'" in (caught.value.hint or "")
