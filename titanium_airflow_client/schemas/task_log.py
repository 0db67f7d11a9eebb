"""What a try of a task instance wrote."""

from __future__ import annotations

import ast
import json
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Iterable, Mapping
from posixpath import basename
from typing import Any

from .model import UNSET, Model


class GetLog200Response(Model):
    """A piece of a log."""

    continuation_token: str | None = UNSET
    """Where the next piece begins. Airflow 2 sends one after the end too: see `end_of_log`."""
    content: str | list[Any] | None = UNSET
    """The log as it came: from Airflow 2 text, from 3 messages, dicts with `event` and more. See `by_host`, `text`."""

    @property
    def by_host(self) -> list[tuple[str, str]]:
        """The host and what it wrote, for each host that wrote something; a host that is not told is empty."""
        content = self.content or ""
        if isinstance(content, list):
            return [("", "".join(map(line, content)))] if content else []
        return pairs(content) or ([("", content)] if content else [])

    @property
    def text(self) -> str:
        """What all hosts wrote, as plain text."""
        wrote = [text for _, text in self.by_host]
        return "".join(text if text.endswith("\n") else text + "\n" for text in wrote[:-1]) + "".join(wrote[-1:])

    @property
    def end_of_log(self) -> bool:
        """Whether nothing comes after this piece, as far as the server knows: the try is over, or its log is gone."""
        return not self.continuation_token or payload(self.continuation_token).get("end_of_log") is True


def pairs(content: str) -> list[tuple[str, str]]:
    """The pairs of host and text that Python's `repr` wrote; none where the content is something else."""
    if not content.startswith("[("):
        return []
    try:
        value = ast.literal_eval(content)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    fits = isinstance(value, list) and all(isinstance(pair, tuple) and len(pair) == 2 for pair in value)
    return [(str(host), str(text)) for host, text in value] if fits else []


def payload(token: str) -> dict[str, Any]:
    """What the server wrote into a token: JSON in base64 before the signature, compressed when a dot comes first."""
    compressed = token.startswith(".")
    encoded = token.lstrip(".").partition(".")[0]
    try:
        data = urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        value = json.loads(zlib.decompressobj().decompress(data, 65536) if compressed else data)
    except (ValueError, zlib.error):
        return {}
    return value if isinstance(value, dict) else {}


def line(message: Any) -> str:
    """A message of Airflow 3 as Airflow 2 would have written it, with the traceback of its error."""
    if not isinstance(message, Mapping):
        return f"{message}\n"
    event, level, time = (message.get(name) for name in ("event", "level", "timestamp"))
    if not level:
        sources = message.get("sources")  # Airflow 3.0 tells them here, later releases as messages
        return "".join(f"{text}\n" for text in (event, *(sources if isinstance(sources, list) else ())))
    file, number = message.get("filename"), message.get("lineno")
    where = f"{basename(str(file))}:{number}" if file else message.get("logger") or "?"
    written = f"[{time}] {{{where}}} {str(level).upper()} - {event}\n"
    errors = message.get("error_detail")
    return written + traceback(errors) if isinstance(errors, list) else written


def traceback(errors: Iterable[Any]) -> str:
    """The errors of a message as Python prints them: what an error was raised from comes before it."""
    written = ""
    for error in errors:
        if not isinstance(error, Mapping):
            continue
        if written:
            written = f"\n{CAUSE if error.get('is_cause') else CONTEXT}\n\n{written}"
        frames = "".join(
            f'  File "{frame.get("filename")}", line {frame.get("lineno")}, in {frame.get("name")}\n'
            for frame in error.get("frames") or []
        )
        head = "Traceback (most recent call last):\n" if frames else ""
        written = f"{head}{frames}{error.get('exc_type')}: {error.get('exc_value')}\n{written}"
    return written


CAUSE = "The above exception was the direct cause of the following exception:"
CONTEXT = "During handling of the above exception, another exception occurred:"


class ExternalLogUrlResponse(Model):
    """Where a log is, outside of Airflow, since Airflow 3.1."""

    url: str | None = UNSET
    """The address."""
