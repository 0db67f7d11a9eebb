"""What a try of a task instance wrote."""

from __future__ import annotations

import ast
import json
import zlib
from base64 import urlsafe_b64decode
from typing import Any

from .model import UNSET, Model


class GetLog200Response(Model):
    """A piece of a log."""

    continuation_token: str | None = UNSET
    """Where the next piece begins. Airflow 2 sends one after the end too: see `end_of_log`."""
    content: str | None = UNSET
    """The text as it came; as JSON, Airflow 2 writes it as a Python list of pairs: see `by_host` and `text`."""

    @property
    def by_host(self) -> list[tuple[str, str]]:
        """The host and what it wrote, for each host that wrote something; a host that is not told is empty."""
        content = self.content or ""
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
