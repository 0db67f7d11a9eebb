"""What becomes of a client when its process forks: parent and child have connections of their own, and both go on.

Each test runs a program, because a test process that has threads is not to fork.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.scripted import Scripted, answer

ROOT = Path(__file__).parents[2]

BEGIN = """
import asyncio, os, sys, threading, time
from titanium_airflow_client import ApiClient, AsyncApiClient, Configuration, DAGApi


def in_child(work):
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException as error:
            print("child:", repr(error), flush=True)
            os._exit(1)
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0


configuration = Configuration(sys.argv[1], username="u", password="p", timeout=10, retries=0)
"""

BLOCKING = """
with ApiClient(configuration) as client:
    get_dag = DAGApi(client).get_dag
    get_dag("parent")
    in_child(lambda: [get_dag("child") for _ in range(3)])
    get_dag("parent")
"""

AWAITED = """
async def calls(dag_id):
    for _ in range(3):
        await get_dag(dag_id)


async def main():
    await calls("parent")
    in_child(lambda: asyncio.new_event_loop().run_until_complete(calls("child")))
    await calls("parent")
    await client.close()


client = AsyncApiClient(configuration)
get_dag = DAGApi(client).get_dag
asyncio.run(main())
"""

TOKEN = """
client = ApiClient(configuration)
get_dag = DAGApi(client).get_dag
thread = threading.Thread(target=get_dag, args=("parent",))
thread.start()
while not client.lock.locked():
    time.sleep(0.001)
in_child(lambda: get_dag("child", _deadline=8))
thread.join()
client.close()
"""


def run(program: str, url: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore::DeprecationWarning"}
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program, url], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("program", [BLOCKING, AWAITED], ids=["blocking", "awaited"])
def test_parent_and_child_have_connections_of_their_own(program):
    by_connection: dict[int, set[str]] = {}
    with Scripted() as server:

        def reply(connection):
            asked = server.current.asked.target.rpartition("/")[2]
            by_connection.setdefault(connection.fileno(), set()).add(asked)
            return answer({"dag_id": asked})(connection)

        server.script = [reply]
        run(program, server.url)
        assert sorted(by_connection.values(), key=str) == [{"child"}, {"parent"}]
        assert server.connections == 2


def test_a_child_does_not_wait_for_a_lock_of_its_parent():
    asked_again = threading.Event()
    with Scripted() as server:

        def reply(connection):
            target = server.current.asked.target
            if target.endswith("/version"):
                return answer({"version": "3.3.2"})(connection)
            if target.endswith("/auth/token"):
                first = sum(one.target.endswith("/auth/token") for one in server.asked) == 1
                if first:
                    asked_again.wait(9)  # the parent has its lock all this time
                else:
                    asked_again.set()
                return answer({"access_token": "token"}, 201)(connection)
            return answer({"dag_id": "a"})(connection)

        server.script = [reply]
        run(TOKEN, server.url.replace("/api/v1", ""))
    assert asked_again.is_set()
