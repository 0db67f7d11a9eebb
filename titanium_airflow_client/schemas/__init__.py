"""The models of the API, one file per domain; `titanium_airflow_client.models.<name>` is their documented path."""
