"""The operations of the API, one group per file. Written by tools/facade.py."""

TYPE_CHECKING = False  # `typing` need not be imported for it: type checkers know the name

if TYPE_CHECKING:
    from . import dag_api as dag_api
    from . import dag_run_api as dag_run_api
    from . import dag_stats_api as dag_stats_api
    from . import dag_warning_api as dag_warning_api
    from . import event_log_api as event_log_api
    from . import import_error_api as import_error_api
    from . import plugin_api as plugin_api
    from . import provider_api as provider_api
    from . import task_instance_api as task_instance_api
    from . import x_com_api as x_com_api
    from .dag_api import DAGApi
    from .dag_run_api import DAGRunApi
    from .dag_stats_api import DagStatsApi
    from .dag_warning_api import DagWarningApi
    from .event_log_api import EventLogApi
    from .import_error_api import ImportErrorApi
    from .plugin_api import PluginApi
    from .provider_api import ProviderApi
    from .task_instance_api import TaskInstanceApi
    from .x_com_api import XComApi
else:
    _HOME = {
        "DAGApi": "dag_api",
        "DAGRunApi": "dag_run_api",
        "DagStatsApi": "dag_stats_api",
        "DagWarningApi": "dag_warning_api",
        "EventLogApi": "event_log_api",
        "ImportErrorApi": "import_error_api",
        "PluginApi": "plugin_api",
        "ProviderApi": "provider_api",
        "TaskInstanceApi": "task_instance_api",
        "XComApi": "x_com_api",
        "dag_api": "dag_api",
        "dag_run_api": "dag_run_api",
        "dag_stats_api": "dag_stats_api",
        "dag_warning_api": "dag_warning_api",
        "event_log_api": "event_log_api",
        "import_error_api": "import_error_api",
        "plugin_api": "plugin_api",
        "provider_api": "provider_api",
        "task_instance_api": "task_instance_api",
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
    "DAGApi",
    "DAGRunApi",
    "DagStatsApi",
    "DagWarningApi",
    "EventLogApi",
    "ImportErrorApi",
    "PluginApi",
    "ProviderApi",
    "TaskInstanceApi",
    "XComApi",
]
