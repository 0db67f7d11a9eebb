"""What type checkers must refuse: each line with a comment is an error, and no other line is."""

from titanium_airflow_client import DAG, ApiClient, AsyncApiClient, DAGApi

api = DAGApi(ApiClient())
api.get_dag()  # missing argument
api.get_dag(1)  # wrong type
api.get_dag("x", field=["a"])  # unknown argument
api.get_dag("x", _request_timeout="3")  # wrong type of an option
api.get_dags(limit="10")  # wrong type
api.patch_dag("x", "is_paused")  # no body
api.get_dag("x").dag_ids  # unknown field
DAG("x")  # by position
DAG(dag_idd="x")  # unknown field
len(api.get_dag("x").owners)  # may be None


async def main() -> None:
    api = DAGApi(AsyncApiClient())
    api.get_dag("x").dag_id  # not awaited
