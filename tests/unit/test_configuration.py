"""The documented attributes, their defaults, and what may be said about them."""

from __future__ import annotations

import copy
import pickle

import pytest

from titanium_airflow_client import Configuration, DAGRun, Obstacle, Outcome, Outcomes, Readiness, exceptions

ATTRIBUTES = {
    "host": "https://airflow.apache.org/api/v1",
    "username": None,
    "password": None,
    "access_token": None,
    "api_key": {},
    "api_key_prefix": {},
    "verify_ssl": True,
    "ssl_ca_cert": None,
    "cert_file": None,
    "key_file": None,
    "assert_hostname": None,
    "tls_server_name": None,
    "proxy": None,
    "proxy_headers": None,
    "retries": None,
    "connection_pool_maxsize": 100,
    "safe_chars_for_path_param": "",
    "debug": False,
    "logger_file": None,
    "date_format": None,
    "datetime_format": None,
    "timeout": (10.0, 60.0),
}


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name in ("TITANIUM_HOST", "TITANIUM_USERNAME", "TITANIUM_PASSWORD", "TITANIUM_ACCESS_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.setattr(Configuration, "_default", None)


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_documented_attributes_have_their_defaults_and_can_be_set(name):
    configuration = Configuration()
    assert getattr(configuration, name) == ATTRIBUTES[name]
    if name not in ("debug", "logger_file", "host"):
        setattr(configuration, name, "value")
        assert getattr(configuration, name) == "value"


def test_the_environment_fills_what_is_not_given(monkeypatch):
    monkeypatch.setenv("TITANIUM_HOST", "http://env:1/api/v1")
    monkeypatch.setenv("TITANIUM_USERNAME", "u")
    monkeypatch.setenv("TITANIUM_PASSWORD", "p")
    monkeypatch.setenv("TITANIUM_ACCESS_TOKEN", "t")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/ca.pem")
    configuration = Configuration()
    assert (configuration.host, configuration.username, configuration.password) == ("http://env:1/api/v1", "u", "p")
    assert (configuration.access_token, configuration.ssl_ca_cert) == ("t", "/ca.pem")
    assert Configuration(username="me").username == "me"


def test_credentials_in_the_host_leave_it():
    configuration = Configuration("https://me:p%40ss@airflow:8443/x/api/v1/")
    assert configuration.host == "https://airflow:8443/x/api/v1"
    assert (configuration.username, configuration.password) == ("me", "p@ss")


@pytest.mark.parametrize("host", ["airflow:8080", "", "ftp://x", "http://", "me:s3cret@airflow"])
def test_a_host_that_is_no_address(host):
    with pytest.raises(exceptions.ApiValueError, match="host must be an address such as") as caught:
        Configuration(host)
    assert "s3cret" not in str(caught.value)


def test_defaults_are_shared_or_copied_as_documented():
    assert Configuration.get_default() is Configuration.get_default()
    mine = Configuration("http://mine", api_key={"a": "b"})
    Configuration.set_default(mine)
    mine.api_key["a"] = "changed"
    assert Configuration.get_default().host == "http://mine"
    assert Configuration.get_default().api_key == {"a": "b"}
    copied = Configuration.get_default_copy()
    copied.username = "x"
    assert Configuration.get_default().username is None


def test_no_secret_is_shown():
    configuration = Configuration("http://a", username="u", password="s3cret", access_token="t0ken")
    shown = repr(configuration) + str(configuration) + configuration.to_debug_report()
    assert "s3cret" not in shown
    assert "t0ken" not in shown
    assert "SDK Package Version: " in configuration.to_debug_report()


def test_hosts():
    assert Configuration("http://a").get_host_settings() == [{"url": "http://a", "description": "The configured host"}]
    assert Configuration("http://a").get_host_from_settings(0) == "http://a"
    with pytest.raises(exceptions.ApiValueError, match="no host with index 2"):
        Configuration("http://a").get_host_from_settings(2)


def test_arguments_of_older_generators():
    configuration = Configuration(
        host="http://a", discard_unknown_keys=True, disabled_client_side_validations="maxLength", server_index=0
    )
    assert configuration.host == "http://a"


def test_it_can_be_copied():
    configuration = Configuration("http://a", username="u")
    assert copy.deepcopy(configuration).username == "u"


RUN = DAGRun(dag_id="d", dag_run_id="r", state="failed", conf={"password": "planted"})
MADE_OF = {
    "DAGRunDiffers": (RUN, ["conf['password']"]),
    "DAGRunFailed": (RUN,),
    "DAGRunTimeout": (RUN, 1.5),
    "PreflightFailed": (Readiness([Obstacle("paused", "it is paused", "unpause it")], {}),),
    "SomeFailed": (Outcomes([Outcome("a", error=exceptions.ApiValueError("no")), Outcome("b", result=1)]),),
}
"""What an error is made of, where that is no text."""


@pytest.mark.parametrize("name", MADE_OF)
def test_an_error_with_a_value_pickles_and_tells_no_secret(name):
    error = getattr(exceptions, name)(*MADE_OF[name])
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert isinstance(error, exceptions.OpenApiException)
    assert repr(vars(again)) == repr(vars(error))
    assert str(again) == str(error) != ""
    assert "planted" not in str(error) + repr(error)


@pytest.mark.parametrize("name", [name for name in exceptions.__all__ if name not in MADE_OF])
def test_every_error_pickles_and_is_one_of_ours(name):
    kind = getattr(exceptions, name)
    assert issubclass(kind, exceptions.OpenApiException)
    if issubclass(kind, exceptions.ApiException):
        error = kind(404, "NOT FOUND", body="b", headers={"a": "b"}, call="get_dag: GET x", hint="look")
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is kind
        assert vars(again) == vars(error)
        assert str(again) == str(error) == "(404)\nReason: NOT FOUND\nget_dag: GET x\nb\nhint: look"
    else:
        assert str(pickle.loads(pickle.dumps(kind("wrong")))) == str(kind("wrong"))


def test_errors_are_also_what_python_calls_them():
    assert issubclass(exceptions.ApiTypeError, TypeError)
    assert issubclass(exceptions.ApiValueError, ValueError)
    assert issubclass(exceptions.ApiKeyError, KeyError)
    assert issubclass(exceptions.ApiAttributeError, AttributeError)
    assert issubclass(exceptions.UnprocessableEntityException, exceptions.BadRequestException)


def test_a_long_body_is_cut_in_the_message_and_kept_in_the_error():
    error = exceptions.ApiException(500, "x", body="b" * 2000)
    assert len(str(error)) < 700
    assert len(error.body) == 2000
