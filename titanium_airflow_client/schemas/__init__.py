"""The models of the API, one file per domain. `titanium_airflow_client.models.<name>` has each under its documented path."""
