"""The operations of the API, one group per file. Written by tools/facade.py."""

TYPE_CHECKING = False  # `typing` need not be imported for it: type checkers know the name

if TYPE_CHECKING:
    from . import asset_api as asset_api
    from . import asset_state_store_api as asset_state_store_api
    from . import backfill_api as backfill_api
    from . import config_api as config_api
    from . import connection_api as connection_api
    from . import dag_api as dag_api
    from . import dag_run_api as dag_run_api
    from . import dag_stats_api as dag_stats_api
    from . import dag_version_api as dag_version_api
    from . import dag_warning_api as dag_warning_api
    from . import dataset_api as dataset_api
    from . import event_log_api as event_log_api
    from . import import_error_api as import_error_api
    from . import job_api as job_api
    from . import login_api as login_api
    from . import monitoring_api as monitoring_api
    from . import permission_api as permission_api
    from . import plugin_api as plugin_api
    from . import pool_api as pool_api
    from . import provider_api as provider_api
    from . import role_api as role_api
    from . import task_instance_api as task_instance_api
    from . import task_state_store_api as task_state_store_api
    from . import user_api as user_api
    from . import variable_api as variable_api
    from . import x_com_api as x_com_api
    from .asset_api import AssetApi
    from .asset_state_store_api import AssetStateStoreApi
    from .backfill_api import BackfillApi
    from .config_api import ConfigApi
    from .connection_api import ConnectionApi
    from .dag_api import DAGApi
    from .dag_run_api import DAGRunApi
    from .dag_stats_api import DagStatsApi
    from .dag_version_api import DagVersionApi
    from .dag_warning_api import DagWarningApi
    from .dataset_api import DatasetApi
    from .event_log_api import EventLogApi
    from .import_error_api import ImportErrorApi
    from .job_api import JobApi
    from .login_api import LoginApi
    from .monitoring_api import MonitoringApi
    from .permission_api import PermissionApi
    from .plugin_api import PluginApi
    from .pool_api import PoolApi
    from .provider_api import ProviderApi
    from .role_api import RoleApi
    from .task_instance_api import TaskInstanceApi
    from .task_state_store_api import TaskStateStoreApi
    from .user_api import UserApi
    from .variable_api import VariableApi
    from .x_com_api import XComApi
else:
    _HOME = {
        "AssetApi": "asset_api",
        "AssetStateStoreApi": "asset_state_store_api",
        "BackfillApi": "backfill_api",
        "ConfigApi": "config_api",
        "ConnectionApi": "connection_api",
        "DAGApi": "dag_api",
        "DAGRunApi": "dag_run_api",
        "DagStatsApi": "dag_stats_api",
        "DagVersionApi": "dag_version_api",
        "DagWarningApi": "dag_warning_api",
        "DatasetApi": "dataset_api",
        "EventLogApi": "event_log_api",
        "ImportErrorApi": "import_error_api",
        "JobApi": "job_api",
        "LoginApi": "login_api",
        "MonitoringApi": "monitoring_api",
        "PermissionApi": "permission_api",
        "PluginApi": "plugin_api",
        "PoolApi": "pool_api",
        "ProviderApi": "provider_api",
        "RoleApi": "role_api",
        "TaskInstanceApi": "task_instance_api",
        "TaskStateStoreApi": "task_state_store_api",
        "UserApi": "user_api",
        "VariableApi": "variable_api",
        "XComApi": "x_com_api",
        "asset_api": "asset_api",
        "asset_state_store_api": "asset_state_store_api",
        "backfill_api": "backfill_api",
        "config_api": "config_api",
        "connection_api": "connection_api",
        "dag_api": "dag_api",
        "dag_run_api": "dag_run_api",
        "dag_stats_api": "dag_stats_api",
        "dag_version_api": "dag_version_api",
        "dag_warning_api": "dag_warning_api",
        "dataset_api": "dataset_api",
        "event_log_api": "event_log_api",
        "import_error_api": "import_error_api",
        "job_api": "job_api",
        "login_api": "login_api",
        "monitoring_api": "monitoring_api",
        "permission_api": "permission_api",
        "plugin_api": "plugin_api",
        "pool_api": "pool_api",
        "provider_api": "provider_api",
        "role_api": "role_api",
        "task_instance_api": "task_instance_api",
        "task_state_store_api": "task_state_store_api",
        "user_api": "user_api",
        "variable_api": "variable_api",
        "x_com_api": "x_com_api",
    }

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        module = import_module("." + _HOME[name], __name__)
        value = globals()[name] = module if _HOME[name] == name else getattr(module, name)
        return value

    def __dir__() -> list[str]:
        return sorted({*_HOME, *(name for name in globals() if name.startswith("__"))})


__all__ = [
    "AssetApi",
    "AssetStateStoreApi",
    "BackfillApi",
    "ConfigApi",
    "ConnectionApi",
    "DAGApi",
    "DAGRunApi",
    "DagStatsApi",
    "DagVersionApi",
    "DagWarningApi",
    "DatasetApi",
    "EventLogApi",
    "ImportErrorApi",
    "JobApi",
    "LoginApi",
    "MonitoringApi",
    "PermissionApi",
    "PluginApi",
    "PoolApi",
    "ProviderApi",
    "RoleApi",
    "TaskInstanceApi",
    "TaskStateStoreApi",
    "UserApi",
    "VariableApi",
    "XComApi",
]
