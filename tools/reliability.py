"""Write the tables of docs/concepts/reliability.md: every fault of tests/faults is carried out, and told about.

python tools/reliability.py            writes them
python tools/reliability.py --check    says whether they are what a run would write
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.faults import table
from tests.faults.faults import FAULTS
from tests.faults.run import every


def main(arguments: list[str]) -> int:
    warnings.simplefilter("error")
    found = {fault.name: every(fault) for fault in FAULTS}
    for name, outcomes in found.items():
        for (kind, _), by_colour in outcomes.items():
            for colour, outcome in by_colour.items():
                for wrong in outcome.wrong:
                    print(f"{name}, {kind}, {colour}: {wrong}", file=sys.stderr)
    before = table.PAGE.read_text()
    if "--check" not in arguments:
        table.write(found)
        return 0
    if table.table(found) in before:
        return 0
    print(f"{table.PAGE} is not up to date: run tools/reliability.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
