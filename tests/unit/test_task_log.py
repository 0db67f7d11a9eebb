"""What can be read of a log, whatever shape the server gave it."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode

import pytest

from titanium_airflow_client.decode import decode
from titanium_airflow_client.schemas.task_log import GetLog200Response


def token(payload: object, compress: bool = False) -> str:
    """A token as itsdangerous makes it."""
    data = json.dumps(payload, separators=(",", ":")).encode()
    text = urlsafe_b64encode(zlib.compress(data) if compress else data).decode().rstrip("=")
    return ("." if compress else "") + text + ".signature"


@pytest.mark.parametrize(
    ("content", "by_host", "text"),
    [
        (None, [], ""),
        ("", [], ""),
        ("[]", [("", "[]")], "[]"),
        ("[('', '')]", [("", "")], ""),
        (repr([("one", 'it\'s\n"ü\\n"')]), [("one", 'it\'s\n"ü\\n"')], 'it\'s\n"ü\\n"'),
        (
            repr([("one", "a"), ("two", "b\n"), ("three", "a")]),
            [("one", "a"), ("two", "b\n"), ("three", "a")],
            "a\nb\na",
        ),
        ("host\nplain text\n", [("", "host\nplain text\n")], "host\nplain text\n"),
        ("[('not', python", [("", "[('not', python")], "[('not', python"),
        ("[('a', 'b', 'c')]", [("", "[('a', 'b', 'c')]")], "[('a', 'b', 'c')]"),
        ("[(open('x'), 'b')]", [("", "[(open('x'), 'b')]")], "[(open('x'), 'b')]"),
        ("[(" * 5000, [("", "[(" * 5000)], "[(" * 5000),
    ],
)
def test_text_and_hosts(content, by_host, text):
    log = decode(json.dumps({"content": content}).encode(), GetLog200Response)
    assert (log.by_host, log.text, log.content) == (by_host, text, content)


@pytest.mark.parametrize(
    ("continuation", "end"),
    [
        (None, True),
        ("", True),
        ("eyJlbmRfb2ZfbG9nIjp0cnVlfQ.11OWElCFLXnaqMVsbJIpM3ldtW0", True),
        (token({"end_of_log": True, "log_pos": 17}), True),
        (token({"end_of_log": False, "log_pos": 17}), False),
        (token({"end_of_log": True, "last": "x" * 300}, compress=True), True),
        (token({"end_of_log": False, "last": "x" * 300}, compress=True), False),
        (token({"download_logs": False}), False),
        (token([1]), False),
        (token({"end_of_log": True, "bomb": "0" * 10_000_000}, compress=True), False),
        ("no token", False),
        (".no.token", False),
    ],
)
def test_the_end_is_said_in_the_token(continuation, end):
    assert GetLog200Response(continuation_token=continuation).end_of_log is end
