"""The releases of Airflow that can be run here, and what each needs."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import NamedTuple

from .errors import OptionNotSupported, UnknownRelease
from .plan import FAB, SIMPLE

DEFAULT = "2.11.2"


class Release(NamedTuple):
    """One release of Airflow."""

    name: str
    exclude_newer: str
    """Packages that were published after this day do not exist for it: the same set is found next year."""
    newest_python: tuple[int, int]
    oldest_python: tuple[int, int] = (3, 10)
    fab: bool = False
    """Whether it comes with the FAB auth manager, which Airflow 3 has apart."""

    @property
    def major(self) -> int:
        """2 or 3."""
        return int(self.name.partition(".")[0])

    @property
    def requirements(self) -> Path:
        """The pinned set: what was resolved on Python 3.11."""
        return Path(__file__).parent / "requirements" / f"{self.edition}.txt"

    @property
    def edition(self) -> str:
        """Its name, and what it comes with."""
        return f"{self.name}-fab" if self.fab else self.name

    @property
    def packages(self) -> list[str]:
        """What the pinned set was resolved from."""
        return [f"apache-airflow=={self.name}", *(["apache-airflow-providers-fab"] if self.fab else [])]

    @property
    def pythons(self) -> str:
        """The Pythons that it runs on, as a version specifier."""
        oldest, newest = self.oldest_python, self.newest_python
        return f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"

    @property
    def pythons_in_words(self) -> str:
        """The Pythons that it runs on, for people."""
        return f"Python {'.'.join(map(str, self.oldest_python))} to {'.'.join(map(str, self.newest_python))}"


RELEASES: dict[str, Release] = {
    release.name: release
    for release in (
        Release("2.6.3", "2023-07-12", (3, 11)),
        Release("2.7.3", "2023-11-08", (3, 11)),
        Release("2.8.4", "2024-03-27", (3, 11)),
        Release("2.9.3", "2024-07-18", (3, 12)),
        Release("2.10.5", "2025-02-12", (3, 12)),
        Release("2.11.2", "2026-03-15", (3, 12)),
        Release("3.0.6", "2025-08-31", (3, 12)),
        Release("3.1.8", "2026-03-13", (3, 13)),
        Release("3.2.2", "2026-05-31", (3, 13), (3, 11)),
        Release("3.3.2", "2026-09-18", (3, 13), (3, 11)),
    )
}


def find(name: str) -> Release:
    """The release of that name; `2.11` and `3` mean the newest that is known of them."""
    if name in RELEASES:
        return RELEASES[name]
    of_series = [release for known, release in RELEASES.items() if known.startswith(f"{name}.")]
    if of_series:
        return of_series[-1]
    series = name.rpartition(".")[0]
    near = [known for known in RELEASES if series and known.startswith(f"{series}.")]
    near = near or difflib.get_close_matches(name, RELEASES, n=1, cutoff=0.5)
    raise UnknownRelease(
        f"Airflow {name} is not one of the releases that can be run here: {', '.join(RELEASES)}",
        hint=f"did you mean {near[-1]}?" if near else f"{DEFAULT} is a good choice",
    )


def with_auth(release: Release, auth: str | None) -> Release:
    """The release with that auth manager: Airflow 2 has FAB alone, Airflow 3 the simple one unless FAB is asked for."""
    if auth not in (None, SIMPLE, FAB):
        raise OptionNotSupported(f"there is no auth manager {auth!r} here", hint=f"there are {SIMPLE} and {FAB}")
    if release.major == 2 and auth == SIMPLE:
        raise OptionNotSupported(
            f"Airflow {release.name} has no simple auth manager", hint="leave it out: Airflow 2 keeps users by itself"
        )
    return release._replace(fab=release.major > 2 and auth == FAB)
