"""The operations of the API, one group per file. Written by tools/facade.py."""

TYPE_CHECKING = False  # `typing` need not be imported for it: type checkers know the name

if TYPE_CHECKING:
    from . import dag_api as dag_api
    from . import dag_run_api as dag_run_api
    from .dag_api import DAGApi
    from .dag_run_api import DAGRunApi
else:
    _HOME = {
        "DAGApi": "dag_api",
        "DAGRunApi": "dag_run_api",
        "dag_api": "dag_api",
        "dag_run_api": "dag_run_api",
    }

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        module = import_module("." + _HOME[name], __name__)
        value = globals()[name] = module if _HOME[name] == name else getattr(module, name)
        return value

    def __dir__() -> list[str]:
        return sorted({*_HOME, *(name for name in globals() if name.startswith("__"))})


__all__ = [
    "DAGApi",
    "DAGRunApi",
]
