"""Users, roles and permissions of Airflow 3 with the FAB auth manager, with answers that a real one gave (3.9.0)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.played import playing, said
from titanium_airflow_client import (
    ApiValueError,
    BadRequestException,
    LoginApi,
    NotFoundException,
    PermissionApi,
    Role,
    RoleApi,
    UnsupportedOperation,
    UserApi,
)

PAGE = said(b"<!doctype html><html><title>Airflow</title></html>", kind="text/html; charset=utf-8")


def permission(action: str, resource: str) -> dict[str, Any]:
    return {"action": {"name": action}, "resource": {"name": resource}}


READ, EDIT = permission("can_read", "DAGs"), permission("can_edit", "DAGs")
USER = {
    "username": "ada",
    "email": "ada@example.com",
    "first_name": "Ada",
    "last_name": "Lovelace",
    "roles": [{"name": "Viewer"}],
    "active": True,
    "last_login": None,
    "login_count": None,
    "fail_login_count": 2,
    "created_on": "2026-11-22T09:32:25.037130",
    "changed_on": "2026-11-22T09:32:25.037137",
}


def test_roles() -> None:
    role = {"name": "Reader", "actions": [READ]}
    client, asked = playing(said({"roles": [role], "total_entries": 5}), said(role), said(role), said(b""))
    roles = RoleApi(client)
    page = roles.get_roles(offset=1, order_by="-name")
    assert (page.roles[0].actions[0].resource.name, page.total_entries) == ("DAGs", 5)  # type: ignore[index, union-attr]
    assert roles.post_role(role).name == "Reader"
    assert roles.patch_role("Reader", role, update_mask=["name", "actions"]).name == "Reader"
    assert roles.delete_role("a b") is None
    assert asked == [
        ("GET", "/auth/fab/v1/roles?limit=100&offset=1&order_by=-name", None),
        ("POST", "/auth/fab/v1/roles", role),
        ("PATCH", "/auth/fab/v1/roles/Reader?update_mask=name%2Cactions", role),
        ("DELETE", "/auth/fab/v1/roles/a%20b", None),
    ]
    with pytest.raises(BadRequestException, match="update_mask has nope"):
        roles.patch_role("Reader", role, update_mask=["nope"])


def test_a_mask_without_actions_grants_none() -> None:
    role = {"name": "Reader", "actions": [READ]}
    client, asked = playing(said(role), said(role))
    RoleApi(client).patch_role("Old", role, update_mask=["name"])
    RoleApi(client).patch_role("Old", Role(name="Reader", actions=[]), update_mask=["name"])
    assert [body for _, _, body in asked] == [{"name": "Reader"}] * 2


def test_users() -> None:
    client, asked = playing(said({"users": [USER], "total_entries": 1}), said(USER), said(USER), said(b"", 204))
    users = UserApi(client)
    (listed,) = users.get_users().users or []
    assert (listed.fail_login_count, listed.roles) == (2, users.get_user("ada").roles)
    listed.first_name = "Augusta"
    users.patch_user("ada", listed)
    assert users.delete_user("ada") is None
    changed = {name: USER[name] for name in ("username", "email", "last_name", "roles")} | {"first_name": "Augusta"}
    assert asked[2] == ("PATCH", "/auth/fab/v1/users/ada", changed)
    assert client.drift == {}


def test_the_actions_among_the_permissions() -> None:
    pairs = [READ, EDIT, permission("can_read", "Pools"), permission("menu_access", "Browse")]
    answers = [said({"actions": pairs[:3], "total_entries": 4}), said({"actions": pairs[3:], "total_entries": 4})]
    client, asked = playing(*answers)
    page = PermissionApi(client).get_permissions(limit=2, offset=1)
    assert [action.name for action in page.actions or []] == ["can_edit", "menu_access"]
    assert page.total_entries == 3
    targets = [target for _, target, _ in asked]
    assert targets == [f"/auth/fab/v1/permissions?limit=100&offset={first}" for first in (0, 3)]


def test_what_is_not_there() -> None:
    client, _ = playing(said({"detail": "The User with username `nope` was not found"}, 404))
    with pytest.raises(NotFoundException, match="`nope` was not found"):
        UserApi(client).get_user("nope")


@pytest.mark.parametrize(
    "answer", [PAGE, said({"detail": "Method Not Allowed"}, 405), said({"detail": "Not Found"}, 404)]
)
def test_another_auth_manager(answer: Any) -> None:
    for call in (
        lambda client: RoleApi(client).get_roles(),
        lambda client: PermissionApi(client).get_permissions(),
        lambda client: UserApi(client).delete_user("ada"),
    ):
        with pytest.raises(UnsupportedOperation, match="are kept by the FAB auth manager"):
            call(playing(answer)[0])
    with pytest.raises(UnsupportedOperation, match="gives no tokens this way"):
        LoginApi(playing(answer)[0]).create_token({"username": "ada", "password": "s3cret"})


def test_both_names_of_a_token() -> None:
    for name in ("access_token", "jwt_token"):
        client, asked = playing(said({name: "a.b.c"}, 201))
        assert LoginApi(client).create_token({"username": "ada", "password": "x"}).access_token == "a.b.c"
        assert asked == [("POST", "/auth/token", {"username": "ada", "password": "x"})]


def test_an_older_fab_takes_the_password_where_it_takes_no_token() -> None:
    refused = said({"detail": None, "status": 401, "title": "Unauthorized", "type": "about:blank"}, 401)
    token = said({"jwt_token": "a.b.c"}, 201)
    page = said({"actions": [{"name": "can_delete"}, {"name": "can_read"}], "total_entries": 2})
    client, asked = playing(token, refused, token, refused, page)
    client.configuration.access_token, client.configuration.username = None, "ada"
    client.configuration.password = "s3cret"
    found = PermissionApi(client).get_permissions()
    assert [action.name for action in found.actions or []] == ["can_delete", "can_read"]
    targets = [target.partition("?")[0] for _, target, _ in asked]
    assert targets == [*["/auth/token", "/auth/fab/v1/permissions"] * 2, "/auth/fab/v1/permissions"]


def test_a_user_without_a_password_gets_one_that_nobody_knows() -> None:
    body = {"username": "ada", "email": "a@example.com", "first_name": "Ada", "last_name": "L"}
    client, asked = playing(said(USER), said(USER), said(USER))
    for given in (body, body, {**body, "password": "s3cret"}):
        UserApi(client).post_user(given)
    passwords = [sent.pop("password") for _, _, sent in asked]  # type: ignore[union-attr]
    assert all(sent == body for _, _, sent in asked)
    assert passwords[2] == "s3cret"
    assert len(set(passwords)) == 3
    assert len(min(passwords[:2], key=len)) > 30


@pytest.mark.parametrize("page", [{"limit": -1}, {"offset": -1}])
def test_a_page_that_cannot_be(page: dict[str, int]) -> None:
    client, asked = playing()
    with pytest.raises(ApiValueError, match="must be a positive number"):
        PermissionApi(client).get_permissions(**page)
    assert asked == []
