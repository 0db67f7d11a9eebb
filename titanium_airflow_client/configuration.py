"""Where the server is, who is calling, and how calls are made."""

from __future__ import annotations

import copy
import logging
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from .exceptions import ApiValueError

if TYPE_CHECKING:
    import urllib3
    from typing_extensions import Self

    from .retry import Retry

DEFAULT_HOST = "https://airflow.apache.org/api/v1"


class Configuration:
    """The settings of a client. Every attribute may also be set after construction.

    - `host`: the address of the server, with or without `/api/v1`; `https://user:password@host` gives credentials too.
      Default: the environment variable `TITANIUM_HOST`, else the documented `https://airflow.apache.org/api/v1`.
    - `username`, `password`: for basic authentication. Default: `TITANIUM_USERNAME` and `TITANIUM_PASSWORD`.
    - `access_token`: a bearer token, or a function that returns one. Default: `TITANIUM_ACCESS_TOKEN`.
    - `api_key`, `api_key_prefix`: headers by name, and the word before the value of each.
    - `timeout`: seconds to connect and to wait for each piece of an answer, `(10, 60)`; None waits for ever.
    - `retries`: None (three, where that is safe), a number, a `titanium_airflow_client.Retry` or an `urllib3.Retry`.
    - `max_response_size`: bytes, decompressed: a longer answer is an error, 268435456 (256 MiB); None allows any.
    - `ssl_ca_cert`, `ca_cert_data`: a file, or the PEM text itself, of the authorities to trust. Default: the file that
      `REQUESTS_CA_BUNDLE` names, else the system's.
    - `verify_ssl`, `assert_hostname`, `tls_server_name`: what of the server's certificate is checked.
    - `cert_file`, `key_file`: the client's own certificate.
    - `proxy`, `proxy_headers`: default: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of the environment.
    - `connection_pool_maxsize`: how many connections are kept for later calls, 100.
    - `safe_chars_for_path_param`: characters that stay as they are in paths; none by default, so that `a/b` is one ID.
    - `date_format`, `datetime_format`: `strftime` patterns for dates in queries; None is ISO 8601, as Airflow wants it.
    - `debug`, `logger_file`, `logger_format`: log each exchange (never its headers or bodies).
    """

    _default: ClassVar[Configuration | None] = None

    def __init__(
        self,
        host: str | None = None,
        api_key: Mapping[str, str] | None = None,
        api_key_prefix: Mapping[str, str] | None = None,
        username: str | None = None,
        password: str | None = None,
        access_token: str | Callable[[], str] | None = None,
        discard_unknown_keys: bool = False,
        disabled_client_side_validations: str = "",
        server_index: int | None = None,
        server_variables: Mapping[str, str] | None = None,
        server_operation_index: Mapping[str, int] | None = None,
        server_operation_variables: Mapping[str, Any] | None = None,
        ignore_operation_servers: bool = False,
        ssl_ca_cert: str | None = None,
        retries: int | Retry | urllib3.Retry | None = None,
        ca_cert_data: str | bytes | None = None,
        *,
        timeout: float | tuple[float | None, float | None] | None = (10.0, 60.0),
        max_response_size: int | None = 2**28,
        debug: bool | None = None,
    ) -> None:
        environment = os.environ.get
        self.username = username if username is not None else environment("TITANIUM_USERNAME")
        self.password = password if password is not None else environment("TITANIUM_PASSWORD")
        self.access_token = access_token if access_token is not None else environment("TITANIUM_ACCESS_TOKEN")
        self.host = host if host is not None else environment("TITANIUM_HOST", DEFAULT_HOST)
        self.api_key = dict(api_key or {})
        self.api_key_prefix = dict(api_key_prefix or {})
        self.timeout = timeout
        self.max_response_size = max_response_size
        self.retries = retries
        self.ssl_ca_cert = ssl_ca_cert or environment("REQUESTS_CA_BUNDLE")
        self.ca_cert_data = ca_cert_data
        self.verify_ssl = True
        self.cert_file: str | None = None
        self.key_file: str | None = None
        self.assert_hostname: bool | None = None
        self.tls_server_name: str | None = None
        self.proxy: str | None = None
        self.proxy_headers: Mapping[str, str] | None = None
        self.connection_pool_maxsize = 100
        self.safe_chars_for_path_param = ""
        self.date_format: str | None = None
        self.datetime_format: str | None = None
        # What clients of older generators configure, and nothing here needs: there is one server and no validation.
        self.discard_unknown_keys = discard_unknown_keys
        self.disabled_client_side_validations = disabled_client_side_validations
        self.server_index = server_index or 0
        self.server_variables = dict(server_variables or {})
        self.server_operation_index = dict(server_operation_index or {})
        self.server_operation_variables = dict(server_operation_variables or {})
        self.ignore_operation_servers = ignore_operation_servers
        self.client_side_validation = True
        self.logger = {"package_logger": logging.getLogger("titanium_airflow_client")}
        self._handler: logging.Handler | None = None
        self._logger_file: str | None = None
        self._logger_format = "%(asctime)s %(levelname)s %(message)s"
        self._debug = False
        if debug:
            self.debug = True

    @property
    def host(self) -> str:
        """The address of the API, without credentials."""
        return self._host

    @host.setter
    def host(self, value: str) -> None:
        parts = _parts(value)
        if parts is None:
            raise ApiValueError(
                f"host must be an address such as http://localhost:8080/api/v1, not {_without_credentials(value)!r}"
            )
        if parts.username is not None:
            self.username, self.password = unquote(parts.username), unquote(parts.password or "")
        self._host = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])).rstrip("/")

    @property
    def debug(self) -> bool:
        """Whether each exchange is logged: its method, path, status and duration."""
        return self._debug

    @debug.setter
    def debug(self, value: bool) -> None:
        self._debug = value
        logger = self.logger["package_logger"]
        logger.setLevel(logging.DEBUG if value else logging.WARNING)
        if value and self._handler is None:
            self._handle(logging.StreamHandler(sys.stderr))

    @property
    def logger_file(self) -> str | None:
        """The file that the log is appended to; None logs to standard error."""
        return self._logger_file

    @logger_file.setter
    def logger_file(self, value: str | None) -> None:
        self._logger_file = value
        self._handle(logging.FileHandler(value) if value else logging.StreamHandler(sys.stderr))

    @property
    def logger_format(self) -> str:
        """The format of a line of the log, in the terms of `logging.Formatter`."""
        return self._logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        self._logger_format = value
        if self._handler is not None:
            self._handler.setFormatter(logging.Formatter(value))

    def _handle(self, handler: logging.Handler) -> None:
        logger = self.logger["package_logger"]
        if self._handler is not None:
            logger.removeHandler(self._handler)
            self._handler.close()
        handler.setFormatter(logging.Formatter(self._logger_format))
        logger.addHandler(handler)
        self._handler = handler

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        other = type(self).__new__(type(self))
        for name, value in self.__dict__.items():  # loggers and handlers are shared: they belong to the process
            shared = name in ("logger", "_handler")
            other.__dict__[name] = value if shared else copy.deepcopy(value, memo)
        return other

    def __repr__(self) -> str:
        return f"Configuration(host={self._host!r})"

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Use a copy of these settings wherever none are given."""
        cls._default = copy.deepcopy(default)

    @classmethod
    def get_default(cls) -> Configuration:
        """The settings that are used where none are given; changes to them last."""
        if cls._default is None:
            cls._default = cls()
        return cls._default

    @classmethod
    def get_default_copy(cls) -> Configuration:
        """A copy of the settings that are used where none are given."""
        return copy.deepcopy(cls.get_default())

    def get_host_settings(self) -> list[dict[str, str]]:
        """The hosts that `_host_index` chooses from: one."""
        return [{"url": self._host, "description": "The configured host"}]

    def get_host_from_settings(self, index: int | None = None) -> str:
        """The address of a host of `get_host_settings`."""
        try:
            return self.get_host_settings()[index or 0]["url"]
        except IndexError:
            raise ApiValueError(f"there is no host with index {index}; the only one is 0: {self._host}") from None

    def to_debug_report(self) -> str:
        """What to say about this setup in a bug report. It holds no secret."""
        from . import __version__

        return (
            "Python SDK Debug Report:\n"
            f"OS: {sys.platform}\n"
            f"Python Version: {sys.version}\n"
            f"Host: {self._host}\n"
            "Version of the API: 2.10.5\n"
            f"SDK Package Version: {__version__}"
        )


def _parts(address: str) -> SplitResult | None:
    """The parts of an address that can be called; None of any other."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:  # a port that is none, half an IPv6 address
        return None
    whole = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    return parts if whole and address.isprintable() and " " not in address else None


def _without_credentials(address: str) -> str:
    return address.rpartition("@")[2]
