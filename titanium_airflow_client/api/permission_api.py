"""The actions that roles can permit."""

from __future__ import annotations

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.role import Action, ActionCollection


class PermissionApi(Api[C]):
    """List the actions that roles can permit.

    Airflow 3 has them where it uses the FAB auth manager; with another one this operation is refused, and says so.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/permissions", v2="/auth/fab/v1/permissions", since="2.1")
    def get_permissions(
        self, limit: int | None = None, offset: int | None = None, **options: Unpack[Options]
    ) -> Request[ActionCollection]:
        """List the actions that a role can permit, such as `can_read`, one page at a time.

        `GET /permissions`, since Airflow 2.1.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.

        Returns an `ActionCollection` with the total on all pages. Raises `BadRequestException`.
        """
        return Request(into=ActionCollection, query={"limit": limit, "offset": offset}, options=options)

    get_permissions_with_http_info = with_http_info(get_permissions)
    get_permissions_without_preload_content = without_preload_content(get_permissions)
    iter_permissions = every(get_permissions, Action, "name")
