"""The operations of UserApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import contextlib
import logging
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    Configuration,
    ConflictException,
    DAGApi,
    ForbiddenException,
    LoginApi,
    NotFoundException,
    ServiceException,
    UnexpectedAnswer,
    UnprocessableEntityException,
    UnsupportedOperation,
    User,
    UserApi,
    UserCollectionItem,
)
from titanium_airflow_client.models import UserCollectionItemRolesInner

# with the FAB auth manager in Airflow 3: that of 3.0 has the REST API of Airflow 2, all newer ones have the same
pytestmark = pytest.mark.only_on("2", "3.0", "3.3")

SECRET = "s3cret-%/ü:"


@pytest.fixture
def api(connect: Any, with_users: Any) -> Any:
    """On the server that keeps users and roles."""
    return connect(with_users.configuration)


@pytest.fixture
def users(api: Any) -> Any:
    return api(UserApi)


@pytest.fixture
def username(users: Any) -> Iterator[str]:
    """The name of a user that nobody else has, and that is gone afterwards."""
    username = f"test_{uuid.uuid4().hex}"
    yield username
    with contextlib.suppress(NotFoundException):
        users.delete_user(username)


def whole(username: str) -> User:
    return User(
        username=username,
        email=f"{username}@example.com",
        first_name="Ada",
        last_name="Lovelace",
        password=SECRET,
        roles=[UserCollectionItemRolesInner(name="Viewer")],
    )


def test_a_user_from_the_beginning_to_the_end(users, username):
    made = users.post_user(whole(username))
    assert (made.username, made.first_name, made.active, made.password) == (username, "Ada", True, None)
    found = users.get_user(username)
    assert found.to_dict() == made.to_dict()
    assert type(found) is UserCollectionItem
    assert (found.email, found.last_name) == (f"{username}@example.com", "Lovelace")
    assert [role.name for role in found.roles] == ["Viewer"]
    assert (found.login_count, found.last_login, found.fail_login_count) == (None, None, None)
    assert found.created_on is not None
    assert users.delete_user(username) is None
    with pytest.raises(NotFoundException, match=f"The User with username `{username}` was not found"):
        users.get_user(username)
    with pytest.raises(NotFoundException):
        users.delete_user(username)


def test_the_password_opens_the_door_and_can_be_changed(with_users, connect, users, username):
    users.post_user(whole(username))

    def asked(password: str) -> Any:
        return connect(Configuration(with_users.configuration.host, username=username, password=password))(DAGApi)

    assert asked(SECRET).get_dags(limit=1).total_entries
    user = whole(username)
    user.password = "another"
    users.patch_user(username, user, update_mask=["password"])
    assert asked("another").get_dags(limit=1).total_entries
    with pytest.raises(ApiException) as error:
        asked(SECRET).get_dags(limit=1)
    assert error.value.status in (401, 403)
    assert SECRET not in str(error.value)


def test_a_dict_will_do_and_roles_come_by_default(users, username, knows):
    body: dict[str, Any] = {"username": username, "email": f"{username}@x", "first_name": "", "last_name": "L"}
    if knows("3.1"):
        with pytest.raises(UnprocessableEntityException, match="first_name: String should have at least 1 character"):
            users.post_user(body)
        body["first_name"] = "-"
    if (knows("2.10") and not knows("2.11")) or knows("3.0"):  # it looks for a role without a name, and fails
        with pytest.raises(ServiceException, match=r"Failed to add user|Default registration role is not configured"):
            users.post_user(body)
        body["roles"] = [{"name": "Public"}]
    users.post_user(body)
    found = users.get_user(username)
    assert (found.first_name, found.last_name) == (body["first_name"], "L")
    assert [role.name for role in found.roles] == ["Public"]


def test_changes_without_a_mask(users, username):
    users.post_user(whole(username))
    user = users.get_user(username)
    user.first_name, user.roles = "Augusta", [UserCollectionItemRolesInner(name="Op")]
    changed = users.patch_user(username, user)
    assert changed == users.get_user(username)
    assert (changed.first_name, [role.name for role in changed.roles]) == ("Augusta", ["Op"])
    body = {"username": username, "email": f"{username}@new", "first_name": "A", "last_name": "L"}
    users.patch_user(username, body)
    found = users.get_user(username)
    assert (found.email, found.first_name, [role.name for role in found.roles]) == (f"{username}@new", "A", ["Op"])


def test_changes_with_a_mask(users, username):
    users.post_user(whole(username))
    new = User(username=username, email="new@example.com", first_name="New", last_name="New", roles=[])
    users.patch_user(username, new, update_mask=["first_name"])
    found = users.get_user(username)
    assert (found.first_name, found.last_name, len(found.roles)) == ("New", "Lovelace", 1)
    users.patch_user(username, new, ["last_name", "roles"])
    found = users.get_user(username)
    assert (found.last_name, found.email, found.roles) == ("New", f"{username}@example.com", [])


def test_another_name(users, username):
    users.post_user(whole(f"{username}_old"))
    users.patch_user(f"{username}_old", whole(username), update_mask=["username"])
    assert users.get_user(username).email == f"{username}_old@example.com"
    with pytest.raises(NotFoundException):
        users.get_user(f"{username}_old")


def test_a_list_in_pages_and_in_order(users, username, knows):
    users.post_user(whole(username))
    first = users.get_users()
    found = [user.username for user in first.users]
    assert found[0] == "admin"
    assert found[-1] == username
    assert first.total_entries == len(found)
    assert [user.username for user in users.get_users(limit=1, offset=1, order_by="id").users] == found[1:2]
    for field in ("first_name", "last_name", "email"):
        values = [getattr(user, field) for user in users.get_users(order_by=field).users]
        assert values == sorted(values)
    if knows("3.1"):
        names = [user.username for user in users.get_users(order_by="-username").users]
        assert names == sorted(found, reverse=True)
    for order in ("nope",) if knows("3.1") else ("nope", "-email", "username"):
        with pytest.raises(BadRequestException, match=f"Ordering with '{order}' is disallowed"):
            users.get_users(order_by=order)


@pytest.mark.parametrize("odd", ["with space", "plus+", "50%", "%2F", "ünï→☃", "a&b=c?d#e", "~", "...", "'\"\\;"])
def test_names_with_anything_in_them(users, odd):
    try:
        assert users.post_user(whole(odd)).username == odd
        assert users.get_user(odd).username == odd
    finally:
        assert users.delete_user(odd) is None
    with pytest.raises(NotFoundException, match="not found"):
        users.get_user(odd)


def test_names_with_slashes_are_never_taken_for_others(users, username, knows):
    users.post_user(whole(username))
    with pytest.raises(NotFoundException, match="whose ID has a slash"):
        users.delete_user(f"{username}/x")
    with pytest.raises(NotFoundException if knows("3.1") else UnexpectedAnswer, match=r"has a slash|ends with a slash"):
        users.delete_user(f"/{username}")
    with pytest.raises(ApiValueError, match="username must not be"):
        users.delete_user("")
    assert users.get_user(username).username == username


def test_what_is_missing_or_wrong(users, username, knows):
    with pytest.raises(ApiValueError, match="needs first_name and last_name and email"):
        users.post_user({"username": username})
    with pytest.raises(ApiValueError, match="active: read-only"):
        users.post_user({**whole(username).to_dict(), "active": True})
    with pytest.raises(NotFoundException, match="not found"):
        users.patch_user(username, whole(username))
    nobody = whole(username)
    nobody.roles = [UserCollectionItemRolesInner(name="Nope")]
    with pytest.raises(BadRequestException, match="Unknown roles: 'Nope'"):
        users.post_user(nobody)
    with pytest.raises(NotFoundException):
        users.get_user(username)

    users.post_user(whole(username))
    with pytest.raises(ConflictException, match=f"Username `{username}` already exists"):
        users.post_user(whole(username))
    same = whole(f"{username}_2")
    same.email = f"{username}@example.com"
    with pytest.raises(ConflictException, match="is already taken"):
        users.post_user(same)
    with pytest.raises(ConflictException, match="The username `admin` already exists"):
        users.patch_user(username, whole("admin"))
    same.username, same.email = username, "admin@example.com"
    with pytest.raises(ConflictException, match=r"The email `admin@example\.com` already exists"):
        users.patch_user(username, same)
    if knows("3.1"):
        assert users.patch_user(username, {"first_name": "A"}, update_mask=["first_name"]).first_name == "A"
    else:
        with pytest.raises(BadRequestException, match="Missing data for required field"):
            users.patch_user(username, {"first_name": "A"}, update_mask=["first_name"])
    with pytest.raises(
        (ApiValueError, BadRequestException), match=r"update_mask has nope|Unknown update masks: 'nope'"
    ):
        users.patch_user(username, whole(username), update_mask=["nope"])
    with pytest.raises(BadRequestException, match="Unknown roles: 'Nope'"):
        users.patch_user(username, nobody)
    assert [role.name for role in users.get_user(username).roles] == ["Viewer"]


def test_a_password_is_in_no_repr_no_log_and_no_error(users, username, caplog):
    with caplog.at_level(logging.DEBUG):
        user = whole(username)
        made = users.post_user(user)
        for call in (
            lambda: users.post_user(user),
            lambda: users.patch_user("another", user),
            lambda: users.patch_user(username, user, update_mask=["nope"]),
            lambda: users.patch_user(username, {**user.to_dict(), "email": "admin@example.com"}),
            lambda: users.post_user({**user.to_dict(), "password": [SECRET]}),
        ):
            with pytest.raises((ApiException, ApiTypeError, ApiValueError)) as error:
                call()
            assert SECRET not in f"{error.value} {error.value!r} {error.value.__dict__}"
    assert SECRET not in repr(user) + repr(made) + caplog.text
    assert user.to_dict()["password"] == SECRET


def test_one_who_may_only_look(with_users, connect, users, username):
    users.post_user(whole(username))
    viewer = connect(with_users.configuration_for("viewer"))(UserApi)
    for call in (
        lambda: viewer.get_users(),
        lambda: viewer.get_user(username),
        lambda: viewer.post_user(whole(f"{username}_2")),
        lambda: viewer.patch_user(username, whole(username)),
        lambda: viewer.delete_user(username),
    ):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            call()
    assert users.get_user(username).first_name == "Ada"


def test_the_other_forms(users, username):
    assert users.post_user_with_http_info(whole(username)).status_code == 200
    assert users.get_users_with_http_info(limit=1).data.total_entries > 1
    assert users.delete_user_with_http_info(username).status_code == 204
    response = users.get_user_without_preload_content(username)
    assert response.status == 404
    response.close()


@pytest.mark.only_on("2")
@pytest.mark.parametrize("operation", ["create_token", "create_token_cli"])
def test_tokens_are_of_airflow_3(api, with_users, operation):
    with pytest.raises(UnsupportedOperation, match=rf"{operation} .* needs Airflow 3\.0") as error:
        getattr(api(LoginApi), operation)({"username": "admin", "password": with_users.configuration.password})
    assert with_users.configuration.password not in str(error.value)
