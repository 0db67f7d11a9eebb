"""What every model does: unset, null and set; to and from dict and JSON; enumerations that may grow."""

from __future__ import annotations

import ast
import copy
import datetime as datetime_module
import inspect
import json
import pickle
from datetime import datetime, timezone
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
import pytest

from titanium_airflow_client import schemas
from titanium_airflow_client.schemas.config import Config
from titanium_airflow_client.schemas.connection import Connection
from titanium_airflow_client.schemas.dag import DAG, DAGCollection, Tag
from titanium_airflow_client.schemas.dag_run import ClearDagRun200Response, DAGRun, ListDagRunsForm
from titanium_airflow_client.schemas.extra_link import ExtraLinkCollection
from titanium_airflow_client.schemas.model import UNSET, Model, read_only_fields
from titanium_airflow_client.schemas.open_enum import OpenEnum
from titanium_airflow_client.schemas.schedule_interval import CronExpression
from titanium_airflow_client.schemas.task_instance import TaskInstance, TaskInstanceCollection
from titanium_airflow_client.schemas.task_instance_change import ClearTaskInstances, UpdateTaskInstancesState
from titanium_airflow_client.schemas.task_state import TaskState
from titanium_airflow_client.schemas.user import User
from titanium_airflow_client.schemas.variable import Variable

MODULES = [import_module(f"{schemas.__name__}.{info.name}") for info in iter_modules(schemas.__path__)]
CLASSES = [
    member
    for module in MODULES
    for member in vars(module).values()
    if isinstance(member, type) and member.__module__ == module.__name__
]
MODELS = [kind for kind in CLASSES if issubclass(kind, Model) and kind is not Model]
ENUMERATIONS = [kind for kind in CLASSES if issubclass(kind, OpenEnum) and kind is not OpenEnum]
NOON = datetime(2024, 2, 29, 12, tzinfo=timezone.utc)


def example(annotation: Any) -> Any:
    """A value that the annotation allows, with every field of every model in it set."""
    if hasattr(annotation, "__metadata__"):
        return example(annotation.__origin__)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return example(next(argument for argument in arguments if argument is not NoneType))
    if origin is Literal:
        return arguments[0]
    if origin is list:
        return [example(arguments[0])]
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return filled(annotation)
    values = {bool: True, int: 3, float: 1.5, str: "text", datetime: NOON, Any: {"any": [None]}, dict: {"key": [1]}}
    return copy.deepcopy(values[origin or annotation])


def filled(kind: type[Any]) -> Any:
    return kind(**{field.name: example(field.type) for field in msgspec.structs.fields(kind)})


@pytest.mark.parametrize("kind", MODELS)
class TestEveryModel:
    def test_nothing_is_needed(self, kind: type[Any]) -> None:
        defaults = {f.encode_name: f.default for f in msgspec.structs.fields(kind) if f.default is not UNSET}
        empty = msgspec.json.decode(b"{}", type=kind, strict=False)
        assert empty == kind()
        assert kind.from_dict({}) == (ExtraLinkCollection(extra_links=[]) if kind is ExtraLinkCollection else kind())
        assert {
            field: value for field, value in empty.to_dict().items() if field != kind.__struct_config__.tag_field
        } == defaults
        assert all(getattr(empty, field) is None for field in kind.__struct_fields__ if field not in defaults)

    def test_to_and_from_dict(self, kind: type[Any]) -> None:
        whole = filled(kind)
        fields = whole.to_dict()
        assert fields.keys() - {kind.__struct_config__.tag_field} == {*kind.__struct_encode_fields__}
        assert kind.from_dict(fields) == whole

    def test_to_and_from_json(self, kind: type[Any]) -> None:
        whole = filled(kind)
        assert kind.from_json(whole.to_json()) == whole
        assert kind.from_json(whole.to_json().encode()) == whole

    def test_copies(self, kind: type[Any]) -> None:
        whole = filled(kind)
        assert pickle.loads(pickle.dumps(whole)) == copy.copy(whole) == copy.deepcopy(whole) == whole
        assert pickle.loads(pickle.dumps(kind())).to_dict() == kind().to_dict()

    def test_shows_itself(self, kind: type[Any]) -> None:
        whole = filled(kind)
        assert repr(whole).startswith(f"{kind.__name__}(")
        assert eval(whole.to_str(), {"datetime": datetime_module}) == whole.to_dict()

    def test_takes_null_in_every_field_that_may_be_left_out(self, kind: type[Any]) -> None:
        fields = {f.encode_name: None for f in msgspec.structs.fields(kind) if f.default is UNSET}
        nulls = msgspec.convert(fields, kind)
        assert {field: value for field, value in nulls.to_dict().items() if field in fields} == fields

    def test_unknown_fields_are_no_error(self, kind: type[Any]) -> None:
        assert msgspec.json.decode(b'{"from the future": {"a": [1]}}', type=kind) == kind()

    def test_what_is_required_exists(self, kind: type[Any]) -> None:
        required = {*kind.required_fields, *getattr(kind, "required_to_create", ())}
        assert required <= {*kind.__struct_fields__}
        assert not required & read_only_fields(kind)


@pytest.mark.parametrize("kind", ENUMERATIONS)
class TestEveryEnumeration:
    def test_editors_know_the_same_values(self, kind: type[OpenEnum]) -> None:
        names = getattr(import_module(kind.__module__), f"{kind.__name__}Name")
        assert get_args(names) == tuple(str(member) for member in kind)

    def test_members_are_their_text(self, kind: type[OpenEnum]) -> None:
        for member in kind:
            assert member == member.value == f"{member}"
            assert member.name == member.value.upper()
            assert json.dumps(member) == f'"{member.value}"'

    def test_no_value_is_refused(self, kind: type[OpenEnum]) -> None:
        later = kind("from the future")
        assert later == "from the future" == str(later)
        assert [*kind] == [kind(member.value) for member in kind]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_each_field_and_value_is_explained_in_one_line(module: Any) -> None:
    tree = ast.parse(Path(inspect.getsourcefile(module) or "").read_text())
    assert ast.get_docstring(tree)
    for kind in [node for node in tree.body if isinstance(node, ast.ClassDef)]:
        assert ast.get_docstring(kind), kind.name
        for node, following in zip(kind.body, [*kind.body[1:], None], strict=True):
            if isinstance(node, ast.AnnAssign) and "ClassVar" not in ast.unparse(node.annotation):
                name = ast.unparse(node.target)
            elif isinstance(node, ast.Assign) and not ast.unparse(node.targets[0]).startswith("_"):
                name = ast.unparse(node.targets[0])
            else:
                continue
            assert isinstance(following, ast.Expr), f"{kind.name}.{name} has no docstring"
            assert isinstance(following.value, ast.Constant), f"{kind.name}.{name} has no docstring"
            text = following.value.value
            assert text.endswith((".", "!")), f"{kind.name}.{name}: {text}"
            assert "\n" not in text, f"{kind.name}.{name}: {text}"


@pytest.mark.parametrize("kind", MODELS)
def test_what_every_model_has_is_not_hidden_by_a_field(kind: type[Any]) -> None:
    assert not {*kind.__struct_fields__} & vars(Model).keys()


class TestUnsetNullAndSet:
    def test_unset_reads_as_none_and_is_not_sent(self) -> None:
        run = DAGRun()
        assert run.note is None
        assert "note" not in run
        assert run.to_dict() == {}

    def test_null_is_sent(self) -> None:
        run = DAGRun(note=None)
        assert run.note is None
        assert "note" in run
        assert run.to_json() == '{"note":null}'

    def test_set_later(self) -> None:
        run = DAGRun()
        run.note = "good"
        assert run["note"] == "good"
        assert run.to_dict() == {"note": "good"}

    def test_null_and_unset_differ(self) -> None:
        assert DAGRun() != DAGRun(note=None)
        assert repr(DAGRun()) == "DAGRun()"
        assert repr(DAGRun(note=None)) == "DAGRun(note=None)"

    def test_both_survive_json_and_pickling(self) -> None:
        run = DAGRun(note=None, dag_run_id="a")
        assert DAGRun.from_json(run.to_json()) == pickle.loads(pickle.dumps(run)) == run

    def test_no_such_field(self) -> None:
        with pytest.raises(AttributeError):
            DAGRun().nope = 1  # type: ignore[attr-defined]
        with pytest.raises(TypeError):
            DAGRun(nope=1)  # type: ignore[call-arg]
        with pytest.raises(KeyError):
            DAGRun()["nope"]
        assert "nope" not in DAGRun()


class TestBodies:
    def test_what_would_surprise_is_always_sent(self) -> None:
        assert ClearTaskInstances().to_dict() == {
            "dry_run": True,
            "only_failed": True,
            "only_running": False,
            "include_upstream": False,
            "include_downstream": False,
            "include_future": False,
            "include_past": False,
        }
        assert ListDagRunsForm().to_dict() == {"page_limit": 100}

    def test_what_the_server_demands_is_always_sent(self) -> None:
        body = UpdateTaskInstancesState(task_id="load", dag_run_id="first", new_state="failed").to_dict()
        assert body.keys() - {"task_id", "dag_run_id", "new_state"} == {
            "dry_run",
            "include_upstream",
            "include_downstream",
            "include_future",
            "include_past",
        }
        assert body["dry_run"] is True


def test_dict_keeps_what_is_read_only_and_dates() -> None:
    dag = DAG(dag_id="a", next_dagrun=NOON, tags=[Tag(name="x")], schedule_interval=CronExpression(value="@daily"))
    assert dag.to_dict() == {
        "dag_id": "a",
        "next_dagrun": NOON,
        "tags": [{"name": "x"}],
        "schedule_interval": {"__type": "CronExpression", "value": "@daily"},
    }


def test_from_dict_takes_a_model_and_none() -> None:
    dag = DAG(dag_id="a")
    assert DAG.from_dict(dag) is dag
    assert DAG.from_dict(None) is None
    assert DAGCollection.from_dict({"dags": [{"dag_id": "a"}], "total_entries": 1}) == DAGCollection(
        dags=[dag], total_entries=1
    )


def test_a_whole_float_is_a_number_of_things() -> None:
    instance = msgspec.json.decode(b'{"pool_slots": 3.0, "duration": 3}', type=TaskInstance, strict=False)
    assert instance.pool_slots == 3
    assert isinstance(instance.pool_slots, int)
    assert instance.duration == 3.0


@pytest.mark.parametrize("state", ["success", "from the future", None])
def test_a_state_stays_as_it_came(state: str | None) -> None:
    text = json.dumps({"state": state})
    instance = msgspec.json.decode(text, type=TaskInstance, strict=False)
    assert instance.state == state
    assert type(instance.state) in (str, NoneType)
    assert (instance.state == TaskState.SUCCESS) is (state == "success")


def test_a_member_is_sent_as_its_text() -> None:
    assert UpdateTaskInstancesState(new_state=TaskState.FAILED).to_dict()["new_state"] == "failed"
    assert '"new_state":"failed"' in UpdateTaskInstancesState(new_state=TaskState.FAILED).to_json()


SECRETS = [(Connection, "password"), (Connection, "extra"), (User, "password"), (Variable, "value")]


@pytest.mark.parametrize(("kind", "field"), SECRETS)
def test_a_secret_is_sent_but_not_shown(kind: type[Any], field: str) -> None:
    model = kind(**{field: "hunter2"})
    assert "hunter2" not in repr([model])
    assert model.to_dict() == {field: "hunter2"} == json.loads(model.to_json())
    assert repr(kind(**{field: None})) == f"{kind.__name__}({field}=None)"


class TestClearedDagRun:
    def test_for_real(self) -> None:
        run = ClearDagRun200Response.from_dict({"dag_run_id": "a", "state": "queued"})
        assert run is not None
        assert isinstance(run.actual_instance, DAGRun)
        assert run.dag_run_id == "a"

    def test_dry_run(self) -> None:
        planned = ClearDagRun200Response.from_dict(
            {"task_instances": [{"task_id": "t", "execution_date": "2024-02-29"}]}
        )
        assert planned is not None
        assert isinstance(planned.actual_instance, TaskInstanceCollection)
        assert [instance.task_id for instance in planned.actual_instance.task_instances or ()] == ["t"]


@pytest.mark.parametrize(
    "answer", [{"log": "http://x"}, {"extra_links": [{"name": "log", "href": "http://x"}]}], ids=["real", "document"]
)
def test_extra_links_in_either_shape(answer: dict[str, Any]) -> None:
    links = ExtraLinkCollection.from_dict(answer)
    assert links is not None
    assert [(link.name, link.href) for link in links.extra_links or ()] == [("log", "http://x")]


def test_a_configuration_from_text() -> None:
    text = "[core]\na = 1\nb = \nc = x = y\n[d]e\n\n  = f\n\n[empty]\n\n\n[last]\nkey.of-it = v\n"
    values = {
        section.name: {option.key: option.value for option in section.options or ()}
        for section in Config.from_text(text).sections or ()
    }
    assert values == {
        "core": {"a": "1", "b": "", "c": "x = y\n[d]e\n\n  = f"},
        "empty": {},
        "last": {"key.of-it": "v"},
    }
    assert Config.from_text("") == Config(sections=[])
