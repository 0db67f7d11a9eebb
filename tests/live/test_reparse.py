"""The operation that Airflow 2.10 added to DAGApi: a file is read again, sooner than it would be."""

from __future__ import annotations

import os
import time

import pytest

from titanium_airflow_client import (
    ApiValueError,
    DAGApi,
    ForbiddenException,
    MonitoringApi,
    NotFoundException,
)

DAG_ID = "disposable_30"


def is_there(api) -> bool:
    release = api(MonitoringApi).get_version().version
    return [int(part) for part in release.split(".")[:2]] >= [2, 10]


def test_a_file_is_read_again(api):
    dags = api(DAGApi)
    dag = dags.get_dag(DAG_ID)
    if not is_there(api):
        with pytest.raises(
            NotFoundException, match=r"reparse_dag_file exists since Airflow 2\.10: this server is older"
        ):
            dags.reparse_dag_file(dag.file_token)
        return
    os.utime(dag.fileloc)
    assert dags.reparse_dag_file(dag.file_token) is None
    info = dags.reparse_dag_file_with_http_info(dag.file_token)
    assert (info.status_code in (200, 201), info.data) == (True, None)
    deadline = time.monotonic() + 180
    while dags.get_dag(DAG_ID).last_parsed_time == dag.last_parsed_time:
        assert time.monotonic() < deadline
        time.sleep(0.3)


@pytest.mark.parametrize("token", ["nope", "a b+c%", "Ii90bXAvbm9wZS5weSI.forged"])
def test_a_token_that_is_none(api, token):
    with pytest.raises(NotFoundException) as error:
        api(DAGApi).reparse_dag_file(token)
    wanted = "File not found" if is_there(api) else "this server is older"
    assert wanted in str(error.value)
    with pytest.raises(ApiValueError, match="file_token must not be"):
        api(DAGApi).reparse_dag_file("")


def test_one_who_may_only_look(api, airflow, connect):
    token = api(DAGApi).get_dag(DAG_ID).file_token
    problem = ForbiddenException if is_there(api) else NotFoundException
    with pytest.raises(problem):
        connect(airflow.configuration_for("viewer"))(DAGApi).reparse_dag_file(token)
