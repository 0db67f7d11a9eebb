"""When a request is sent again: the decision, as a table."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
import urllib3

from titanium_airflow_client import exceptions
from titanium_airflow_client.request import Response
from titanium_airflow_client.retry import Retry, retry_after


def status(code: int, **headers: str) -> Response:
    return Response(code, "", {name.replace("_", "-"): value for name, value in headers.items()}, b"")


def broken(sent: bool, kind=exceptions.ApiConnectionError) -> exceptions.ApiConnectionError:
    error = kind(0, "broken")
    error.sent = sent
    return error


@pytest.mark.parametrize(
    ("method", "outcome", "repeated"),
    [
        ("GET", status(500), False),
        ("GET", status(502), True),
        ("GET", status(503), True),
        ("GET", status(429), True),
        ("GET", status(404), False),
        ("GET", broken(sent=True), True),
        ("GET", broken(sent=True, kind=exceptions.ApiTimeoutError), False),
        ("GET", broken(sent=False, kind=exceptions.ApiTimeoutError), True),
        ("GET", broken(sent=False, kind=exceptions.ApiTlsError), False),
        ("POST", broken(sent=True), False),
        ("POST", broken(sent=False), True),
        ("POST", status(502), False),
        ("POST", status(503), False),
        ("POST", status(503, Retry_After="1"), True),
        ("PATCH", status(429, Retry_After="1"), True),
        ("DELETE", status(429), False),
        ("DELETE", status(502, Retry_After="1"), False),
    ],
)
def test_what_is_repeated(method, outcome, repeated):
    assert (Retry().pause(0, method, outcome, 0.5) is not None) is repeated


def test_pauses_grow_and_are_capped():
    policy = Retry(total=10, backoff=1, cap=5)
    assert [policy.pause(attempt, "GET", status(503), 1.0) for attempt in range(5)] == [1, 2, 4, 5, 5]
    assert policy.pause(3, "GET", status(503), 0.0) == 0
    assert policy.pause(10, "GET", status(503), 1.0) is None


def test_the_server_says_when_but_not_beyond_the_cap():
    assert Retry().pause(0, "GET", status(503, Retry_After="12"), 0.5) == 12
    assert Retry().pause(0, "GET", status(503, Retry_After="120"), 0.5) is None


def test_retry_after_as_a_date_and_as_nonsense():
    soon = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=20), usegmt=True)
    assert 15 < retry_after(soon) <= 20
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert retry_after("soon") is None
    assert retry_after(None) is None


def test_what_the_configuration_may_hold():
    assert Retry.of(None) == Retry()
    assert Retry.of(5).total == 5
    assert Retry.of(False).total == 0
    assert Retry.of(Retry(total=9)).total == 9
    theirs = Retry.of(urllib3.Retry(total=4, backoff_factor=2, status_forcelist=[500]))
    assert (theirs.total, theirs.backoff, theirs.statuses) == (4, 2.0, {500})
    with pytest.raises(exceptions.ApiTypeError, match="retries must be"):
        Retry.of("many")


@pytest.mark.parametrize("garbage", ["nan", "inf", "-5", "1e3", "1_0", "soon", "", "\u0663"])
def test_a_retry_after_that_says_nothing(garbage):
    assert retry_after(garbage) is None
    assert Retry().pause(0, "POST", Response(503, "", {"Retry-After": garbage}, b""), 0.5) is None
