"""What `DAGApi` does to many DAGs at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..exchange import Flow
from ..operation import Api, C
from ..outcome import Outcome, Outcomes, distinct, each
from ..procedure import procedure, step
from ..request import CallOptions, Unpack
from ..schemas.dag import DAG


class ManyDAGs(Api[C]):
    """Pause and unpause many DAGs, each by its ID."""

    @procedure
    def pause_dags(
        self,
        dag_ids: Sequence[str],
        concurrency: int = 8,
        on_done: Callable[[Outcome[str, DAG]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[str, DAG]]:
        """Pause these DAGs, several at once. That one fails keeps none of the others from being paused.

        `PATCH /dags/{dag_id}` for each. To pause those that match a pattern, see `plan_patch_dags`.

        - `dag_ids`: the DAG IDs, each once.
        - `concurrency`: how many at once, 8 by default.
        - `on_done`: called with the `Outcome` of each as soon as it is there, by a thread of its own where calls block:
          what it was told is known even when the whole is interrupted or cancelled.

        Returns the `Outcomes`, in the order of `dag_ids`: of each the `DAG` as it is then, or its error. Raises
        `ApiValueError` for an ID that is there twice.
        """
        return (yield from paused(self.api_client, dag_ids, True, concurrency, on_done, options))

    @procedure
    def unpause_dags(
        self,
        dag_ids: Sequence[str],
        concurrency: int = 8,
        on_done: Callable[[Outcome[str, DAG]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[str, DAG]]:
        """Unpause these DAGs, several at once. That one fails keeps none of the others from being unpaused.

        `PATCH /dags/{dag_id}` for each. To unpause those that match a pattern, see `plan_patch_dags`.

        - `dag_ids`: the DAG IDs, each once.
        - `concurrency`: how many at once, 8 by default.
        - `on_done`: as in `pause_dags`.

        Returns the `Outcomes`, in the order of `dag_ids`: of each the `DAG` as it is then, or its error. Raises
        `ApiValueError` for an ID that is there twice.
        """
        return (yield from paused(self.api_client, dag_ids, False, concurrency, on_done, options))


def paused(
    client: Any,
    dag_ids: Sequence[str],
    is_paused: bool,
    concurrency: int,
    on_done: Callable[[Outcome[str, DAG]], object] | None,
    options: CallOptions,
) -> Flow[Outcomes[str, DAG]]:
    """Each DAG for itself: the same `PATCH /dags` for many would go by a pattern."""
    from .dag_api import DAGApi

    body = {"is_paused": is_paused}
    ids = distinct("dag_ids", dag_ids)
    flows = {dag_id: step(client, DAGApi.patch_dag, dag_id, body, **options) for dag_id in ids}
    return (yield from each(flows, concurrency, on_done))
