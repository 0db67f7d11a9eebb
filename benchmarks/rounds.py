"""The interleaved run: in each round every client is asked once, so that what disturbs the machine disturbs all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path

from . import bodies
from .peers import PEERS, ROOT
from .question import Job, Question

PEAK = 'print(next(l.split()[1] for l in open("/proc/self/status") if l[:6] == "VmHWM:"))'
"""How a program tells its peak memory, where the system keeps it; that of `wait4` would be of the parent too."""

Samples = dict[str, dict[str, list[float]]]
"""By client and figure, one number for each round."""


def of(name: str) -> Question:
    question: Question = import_module(f"benchmarks.questions.{name}").QUESTION
    return question


def ask(name: str, pythons: dict[str, str], job: Job, rounds: int) -> Samples:
    """The figures of all clients of a question; the first round is for warming up."""
    question = of(name)
    clients = [client for client in question.clients if PEERS[client].environment in pythons]
    samples: Samples = {client: {figure.name: [] for figure in question.figures} for client in clients}
    with ExitStack() as stack:
        workers: dict[str, subprocess.Popen[str]] = {}
        for turn in range(rounds + 1):
            for client in clients[turn % len(clients) :] + clients[: turn % len(clients)]:
                python = pythons[PEERS[client].environment]
                if question.programs:
                    figures = whole_process(python, question.programs[client], job)
                elif question.fresh:
                    with worker(python, name, client, job) as process:
                        figures = one_round(process)
                else:
                    if client not in workers:
                        workers[client] = stack.enter_context(worker(python, name, client, job))
                    figures = one_round(workers[client])
                if turn:
                    for figure, value in figures.items():
                        samples[client][figure].append(value)
    return samples


@contextmanager
def worker(python: str, question: str, client: str, job: Job) -> Iterator[subprocess.Popen[str]]:
    peer = PEERS[client]
    text = json.dumps({**job._asdict(), "folder": str(job.folder), "version": peer.version})
    command = [python, "-m", "benchmarks.worker", question, peer.client, text]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def one_round(process: subprocess.Popen[str]) -> dict[str, float]:
    assert process.stdin is not None
    assert process.stdout is not None
    print(file=process.stdin, flush=True)
    answer = process.stdout.readline()
    if not answer:
        raise SystemExit(f"{process.args!r} failed")
    figures: dict[str, float] = json.loads(answer)
    return figures


def whole_process(python: str, program: str, job: Job) -> dict[str, float]:
    """A program from its start to its end: its CPU, and its peak memory where it can tell."""
    text = program.replace("HOST", job.host).replace("DAG_ID", bodies.dag_id(42))
    tells = Path("/proc/self/status").exists()
    # -I: neither the folder nor the environment variables of whoever runs this
    process = subprocess.Popen([python, "-I", "-c", f"{text}\n{PEAK * tells}"], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        printed = process.stdout.read().decode().split()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or ("DAG_ID" in program and bodies.dag_id(42) not in printed):
        raise SystemExit(f"{python} -c {text!r} failed")
    peak = {"peak memory": int(printed[-1]) * 1024.0} if tells else {}
    return {"CPU": usage.ru_utime + usage.ru_stime, **peak}


@contextmanager
def server(folder: Path) -> Iterator[dict[str, str]]:
    """The canned server in its own process, and the addresses of its two listeners."""
    command = [sys.executable, "-m", "benchmarks.server", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        ports = json.loads(process.stdout.readline())
        try:
            yield {name: f"http://127.0.0.1:{port}" for name, port in ports.items()}
        finally:
            process.stdin.close()
