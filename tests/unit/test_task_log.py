"""Logs as each generation of Airflow sends them: one text."""

from __future__ import annotations

from titanium_airflow_client import GetLog200Response

MESSAGES = [
    {"event": "::group::Log message source details"},
    {"timestamp": "2026-01-02T03:04:05Z", "event": "parsed", "level": "info", "filename": "/a/dagbag.py", "lineno": 7},
    {"timestamp": "2026-01-02T03:04:06Z", "event": "loaded", "level": "info", "logger": "task.stdout", "extra": 1},
]


def error(kind: str, value: str, is_cause: bool = False) -> dict[str, object]:
    return {
        "exc_type": kind,
        "exc_value": value,
        "is_cause": is_cause,
        "frames": [{"filename": f"/{kind}.py", "lineno": 3, "name": "run"}],
    }


def test_messages_are_written_as_airflow_2_wrote_them() -> None:
    log = GetLog200Response(content=MESSAGES)
    assert log.text.splitlines() == [
        "::group::Log message source details",
        "[2026-01-02T03:04:05Z] {dagbag.py:7} INFO - parsed",
        "[2026-01-02T03:04:06Z] {task.stdout} INFO - loaded",
    ]
    assert log.by_host == [("", log.text)]
    assert log.end_of_log


def test_lines_that_the_server_could_not_read() -> None:
    assert GetLog200Response(content=["one", "two"]).text == "one\ntwo\n"


def test_errors_are_written_as_python_writes_them() -> None:
    errors = [error("Last", "b"), error("Between", "c", is_cause=True), error("First", "d")]
    message = {"timestamp": "now", "event": "failed", "level": "error", "filename": "run.py", "lineno": 1}
    log = GetLog200Response(content=[{**message, "error_detail": [*errors, "no error"]}])
    assert log.text == (
        "[now] {run.py:1} ERROR - failed\n"
        'Traceback (most recent call last):\n  File "/First.py", line 3, in run\nFirst: d\n'
        "\nDuring handling of the above exception, another exception occurred:\n\n"
        'Traceback (most recent call last):\n  File "/Between.py", line 3, in run\nBetween: c\n'
        "\nThe above exception was the direct cause of the following exception:\n\n"
        'Traceback (most recent call last):\n  File "/Last.py", line 3, in run\nLast: b\n'
    )


def test_an_empty_log() -> None:
    assert GetLog200Response(content=[]).text == GetLog200Response().text == ""
