"""The process in which one client is asked one question: `python -m benchmarks.worker QUESTION CLIENT JOB`.

For each line of its standard input it measures one round and prints the figures as JSON. It runs in the client's own
environment, so it needs nothing but Python.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from .question import Job, Question


def main(question_name: str, client_name: str, job_text: str) -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a client prints is no figure
    question: Question = import_module(f"benchmarks.questions.{question_name}").QUESTION
    assert question.measure is not None
    module, _, class_name = client_name.partition(":")
    fields = json.loads(job_text)
    job = Job(**{**fields, "folder": Path(fields["folder"])})
    client: Any = getattr(import_module(f"benchmarks.clients.{module}"), class_name)(job.host)
    kept: dict[str, Any] = {}
    for _ in sys.stdin:
        print(json.dumps(question.measure(client, job, kept)), file=answers, flush=True)
    if hasattr(client, "close"):
        client.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
