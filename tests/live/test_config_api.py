"""The operations of ConfigApi against a real Airflow: its own configuration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiValueError,
    Config,
    ConfigApi,
    ConfigOption,
    ConfigSection,
    ForbiddenException,
    NotAcceptableException,
    NotFoundException,
    local,
)

TEXT = {"Accept": "text/plain"}


FILE = """\
[core]
max_active_runs_per_dag = 7

[webserver]
instance_name = a = b
    [c]d
"""


@pytest.fixture(scope="module")
def filed(airflow: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server of the same release with a configuration file."""
    path = tmp_path_factory.mktemp("airflow") / "airflow.cfg"
    path.write_text(FILE)
    settings = {"AIRFLOW_CONFIG": str(path)}
    with local.airflow(airflow.release or "2.11.2", scheduler=False, env=settings) as server:
        yield server


@pytest.fixture
def config(api: Any) -> Any:
    return api(ConfigApi)


def options(config: Config) -> dict[tuple[str, str], str]:
    return {(section.name, one.key): one.value for section in config.sections for one in section.options}


def test_the_configuration(config):
    found = options(config.get_config())
    assert found["core", "executor"].endswith("Executor")
    assert "True" in (found.get(("webserver", "expose_config")), found.get(("api", "expose_config")))
    assert len({section for section, _ in found}) > 10


def test_one_section(filed, connect):
    config = connect(filed.configuration)(ConfigApi)
    (section,) = config.get_config("core").sections
    assert section.name == "core"
    assert options(config.get_config(section="core"))["core", "max_active_runs_per_dag"] == "7"
    assert config.get_config("core", _headers=TEXT) == config.get_config("core")
    assert options(config.get_config("webserver"))["webserver", "instance_name"] == "a = b\n[c]d"
    assert options(config.get_value("webserver", "instance_name")).popitem()[1] == "a = b\n[c]d"


def test_a_section_that_there_is_not(config):
    with pytest.raises(NotFoundException, match=r"section=nope not found|Section nope not found") as error:
        config.get_config(section="nope")
    assert "is host the address" not in str(error.value)


def test_as_text_it_says_the_same(config):
    text = config.get_config(_headers=TEXT)
    assert isinstance(text, Config)
    assert text == config.get_config()
    info = config.get_config_with_http_info(_headers=TEXT)
    assert info.headers["Content-Type"].startswith("text/plain")
    assert info.data == text


def test_one_option(config):
    found = config.get_value("core", "max_active_runs_per_dag")
    option = ConfigOption(key="max_active_runs_per_dag", value="16")
    assert found == Config(sections=[ConfigSection(name="core", options=[option])])
    assert found == config.get_value("core", "max_active_runs_per_dag", _headers=TEXT)


def test_what_is_sensitive_stays_hidden(config):
    assert options(config.get_value("database", "sql_alchemy_conn")) == {("database", "sql_alchemy_conn"): "< hidden >"}


def test_what_is_not_there(config):
    for section, option in (("core", "nope"), ("nope", "parallelism"), ("core", "a b+c%"), ("core", "ü")):
        with pytest.raises(NotFoundException, match=r"is not found in config|Option .* not found"):
            config.get_value(section, option)
    with pytest.raises(NotFoundException, match="whose ID has a slash"):
        config.get_value("core", "a/b")
    with pytest.raises(ApiValueError, match="option must not be"):
        config.get_value("core", "")


def test_a_format_that_there_is_not(config):
    for call in (config.get_config, lambda **options: config.get_value("core", "parallelism", **options)):
        with pytest.raises(NotAcceptableException, match="try application/json or text/plain"):
            call(_headers={"Accept": "text/html"})
        assert options(call(_headers={"Accept": "*/*"}))


def test_one_who_may_not_look(airflow, connect, knows):
    viewer = connect(airflow.configuration_for("viewer"))(ConfigApi)
    if knows("3.0"):  # whoever may look at something may look at this
        assert options(viewer.get_value("core", "parallelism"))
        return
    for call in (lambda: viewer.get_config(), lambda: viewer.get_value("core", "parallelism")):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            call()
