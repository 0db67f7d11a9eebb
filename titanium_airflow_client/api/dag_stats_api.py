"""DAG statistics: how many runs of each DAG are in each state."""

from __future__ import annotations

from collections.abc import Sequence

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..request import Options, Request, Unpack
from ..schemas.dag_stats import DagStatsCollectionSchema


class DagStatsApi(Api[C]):
    """Count the runs of DAGs.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/dagStats", since="2.10")
    def get_dag_stats(self, dag_ids: Sequence[str], **options: Unpack[Options]) -> Request[DagStatsCollectionSchema]:
        """Count the runs of DAGs, by state.

        `GET /dagStats`, since Airflow 2.10.

        - `dag_ids`: the DAG IDs, as a list or as one text with commas.

        Returns a `DagStatsCollectionSchema` in no order; DAGs that do not exist are not in it.
        """
        return Request(into=DagStatsCollectionSchema, query={"dag_ids": dag_ids}, options=options)

    get_dag_stats_with_http_info = with_http_info(get_dag_stats)
    get_dag_stats_without_preload_content = without_preload_content(get_dag_stats)
