"""What a recording must not hold, or would differ each time: this machine, secrets, tokens, times."""

from __future__ import annotations

import getpass
import re
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from facade import ROOT

if TYPE_CHECKING:
    from titanium_airflow_client.local import LocalServer

SECRET = r"\w*(?:key|secret|password|passwd|token|conn|dsn|url|uri)\w*"
PATTERNS = [
    # times keep their shape: whether there are fractions, and how the zone is written
    (r"20(?:2[5-9]|[3-9]\d)-\d\d-\d\d([T ])\d\d(:|%3A)\d\d(?:\2)\d\d", r"2024-03-01\g<1>12\g<2>00\g<2>00"),
    (r"(2024-03-01[T ]12(?::|%3A)00(?::|%3A)00\.)\d{6}", r"\g<1>123456"),
    (r"(2024-03-01[T ]12:00:00[.,])\d{3}(?!\d)", r"\g<1>123"),
    (r"20(?:2[5-9]|[3-9]\d)\d{4}T\d{6}", "20240301T120000"),
    (r'("\w*duration":\s*)\d+\.\d+', r"\g<1>0.5"),
    (r"'00-[0-9a-f]{32}-[0-9a-f]{16}-", f"'00-{'0' * 31}1-{'0' * 15}1-"),
    # tokens: of files, of logs (its first part says where to go on), of forms and sessions
    # (that of a file of Airflow 3 tells a path below a bundle, and only its signature is secret)
    (r'("file_token":\s*")(?!eyJ)[^"]{30,}', r"\g<1>the-file-token-of-a-dag"),
    (r'("access_token":\s*")[^"]+', r"\g<1>the-access-token"),
    (r"((?:eyJ|\.eJ)[\w-]+)\.[\w.-]{20,}", r"\g<1>.signature"),
    (r'(csrf_?token"?[^>"]{0,20}(?:value|content)?="?)[\w.-]{20,}', r"\g<1>the-csrf-token"),
    (r"nonce=\"[^\"]+", 'nonce="nonce'),
    # options of the configuration, as JSON and as text
    (rf'("key":\s*"{SECRET}",\s*"value":\s*")[^"]*', r"\g<1>< hidden >"),
    (rf"(?m)^({SECRET}) = .*$", r"\g<1> = < hidden >"),
    # processes, their files, and people
    (r"/tmp/\w+", "/tmp/scratch"),
    (r'("pid":\s*)\d+', r"\g<1>4321"),
    (r"(?i)(\b(?:pid[ =:]+|process |Job |subtask |PID: ?))\d+", r"\g<1>4321"),
    (r"(for task \w+ \([^()]*; )\d+\)", r"\g<1>4321)"),
    (r'("unixname":\s*")[^"]*', r"\g<1>airflow"),
    (r'("hostname":\s*")[^"]+', r"\g<1>worker"),
    (r"[\w.+-]+@(?!example\.com)[\w-]+\.[\w.-]+", "somebody@example.com"),
]


UUID = re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")


class Sanitiser:
    """Replaces, in texts that a server sent, all that is of this machine or of this run."""

    def __init__(self, server: LocalServer, python: Path) -> None:
        environment = python.parent.parent
        base = Path(python.resolve()).parent.parent
        folders = {
            str(server.dags): "/opt/airflow/dags",
            str(server.dags.resolve()): "/opt/airflow/dags",
            str(server.home): "/opt/airflow",
            str(server.home.parent): "/opt/airflow/run",
            str(environment): "/usr/local",
            str(environment.resolve()): "/usr/local",
            str(base): "/usr/local",
            str(ROOT): "/opt/airflow/client",
            sys.prefix: "/usr/local",
            str(Path.home()): "/home/airflow",
        }
        words = {
            f"{server.url}": "http://airflow.example.com",
            f"127.0.0.1:{server.port}": "airflow.example.com",
            f"localhost:{server.port}": "airflow.example.com",
            **dict.fromkeys(server.users.values(), "the-password"),
        }
        exact = {**folders, **words, **{quote(text, safe=""): quote(into, safe="") for text, into in words.items()}}
        self.exact = sorted(exact.items(), key=lambda pair: -len(pair[0]))
        self.patterns = [(re.compile(pattern), into) for pattern, into in PATTERNS]
        self.ids: dict[str, str] = {}
        for name in {socket.gethostname(), socket.getfqdn()} - {"localhost"}:
            self.patterns.append((re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-])"), "worker"))
        if (user := getpass.getuser()) != "airflow":
            self.patterns.append((re.compile(rf"(?<=[\"'=]){re.escape(user)}(?=[\"'])"), "airflow"))

    def learn(self, text: str, placeholder: str) -> None:
        """Replace this text too, wherever it comes."""
        self.exact.insert(0, (text, placeholder))

    def __call__(self, text: str) -> str:
        """The text without any of it."""
        for old, new in self.exact:
            text = text.replace(old, new)
        for pattern, into in self.patterns:
            text = pattern.sub(into, text)
        return UUID.sub(self.number, text)

    def number(self, found: re.Match[str]) -> str:
        """An ID that is the same one each time: they are numbered as they come."""
        return self.ids.setdefault(found[0], f"00000000-0000-7000-8000-{len(self.ids) + 1:012}")
