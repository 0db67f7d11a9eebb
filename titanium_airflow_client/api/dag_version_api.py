"""DAG versions: what a DAG was before its file changed."""

from __future__ import annotations

from collections.abc import Sequence

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.dag_version import DAGVersionCollectionResponse, DagVersionResponse


class DagVersionApi(Api[C]):
    """List and read the versions of DAGs. They are of Airflow 3.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get(v2="/dags/{dag_id}/dagVersions/{version_number}", since="3.0")
    def get_dag_version(
        self, dag_id: str, version_number: int, **options: Unpack[Options]
    ) -> Request[DagVersionResponse]:
        """Get one version of a DAG.

        `GET /dags/{dag_id}/dagVersions/{version_number}`, since Airflow 3.0.

        - `dag_id`: the DAG ID.
        - `version_number`: the number of the version, 1 for the first.

        Returns a `DagVersionResponse`. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "version_number": version_number}
        return Request(into=DagVersionResponse, path=path, options=options)

    get_dag_version_with_http_info = with_http_info(get_dag_version)
    get_dag_version_without_preload_content = without_preload_content(get_dag_version)

    @get(v2="/dags/{dag_id}/dagVersions", since="3.0")
    def get_dag_versions(
        self,
        dag_id: str,
        limit: int | None = None,
        offset: int | None = None,
        version_number: int | None = None,
        bundle_name: str | None = None,
        bundle_version: str | None = None,
        order_by: str | Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGVersionCollectionResponse]:
        """List the versions of a DAG, one page at a time.

        `GET /dags/{dag_id}/dagVersions`, since Airflow 3.0.

        - `dag_id`: the DAG ID, or `~` for those of all DAGs.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `version_number`, `bundle_name`, `bundle_version`: only versions of this number, this bundle, this version of
          the bundle.
        - `order_by`: the field to sort by, descending with a `-` before it, such as `version_number`; several since
          Airflow 3.1. By default they come in no order.

        Returns a `DAGVersionCollectionResponse`. Raises `NotFoundException`, and `BadRequestException` for no field to
        sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "version_number": version_number,
            "bundle_name": bundle_name,
            "bundle_version": bundle_version,
            "order_by": order_by,
        }
        return Request(into=DAGVersionCollectionResponse, path={"dag_id": dag_id}, query=query, options=options)

    get_dag_versions_with_http_info = with_http_info(get_dag_versions)
    get_dag_versions_without_preload_content = without_preload_content(get_dag_versions)
    iter_dag_versions = every(get_dag_versions, DagVersionResponse, "id")
