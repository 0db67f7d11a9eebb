"""From samples to tables: the goals, and the medians of every question."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from . import bodies
from .peers import PEERS
from .question import Figure, Goal, Question
from .rounds import Samples, of

BEGIN, END = "<!-- scripts/bench --write: from here -->", "<!-- scripts/bench --write: to here -->"


def report(answers: dict[str, Samples], absent: dict[str, str], command: str, pages: dict[str, int]) -> str:
    """The whole report, as Markdown."""
    lines = [*machine(command, pages), "", "## Goals", "", *goals(answers, absent), ""]
    for name, samples in answers.items():
        lines += ["", *details(of(name), samples, absent)]
    return "\n".join(lines) + "\n"


def machine(command: str, pages: dict[str, int]) -> Iterator[str]:
    """What this was measured on."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    yield f"- Command: `{command}`"
    yield f"- Machine: {os.cpu_count()} cores ({model()}), {platform.system()}; load at the end {load}"
    yield f"- Python: {platform.python_implementation()} {platform.python_version()}"
    yield "- A page of 100 DAGs: " + ", ".join(f"{size / 1000:.0f} kB on {version}" for version, size in pages.items())


def model() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*: (.*)$", cpuinfo.read_text(), re.MULTILINE) if cpuinfo.exists() else []
    return names[0] if names else platform.machine()


def goals(answers: dict[str, Samples], absent: dict[str, str]) -> Iterator[str]:
    """Each goal with what was reached."""
    yield "| # | what | against | goal | reached | |"
    yield "|--:|---|---|--:|--:|---|"
    asked = [(goal, of(name), samples) for name, samples in answers.items() for goal in of(name).goals]
    for goal, question, samples in sorted(asked, key=lambda one: one[0].number):
        against = "" if goal.difference else label(goal.against)
        what = goal.what if goal.figure in ("CPU", "held") else f"{goal.what}: {goal.figure}"
        yield f"| {goal.number} | {what} | {against} | {' | '.join(verdict(goal, question, samples, absent))} |"


def verdict(goal: Goal, question: Question, samples: Samples, absent: dict[str, str]) -> tuple[str, str, str]:
    """The limit, what was measured, and whether that is enough."""
    figure = next(figure for figure in question.figures if figure.name == goal.figure)
    limit = f"<= {goal.limit:g} {figure.unit}" if goal.difference else f"<= {goal.limit:g}x"
    ours, other = (samples.get(who, {}).get(goal.figure) for who in (goal.ours, goal.against))
    if not ours or not other:
        return limit, f"not measured: {absent.get(PEERS[goal.against].environment, 'not on this system')}", ""
    if goal.difference:
        reached = (median(ours) - median(other)) * figure.scale
        return limit, f"{reached:.1f} {figure.unit}", "yes" if reached <= goal.limit else "**no**"
    reached = median(ours) / median(other)
    return limit, f"{reached:.3g}x", "yes" if reached <= goal.limit else "**no**"


def details(question: Question, samples: Samples, absent: dict[str, str]) -> Iterator[str]:
    """The medians of one question, the middle half of the rounds in brackets, and ours as a part of each."""
    yield f"### {question.title}"
    yield ""
    yield question.how
    yield ""
    yield f"| | {' | '.join(f'{figure.name}, {figure.unit}' for figure in question.figures)} | ours / this |"
    yield f"|---|{'--:|' * len(question.figures)}--:|"
    for client in question.clients:
        why = absent.get(PEERS[client].environment)
        cells = [
            f"not measured: {why}" if why else spread(samples.get(client, {}).get(figure.name, []), figure)
            for figure in question.figures
        ]
        yield f"| {label(client)} | {' | '.join(cells)} | {ratio(question, samples, client)} |"


def spread(values: list[float], figure: Figure) -> str:
    if not values:
        return "not measured on this system"
    text = number(median(values) * figure.scale)
    if len(values) < 5:
        return text
    low, _, high = quantiles(values, n=4)
    return f"{text} ({number(low * figure.scale)} to {number(high * figure.scale)})"


def number(value: float) -> str:
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def ratio(question: Question, samples: Samples, client: str) -> str:
    """Ours, on the same kind of bodies where it was measured on both, against this client."""
    first = question.figures[0].name
    pairs = {goal.against: goal.ours for goal in question.goals}
    mine = pairs.get(client, "ours_v2" if client == "floor_v2" else question.goals[0].ours)
    ours, other = samples.get(mine, {}).get(first), samples.get(client, {}).get(first)
    if not ours or not other or client == mine or client.startswith("ours"):
        return ""
    return f"{median(ours) / median(other):.3g}x"


def label(client: str) -> str:
    return PEERS[client].label


def write(page: Path, text: str) -> None:
    """Put the report between the markers of a page."""
    before, _, rest = page.read_text().partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        sys.exit(f"{page} has no place for the report: {BEGIN} ... {END}")
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}")


def sizes(folder: Path) -> dict[str, int]:
    return {version: len(bodies.page(folder, version, 7)) for version in bodies.WRITERS}
