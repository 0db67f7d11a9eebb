"""What Airflow 2 would do to a connection, and nobody wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...exceptions import ApiValueError

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def patch_connection(call: Call) -> Flow[Response]:
    """The stars that a server shows in the place of secrets are not stored as the secrets; Airflow 3 sees to that."""
    fields, mask = call.fields(), call.query().get("update_mask")
    hidden = {"extra": '"***"' in str(fields.get("extra")), "password": fields.get("password") == "***"}
    for name, stars in hidden.items():
        if stars and (mask is None or name in mask):
            raise ApiValueError(
                f"{name} has *** where the server hides secrets, and Airflow 2 would store that: set {name} anew, or "
                "name the other fields in update_mask"
            )
    response: Response = yield from call.direct()
    return response
