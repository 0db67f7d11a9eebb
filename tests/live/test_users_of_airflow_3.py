"""Users, roles, permissions and tokens where Airflow 3 uses the simple auth manager; tokens of the other one too."""

from __future__ import annotations

from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    Configuration,
    DAGApi,
    ForbiddenException,
    LoginApi,
    PermissionApi,
    RoleApi,
    UnauthorizedException,
    UnsupportedOperation,
    User,
    UserApi,
    local,
)

pytestmark = pytest.mark.only_on("3")  # Airflow 2 keeps them itself: see test_role_api and test_user_api

USER = User(username="u", email="u@example.com", first_name="U", last_name="V", password="s3cret")


@pytest.mark.parametrize(
    "call",
    [
        lambda api: api(PermissionApi).get_permissions(),
        lambda api: api(RoleApi).get_roles(order_by="name"),
        lambda api: api(RoleApi).get_role("Admin"),
        lambda api: api(RoleApi).post_role({"name": "r", "actions": []}),
        lambda api: api(RoleApi).patch_role("Admin", {"name": "r"}, update_mask=["name"]),
        lambda api: api(RoleApi).delete_role("Admin"),
        lambda api: api(UserApi).get_users(),
        lambda api: api(UserApi).get_user("admin"),
        lambda api: api(UserApi).post_user(USER),
        lambda api: api(UserApi).patch_user("admin", USER),
        lambda api: api(UserApi).delete_user("admin"),
    ],
)
def test_what_another_auth_manager_keeps(api, call):
    with pytest.raises(UnsupportedOperation, match="are kept by the FAB auth manager") as error:
        call(api)
    assert "s3cret" not in str(error.value)


@pytest.fixture
def login(api: Any) -> Any:
    return api(LoginApi)


@pytest.mark.parametrize("operation", ["create_token", "create_token_cli"])
def test_a_token(airflow, connect, login, operation):
    password = airflow.configuration.password
    made = getattr(login, operation)({"username": "admin", "password": password})
    assert made.access_token not in repr(made)
    dags = connect(Configuration(airflow.configuration.host, access_token=made.access_token))(DAGApi)
    assert dags.get_dags(limit=1).total_entries
    with pytest.raises(UnauthorizedException) as error:
        getattr(login, operation)({"username": "admin", "password": "wr0ng"})
    assert "wr0ng" not in str(error.value)
    with pytest.raises(ForbiddenException, match="all_admins"):
        login.create_token_all_admins()


@pytest.mark.only_on("3.0", "3.3")  # see test_role_api
@pytest.mark.parametrize("operation", ["create_token", "create_token_cli"])
def test_a_token_of_fab(with_users, connect, operation):
    password = with_users.configuration.password
    login = connect(with_users.configuration)(LoginApi)
    made = getattr(login, operation)({"username": "admin", "password": password})
    assert made.access_token not in repr(made)
    dags = connect(Configuration(with_users.configuration.host, access_token=made.access_token))(DAGApi)
    assert dags.get_dags(limit=1).total_entries
    with pytest.raises(UnauthorizedException) as error:
        getattr(login, operation)({"username": "admin", "password": "wr0ng"})
    assert "wr0ng" not in str(error.value)
    with pytest.raises(UnsupportedOperation, match="gives no tokens this way"):
        login.create_token_all_admins()


def test_where_everybody_is_an_admin(airflow):
    env = {"AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True"}
    with (
        local.airflow(airflow.release or "3.3.2", scheduler=False, env=env) as server,
        ApiClient(Configuration(server.configuration.host)) as client,  # no credentials
    ):
        made = LoginApi(client).create_token_all_admins()
        assert DAGApi(client).get_dags(limit=1).total_entries
        with ApiClient(Configuration(server.configuration.host, access_token=made.access_token)) as other:
            assert DAGApi(other).get_dags(limit=1).total_entries


def test_in_and_out(api, login):
    assert login.login() is None
    assert login.login(next="/") is None
    assert login.logout() is None
    assert api(DAGApi).get_dags(limit=1).total_entries  # with another token
