"""What `DAGRunApi` does in several calls: trigger exactly once, check before, wait for the end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..exceptions import ApiValueError
from ..exchange import Flow
from ..operation import Api, C
from ..procedure import procedure
from ..request import CallOptions, Unpack
from ..schemas.dag_run import DAGRun

if TYPE_CHECKING:
    from ..runs.readiness import Readiness
    from ..runs.triggering import Triggered


class DAGRunProcedures(Api[C]):
    """Trigger a DAG, and wait for its run. The steps are loaded when they are first needed."""

    @procedure
    def trigger(
        self,
        dag_id: str,
        conf: Mapping[str, Any] | None = None,
        *,
        idempotency_key: str | None = None,
        dag_run_id: str | None = None,
        logical_date: datetime | None = None,
        data_interval_start: datetime | None = None,
        data_interval_end: datetime | None = None,
        run_after: datetime | None = None,
        partition_key: str | None = None,
        note: str | None = None,
        preflight: bool = False,
        **options: Unpack[CallOptions],
    ) -> Flow[Triggered]:
        """Trigger a DAG exactly once, whatever becomes of the answers.

        The run has its ID before anything is sent. When the answer is lost (the connection breaks, time is up, a
        gateway answers in Airflow's place), the run is looked for by `get_dag_run`, and `post_dag_run` is sent again
        only when it is not there. No run is made twice: Airflow has one of each ID.

        - `dag_id`: the DAG ID.
        - `conf`: the parameters of the run; None for none.
        - `idempotency_key`: what the run is for, in your own terms, such as `order-4711`: calls with one key mean one
          run, today and in a year. The run ID is `once__` and the key. Where the key has other characters than ASCII
          letters, digits and `_.~:+-`, these become `-`; then, and after 200 characters, part of its SHA-256 follows.
        - `dag_run_id`: the ID itself, in place of a key. Without both it is a new one, such as
          `manual__2024-02-29T12:00:00.123456+00:00_1f9c2b7a`.
        - `logical_date`: the date that it runs for, now by default. A DAG has one run of each date.
        - `data_interval_start`, `data_interval_end`: the interval that it covers; both or none.
        - `run_after`: the time before which it does not start, now by default; since Airflow 3.0.
        - `partition_key`: the partition that it runs for; since Airflow 3.2.
        - `note`: what to note about it.
        - `preflight`: whether to check first that the run would start, as `preflight` does; False by default.

        Returns a `Triggered`: the `run`, and whether it was `created` by this call. Raises `DAGRunDiffers` when the key
        or the ID is that of a run with another `conf`, date or partition, `ConflictException` when the date is that of
        another run, `PreflightFailed` with what stands in the way, `NotFoundException`, `BadRequestException` when its
        file fails to import or `conf` is not as it wants, `ApiConnectionError` when it stays unknown whether the run
        was made: the hint has its ID, and to call again with that as `dag_run_id` is safe.
        """
        from ..runs import triggering
        from ..runs.run_identity import run_id_of_key

        if idempotency_key is not None and dag_run_id is not None:
            raise ApiValueError("trigger: give idempotency_key, of which a dag_run_id is made, or dag_run_id")
        fields = {
            "dag_run_id": dag_run_id if idempotency_key is None else run_id_of_key(idempotency_key),
            "conf": None if conf is None else dict(conf),
            "logical_date": logical_date,
            "data_interval_start": data_interval_start,
            "data_interval_end": data_interval_end,
            "run_after": run_after,
            "partition_key": partition_key,
            "note": note,
        }
        given: dict[str, Any] = {name: value for name, value in fields.items() if value is not None}
        wanted = DAGRun(**given)
        return (yield from triggering.once(self.api_client, dag_id, wanted, preflight, options))

    @procedure
    def preflight(
        self, dag_id: str, conf: Mapping[str, Any] | None = None, **options: Unpack[CallOptions]
    ) -> Flow[Readiness]:
        """Check whether a run of a DAG would be made, and would start. Nothing is changed.

        Looked at are the DAG (is it there, is it paused, does its file import), `conf` against the parameters that it
        declares, its `max_active_runs`, the pools of its tasks, and the scheduler. What is not understood of the schema
        of a parameter is left to the server.

        - `dag_id`: the DAG ID.
        - `conf`: the parameters that the run would have; None for none.

        Returns a `Readiness`, true when nothing blocks the run: its `obstacles`, each with what to do about it, and
        what was `unchecked` for want of a permission. Raises `ForbiddenException` when the user may not see the DAG.
        """
        from ..runs import preflight

        return (yield from preflight.before(self.api_client, dag_id, conf or {}, options))

    @procedure
    def why_not_started(self, dag_id: str, dag_run_id: str, **options: Unpack[CallOptions]) -> Flow[Readiness]:
        """Tell why a run stays queued, or why its tasks do not start. Nothing is changed.

        Looked at is what `preflight` looks at, but for the parameters; and whether its dates are in the future. For one
        task, `get_task_instance_dependencies` tells more.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.

        Returns a `Readiness` with the `obstacles`; none of a run that has ended. Raises `NotFoundException`.
        """
        from ..runs import preflight

        return (yield from preflight.after(self.api_client, dag_id, dag_run_id, options))

    @procedure
    def wait(
        self,
        dag_id: str,
        dag_run_id: str,
        timeout: float | None = None,
        *,
        check: bool = False,
        poll_interval: float = 0.5,
        max_poll_interval: float = 30.0,
        **options: Unpack[CallOptions],
    ) -> Flow[DAGRun]:
        """Wait until a DAG run has ended.

        The run is looked at by `get_dag_run`: often at first, then whenever a tenth of the time waited so far has
        passed again. A server that is away for a while, as it restarts, is waited for: until the timeout, without one
        for five minutes. A run that is cleared while it is waited for is waited for again. A state that this library
        does not know counts as an end when the run has an end date. Give up with Ctrl-C, or by cancelling the task; the
        run goes on.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.
        - `timeout`: seconds to wait; None, the default, waits for as long as it takes. The last look takes up to a
          second more.
        - `check`: whether a run that ends otherwise than as `success` is an error; False by default.
        - `poll_interval`: seconds between the first looks, 0.5 by default; a random part, up to a quarter, is left out.
        - `max_poll_interval`: the most seconds between two looks, 30 by default.

        Returns the `DAGRun` as it ended; its `state` says how. Raises `DAGRunTimeout`, which has the run as it was last
        seen, `DAGRunFailed` with `check`, `NotFoundException`, also when the run is deleted meanwhile.
        """
        from ..runs import waiting

        if not 0 < poll_interval <= max_poll_interval:
            raise ApiValueError("wait: poll_interval must be above 0, and max_poll_interval not below it")
        intervals = (poll_interval, max_poll_interval)
        run = yield from waiting.until_ended(self.api_client, dag_id, dag_run_id, timeout, intervals, options)
        return waiting.checked(run) if check else run
