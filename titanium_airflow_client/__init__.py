"""The Python client for Apache Airflow's REST API: every operation, sync and async.

Nothing is loaded before it is used: `import titanium_airflow_client` costs next to nothing.
"""

__version__ = "0.1.0"

# --- written by tools/facade.py, from here ---
TYPE_CHECKING = False  # `typing` need not be imported for it: type checkers know the name

if TYPE_CHECKING:
    from . import api as api
    from . import api_client as api_client
    from . import api_response as api_response
    from . import configuration as configuration
    from . import exceptions as exceptions
    from . import local as local
    from . import models as models
    from . import rest as rest
    from . import schemas as schemas
    from .api.config_api import ConfigApi
    from .api.connection_api import ConnectionApi
    from .api.dag_api import DAGApi
    from .api.dag_run_api import DAGRunApi
    from .api.dag_stats_api import DagStatsApi
    from .api.dag_warning_api import DagWarningApi
    from .api.dataset_api import DatasetApi
    from .api.event_log_api import EventLogApi
    from .api.import_error_api import ImportErrorApi
    from .api.monitoring_api import MonitoringApi
    from .api.permission_api import PermissionApi
    from .api.plugin_api import PluginApi
    from .api.pool_api import PoolApi
    from .api.provider_api import ProviderApi
    from .api.role_api import RoleApi
    from .api.task_instance_api import TaskInstanceApi
    from .api.user_api import UserApi
    from .api.variable_api import VariableApi
    from .api.x_com_api import XComApi
    from .api_client import ApiClient, AsyncApiClient
    from .api_response import ApiResponse
    from .configuration import Configuration
    from .decode import DriftWarning
    from .exceptions import (
        ApiAttributeError,
        ApiConnectionError,
        ApiException,
        ApiKeyError,
        ApiTimeoutError,
        ApiTlsError,
        ApiTypeError,
        ApiValueError,
        BadRequestException,
        ConflictException,
        ForbiddenException,
        MethodNotAllowedException,
        NotAcceptableException,
        NotFoundException,
        OpenApiException,
        ServiceException,
        TooManyRequestsException,
        UnauthorizedException,
        UnexpectedAnswer,
        UnprocessableEntityException,
        UnsupportedMediaTypeException,
        UnsupportedOperation,
    )
    from .retry import Retry
    from .schemas.backfill import (
        BackfillCollectionResponse,
        BackfillPostBody,
        BackfillResponse,
        DryRunBackfillCollectionResponse,
        DryRunBackfillResponse,
        ReprocessBehavior,
    )
    from .schemas.bulk import BulkActionNotOnExistence, BulkActionOnExistence, BulkActionResponse, BulkResponse
    from .schemas.collection import CollectionInfo
    from .schemas.config import Config, ConfigOption, ConfigSection
    from .schemas.connection import Connection, ConnectionCollection, ConnectionCollectionItem, ConnectionTest
    from .schemas.dag import DAG, DAGCollection, DAGDetail, DAGTagCollectionResponse, GetDagSource200Response, Tag
    from .schemas.dag_run import (
        BasicDAGRun,
        ClearDagRun,
        ClearDagRun200Response,
        DAGRun,
        DAGRunCollection,
        DagState,
        ListDagRunsForm,
        SetDagRunNote,
        UpdateDagRunState,
    )
    from .schemas.dag_stats import DagStatsCollectionItem, DagStatsCollectionSchema, DagStatsStateCollectionItem
    from .schemas.dag_version import DAGVersionCollectionResponse, DagVersionResponse
    from .schemas.dag_warning import DagWarning, DagWarningCollection
    from .schemas.dataset import DagScheduleDatasetReference, Dataset, DatasetCollection, TaskOutletDatasetReference
    from .schemas.dataset_event import (
        CreateDatasetEvent,
        DatasetEvent,
        DatasetEventCollection,
        QueuedEvent,
        QueuedEventCollection,
    )
    from .schemas.error import Error
    from .schemas.event_log import EventLog, EventLogCollection
    from .schemas.extra_link import ExtraLink, ExtraLinkCollection
    from .schemas.health import (
        DagProcessorStatus,
        HealthInfo,
        HealthStatus,
        MetadatabaseStatus,
        SchedulerStatus,
        TriggererStatus,
    )
    from .schemas.import_error import ImportError, ImportErrorCollection
    from .schemas.job import Job, JobCollectionResponse
    from .schemas.plugin import (
        PluginCollection,
        PluginCollectionItem,
        PluginImportErrorCollectionResponse,
        PluginImportErrorResponse,
    )
    from .schemas.pool import Pool, PoolCollection
    from .schemas.provider import GetProviders200Response, Provider, ProviderCollection
    from .schemas.role import Action, ActionCollection, ActionResource, Resource, Role, RoleCollection
    from .schemas.schedule_interval import CronExpression, RelativeDelta, ScheduleInterval, TimeDelta
    from .schemas.sla_miss import SLAMiss
    from .schemas.task import ClassReference, Task, TaskCollection, TaskExtraLinksInner, TriggerRule, WeightRule
    from .schemas.task_dependency import TaskFailedDependency, TaskInstanceDependencyCollection
    from .schemas.task_instance import ListTaskInstanceForm, TaskInstance, TaskInstanceCollection
    from .schemas.task_instance_change import (
        ClearTaskInstances,
        SetTaskInstanceNote,
        TaskInstanceReference,
        TaskInstanceReferenceCollection,
        UpdateTaskInstance,
        UpdateTaskInstancesState,
    )
    from .schemas.task_instance_history import TaskInstanceHistory, TaskInstanceHistoryCollection
    from .schemas.task_log import GetLog200Response
    from .schemas.task_state import TaskState, UpdateTaskState
    from .schemas.trigger import Trigger
    from .schemas.user import User, UserCollection, UserCollectionItem, UserCollectionItemRolesInner
    from .schemas.variable import Variable, VariableCollection, VariableCollectionItem
    from .schemas.version import VersionInfo
    from .schemas.xcom import XCom, XComCollection, XComCollectionItem
else:
    _HOME = {
        "DAG": "schemas.dag",
        "Action": "schemas.role",
        "ActionCollection": "schemas.role",
        "ActionResource": "schemas.role",
        "ApiAttributeError": "exceptions",
        "ApiClient": "api_client",
        "ApiConnectionError": "exceptions",
        "ApiException": "exceptions",
        "ApiKeyError": "exceptions",
        "ApiResponse": "api_response",
        "ApiTimeoutError": "exceptions",
        "ApiTlsError": "exceptions",
        "ApiTypeError": "exceptions",
        "ApiValueError": "exceptions",
        "AsyncApiClient": "api_client",
        "BackfillCollectionResponse": "schemas.backfill",
        "BackfillPostBody": "schemas.backfill",
        "BackfillResponse": "schemas.backfill",
        "BadRequestException": "exceptions",
        "BasicDAGRun": "schemas.dag_run",
        "BulkActionNotOnExistence": "schemas.bulk",
        "BulkActionOnExistence": "schemas.bulk",
        "BulkActionResponse": "schemas.bulk",
        "BulkResponse": "schemas.bulk",
        "ClassReference": "schemas.task",
        "ClearDagRun": "schemas.dag_run",
        "ClearDagRun200Response": "schemas.dag_run",
        "ClearTaskInstances": "schemas.task_instance_change",
        "CollectionInfo": "schemas.collection",
        "Config": "schemas.config",
        "ConfigApi": "api.config_api",
        "ConfigOption": "schemas.config",
        "ConfigSection": "schemas.config",
        "Configuration": "configuration",
        "ConflictException": "exceptions",
        "Connection": "schemas.connection",
        "ConnectionApi": "api.connection_api",
        "ConnectionCollection": "schemas.connection",
        "ConnectionCollectionItem": "schemas.connection",
        "ConnectionTest": "schemas.connection",
        "CreateDatasetEvent": "schemas.dataset_event",
        "CronExpression": "schemas.schedule_interval",
        "DAGApi": "api.dag_api",
        "DAGCollection": "schemas.dag",
        "DAGDetail": "schemas.dag",
        "DAGRun": "schemas.dag_run",
        "DAGRunApi": "api.dag_run_api",
        "DAGRunCollection": "schemas.dag_run",
        "DAGTagCollectionResponse": "schemas.dag",
        "DAGVersionCollectionResponse": "schemas.dag_version",
        "DagProcessorStatus": "schemas.health",
        "DagScheduleDatasetReference": "schemas.dataset",
        "DagState": "schemas.dag_run",
        "DagStatsApi": "api.dag_stats_api",
        "DagStatsCollectionItem": "schemas.dag_stats",
        "DagStatsCollectionSchema": "schemas.dag_stats",
        "DagStatsStateCollectionItem": "schemas.dag_stats",
        "DagVersionResponse": "schemas.dag_version",
        "DagWarning": "schemas.dag_warning",
        "DagWarningApi": "api.dag_warning_api",
        "DagWarningCollection": "schemas.dag_warning",
        "Dataset": "schemas.dataset",
        "DatasetApi": "api.dataset_api",
        "DatasetCollection": "schemas.dataset",
        "DatasetEvent": "schemas.dataset_event",
        "DatasetEventCollection": "schemas.dataset_event",
        "DriftWarning": "decode",
        "DryRunBackfillCollectionResponse": "schemas.backfill",
        "DryRunBackfillResponse": "schemas.backfill",
        "Error": "schemas.error",
        "EventLog": "schemas.event_log",
        "EventLogApi": "api.event_log_api",
        "EventLogCollection": "schemas.event_log",
        "ExtraLink": "schemas.extra_link",
        "ExtraLinkCollection": "schemas.extra_link",
        "ForbiddenException": "exceptions",
        "GetDagSource200Response": "schemas.dag",
        "GetLog200Response": "schemas.task_log",
        "GetProviders200Response": "schemas.provider",
        "HealthInfo": "schemas.health",
        "HealthStatus": "schemas.health",
        "ImportError": "schemas.import_error",
        "ImportErrorApi": "api.import_error_api",
        "ImportErrorCollection": "schemas.import_error",
        "Job": "schemas.job",
        "JobCollectionResponse": "schemas.job",
        "ListDagRunsForm": "schemas.dag_run",
        "ListTaskInstanceForm": "schemas.task_instance",
        "MetadatabaseStatus": "schemas.health",
        "MethodNotAllowedException": "exceptions",
        "MonitoringApi": "api.monitoring_api",
        "NotAcceptableException": "exceptions",
        "NotFoundException": "exceptions",
        "OpenApiException": "exceptions",
        "PermissionApi": "api.permission_api",
        "PluginApi": "api.plugin_api",
        "PluginCollection": "schemas.plugin",
        "PluginCollectionItem": "schemas.plugin",
        "PluginImportErrorCollectionResponse": "schemas.plugin",
        "PluginImportErrorResponse": "schemas.plugin",
        "Pool": "schemas.pool",
        "PoolApi": "api.pool_api",
        "PoolCollection": "schemas.pool",
        "Provider": "schemas.provider",
        "ProviderApi": "api.provider_api",
        "ProviderCollection": "schemas.provider",
        "QueuedEvent": "schemas.dataset_event",
        "QueuedEventCollection": "schemas.dataset_event",
        "RelativeDelta": "schemas.schedule_interval",
        "ReprocessBehavior": "schemas.backfill",
        "Resource": "schemas.role",
        "Retry": "retry",
        "Role": "schemas.role",
        "RoleApi": "api.role_api",
        "RoleCollection": "schemas.role",
        "SLAMiss": "schemas.sla_miss",
        "ScheduleInterval": "schemas.schedule_interval",
        "SchedulerStatus": "schemas.health",
        "ServiceException": "exceptions",
        "SetDagRunNote": "schemas.dag_run",
        "SetTaskInstanceNote": "schemas.task_instance_change",
        "Tag": "schemas.dag",
        "Task": "schemas.task",
        "TaskCollection": "schemas.task",
        "TaskExtraLinksInner": "schemas.task",
        "TaskFailedDependency": "schemas.task_dependency",
        "TaskInstance": "schemas.task_instance",
        "TaskInstanceApi": "api.task_instance_api",
        "TaskInstanceCollection": "schemas.task_instance",
        "TaskInstanceDependencyCollection": "schemas.task_dependency",
        "TaskInstanceHistory": "schemas.task_instance_history",
        "TaskInstanceHistoryCollection": "schemas.task_instance_history",
        "TaskInstanceReference": "schemas.task_instance_change",
        "TaskInstanceReferenceCollection": "schemas.task_instance_change",
        "TaskOutletDatasetReference": "schemas.dataset",
        "TaskState": "schemas.task_state",
        "TimeDelta": "schemas.schedule_interval",
        "TooManyRequestsException": "exceptions",
        "Trigger": "schemas.trigger",
        "TriggerRule": "schemas.task",
        "TriggererStatus": "schemas.health",
        "UnauthorizedException": "exceptions",
        "UnexpectedAnswer": "exceptions",
        "UnprocessableEntityException": "exceptions",
        "UnsupportedMediaTypeException": "exceptions",
        "UnsupportedOperation": "exceptions",
        "UpdateDagRunState": "schemas.dag_run",
        "UpdateTaskInstance": "schemas.task_instance_change",
        "UpdateTaskInstancesState": "schemas.task_instance_change",
        "UpdateTaskState": "schemas.task_state",
        "User": "schemas.user",
        "UserApi": "api.user_api",
        "UserCollection": "schemas.user",
        "UserCollectionItem": "schemas.user",
        "UserCollectionItemRolesInner": "schemas.user",
        "Variable": "schemas.variable",
        "VariableApi": "api.variable_api",
        "VariableCollection": "schemas.variable",
        "VariableCollectionItem": "schemas.variable",
        "VersionInfo": "schemas.version",
        "WeightRule": "schemas.task",
        "XCom": "schemas.xcom",
        "XComApi": "api.x_com_api",
        "XComCollection": "schemas.xcom",
        "XComCollectionItem": "schemas.xcom",
        "api": "api",
        "api_client": "api_client",
        "api_response": "api_response",
        "configuration": "configuration",
        "exceptions": "exceptions",
        "local": "local",
        "models": "models",
        "rest": "rest",
        "schemas": "schemas",
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
    "DAG",
    "Action",
    "ActionCollection",
    "ActionResource",
    "ApiAttributeError",
    "ApiClient",
    "ApiConnectionError",
    "ApiException",
    "ApiKeyError",
    "ApiResponse",
    "ApiTimeoutError",
    "ApiTlsError",
    "ApiTypeError",
    "ApiValueError",
    "AsyncApiClient",
    "BackfillCollectionResponse",
    "BackfillPostBody",
    "BackfillResponse",
    "BadRequestException",
    "BasicDAGRun",
    "BulkActionNotOnExistence",
    "BulkActionOnExistence",
    "BulkActionResponse",
    "BulkResponse",
    "ClassReference",
    "ClearDagRun",
    "ClearDagRun200Response",
    "ClearTaskInstances",
    "CollectionInfo",
    "Config",
    "ConfigApi",
    "ConfigOption",
    "ConfigSection",
    "Configuration",
    "ConflictException",
    "Connection",
    "ConnectionApi",
    "ConnectionCollection",
    "ConnectionCollectionItem",
    "ConnectionTest",
    "CreateDatasetEvent",
    "CronExpression",
    "DAGApi",
    "DAGCollection",
    "DAGDetail",
    "DAGRun",
    "DAGRunApi",
    "DAGRunCollection",
    "DAGTagCollectionResponse",
    "DAGVersionCollectionResponse",
    "DagProcessorStatus",
    "DagScheduleDatasetReference",
    "DagState",
    "DagStatsApi",
    "DagStatsCollectionItem",
    "DagStatsCollectionSchema",
    "DagStatsStateCollectionItem",
    "DagVersionResponse",
    "DagWarning",
    "DagWarningApi",
    "DagWarningCollection",
    "Dataset",
    "DatasetApi",
    "DatasetCollection",
    "DatasetEvent",
    "DatasetEventCollection",
    "DriftWarning",
    "DryRunBackfillCollectionResponse",
    "DryRunBackfillResponse",
    "Error",
    "EventLog",
    "EventLogApi",
    "EventLogCollection",
    "ExtraLink",
    "ExtraLinkCollection",
    "ForbiddenException",
    "GetDagSource200Response",
    "GetLog200Response",
    "GetProviders200Response",
    "HealthInfo",
    "HealthStatus",
    "ImportError",
    "ImportErrorApi",
    "ImportErrorCollection",
    "Job",
    "JobCollectionResponse",
    "ListDagRunsForm",
    "ListTaskInstanceForm",
    "MetadatabaseStatus",
    "MethodNotAllowedException",
    "MonitoringApi",
    "NotAcceptableException",
    "NotFoundException",
    "OpenApiException",
    "PermissionApi",
    "PluginApi",
    "PluginCollection",
    "PluginCollectionItem",
    "PluginImportErrorCollectionResponse",
    "PluginImportErrorResponse",
    "Pool",
    "PoolApi",
    "PoolCollection",
    "Provider",
    "ProviderApi",
    "ProviderCollection",
    "QueuedEvent",
    "QueuedEventCollection",
    "RelativeDelta",
    "ReprocessBehavior",
    "Resource",
    "Retry",
    "Role",
    "RoleApi",
    "RoleCollection",
    "SLAMiss",
    "ScheduleInterval",
    "SchedulerStatus",
    "ServiceException",
    "SetDagRunNote",
    "SetTaskInstanceNote",
    "Tag",
    "Task",
    "TaskCollection",
    "TaskExtraLinksInner",
    "TaskFailedDependency",
    "TaskInstance",
    "TaskInstanceApi",
    "TaskInstanceCollection",
    "TaskInstanceDependencyCollection",
    "TaskInstanceHistory",
    "TaskInstanceHistoryCollection",
    "TaskInstanceReference",
    "TaskInstanceReferenceCollection",
    "TaskOutletDatasetReference",
    "TaskState",
    "TimeDelta",
    "TooManyRequestsException",
    "Trigger",
    "TriggerRule",
    "TriggererStatus",
    "UnauthorizedException",
    "UnexpectedAnswer",
    "UnprocessableEntityException",
    "UnsupportedMediaTypeException",
    "UnsupportedOperation",
    "UpdateDagRunState",
    "UpdateTaskInstance",
    "UpdateTaskInstancesState",
    "UpdateTaskState",
    "User",
    "UserApi",
    "UserCollection",
    "UserCollectionItem",
    "UserCollectionItemRolesInner",
    "Variable",
    "VariableApi",
    "VariableCollection",
    "VariableCollectionItem",
    "VersionInfo",
    "WeightRule",
    "XCom",
    "XComApi",
    "XComCollection",
    "XComCollectionItem",
]
# --- to here ---
