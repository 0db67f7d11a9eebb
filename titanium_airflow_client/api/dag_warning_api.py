"""DAG warnings: what Airflow finds odd about DAGs that it can nevertheless run."""

from __future__ import annotations

from collections.abc import Sequence

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.dag_warning import DagWarning, DagWarningCollection


class DagWarningApi(Api[C]):
    """List DAG warnings.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/dagWarnings", since="2.4")
    def get_dag_warnings(
        self,
        dag_id: str | None = None,
        warning_type: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[DagWarningCollection]:
        """List the warnings about DAGs, one page at a time.

        `GET /dagWarnings`, since Airflow 2.4.

        - `dag_id`: only those about this DAG.
        - `warning_type`: only those of this kind, such as `non-existent pool`.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `timestamp` (the default), `dag_id`, `warning_type` or `message`, descending with a `-` before it;
          several since Airflow 3.1.

        Returns a `DagWarningCollection` with the total on all pages. Raises `BadRequestException` for no field to sort
        by.
        """
        query = {
            "dag_id": dag_id,
            "warning_type": warning_type,
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
        }
        return Request(into=DagWarningCollection, query=query, options=options)

    get_dag_warnings_with_http_info = with_http_info(get_dag_warnings)
    get_dag_warnings_without_preload_content = without_preload_content(get_dag_warnings)
    iter_dag_warnings = every(get_dag_warnings, DagWarning, "dag_id", "warning_type")
