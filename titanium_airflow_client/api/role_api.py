"""Roles: list, make, read, change and delete them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, get, patch, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.role import Role, RoleCollection


class RoleApi(Api[C]):
    """List, make, read, change and delete roles: sets of permissions, to be given to users.

    Airflow 3 has them where it uses the FAB auth manager; with another one these operations are refused, and say so.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete("/roles/{role_name}", v2="/auth/fab/v1/roles/{role_name}", since="2.1")
    def delete_role(self, role_name: str, **options: Unpack[Options]) -> Request[None]:
        """Delete a role. Users lose what it permitted.

        `DELETE /roles/{role_name}`, since Airflow 2.1.

        - `role_name`: the name of the role.

        Returns nothing. Raises `NotFoundException`.
        """
        return Request(into=NoneType, path={"role_name": role_name}, options=options)

    delete_role_with_http_info = with_http_info(delete_role)
    delete_role_without_preload_content = without_preload_content(delete_role)

    @get("/roles/{role_name}", v2="/auth/fab/v1/roles/{role_name}", since="2.1")
    def get_role(self, role_name: str, **options: Unpack[Options]) -> Request[Role]:
        """Get one role, and what it permits.

        `GET /roles/{role_name}`, since Airflow 2.1.

        - `role_name`: the name of the role. Airflow 2 finds none with a slash in its name; `get_roles` shows it.

        Returns a `Role`. Raises `NotFoundException`.
        """
        return Request(into=Role, path={"role_name": role_name}, options=options)

    get_role_with_http_info = with_http_info(get_role)
    get_role_without_preload_content = without_preload_content(get_role)

    @get("/roles", v2="/auth/fab/v1/roles", since="2.1")
    def get_roles(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | None = None,
        **options: Unpack[Options],
    ) -> Request[RoleCollection]:
        """List the roles, one page at a time.

        `GET /roles`, since Airflow 2.1.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `name` (the default) or `role_id`; Airflow 2 sorts roles ascending only.

        Returns a `RoleCollection` with the total on all pages. Raises `BadRequestException` for no field to sort by.
        """
        query = {"limit": limit, "offset": offset, "order_by": order_by}
        return Request(into=RoleCollection, query=query, options=options)

    get_roles_with_http_info = with_http_info(get_roles)
    get_roles_without_preload_content = without_preload_content(get_roles)
    iter_roles = every(get_roles, Role, "name")

    @patch("/roles/{role_name}", v2="/auth/fab/v1/roles/{role_name}", since="2.1")
    def patch_role(
        self,
        role_name: str,
        role: Role | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[Role]:
        """Rename a role, or let it permit more. Airflow 2 takes no permission away here: make the role anew for that.

        `PATCH /roles/{role_name}`, since Airflow 2.1.

        - `role_name`: the name of the role.
        - `role`: the new values; Airflow 2 wants `name`, whatever the mask is.
        - `update_mask`: the fields to update, `["actions"]`, all that are set by default.

        Returns the `Role` as it is then. Raises `NotFoundException`, and `BadRequestException` for what is missing, and
        for actions and resources that do not exist.
        """
        return Request(
            into=Role,
            path={"role_name": role_name},
            query={"update_mask": update_mask},
            body=role,
            body_type=Role,
            options=options,
        )

    patch_role_with_http_info = with_http_info(patch_role)
    patch_role_without_preload_content = without_preload_content(patch_role)

    @post("/roles", v2="/auth/fab/v1/roles", since="2.1")
    def post_role(self, role: Role | Mapping[str, Any], **options: Unpack[Options]) -> Request[Role]:
        """Make a role.

        `POST /roles`, since Airflow 2.1.

        - `role`: the role, `{"name": "Reader", "actions": [...]}`, both required; an action is
          `{"action": {"name": "can_read"}, "resource": {"name": "DAGs"}}`, and there may be none.

        Returns a `Role` that is empty: Airflow 2 says nothing of the new one, `get_role` does. Raises
        `BadRequestException` for actions and resources that do not exist, and `ConflictException` when there is a role
        of this name.
        """
        return Request(into=Role, body=role, body_type=Role, options=options)

    post_role_with_http_info = with_http_info(post_role)
    post_role_without_preload_content = without_preload_content(post_role)
