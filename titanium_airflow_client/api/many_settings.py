"""What is done to many variables, connections or pools at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..bulk import in_bulk
from ..exchange import Flow
from ..operation import Api, C
from ..outcome import Outcome, Outcomes, distinct
from ..procedure import procedure, step
from ..request import CallOptions, Unpack
from ..schemas.variable import Variable

DELETE = {"action": "delete", "action_on_non_existence": "skip"}


class ManyVariables(Api[C]):
    """Set and delete many variables."""

    @procedure
    def set_variables(
        self,
        variables: Mapping[str, str] | Sequence[Variable | Mapping[str, Any]],
        concurrency: int = 8,
        on_done: Callable[[Outcome[str, None]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[str, None]]:
        """Set these variables: make them, or replace those of their names, descriptions too.

        That one fails keeps none of the others from being set. `PATCH /variables` for a hundred at a time since Airflow
        3.0; before, and for what that refuses, `POST /variables` for each.

        - `variables`: `{"greeting": "hello"}`, or a list of variables, each key once:
          `[{"key": "greeting", "value": "hello", "description": "for test"}]`.
        - `concurrency`: how many requests at once, 8 by default.
        - `on_done`: called with the `Outcome` of each as soon as it is there, by a thread of its own where calls block:
          what it was told is known even when the whole is interrupted or cancelled.

        Returns the `Outcomes`, in the order of `variables`: of each nothing, or its error. Raises `ApiValueError` for a
        key that is there twice.
        """
        from .variable_api import VariableApi

        client, entities = self.api_client, entities_of(variables)
        singles = {key: step(client, VariableApi.post_variables, one, **options) for key, one in entities.items()}
        safe = {
            key: one for key, one in entities.items() if "value" in one and "***" not in str(one["value"])
        }  # others are refused alone
        action = {"action": "create", "action_on_existence": "overwrite"}
        bulk = VariableApi.bulk_variables
        return (yield from in_bulk(client, bulk, action, safe, singles, concurrency, on_done, options))

    @procedure
    def delete_variables(
        self,
        variable_keys: Sequence[str],
        concurrency: int = 8,
        on_done: Callable[[Outcome[str, None]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[str, None]]:
        """Delete these variables. That one fails keeps none of the others from being deleted.

        `PATCH /variables` for a hundred at a time since Airflow 3.0; before, and for what that does not find,
        `DELETE /variables/{variable_key}` for each.

        - `variable_keys`: the names of the variables, each once.
        - `concurrency`: how many requests at once, 8 by default.
        - `on_done`: as in `set_variables`.

        Returns the `Outcomes`, in the order of `variable_keys`: of each nothing, or its error, such as
        `NotFoundException`. Raises `ApiValueError` for a key that is there twice.
        """
        from .variable_api import VariableApi

        client, keys = self.api_client, distinct("variable_keys", variable_keys)
        singles = {key: step(client, VariableApi.delete_variable, key, **options) for key in keys}
        bulk, entities = VariableApi.bulk_variables, {key: key for key in keys}
        return (yield from in_bulk(client, bulk, DELETE, entities, singles, concurrency, on_done, options))


class ManyConnections(Api[C]):
    """Delete many connections."""

    @procedure
    def delete_connections(
        self,
        connection_ids: Sequence[str],
        concurrency: int = 8,
        on_done: Callable[[Outcome[str, None]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[str, None]]:
        """Delete these connections. That one fails keeps none of the others from being deleted.

        `PATCH /connections` for a hundred at a time since Airflow 3.0; before, and for what that does not find,
        `DELETE /connections/{connection_id}` for each.

        - `connection_ids`: the connection IDs, each once.
        - `concurrency`: how many requests at once, 8 by default.
        - `on_done`: called with the `Outcome` of each as soon as it is there, by a thread of its own where calls block.

        Returns the `Outcomes`, in the order of `connection_ids`: of each nothing, or its error, such as
        `NotFoundException`. Raises `ApiValueError` for an ID that is there twice.
        """
        from .connection_api import ConnectionApi

        client, ids = self.api_client, distinct("connection_ids", connection_ids)
        singles = {one: step(client, ConnectionApi.delete_connection, one, **options) for one in ids}
        bulk, entities = ConnectionApi.bulk_connections, {one: one for one in ids}
        return (yield from in_bulk(client, bulk, DELETE, entities, singles, concurrency, on_done, options))


class ManyPools(Api[C]):
    """Delete many pools."""

    @procedure
    def delete_pools(
        self,
        pool_names: Sequence[str],
        concurrency: int = 8,
        on_done: Callable[[Outcome[str, None]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[str, None]]:
        """Delete these pools. That one fails keeps none of the others from being deleted.

        `PATCH /pools` for a hundred at a time since Airflow 3.0; before, and for what that does not find,
        `DELETE /pools/{pool_name}` for each.

        - `pool_names`: the names of the pools, each once.
        - `concurrency`: how many requests at once, 8 by default.
        - `on_done`: called with the `Outcome` of each as soon as it is there, by a thread of its own where calls block.

        Returns the `Outcomes`, in the order of `pool_names`: of each nothing, or its error, such as
        `NotFoundException`. Raises `ApiValueError` for a name that is there twice.
        """
        from .pool_api import PoolApi

        client, names = self.api_client, distinct("pool_names", pool_names)
        singles = {name: step(client, PoolApi.delete_pool, name, **options) for name in names}
        bulk = PoolApi.bulk_pools
        entities = {name: name for name in names if name != "default_pool"}  # which Airflow keeps, unless asked in bulk
        return (yield from in_bulk(client, bulk, DELETE, entities, singles, concurrency, on_done, options))


def entities_of(variables: Mapping[str, str] | Sequence[Variable | Mapping[str, Any]]) -> dict[str, Any]:
    """Each variable as it is sent, by its key."""
    if isinstance(variables, Mapping):
        return {key: {"key": key, "value": value} for key, value in variables.items()}
    keys = distinct("variables", [one["key"] or "" if "key" in one else "" for one in variables])
    return dict(zip(keys, variables))
