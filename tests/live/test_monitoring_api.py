"""The operations of MonitoringApi against a real Airflow."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from titanium_airflow_client import Configuration, HealthInfo, HealthStatus, MonitoringApi


def test_health(api, knows, until):
    monitoring = api(MonitoringApi)

    def healthy() -> HealthInfo | None:
        health = monitoring.get_health()  # on a busy machine a heartbeat is late now and then
        parts = (health.scheduler, health.dag_processor) if knows("3.0") else (health.scheduler,)
        return health if all(part.status == HealthStatus.HEALTHY for part in parts) else None

    health = until(healthy)
    assert health.metadatabase.status == HealthStatus.HEALTHY
    age = datetime.now(timezone.utc) - health.scheduler.latest_scheduler_heartbeat
    assert timedelta(seconds=-5) < age < timedelta(minutes=2)
    if not knows("2.7"):
        assert health.dag_processor is None
        return
    if knows("3.0"):
        return
    assert health.dag_processor.status is None
    assert health.dag_processor.latest_dag_processor_heartbeat is None


def test_version(api, airflow):
    version = api(MonitoringApi).get_version()
    assert version.version == (airflow.release or version.version)
    assert isinstance(version.git_version, str)


def test_neither_needs_credentials(airflow, connect):
    monitoring = connect(Configuration(airflow.configuration.host))(MonitoringApi)
    assert monitoring.get_version_with_http_info().status_code == 200
    assert monitoring.get_health_with_http_info().data.metadatabase.status == "healthy"
