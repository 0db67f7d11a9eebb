"""Variables: list, set, read, change and delete them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from ..operation import C, delete, get, patch, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.bulk import BulkResponse
from ..schemas.variable import BulkBodyVariableBody, Variable, VariableCollection, VariableCollectionItem
from .many_settings import ManyVariables


class VariableApi(ManyVariables[C]):
    """List, set, read, change and delete variables: settings that DAGs read.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete("/variables/{variable_key}")
    def delete_variable(self, variable_key: str, **options: Unpack[Options]) -> Request[None]:
        """Delete a variable.

        `DELETE /variables/{variable_key}`.

        - `variable_key`: the name of the variable.

        Returns nothing. Raises `NotFoundException`.
        """
        return Request(into=NoneType, path={"variable_key": variable_key}, options=options)

    delete_variable_with_http_info = with_http_info(delete_variable)
    delete_variable_without_preload_content = without_preload_content(delete_variable)

    @get("/variables/{variable_key}")
    def get_variable(self, variable_key: str, **options: Unpack[Options]) -> Request[Variable]:
        """Get one variable of the metadata database; those of a secrets backend or the environment are not there.

        `GET /variables/{variable_key}`.

        - `variable_key`: the name of the variable. It may have slashes, but Airflow 2 finds none that begins with one.

        Returns a `Variable`; `repr` does not show its value. Raises `NotFoundException`.
        """
        return Request(into=Variable, path={"variable_key": variable_key}, options=options)

    get_variable_with_http_info = with_http_info(get_variable)
    get_variable_without_preload_content = without_preload_content(get_variable)

    @get("/variables")
    def get_variables(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        variable_key_pattern: str | None = None,
        variable_key_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[VariableCollection]:
        """List the variables of the metadata database, one page at a time.

        `GET /variables`.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `id` (the default), `key` or `value`, descending with a `-` before it; since Airflow 2.1, several
          of them since Airflow 3.1.
        - `variable_key_pattern`: only variables with this text in their name, in any case of letters; `%` and `_` are
          wildcards; since Airflow 3.0.
        - `variable_key_prefix_pattern`: only variables whose name begins with this text; since Airflow 3.2.2.

        Returns a `VariableCollection` with the total on all pages. Raises `BadRequestException` for no field to sort
        by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "variable_key_pattern": variable_key_pattern,
            "variable_key_prefix_pattern": variable_key_prefix_pattern,
        }
        return Request(into=VariableCollection, query=query, options=options)

    get_variables_with_http_info = with_http_info(get_variables)
    get_variables_without_preload_content = without_preload_content(get_variables)
    iter_variables = every(get_variables, VariableCollectionItem, "key")

    @patch("/variables/{variable_key}")
    def patch_variable(
        self,
        variable_key: str,
        variable: Variable | VariableCollectionItem | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[Variable]:
        """Change a variable.

        `PATCH /variables/{variable_key}`.

        - `variable_key`: the name of the variable.
        - `variable`: the new values; Airflow wants `key`, the same as in the path, and `value`, whatever the mask is.
        - `update_mask`: the fields to update, `["value"]`, all that are set by default.

        Returns the `Variable` as it is then. Raises `NotFoundException`, and `BadRequestException` for what is missing,
        or for another key.
        """
        return Request(
            into=Variable,
            path={"variable_key": variable_key},
            query={"update_mask": update_mask},
            body=variable,
            body_type=Variable,
            options=options,
        )

    patch_variable_with_http_info = with_http_info(patch_variable)
    patch_variable_without_preload_content = without_preload_content(patch_variable)

    @post("/variables")
    def post_variables(self, variable: Variable | Mapping[str, Any], **options: Unpack[Options]) -> Request[Variable]:
        """Set a variable: make it, or replace the one of this name, its description too.

        `POST /variables`; where Airflow 3 has the variable already, `PATCH /variables/{variable_key}` follows.

        - `variable`: the variable, `{"key": "greeting", "value": "hello"}`; these two are required, the value is text.

        Returns the `Variable`. Raises `BadRequestException`.
        """
        return Request(into=Variable, body=variable, body_type=Variable, options=options)

    post_variables_with_http_info = with_http_info(post_variables)
    post_variables_without_preload_content = without_preload_content(post_variables)

    @patch(v2="/variables", since="3.0")
    def bulk_variables(
        self, bulk_body: BulkBodyVariableBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[BulkResponse]:
        """Make, change and delete many variables.

        `PATCH /variables`, since Airflow 3.0.

        - `bulk_body`: what to do, `{"actions": [{"action": "create", "entities": [{"key": "a", "value": "b"}]}]}`.

        Returns a `BulkResponse` with the names of those that it was done to, and with what went wrong about the others:
        that raises nothing.
        """
        return Request(into=BulkResponse, body=bulk_body, body_type=BulkBodyVariableBody, options=options)

    bulk_variables_with_http_info = with_http_info(bulk_variables)
    bulk_variables_without_preload_content = without_preload_content(bulk_variables)
