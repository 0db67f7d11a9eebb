"""What does a script cost that makes one call and ends?"""

from ..question import CPU_MS, PEAK, Goal, Question

OURS = """
from titanium_airflow_client import ApiClient, Configuration, DAGApi
with ApiClient(Configuration(host="HOST/api/v1", username="someone", password="secret")) as client:
    print(DAGApi(client).get_dag("DAG_ID").dag_id)
"""
AC2 = """
import airflow_client.client
from airflow_client.client.api import dag_api
configuration = airflow_client.client.Configuration(host="HOST/api/v1", username="someone", password="secret")
with airflow_client.client.ApiClient(configuration) as client:
    print(dag_api.DAGApi(client).get_dag("DAG_ID").dag_id)
"""
AC3 = """
import airflow_client.client
with airflow_client.client.ApiClient(airflow_client.client.Configuration(host="HOST", access_token="secret")) as client:
    print(airflow_client.client.DAGApi(client).get_dag("DAG_ID").dag_id)
"""
CTL = """
from airflowctl.api.client import Client
with Client(base_url="HOST", token="secret") as client:
    print(client.dags.get("DAG_ID").dag_id)
"""
OG7 = """
import og7
with og7.ApiClient(og7.Configuration(host="HOST/api/v1", username="someone", password="secret")) as client:
    print(og7.DAGApi(client).get_dag("DAG_ID").dag_id)
"""
FLOOR = """
import http.client, json
connection = http.client.HTTPConnection("HOST".removeprefix("http://"))
connection.request("GET", "/api/v1/dags/DAG_ID", headers={"Authorization": "Basic c29tZW9uZTpzZWNyZXQ="})
print(json.loads(connection.getresponse().read())["dag_id"])
"""

QUESTION = Question(
    title="One call, and the end",
    how="Whole processes: import, make a client, get one DAG, end.",
    clients=("http_client", "ours_alone", "ac2", "ac3", "ctl", "og7"),
    figures=(CPU_MS, PEAK),
    goals=(
        Goal(2, "CPU", "og7", 0.20, ours="ours_alone", what="a process that does one GET"),
        Goal(2, "CPU", "ac3", 0.14, ours="ours_alone", what="a process that does one GET"),
        Goal(2, "CPU", "ctl", 0.25, ours="ours_alone", what="a process that does one GET"),
        Goal(2, "CPU", "ac2", 1.0, ours="ours_alone", what="a process that does one GET"),
        Goal(2, "peak memory", "og7", 0.60, ours="ours_alone", what="a process that does one GET"),
    ),
    rounds=21,
    programs={"http_client": FLOOR, "ours_alone": OURS, "ac2": AC2, "ac3": AC3, "ctl": CTL, "og7": OG7},
)
