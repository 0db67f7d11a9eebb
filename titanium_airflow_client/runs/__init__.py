"""What a DAG run takes beside one request: to be triggered exactly once, to be able to start, to be waited for."""
