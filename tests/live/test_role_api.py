"""The operations of RoleApi and PermissionApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    Action,
    ActionResource,
    ApiValueError,
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
    PermissionApi,
    Resource,
    Role,
    RoleApi,
    UnexpectedAnswer,
    UnprocessableEntityException,
)

# With the FAB auth manager in Airflow 3: that of 3.0 has the REST API of Airflow 2, newer ones have another. That of
# 3.1 fails to delete a role that permits something, that of 3.1 and 3.2 tells less than it grants.
pytestmark = pytest.mark.only_on("2", "3.0", "3.3")


def permission(action: str, resource: str) -> ActionResource:
    return ActionResource(action=Action(name=action), resource=Resource(name=resource))


READ, EDIT = permission("can_read", "DAGs"), permission("can_edit", "DAGs")


@pytest.fixture
def api(connect: Any, with_users: Any) -> Any:
    """On the server that keeps users and roles."""
    return connect(with_users.configuration)


@pytest.fixture
def roles(api: Any) -> Any:
    return api(RoleApi)


@pytest.fixture
def name(roles: Any) -> Iterator[str]:
    """The name of a role that nobody else has, and that is gone afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    yield name
    with contextlib.suppress(NotFoundException):
        roles.delete_role(name)


def test_the_permissions(api):
    permissions = api(PermissionApi)
    found = permissions.get_permissions()
    names = [action.name for action in found.actions]
    assert {"can_read", "can_edit", "can_create", "can_delete", "menu_access"} <= {*names}
    assert found.total_entries == len(names)
    page = permissions.get_permissions(limit=2, offset=1)
    assert ([action.name for action in page.actions], page.total_entries) == (names[1:3], len(names))
    with pytest.raises((ApiValueError, BadRequestException), match="limit must be a positive"):
        permissions.get_permissions(limit=-1)
    assert permissions.get_permissions_with_http_info(limit=1).status_code == 200


def test_a_role_from_its_beginning_to_its_end(roles, name, knows):
    made = roles.post_role(Role(name=name, actions=[READ, EDIT]))
    found = roles.get_role(name)
    assert made == (found if knows("3.1") else Role())  # an older server says nothing of it
    assert found.name == name
    assert len(found.actions) == 2
    assert READ in found.actions
    assert EDIT in found.actions
    assert roles.delete_role(name) is None
    with pytest.raises(NotFoundException, match=f"Role with name '{name}' (was not found|does not exist)"):
        roles.get_role(name)
    with pytest.raises(NotFoundException):
        roles.delete_role(name)


def test_a_dict_will_do_and_a_role_may_permit_nothing(roles, name):
    roles.post_role({"name": name, "actions": []})
    assert roles.get_role(name) == Role(name=name, actions=[])
    action = {"action": {"name": "can_read"}, "resource": {"name": "DAGs"}}
    assert roles.patch_role(name, {"name": name, "actions": [action]}).actions == [READ]
    assert roles.get_role(name).actions == [READ]


def test_changes_without_a_mask(roles, name, knows):
    roles.post_role(Role(name=f"{name}_old", actions=[READ]))
    role = roles.get_role(f"{name}_old")
    role.name, role.actions = name, [EDIT]
    changed = roles.patch_role(f"{name}_old", role)
    assert changed == roles.get_role(name)
    assert len(changed.actions) == (1 if knows("3.3") else 2)  # an older server takes nothing away
    with pytest.raises(NotFoundException):
        roles.get_role(f"{name}_old")


def test_changes_with_a_mask(roles, name):
    roles.post_role(Role(name=f"{name}_old", actions=[READ]))
    roles.patch_role(f"{name}_old", Role(name=name, actions=[EDIT]), update_mask=["name"])
    assert roles.get_role(name).actions == [READ]
    roles.patch_role(name, Role(name="another", actions=[EDIT]), update_mask=["actions"])
    found = roles.get_role(name)
    assert found.name == name
    assert EDIT in found.actions


def test_a_list_in_pages_and_in_order(roles, name, knows):
    roles.post_role({"name": name, "actions": []})
    first = roles.get_roles()
    found = [role.name for role in first.roles]
    assert {"Admin", "Viewer", name} <= {*found}
    assert first.total_entries == len(found)
    assert [role.name for role in roles.get_roles(order_by="name").roles] == found == sorted(found)
    assert [role.name for role in roles.get_roles(limit=2, offset=1).roles] == found[1:3]
    assert roles.get_roles(order_by="role_id").roles[-1].name == name
    if knows("3.1"):
        assert [role.name for role in roles.get_roles(order_by="-name").roles] == found[::-1]
    for order in ("nope",) if knows("3.1") else ("nope", "-name"):
        with pytest.raises(BadRequestException, match=f"Ordering with '{order}' is disallowed"):
            roles.get_roles(order_by=order)


@pytest.mark.parametrize("odd", ["with space", "plus+", "50%", "%2F", "ünï→☃", "a&b=c?d#e", "~", "...", "'\"\\;"])
def test_names_with_anything_in_them(roles, odd):
    try:
        roles.post_role(Role(name=odd, actions=[READ]))
        assert roles.get_role(odd) == Role(name=odd, actions=[READ])
    finally:
        assert roles.delete_role(odd) is None
    with pytest.raises(NotFoundException, match=r"not found|does not exist"):
        roles.get_role(odd)


def test_names_with_slashes_are_never_taken_for_others(roles, name, knows):
    roles.post_role({"name": name, "actions": []})
    with pytest.raises(NotFoundException, match="whose ID has a slash"):
        roles.delete_role(f"{name}/x")
    with pytest.raises(NotFoundException if knows("3.1") else UnexpectedAnswer, match=r"has a slash|ends with a slash"):
        roles.delete_role(f"/{name}")
    with pytest.raises(ApiValueError, match="role_name must not be"):
        roles.delete_role("")
    assert roles.get_role(name).name == name


def test_what_is_missing_or_wrong(roles, name):
    with pytest.raises(ApiValueError, match="needs actions"):
        roles.post_role({"name": name})
    with pytest.raises(NotFoundException):
        roles.patch_role(name, {"name": name})
    for action in (permission("can_fly", "DAGs"), permission("can_read", "Unicorns")):
        with pytest.raises(BadRequestException, match=r"can_fly|Unicorns"):
            roles.post_role(Role(name=name, actions=[action]))
    with pytest.raises(NotFoundException):
        roles.get_role(name)

    roles.post_role(Role(name=name, actions=[READ]))
    with pytest.raises(ConflictException, match="already exists"):
        roles.post_role(Role(name=name, actions=[]))
    with pytest.raises((BadRequestException, UnprocessableEntityException), match="required"):
        roles.patch_role(name, {"actions": []}, update_mask=["actions"])
    with pytest.raises((ApiValueError, BadRequestException), match=r"update_mask has nope|'nope' in update_mask is"):
        roles.patch_role(name, {"name": name}, update_mask=["nope"])
    with pytest.raises(BadRequestException, match="can_fly"):
        roles.patch_role(name, Role(name=name, actions=[permission("can_fly", "DAGs")]))
    assert roles.get_role(name).actions == [READ]


def test_one_who_may_only_look(with_users, connect, roles, name):
    roles.post_role({"name": name, "actions": []})
    viewer = connect(with_users.configuration_for("viewer"))
    for call in (
        lambda: viewer(PermissionApi).get_permissions(),
        lambda: viewer(RoleApi).get_roles(),
        lambda: viewer(RoleApi).get_role(name),
        lambda: viewer(RoleApi).post_role({"name": f"{name}_2", "actions": []}),
        lambda: viewer(RoleApi).patch_role(name, {"name": f"{name}_2"}),
        lambda: viewer(RoleApi).delete_role(name),
    ):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            call()
    assert roles.get_role(name).name == name
