"""What a try of a task instance wrote."""

from __future__ import annotations

from .model import UNSET, Model


class GetLog200Response(Model):
    """A piece of a log."""

    continuation_token: str | None = UNSET
    """Where the next piece begins. Airflow 2 sends one after the end too: the end is said inside of it."""
    content: str | None = UNSET
    """The text; as JSON, Airflow 2 writes it as a Python list of pairs, the host and what it wrote."""
