"""What does importing it cost, in a process of its own?"""

from ..question import CPU_MS, PEAK, Goal, Question

QUESTION = Question(
    title="Import",
    how="Whole processes that import the package and end.",
    clients=("bare", "ours_alone", "ours_used", "ac2", "ac3", "ctl", "og7"),
    figures=(CPU_MS, PEAK),
    goals=(
        Goal(1, "CPU", "bare", 1.2, ours="ours_alone", what="`import titanium_airflow_client`"),
        Goal(1, "CPU", "og7", 0.03, ours="ours_alone", what="`import titanium_airflow_client`"),
        Goal(1, "CPU", "ac3", 0.03, ours="ours_alone", what="`import titanium_airflow_client`"),
    ),
    rounds=21,
    programs={
        "bare": "pass",
        "ours_alone": "import titanium_airflow_client",
        "ours_used": "from titanium_airflow_client import ApiClient, DAGApi",
        "ac2": "import airflow_client.client",
        "ac3": "import airflow_client.client",
        "ctl": "from airflowctl.api.client import Client",
        "og7": "import og7",
    },
)
