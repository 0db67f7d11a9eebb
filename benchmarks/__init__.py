"""How fast it is: one question per file in `questions/`, ours beside its peers and the floor, in one interleaved run.

`scripts/bench` runs all of it; see `docs/benchmarks.md`.
"""
