"""How the server is, and which release it runs."""

from __future__ import annotations

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..request import Options, Request, Unpack
from ..schemas.health import HealthInfo
from ..schemas.version import VersionInfo


class MonitoringApi(Api[C]):
    """Ask how the server is, and which release of Airflow it runs; for that no credentials are needed.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/health", v2="/monitor/health")
    def get_health(self, **options: Unpack[Options]) -> Request[HealthInfo]:
        """Get how the parts of the server are: database, scheduler, triggerer and DAG processor.

        `GET /health`.

        Returns a `HealthInfo`, with status 200 also when a part is unhealthy. What is not in use has the status None.
        """
        return Request(into=HealthInfo, options=options)

    get_health_with_http_info = with_http_info(get_health)
    get_health_without_preload_content = without_preload_content(get_health)

    @get("/version")
    def get_version(self, **options: Unpack[Options]) -> Request[VersionInfo]:
        """Get the release of Airflow that the server runs.

        `GET /version`.

        Returns a `VersionInfo`.
        """
        return Request(into=VersionInfo, options=options)

    get_version_with_http_info = with_http_info(get_version)
    get_version_without_preload_content = without_preload_content(get_version)
