"""The models under their documented import paths. Written by tools/facade.py."""

TYPE_CHECKING = False  # `typing` need not be imported for it: type checkers know the name

if TYPE_CHECKING:
    from . import action as action
    from . import action_collection as action_collection
    from . import action_resource as action_resource
    from . import asset_alias_collection_response as asset_alias_collection_response
    from . import asset_alias_response as asset_alias_response
    from . import asset_collection_response as asset_collection_response
    from . import asset_event_access_control as asset_event_access_control
    from . import asset_event_collection_response as asset_event_collection_response
    from . import asset_event_response as asset_event_response
    from . import asset_response as asset_response
    from . import asset_state_store_body as asset_state_store_body
    from . import asset_state_store_collection_response as asset_state_store_collection_response
    from . import asset_state_store_last_updated_by as asset_state_store_last_updated_by
    from . import asset_state_store_response as asset_state_store_response
    from . import asset_watcher_response as asset_watcher_response
    from . import async_connection_test_response as async_connection_test_response
    from . import backfill_collection_response as backfill_collection_response
    from . import backfill_post_body as backfill_post_body
    from . import backfill_response as backfill_response
    from . import basic_dag_run as basic_dag_run
    from . import bulk_action_not_on_existence as bulk_action_not_on_existence
    from . import bulk_action_on_existence as bulk_action_on_existence
    from . import bulk_action_response as bulk_action_response
    from . import bulk_body_bulk_dag_run_body as bulk_body_bulk_dag_run_body
    from . import bulk_body_bulk_task_instance_body as bulk_body_bulk_task_instance_body
    from . import bulk_body_connection_body as bulk_body_connection_body
    from . import bulk_body_pool_body as bulk_body_pool_body
    from . import bulk_body_variable_body as bulk_body_variable_body
    from . import bulk_create_action_connection_body as bulk_create_action_connection_body
    from . import bulk_create_action_pool_body as bulk_create_action_pool_body
    from . import bulk_create_action_variable_body as bulk_create_action_variable_body
    from . import bulk_dag_run_body as bulk_dag_run_body
    from . import bulk_dag_run_clear_body as bulk_dag_run_clear_body
    from . import bulk_delete_action_bulk_dag_run_body as bulk_delete_action_bulk_dag_run_body
    from . import bulk_delete_action_bulk_task_instance_body as bulk_delete_action_bulk_task_instance_body
    from . import bulk_delete_action_connection_body as bulk_delete_action_connection_body
    from . import bulk_delete_action_pool_body as bulk_delete_action_pool_body
    from . import bulk_delete_action_variable_body as bulk_delete_action_variable_body
    from . import bulk_response as bulk_response
    from . import bulk_task_instance_body as bulk_task_instance_body
    from . import bulk_update_action_bulk_dag_run_body as bulk_update_action_bulk_dag_run_body
    from . import bulk_update_action_bulk_task_instance_body as bulk_update_action_bulk_task_instance_body
    from . import bulk_update_action_connection_body as bulk_update_action_connection_body
    from . import bulk_update_action_pool_body as bulk_update_action_pool_body
    from . import bulk_update_action_variable_body as bulk_update_action_variable_body
    from . import class_reference as class_reference
    from . import clear_dag_run as clear_dag_run
    from . import clear_dag_run200_response as clear_dag_run200_response
    from . import clear_dag_runs_response as clear_dag_runs_response
    from . import clear_partitions_body as clear_partitions_body
    from . import clear_partitions_response as clear_partitions_response
    from . import clear_task_instances as clear_task_instances
    from . import collection_info as collection_info
    from . import config as config
    from . import config_option as config_option
    from . import config_section as config_section
    from . import connection as connection
    from . import connection_collection as connection_collection
    from . import connection_collection_item as connection_collection_item
    from . import connection_test as connection_test
    from . import connection_test_queued_response as connection_test_queued_response
    from . import connection_test_request_body as connection_test_request_body
    from . import create_asset_events_body as create_asset_events_body
    from . import create_dataset_event as create_dataset_event
    from . import cron_expression as cron_expression
    from . import dag as dag
    from . import dag_collection as dag_collection
    from . import dag_detail as dag_detail
    from . import dag_processor_status as dag_processor_status
    from . import dag_run as dag_run
    from . import dag_run_collection as dag_run_collection
    from . import dag_run_result as dag_run_result
    from . import dag_schedule_dataset_reference as dag_schedule_dataset_reference
    from . import dag_state as dag_state
    from . import dag_stats_collection_item as dag_stats_collection_item
    from . import dag_stats_collection_schema as dag_stats_collection_schema
    from . import dag_stats_state_collection_item as dag_stats_state_collection_item
    from . import dag_tag_collection_response as dag_tag_collection_response
    from . import dag_version_collection_response as dag_version_collection_response
    from . import dag_version_response as dag_version_response
    from . import dag_warning as dag_warning
    from . import dag_warning_collection as dag_warning_collection
    from . import dataset as dataset
    from . import dataset_collection as dataset_collection
    from . import dataset_event as dataset_event
    from . import dataset_event_collection as dataset_event_collection
    from . import dry_run_backfill_collection_response as dry_run_backfill_collection_response
    from . import dry_run_backfill_response as dry_run_backfill_response
    from . import error as error
    from . import event_log as event_log
    from . import event_log_collection as event_log_collection
    from . import external_log_url_response as external_log_url_response
    from . import extra_link as extra_link
    from . import extra_link_collection as extra_link_collection
    from . import get_dag_source200_response as get_dag_source200_response
    from . import get_log200_response as get_log200_response
    from . import get_providers200_response as get_providers200_response
    from . import health_info as health_info
    from . import health_status as health_status
    from . import hitl_detail as hitl_detail
    from . import hitl_detail_collection as hitl_detail_collection
    from . import hitl_detail_history as hitl_detail_history
    from . import hitl_detail_response as hitl_detail_response
    from . import hitl_user as hitl_user
    from . import import_error as import_error
    from . import import_error_collection as import_error_collection
    from . import job as job
    from . import job_collection_response as job_collection_response
    from . import last_asset_event_response as last_asset_event_response
    from . import list_dag_runs_form as list_dag_runs_form
    from . import list_task_instance_form as list_task_instance_form
    from . import login_body as login_body
    from . import login_response as login_response
    from . import materialize_asset_body as materialize_asset_body
    from . import metadatabase_status as metadatabase_status
    from . import patch_task_instance_body as patch_task_instance_body
    from . import plugin_collection as plugin_collection
    from . import plugin_collection_item as plugin_collection_item
    from . import plugin_import_error_collection_response as plugin_import_error_collection_response
    from . import plugin_import_error_response as plugin_import_error_response
    from . import pool as pool
    from . import pool_collection as pool_collection
    from . import provider as provider
    from . import provider_collection as provider_collection
    from . import queued_event as queued_event
    from . import queued_event_collection as queued_event_collection
    from . import relative_delta as relative_delta
    from . import reprocess_behavior as reprocess_behavior
    from . import resource as resource
    from . import role as role
    from . import role_collection as role_collection
    from . import schedule_interval as schedule_interval
    from . import scheduler_status as scheduler_status
    from . import set_dag_run_note as set_dag_run_note
    from . import set_task_instance_note as set_task_instance_note
    from . import sla_miss as sla_miss
    from . import tag as tag
    from . import task as task
    from . import task_collection as task_collection
    from . import task_extra_links_inner as task_extra_links_inner
    from . import task_failed_dependency as task_failed_dependency
    from . import task_inlet_asset_reference as task_inlet_asset_reference
    from . import task_instance as task_instance
    from . import task_instance_collection as task_instance_collection
    from . import task_instance_dependency_collection as task_instance_dependency_collection
    from . import task_instance_history as task_instance_history
    from . import task_instance_history_collection as task_instance_history_collection
    from . import task_instance_reference as task_instance_reference
    from . import task_instance_reference_collection as task_instance_reference_collection
    from . import task_outlet_dataset_reference as task_outlet_dataset_reference
    from . import task_state as task_state
    from . import task_state_store_body as task_state_store_body
    from . import task_state_store_collection_response as task_state_store_collection_response
    from . import task_state_store_patch_body as task_state_store_patch_body
    from . import task_state_store_response as task_state_store_response
    from . import time_delta as time_delta
    from . import trigger as trigger
    from . import trigger_rule as trigger_rule
    from . import triggerer_status as triggerer_status
    from . import update_dag_run_state as update_dag_run_state
    from . import update_hitl_detail_payload as update_hitl_detail_payload
    from . import update_task_instance as update_task_instance
    from . import update_task_instances_state as update_task_instances_state
    from . import update_task_state as update_task_state
    from . import user as user
    from . import user_collection as user_collection
    from . import user_collection_item as user_collection_item
    from . import user_collection_item_roles_inner as user_collection_item_roles_inner
    from . import variable as variable
    from . import variable_collection as variable_collection
    from . import variable_collection_item as variable_collection_item
    from . import version_info as version_info
    from . import weight_rule as weight_rule
    from . import x_com as x_com
    from . import x_com_collection as x_com_collection
    from . import x_com_collection_item as x_com_collection_item
    from . import x_com_create_body as x_com_create_body
    from . import x_com_update_body as x_com_update_body
    from .action import Action
    from .action_collection import ActionCollection
    from .action_resource import ActionResource
    from .asset_alias_collection_response import AssetAliasCollectionResponse
    from .asset_alias_response import AssetAliasResponse
    from .asset_collection_response import AssetCollectionResponse
    from .asset_event_access_control import AssetEventAccessControl
    from .asset_event_collection_response import AssetEventCollectionResponse
    from .asset_event_response import AssetEventResponse
    from .asset_response import AssetResponse
    from .asset_state_store_body import AssetStateStoreBody
    from .asset_state_store_collection_response import AssetStateStoreCollectionResponse
    from .asset_state_store_last_updated_by import AssetStateStoreLastUpdatedBy
    from .asset_state_store_response import AssetStateStoreResponse
    from .asset_watcher_response import AssetWatcherResponse
    from .async_connection_test_response import AsyncConnectionTestResponse
    from .backfill_collection_response import BackfillCollectionResponse
    from .backfill_post_body import BackfillPostBody
    from .backfill_response import BackfillResponse
    from .basic_dag_run import BasicDAGRun
    from .bulk_action_not_on_existence import BulkActionNotOnExistence
    from .bulk_action_on_existence import BulkActionOnExistence
    from .bulk_action_response import BulkActionResponse
    from .bulk_body_bulk_dag_run_body import BulkBodyBulkDAGRunBody
    from .bulk_body_bulk_task_instance_body import BulkBodyBulkTaskInstanceBody
    from .bulk_body_connection_body import BulkBodyConnectionBody
    from .bulk_body_pool_body import BulkBodyPoolBody
    from .bulk_body_variable_body import BulkBodyVariableBody
    from .bulk_create_action_connection_body import BulkCreateActionConnectionBody
    from .bulk_create_action_pool_body import BulkCreateActionPoolBody
    from .bulk_create_action_variable_body import BulkCreateActionVariableBody
    from .bulk_dag_run_body import BulkDAGRunBody
    from .bulk_dag_run_clear_body import BulkDAGRunClearBody
    from .bulk_delete_action_bulk_dag_run_body import BulkDeleteActionBulkDAGRunBody
    from .bulk_delete_action_bulk_task_instance_body import BulkDeleteActionBulkTaskInstanceBody
    from .bulk_delete_action_connection_body import BulkDeleteActionConnectionBody
    from .bulk_delete_action_pool_body import BulkDeleteActionPoolBody
    from .bulk_delete_action_variable_body import BulkDeleteActionVariableBody
    from .bulk_response import BulkResponse
    from .bulk_task_instance_body import BulkTaskInstanceBody
    from .bulk_update_action_bulk_dag_run_body import BulkUpdateActionBulkDAGRunBody
    from .bulk_update_action_bulk_task_instance_body import BulkUpdateActionBulkTaskInstanceBody
    from .bulk_update_action_connection_body import BulkUpdateActionConnectionBody
    from .bulk_update_action_pool_body import BulkUpdateActionPoolBody
    from .bulk_update_action_variable_body import BulkUpdateActionVariableBody
    from .class_reference import ClassReference
    from .clear_dag_run import ClearDagRun
    from .clear_dag_run200_response import ClearDagRun200Response
    from .clear_dag_runs_response import ClearDagRunsResponse
    from .clear_partitions_body import ClearPartitionsBody
    from .clear_partitions_response import ClearPartitionsResponse
    from .clear_task_instances import ClearTaskInstances
    from .collection_info import CollectionInfo
    from .config import Config
    from .config_option import ConfigOption
    from .config_section import ConfigSection
    from .connection import Connection
    from .connection_collection import ConnectionCollection
    from .connection_collection_item import ConnectionCollectionItem
    from .connection_test import ConnectionTest
    from .connection_test_queued_response import ConnectionTestQueuedResponse
    from .connection_test_request_body import ConnectionTestRequestBody
    from .create_asset_events_body import CreateAssetEventsBody
    from .create_dataset_event import CreateDatasetEvent
    from .cron_expression import CronExpression
    from .dag import DAG
    from .dag_collection import DAGCollection
    from .dag_detail import DAGDetail
    from .dag_processor_status import DagProcessorStatus
    from .dag_run import DAGRun
    from .dag_run_collection import DAGRunCollection
    from .dag_run_result import DAGRunResult
    from .dag_schedule_dataset_reference import DagScheduleDatasetReference
    from .dag_state import DagState
    from .dag_stats_collection_item import DagStatsCollectionItem
    from .dag_stats_collection_schema import DagStatsCollectionSchema
    from .dag_stats_state_collection_item import DagStatsStateCollectionItem
    from .dag_tag_collection_response import DAGTagCollectionResponse
    from .dag_version_collection_response import DAGVersionCollectionResponse
    from .dag_version_response import DagVersionResponse
    from .dag_warning import DagWarning
    from .dag_warning_collection import DagWarningCollection
    from .dataset import Dataset
    from .dataset_collection import DatasetCollection
    from .dataset_event import DatasetEvent
    from .dataset_event_collection import DatasetEventCollection
    from .dry_run_backfill_collection_response import DryRunBackfillCollectionResponse
    from .dry_run_backfill_response import DryRunBackfillResponse
    from .error import Error
    from .event_log import EventLog
    from .event_log_collection import EventLogCollection
    from .external_log_url_response import ExternalLogUrlResponse
    from .extra_link import ExtraLink
    from .extra_link_collection import ExtraLinkCollection
    from .get_dag_source200_response import GetDagSource200Response
    from .get_log200_response import GetLog200Response
    from .get_providers200_response import GetProviders200Response
    from .health_info import HealthInfo
    from .health_status import HealthStatus
    from .hitl_detail import HITLDetail
    from .hitl_detail_collection import HITLDetailCollection
    from .hitl_detail_history import HITLDetailHistory
    from .hitl_detail_response import HITLDetailResponse
    from .hitl_user import HITLUser
    from .import_error import ImportError
    from .import_error_collection import ImportErrorCollection
    from .job import Job
    from .job_collection_response import JobCollectionResponse
    from .last_asset_event_response import LastAssetEventResponse
    from .list_dag_runs_form import ListDagRunsForm
    from .list_task_instance_form import ListTaskInstanceForm
    from .login_body import LoginBody
    from .login_response import LoginResponse
    from .materialize_asset_body import MaterializeAssetBody
    from .metadatabase_status import MetadatabaseStatus
    from .patch_task_instance_body import PatchTaskInstanceBody
    from .plugin_collection import PluginCollection
    from .plugin_collection_item import PluginCollectionItem
    from .plugin_import_error_collection_response import PluginImportErrorCollectionResponse
    from .plugin_import_error_response import PluginImportErrorResponse
    from .pool import Pool
    from .pool_collection import PoolCollection
    from .provider import Provider
    from .provider_collection import ProviderCollection
    from .queued_event import QueuedEvent
    from .queued_event_collection import QueuedEventCollection
    from .relative_delta import RelativeDelta
    from .reprocess_behavior import ReprocessBehavior
    from .resource import Resource
    from .role import Role
    from .role_collection import RoleCollection
    from .schedule_interval import ScheduleInterval
    from .scheduler_status import SchedulerStatus
    from .set_dag_run_note import SetDagRunNote
    from .set_task_instance_note import SetTaskInstanceNote
    from .sla_miss import SLAMiss
    from .tag import Tag
    from .task import Task
    from .task_collection import TaskCollection
    from .task_extra_links_inner import TaskExtraLinksInner
    from .task_failed_dependency import TaskFailedDependency
    from .task_inlet_asset_reference import TaskInletAssetReference
    from .task_instance import TaskInstance
    from .task_instance_collection import TaskInstanceCollection
    from .task_instance_dependency_collection import TaskInstanceDependencyCollection
    from .task_instance_history import TaskInstanceHistory
    from .task_instance_history_collection import TaskInstanceHistoryCollection
    from .task_instance_reference import TaskInstanceReference
    from .task_instance_reference_collection import TaskInstanceReferenceCollection
    from .task_outlet_dataset_reference import TaskOutletDatasetReference
    from .task_state import TaskState
    from .task_state_store_body import TaskStateStoreBody
    from .task_state_store_collection_response import TaskStateStoreCollectionResponse
    from .task_state_store_patch_body import TaskStateStorePatchBody
    from .task_state_store_response import TaskStateStoreResponse
    from .time_delta import TimeDelta
    from .trigger import Trigger
    from .trigger_rule import TriggerRule
    from .triggerer_status import TriggererStatus
    from .update_dag_run_state import UpdateDagRunState
    from .update_hitl_detail_payload import UpdateHITLDetailPayload
    from .update_task_instance import UpdateTaskInstance
    from .update_task_instances_state import UpdateTaskInstancesState
    from .update_task_state import UpdateTaskState
    from .user import User
    from .user_collection import UserCollection
    from .user_collection_item import UserCollectionItem
    from .user_collection_item_roles_inner import UserCollectionItemRolesInner
    from .variable import Variable
    from .variable_collection import VariableCollection
    from .variable_collection_item import VariableCollectionItem
    from .version_info import VersionInfo
    from .weight_rule import WeightRule
    from .x_com import XCom
    from .x_com_collection import XComCollection
    from .x_com_collection_item import XComCollectionItem
    from .x_com_create_body import XComCreateBody
    from .x_com_update_body import XComUpdateBody
else:
    _HOME = {
        "DAG": "dag",
        "Action": "action",
        "ActionCollection": "action_collection",
        "ActionResource": "action_resource",
        "AssetAliasCollectionResponse": "asset_alias_collection_response",
        "AssetAliasResponse": "asset_alias_response",
        "AssetCollectionResponse": "asset_collection_response",
        "AssetEventAccessControl": "asset_event_access_control",
        "AssetEventCollectionResponse": "asset_event_collection_response",
        "AssetEventResponse": "asset_event_response",
        "AssetResponse": "asset_response",
        "AssetStateStoreBody": "asset_state_store_body",
        "AssetStateStoreCollectionResponse": "asset_state_store_collection_response",
        "AssetStateStoreLastUpdatedBy": "asset_state_store_last_updated_by",
        "AssetStateStoreResponse": "asset_state_store_response",
        "AssetWatcherResponse": "asset_watcher_response",
        "AsyncConnectionTestResponse": "async_connection_test_response",
        "BackfillCollectionResponse": "backfill_collection_response",
        "BackfillPostBody": "backfill_post_body",
        "BackfillResponse": "backfill_response",
        "BasicDAGRun": "basic_dag_run",
        "BulkActionNotOnExistence": "bulk_action_not_on_existence",
        "BulkActionOnExistence": "bulk_action_on_existence",
        "BulkActionResponse": "bulk_action_response",
        "BulkBodyBulkDAGRunBody": "bulk_body_bulk_dag_run_body",
        "BulkBodyBulkTaskInstanceBody": "bulk_body_bulk_task_instance_body",
        "BulkBodyConnectionBody": "bulk_body_connection_body",
        "BulkBodyPoolBody": "bulk_body_pool_body",
        "BulkBodyVariableBody": "bulk_body_variable_body",
        "BulkCreateActionConnectionBody": "bulk_create_action_connection_body",
        "BulkCreateActionPoolBody": "bulk_create_action_pool_body",
        "BulkCreateActionVariableBody": "bulk_create_action_variable_body",
        "BulkDAGRunBody": "bulk_dag_run_body",
        "BulkDAGRunClearBody": "bulk_dag_run_clear_body",
        "BulkDeleteActionBulkDAGRunBody": "bulk_delete_action_bulk_dag_run_body",
        "BulkDeleteActionBulkTaskInstanceBody": "bulk_delete_action_bulk_task_instance_body",
        "BulkDeleteActionConnectionBody": "bulk_delete_action_connection_body",
        "BulkDeleteActionPoolBody": "bulk_delete_action_pool_body",
        "BulkDeleteActionVariableBody": "bulk_delete_action_variable_body",
        "BulkResponse": "bulk_response",
        "BulkTaskInstanceBody": "bulk_task_instance_body",
        "BulkUpdateActionBulkDAGRunBody": "bulk_update_action_bulk_dag_run_body",
        "BulkUpdateActionBulkTaskInstanceBody": "bulk_update_action_bulk_task_instance_body",
        "BulkUpdateActionConnectionBody": "bulk_update_action_connection_body",
        "BulkUpdateActionPoolBody": "bulk_update_action_pool_body",
        "BulkUpdateActionVariableBody": "bulk_update_action_variable_body",
        "ClassReference": "class_reference",
        "ClearDagRun": "clear_dag_run",
        "ClearDagRun200Response": "clear_dag_run200_response",
        "ClearDagRunsResponse": "clear_dag_runs_response",
        "ClearPartitionsBody": "clear_partitions_body",
        "ClearPartitionsResponse": "clear_partitions_response",
        "ClearTaskInstances": "clear_task_instances",
        "CollectionInfo": "collection_info",
        "Config": "config",
        "ConfigOption": "config_option",
        "ConfigSection": "config_section",
        "Connection": "connection",
        "ConnectionCollection": "connection_collection",
        "ConnectionCollectionItem": "connection_collection_item",
        "ConnectionTest": "connection_test",
        "ConnectionTestQueuedResponse": "connection_test_queued_response",
        "ConnectionTestRequestBody": "connection_test_request_body",
        "CreateAssetEventsBody": "create_asset_events_body",
        "CreateDatasetEvent": "create_dataset_event",
        "CronExpression": "cron_expression",
        "DAGCollection": "dag_collection",
        "DAGDetail": "dag_detail",
        "DAGRun": "dag_run",
        "DAGRunCollection": "dag_run_collection",
        "DAGRunResult": "dag_run_result",
        "DAGTagCollectionResponse": "dag_tag_collection_response",
        "DAGVersionCollectionResponse": "dag_version_collection_response",
        "DagProcessorStatus": "dag_processor_status",
        "DagScheduleDatasetReference": "dag_schedule_dataset_reference",
        "DagState": "dag_state",
        "DagStatsCollectionItem": "dag_stats_collection_item",
        "DagStatsCollectionSchema": "dag_stats_collection_schema",
        "DagStatsStateCollectionItem": "dag_stats_state_collection_item",
        "DagVersionResponse": "dag_version_response",
        "DagWarning": "dag_warning",
        "DagWarningCollection": "dag_warning_collection",
        "Dataset": "dataset",
        "DatasetCollection": "dataset_collection",
        "DatasetEvent": "dataset_event",
        "DatasetEventCollection": "dataset_event_collection",
        "DryRunBackfillCollectionResponse": "dry_run_backfill_collection_response",
        "DryRunBackfillResponse": "dry_run_backfill_response",
        "Error": "error",
        "EventLog": "event_log",
        "EventLogCollection": "event_log_collection",
        "ExternalLogUrlResponse": "external_log_url_response",
        "ExtraLink": "extra_link",
        "ExtraLinkCollection": "extra_link_collection",
        "GetDagSource200Response": "get_dag_source200_response",
        "GetLog200Response": "get_log200_response",
        "GetProviders200Response": "get_providers200_response",
        "HITLDetail": "hitl_detail",
        "HITLDetailCollection": "hitl_detail_collection",
        "HITLDetailHistory": "hitl_detail_history",
        "HITLDetailResponse": "hitl_detail_response",
        "HITLUser": "hitl_user",
        "HealthInfo": "health_info",
        "HealthStatus": "health_status",
        "ImportError": "import_error",
        "ImportErrorCollection": "import_error_collection",
        "Job": "job",
        "JobCollectionResponse": "job_collection_response",
        "LastAssetEventResponse": "last_asset_event_response",
        "ListDagRunsForm": "list_dag_runs_form",
        "ListTaskInstanceForm": "list_task_instance_form",
        "LoginBody": "login_body",
        "LoginResponse": "login_response",
        "MaterializeAssetBody": "materialize_asset_body",
        "MetadatabaseStatus": "metadatabase_status",
        "PatchTaskInstanceBody": "patch_task_instance_body",
        "PluginCollection": "plugin_collection",
        "PluginCollectionItem": "plugin_collection_item",
        "PluginImportErrorCollectionResponse": "plugin_import_error_collection_response",
        "PluginImportErrorResponse": "plugin_import_error_response",
        "Pool": "pool",
        "PoolCollection": "pool_collection",
        "Provider": "provider",
        "ProviderCollection": "provider_collection",
        "QueuedEvent": "queued_event",
        "QueuedEventCollection": "queued_event_collection",
        "RelativeDelta": "relative_delta",
        "ReprocessBehavior": "reprocess_behavior",
        "Resource": "resource",
        "Role": "role",
        "RoleCollection": "role_collection",
        "SLAMiss": "sla_miss",
        "ScheduleInterval": "schedule_interval",
        "SchedulerStatus": "scheduler_status",
        "SetDagRunNote": "set_dag_run_note",
        "SetTaskInstanceNote": "set_task_instance_note",
        "Tag": "tag",
        "Task": "task",
        "TaskCollection": "task_collection",
        "TaskExtraLinksInner": "task_extra_links_inner",
        "TaskFailedDependency": "task_failed_dependency",
        "TaskInletAssetReference": "task_inlet_asset_reference",
        "TaskInstance": "task_instance",
        "TaskInstanceCollection": "task_instance_collection",
        "TaskInstanceDependencyCollection": "task_instance_dependency_collection",
        "TaskInstanceHistory": "task_instance_history",
        "TaskInstanceHistoryCollection": "task_instance_history_collection",
        "TaskInstanceReference": "task_instance_reference",
        "TaskInstanceReferenceCollection": "task_instance_reference_collection",
        "TaskOutletDatasetReference": "task_outlet_dataset_reference",
        "TaskState": "task_state",
        "TaskStateStoreBody": "task_state_store_body",
        "TaskStateStoreCollectionResponse": "task_state_store_collection_response",
        "TaskStateStorePatchBody": "task_state_store_patch_body",
        "TaskStateStoreResponse": "task_state_store_response",
        "TimeDelta": "time_delta",
        "Trigger": "trigger",
        "TriggerRule": "trigger_rule",
        "TriggererStatus": "triggerer_status",
        "UpdateDagRunState": "update_dag_run_state",
        "UpdateHITLDetailPayload": "update_hitl_detail_payload",
        "UpdateTaskInstance": "update_task_instance",
        "UpdateTaskInstancesState": "update_task_instances_state",
        "UpdateTaskState": "update_task_state",
        "User": "user",
        "UserCollection": "user_collection",
        "UserCollectionItem": "user_collection_item",
        "UserCollectionItemRolesInner": "user_collection_item_roles_inner",
        "Variable": "variable",
        "VariableCollection": "variable_collection",
        "VariableCollectionItem": "variable_collection_item",
        "VersionInfo": "version_info",
        "WeightRule": "weight_rule",
        "XCom": "x_com",
        "XComCollection": "x_com_collection",
        "XComCollectionItem": "x_com_collection_item",
        "XComCreateBody": "x_com_create_body",
        "XComUpdateBody": "x_com_update_body",
        "action": "action",
        "action_collection": "action_collection",
        "action_resource": "action_resource",
        "asset_alias_collection_response": "asset_alias_collection_response",
        "asset_alias_response": "asset_alias_response",
        "asset_collection_response": "asset_collection_response",
        "asset_event_access_control": "asset_event_access_control",
        "asset_event_collection_response": "asset_event_collection_response",
        "asset_event_response": "asset_event_response",
        "asset_response": "asset_response",
        "asset_state_store_body": "asset_state_store_body",
        "asset_state_store_collection_response": "asset_state_store_collection_response",
        "asset_state_store_last_updated_by": "asset_state_store_last_updated_by",
        "asset_state_store_response": "asset_state_store_response",
        "asset_watcher_response": "asset_watcher_response",
        "async_connection_test_response": "async_connection_test_response",
        "backfill_collection_response": "backfill_collection_response",
        "backfill_post_body": "backfill_post_body",
        "backfill_response": "backfill_response",
        "basic_dag_run": "basic_dag_run",
        "bulk_action_not_on_existence": "bulk_action_not_on_existence",
        "bulk_action_on_existence": "bulk_action_on_existence",
        "bulk_action_response": "bulk_action_response",
        "bulk_body_bulk_dag_run_body": "bulk_body_bulk_dag_run_body",
        "bulk_body_bulk_task_instance_body": "bulk_body_bulk_task_instance_body",
        "bulk_body_connection_body": "bulk_body_connection_body",
        "bulk_body_pool_body": "bulk_body_pool_body",
        "bulk_body_variable_body": "bulk_body_variable_body",
        "bulk_create_action_connection_body": "bulk_create_action_connection_body",
        "bulk_create_action_pool_body": "bulk_create_action_pool_body",
        "bulk_create_action_variable_body": "bulk_create_action_variable_body",
        "bulk_dag_run_body": "bulk_dag_run_body",
        "bulk_dag_run_clear_body": "bulk_dag_run_clear_body",
        "bulk_delete_action_bulk_dag_run_body": "bulk_delete_action_bulk_dag_run_body",
        "bulk_delete_action_bulk_task_instance_body": "bulk_delete_action_bulk_task_instance_body",
        "bulk_delete_action_connection_body": "bulk_delete_action_connection_body",
        "bulk_delete_action_pool_body": "bulk_delete_action_pool_body",
        "bulk_delete_action_variable_body": "bulk_delete_action_variable_body",
        "bulk_response": "bulk_response",
        "bulk_task_instance_body": "bulk_task_instance_body",
        "bulk_update_action_bulk_dag_run_body": "bulk_update_action_bulk_dag_run_body",
        "bulk_update_action_bulk_task_instance_body": "bulk_update_action_bulk_task_instance_body",
        "bulk_update_action_connection_body": "bulk_update_action_connection_body",
        "bulk_update_action_pool_body": "bulk_update_action_pool_body",
        "bulk_update_action_variable_body": "bulk_update_action_variable_body",
        "class_reference": "class_reference",
        "clear_dag_run": "clear_dag_run",
        "clear_dag_run200_response": "clear_dag_run200_response",
        "clear_dag_runs_response": "clear_dag_runs_response",
        "clear_partitions_body": "clear_partitions_body",
        "clear_partitions_response": "clear_partitions_response",
        "clear_task_instances": "clear_task_instances",
        "collection_info": "collection_info",
        "config": "config",
        "config_option": "config_option",
        "config_section": "config_section",
        "connection": "connection",
        "connection_collection": "connection_collection",
        "connection_collection_item": "connection_collection_item",
        "connection_test": "connection_test",
        "connection_test_queued_response": "connection_test_queued_response",
        "connection_test_request_body": "connection_test_request_body",
        "create_asset_events_body": "create_asset_events_body",
        "create_dataset_event": "create_dataset_event",
        "cron_expression": "cron_expression",
        "dag": "dag",
        "dag_collection": "dag_collection",
        "dag_detail": "dag_detail",
        "dag_processor_status": "dag_processor_status",
        "dag_run": "dag_run",
        "dag_run_collection": "dag_run_collection",
        "dag_run_result": "dag_run_result",
        "dag_schedule_dataset_reference": "dag_schedule_dataset_reference",
        "dag_state": "dag_state",
        "dag_stats_collection_item": "dag_stats_collection_item",
        "dag_stats_collection_schema": "dag_stats_collection_schema",
        "dag_stats_state_collection_item": "dag_stats_state_collection_item",
        "dag_tag_collection_response": "dag_tag_collection_response",
        "dag_version_collection_response": "dag_version_collection_response",
        "dag_version_response": "dag_version_response",
        "dag_warning": "dag_warning",
        "dag_warning_collection": "dag_warning_collection",
        "dataset": "dataset",
        "dataset_collection": "dataset_collection",
        "dataset_event": "dataset_event",
        "dataset_event_collection": "dataset_event_collection",
        "dry_run_backfill_collection_response": "dry_run_backfill_collection_response",
        "dry_run_backfill_response": "dry_run_backfill_response",
        "error": "error",
        "event_log": "event_log",
        "event_log_collection": "event_log_collection",
        "external_log_url_response": "external_log_url_response",
        "extra_link": "extra_link",
        "extra_link_collection": "extra_link_collection",
        "get_dag_source200_response": "get_dag_source200_response",
        "get_log200_response": "get_log200_response",
        "get_providers200_response": "get_providers200_response",
        "health_info": "health_info",
        "health_status": "health_status",
        "hitl_detail": "hitl_detail",
        "hitl_detail_collection": "hitl_detail_collection",
        "hitl_detail_history": "hitl_detail_history",
        "hitl_detail_response": "hitl_detail_response",
        "hitl_user": "hitl_user",
        "import_error": "import_error",
        "import_error_collection": "import_error_collection",
        "job": "job",
        "job_collection_response": "job_collection_response",
        "last_asset_event_response": "last_asset_event_response",
        "list_dag_runs_form": "list_dag_runs_form",
        "list_task_instance_form": "list_task_instance_form",
        "login_body": "login_body",
        "login_response": "login_response",
        "materialize_asset_body": "materialize_asset_body",
        "metadatabase_status": "metadatabase_status",
        "patch_task_instance_body": "patch_task_instance_body",
        "plugin_collection": "plugin_collection",
        "plugin_collection_item": "plugin_collection_item",
        "plugin_import_error_collection_response": "plugin_import_error_collection_response",
        "plugin_import_error_response": "plugin_import_error_response",
        "pool": "pool",
        "pool_collection": "pool_collection",
        "provider": "provider",
        "provider_collection": "provider_collection",
        "queued_event": "queued_event",
        "queued_event_collection": "queued_event_collection",
        "relative_delta": "relative_delta",
        "reprocess_behavior": "reprocess_behavior",
        "resource": "resource",
        "role": "role",
        "role_collection": "role_collection",
        "schedule_interval": "schedule_interval",
        "scheduler_status": "scheduler_status",
        "set_dag_run_note": "set_dag_run_note",
        "set_task_instance_note": "set_task_instance_note",
        "sla_miss": "sla_miss",
        "tag": "tag",
        "task": "task",
        "task_collection": "task_collection",
        "task_extra_links_inner": "task_extra_links_inner",
        "task_failed_dependency": "task_failed_dependency",
        "task_inlet_asset_reference": "task_inlet_asset_reference",
        "task_instance": "task_instance",
        "task_instance_collection": "task_instance_collection",
        "task_instance_dependency_collection": "task_instance_dependency_collection",
        "task_instance_history": "task_instance_history",
        "task_instance_history_collection": "task_instance_history_collection",
        "task_instance_reference": "task_instance_reference",
        "task_instance_reference_collection": "task_instance_reference_collection",
        "task_outlet_dataset_reference": "task_outlet_dataset_reference",
        "task_state": "task_state",
        "task_state_store_body": "task_state_store_body",
        "task_state_store_collection_response": "task_state_store_collection_response",
        "task_state_store_patch_body": "task_state_store_patch_body",
        "task_state_store_response": "task_state_store_response",
        "time_delta": "time_delta",
        "trigger": "trigger",
        "trigger_rule": "trigger_rule",
        "triggerer_status": "triggerer_status",
        "update_dag_run_state": "update_dag_run_state",
        "update_hitl_detail_payload": "update_hitl_detail_payload",
        "update_task_instance": "update_task_instance",
        "update_task_instances_state": "update_task_instances_state",
        "update_task_state": "update_task_state",
        "user": "user",
        "user_collection": "user_collection",
        "user_collection_item": "user_collection_item",
        "user_collection_item_roles_inner": "user_collection_item_roles_inner",
        "variable": "variable",
        "variable_collection": "variable_collection",
        "variable_collection_item": "variable_collection_item",
        "version_info": "version_info",
        "weight_rule": "weight_rule",
        "x_com": "x_com",
        "x_com_collection": "x_com_collection",
        "x_com_collection_item": "x_com_collection_item",
        "x_com_create_body": "x_com_create_body",
        "x_com_update_body": "x_com_update_body",
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
    "AssetAliasCollectionResponse",
    "AssetAliasResponse",
    "AssetCollectionResponse",
    "AssetEventAccessControl",
    "AssetEventCollectionResponse",
    "AssetEventResponse",
    "AssetResponse",
    "AssetStateStoreBody",
    "AssetStateStoreCollectionResponse",
    "AssetStateStoreLastUpdatedBy",
    "AssetStateStoreResponse",
    "AssetWatcherResponse",
    "AsyncConnectionTestResponse",
    "BackfillCollectionResponse",
    "BackfillPostBody",
    "BackfillResponse",
    "BasicDAGRun",
    "BulkActionNotOnExistence",
    "BulkActionOnExistence",
    "BulkActionResponse",
    "BulkBodyBulkDAGRunBody",
    "BulkBodyBulkTaskInstanceBody",
    "BulkBodyConnectionBody",
    "BulkBodyPoolBody",
    "BulkBodyVariableBody",
    "BulkCreateActionConnectionBody",
    "BulkCreateActionPoolBody",
    "BulkCreateActionVariableBody",
    "BulkDAGRunBody",
    "BulkDAGRunClearBody",
    "BulkDeleteActionBulkDAGRunBody",
    "BulkDeleteActionBulkTaskInstanceBody",
    "BulkDeleteActionConnectionBody",
    "BulkDeleteActionPoolBody",
    "BulkDeleteActionVariableBody",
    "BulkResponse",
    "BulkTaskInstanceBody",
    "BulkUpdateActionBulkDAGRunBody",
    "BulkUpdateActionBulkTaskInstanceBody",
    "BulkUpdateActionConnectionBody",
    "BulkUpdateActionPoolBody",
    "BulkUpdateActionVariableBody",
    "ClassReference",
    "ClearDagRun",
    "ClearDagRun200Response",
    "ClearDagRunsResponse",
    "ClearPartitionsBody",
    "ClearPartitionsResponse",
    "ClearTaskInstances",
    "CollectionInfo",
    "Config",
    "ConfigOption",
    "ConfigSection",
    "Connection",
    "ConnectionCollection",
    "ConnectionCollectionItem",
    "ConnectionTest",
    "ConnectionTestQueuedResponse",
    "ConnectionTestRequestBody",
    "CreateAssetEventsBody",
    "CreateDatasetEvent",
    "CronExpression",
    "DAGCollection",
    "DAGDetail",
    "DAGRun",
    "DAGRunCollection",
    "DAGRunResult",
    "DAGTagCollectionResponse",
    "DAGVersionCollectionResponse",
    "DagProcessorStatus",
    "DagScheduleDatasetReference",
    "DagState",
    "DagStatsCollectionItem",
    "DagStatsCollectionSchema",
    "DagStatsStateCollectionItem",
    "DagVersionResponse",
    "DagWarning",
    "DagWarningCollection",
    "Dataset",
    "DatasetCollection",
    "DatasetEvent",
    "DatasetEventCollection",
    "DryRunBackfillCollectionResponse",
    "DryRunBackfillResponse",
    "Error",
    "EventLog",
    "EventLogCollection",
    "ExternalLogUrlResponse",
    "ExtraLink",
    "ExtraLinkCollection",
    "GetDagSource200Response",
    "GetLog200Response",
    "GetProviders200Response",
    "HITLDetail",
    "HITLDetailCollection",
    "HITLDetailHistory",
    "HITLDetailResponse",
    "HITLUser",
    "HealthInfo",
    "HealthStatus",
    "ImportError",
    "ImportErrorCollection",
    "Job",
    "JobCollectionResponse",
    "LastAssetEventResponse",
    "ListDagRunsForm",
    "ListTaskInstanceForm",
    "LoginBody",
    "LoginResponse",
    "MaterializeAssetBody",
    "MetadatabaseStatus",
    "PatchTaskInstanceBody",
    "PluginCollection",
    "PluginCollectionItem",
    "PluginImportErrorCollectionResponse",
    "PluginImportErrorResponse",
    "Pool",
    "PoolCollection",
    "Provider",
    "ProviderCollection",
    "QueuedEvent",
    "QueuedEventCollection",
    "RelativeDelta",
    "ReprocessBehavior",
    "Resource",
    "Role",
    "RoleCollection",
    "SLAMiss",
    "ScheduleInterval",
    "SchedulerStatus",
    "SetDagRunNote",
    "SetTaskInstanceNote",
    "Tag",
    "Task",
    "TaskCollection",
    "TaskExtraLinksInner",
    "TaskFailedDependency",
    "TaskInletAssetReference",
    "TaskInstance",
    "TaskInstanceCollection",
    "TaskInstanceDependencyCollection",
    "TaskInstanceHistory",
    "TaskInstanceHistoryCollection",
    "TaskInstanceReference",
    "TaskInstanceReferenceCollection",
    "TaskOutletDatasetReference",
    "TaskState",
    "TaskStateStoreBody",
    "TaskStateStoreCollectionResponse",
    "TaskStateStorePatchBody",
    "TaskStateStoreResponse",
    "TimeDelta",
    "Trigger",
    "TriggerRule",
    "TriggererStatus",
    "UpdateDagRunState",
    "UpdateHITLDetailPayload",
    "UpdateTaskInstance",
    "UpdateTaskInstancesState",
    "UpdateTaskState",
    "User",
    "UserCollection",
    "UserCollectionItem",
    "UserCollectionItemRolesInner",
    "Variable",
    "VariableCollection",
    "VariableCollectionItem",
    "VersionInfo",
    "WeightRule",
    "XCom",
    "XComCollection",
    "XComCollectionItem",
    "XComCreateBody",
    "XComUpdateBody",
]
