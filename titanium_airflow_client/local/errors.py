"""What can go wrong with a local Airflow, each with what to do about it and an exit code of its own.

LocalAirflowError             1
├── ExtraMissing              2   uv or platformdirs is not installed
├── PlatformNotSupported      5   Windows
├── UnknownRelease           10
├── PythonNotFound           11   no Python that this Airflow runs on
├── RegistryUnreachable      12
├── InstallationFailed       13
├── DiskFull                 14
├── DagsFolderNotFound       15
├── PortInUse                16
├── NameInUse                17
├── DatabaseNotSupported     18   --sql with something else than SQLite or PostgreSQL
├── StartFailed              19   Airflow itself did not come up
├── ServerNotFound           20
├── StopFailed               21   something that we started is still there
├── OptionNotSupported       22   this release of Airflow has nothing like it
└── DatabaseUnreachable      23   the database of --sql does not let us in
"""

from __future__ import annotations


class LocalAirflowError(Exception):
    """Base of everything that this package raises on purpose."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None, log: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.log = log
        """The last lines of the log of what failed, if there is one."""

    def __str__(self) -> str:
        log = f"\n\n{self.log.rstrip()}" if self.log else ""
        hint = f"\n\nhint: {self.hint}" if self.hint else ""
        return f"{self.message}{log}{hint}"

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self.message, self.hint, self.log)


def _restore(kind: type[LocalAirflowError], message: str, hint: str | None, log: str | None) -> LocalAirflowError:
    return kind(message, hint=hint, log=log)


class ExtraMissing(LocalAirflowError):
    """A package of the extra `local` is not installed."""

    exit_code = 2


class PlatformNotSupported(LocalAirflowError):
    """Airflow runs on Linux and macOS only."""

    exit_code = 5


class UnknownRelease(LocalAirflowError):
    """There is no pinned set for this release of Airflow."""

    exit_code = 10


class PythonNotFound(LocalAirflowError):
    """None of the installed Pythons can run this release of Airflow."""

    exit_code = 11


class RegistryUnreachable(LocalAirflowError):
    """The package registry did not answer."""

    exit_code = 12


class InstallationFailed(LocalAirflowError):
    """Airflow could not be installed, for a reason that the log tells."""

    exit_code = 13


class DiskFull(LocalAirflowError):
    """There is no space left for Airflow or its database."""

    exit_code = 14


class DagsFolderNotFound(LocalAirflowError):
    """The DAG folder does not exist, or is not a folder."""

    exit_code = 15


class PortInUse(LocalAirflowError):
    """Another process listens on the port that was asked for."""

    exit_code = 16


class NameInUse(LocalAirflowError):
    """Another local Airflow has the name that was asked for."""

    exit_code = 17


class DatabaseNotSupported(LocalAirflowError):
    """The SQL URL is for a database that the local Airflow does not support."""

    exit_code = 18


class StartFailed(LocalAirflowError):
    """Airflow was installed, but did not become healthy."""

    exit_code = 19


class ServerNotFound(LocalAirflowError):
    """No local Airflow of that name or port is known."""

    exit_code = 20


class StopFailed(LocalAirflowError):
    """A process that belongs to the local Airflow could not be stopped."""

    exit_code = 21


class OptionNotSupported(LocalAirflowError):
    """The release of Airflow has nothing like what was asked for."""

    exit_code = 22


class DatabaseUnreachable(LocalAirflowError):
    """The database that the SQL URL names does not answer, or refuses the user."""

    exit_code = 23
