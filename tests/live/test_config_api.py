"""The operations of ConfigApi against a real Airflow: its own configuration."""

from __future__ import annotations

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
)

TEXT = {"Accept": "text/plain"}


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


def test_one_section(permissive, connect, lacks, knows):
    config = connect(permissive.configuration)(ConfigApi)
    sections = [section.name for section in config.get_config("core").sections]
    assert sections == ["core"] if knows("2.7") else len(sections) > 10  # Airflow 2.6 tells everything, in silence
    assert options(config.get_config(section="core"))["core", "max_active_runs_per_dag"] == "7"
    assert config.get_config("core", _headers=TEXT) == config.get_config("core")
    assert options(config.get_config("webserver"))["webserver", "instance_name"] == "a = b\n[c]d"
    if lacks("2.7", lambda: config.get_value("webserver", "instance_name")):
        return
    assert options(config.get_value("webserver", "instance_name")).popitem()[1] == "a = b\n[c]d"


def test_a_section_that_there_is_not(config, knows):
    if not knows("2.7"):
        assert config.get_config(section="nope") == config.get_config()
        return
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


def test_one_option(config, lacks):
    if lacks("2.7", lambda: config.get_value("core", "max_active_runs_per_dag")):
        return
    found = config.get_value("core", "max_active_runs_per_dag")
    option = ConfigOption(key="max_active_runs_per_dag", value="16")
    assert found == Config(sections=[ConfigSection(name="core", options=[option])])
    assert found == config.get_value("core", "max_active_runs_per_dag", _headers=TEXT)


def test_what_is_sensitive_stays_hidden(config, lacks):
    if lacks("2.7", lambda: config.get_value("database", "sql_alchemy_conn")):
        return
    assert options(config.get_value("database", "sql_alchemy_conn")) == {("database", "sql_alchemy_conn"): "< hidden >"}


def test_what_is_not_there(config, lacks):
    if lacks("2.7", lambda: config.get_value("core", "nope")):
        return
    for section, option in (("core", "nope"), ("nope", "parallelism"), ("core", "a b+c%"), ("core", "ü")):
        with pytest.raises(NotFoundException, match=r"is not found in config|Option .* not found"):
            config.get_value(section, option)
    with pytest.raises(NotFoundException, match="whose ID has a slash"):
        config.get_value("core", "a/b")
    with pytest.raises(ApiValueError, match="option must not be"):
        config.get_value("core", "")


def test_a_format_that_there_is_not(config, knows):
    calls = [config.get_config]
    if knows("2.7"):
        calls.append(lambda **options: config.get_value("core", "parallelism", **options))
    for call in calls:
        with pytest.raises(NotAcceptableException, match="try application/json or text/plain"):
            call(_headers={"Accept": "text/html"})
        assert options(call(_headers={"Accept": "*/*"}))


def test_one_who_may_not_look(airflow, connect, knows, lacks):
    viewer = connect(airflow.configuration_for("viewer"))(ConfigApi)
    if knows("3.0"):  # whoever may look at something may look at this
        assert options(viewer.get_value("core", "parallelism"))
        return
    with pytest.raises(ForbiddenException, match="lacks the permission"):
        viewer.get_config()
    if not lacks("2.7", lambda: viewer.get_value("core", "parallelism")):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            viewer.get_value("core", "parallelism")
