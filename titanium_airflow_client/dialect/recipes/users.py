"""The operations on users, roles, permissions and tokens: an auth manager of Airflow 3 has them, or has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from ...answer import content_type, is_unknown_path
from ...auth import basic
from ...decode import parse
from ...exceptions import ApiValueError, UnsupportedOperation

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response

WHERE_THEN = (
    "users, roles and permissions are kept by the FAB auth manager (apache-airflow-providers-fab), and this Airflow 3 "
    "has another one: manage them where that keeps them, as [core] simple_auth_manager_users does for the simple one"
)
NO_TOKENS = "the auth manager of this Airflow 3 gives no tokens this way: get one from it, and set access_token"


def of_fab(call: Call) -> Flow[Response]:
    """The same question, to the FAB auth manager; where another one is used, nobody knows the path."""
    response = yield from call.direct()
    if shows_the_password(call, response):
        response = yield from call.direct()
    return there(call, response, WHERE_THEN)


def shows_the_password(call: Call, response: Response) -> bool:
    """Whether it is to be asked once more, with username and password: FAB before 3.1 takes no tokens here."""
    configuration, options = call.client.configuration, call.request.options
    if response.status != 401 or configuration.username is None or options.get("_request_auth"):
        return False
    if call.stream:
        response.raw.close()
    proof = basic(configuration.username, configuration.password or "")
    own = {"in": "header", "key": "Authorization", "value": proof}
    call.request = msgspec.structs.replace(call.request, options={**options, "_request_auth": own})
    return True


def of_any(call: Call) -> Flow[Response]:
    """A token of the auth manager that is used, in one of the shapes that they give it."""
    response = yield from call.direct()
    return there(call, response, NO_TOKENS)


def there(call: Call, response: Response, instead: str) -> Response:
    """The answer, if the auth manager has what was asked for: a path that it has not leads to the web interface."""
    page = content_type(response) == "text/html"
    slash = any("/" in str(value) for value in call.request.path.values())  # of such an ID, nobody knows the path
    unknown = response.status in (404, 405) and is_unknown_path(response)
    if call.stream or slash or not (page or unknown):
        return response
    raise UnsupportedOperation(f"{call.route.name}: {instead}")


def patch_role(call: Call) -> Flow[Response]:
    """Without the actions that the mask leaves out: FAB of Airflow 3.1 and 3.2 would grant them all the same."""
    mask = call.query().get("update_mask")
    if mask is not None and "actions" not in mask.split(","):
        fields = {name: value for name, value in call.fields().items() if name != "actions"}
        call.request = msgspec.structs.replace(call.request, body=fields)
    return of_fab(call)


delete_role = get_role = get_roles = post_role = of_fab
delete_user = get_user = get_users = patch_user = post_user = of_fab
create_token = create_token_all_admins = create_token_cli = of_any


def get_permissions(call: Call) -> Flow[Response]:
    """Airflow 2 lists the actions, the FAB auth manager each action with each resource that it is for."""
    asked = call.query()
    first, limit = int(asked.get("offset", 0)), int(asked["limit"]) or 100
    if limit < 0 or first < 0:
        raise ApiValueError("get_permissions: limit must be a positive number, and offset too")
    actions: dict[str, Any] = {}
    read = 0
    while True:
        path, query = "/auth/fab/v1/permissions", {"limit": 100, "offset": read}
        response = yield from call.last("GET", path, query)
        if shows_the_password(call, response):
            response = yield from call.last("GET", path, query)
        if call.stream or there(call, response, WHERE_THEN).status >= 300:
            return response
        page = parse(response.content)
        for permission in page["actions"]:
            action = permission.get("action", permission)  # FAB before 3.3 lists them as Airflow 2 does
            actions.setdefault(action["name"], action)
        read += len(page["actions"])
        if not page["actions"] or read >= page["total_entries"]:
            break
    shown = list(actions.values())[first : first + limit]
    return call.result({"actions": shown, "total_entries": len(actions)})
