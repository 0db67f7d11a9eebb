"""Measure this library beside its peers and the floor, in one interleaved run, and hold it against its goals."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from . import bodies, environments, report, rounds
from .peers import PEERS, ROOT
from .question import Job
from .questions import ALL

PAGE = ROOT / "docs" / "benchmarks.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("questions", nargs="*", metavar="QUESTION", help=f"all by default: {', '.join(ALL)}")
    parser.add_argument("--quick", action="store_true", help="few rounds: a first impression in a minute or two")
    parser.add_argument("--write", action="store_true", help=f"put the report into {PAGE.relative_to(ROOT)}")
    parser.add_argument("--samples", type=Path, metavar="FILE", help="keep every single figure, as JSON")
    options = parser.parse_args()
    if unknown := set(options.questions) - set(ALL):
        parser.error(f"no such question: {', '.join(sorted(unknown))}; there are {', '.join(ALL)}")
    if options.write and options.questions:
        parser.error("--write needs all questions, from one run")

    names = options.questions or ALL
    needed = {PEERS[client].environment for name in names for client in rounds.of(name).clients}
    pythons, absent = environments.interpreters(needed)
    answers: dict[str, rounds.Samples] = {}
    with tempfile.TemporaryDirectory() as folder:
        print("writing the bodies", file=sys.stderr)
        bodies.write(Path(folder))
        with rounds.server(Path(folder)) as hosts:
            job = Job(hosts["at once"], hosts["late"], Path(folder), "")
            for name in names:
                began, wanted = time.monotonic(), rounds.of(name).rounds
                answers[name] = rounds.ask(name, pythons, job, max(2, wanted // 5) if options.quick else wanted)
                print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
        sizes = report.sizes(Path(folder))
    if options.samples:
        options.samples.write_text(json.dumps(answers))
    text = report.report(answers, absent, " ".join(["scripts/bench", *sys.argv[1:]]), sizes)
    print(text)
    if options.write:
        report.write(PAGE, text)


if __name__ == "__main__":
    main()
