"""The quality gate: what the benchmark measures may not fall below what tests/bench_floors.toml pins.

    python tests/bench_gate.py            compare the figures of now with the pinned ones
    python tests/bench_gate.py --raise    pin those that have become better
    python tests/bench_gate.py --lower    pin those of now, also where they have become worse

The benchmark stands beside the checkout and is no part of the project; where it is missing there is no gate.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests import grouping_bench

SCORE = Path(__file__).parents[2] / "shared" / "bench" / "score.py"
FLOORS = Path(__file__).with_name("bench_floors.toml")

Figures = dict[str, dict[str, float]]
Floors = Mapping[str, Mapping[str, Mapping[str, float]]]
"""By suite, then by "at_least" or "at_most", then by figure."""


def measure() -> Figures:
    """Run the benchmark on the program installed beside this Python, and return its figures by suite."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [sys.executable, str(SCORE), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PATH": path})
    if done.stderr:
        raise RuntimeError(f"jobs of the benchmark failed: {done.stderr}")
    figures: Figures = json.loads(done.stdout)
    return {**figures, "grouping": grouping_bench.measure()}


def pinned() -> Floors:
    floors: Floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def fallen(figures: Figures, floors: Floors) -> list[str]:
    """Return what is worse than pinned, a line each; empty where all is well."""
    lines = []
    for suite, sides in floors.items():
        for side, least in sides.items():
            for name, floor in least.items():
                now = figures[suite][name]
                if now < floor if side == "at_least" else now > floor:
                    lines.append(f"{suite}: {name}: {now}, pinned {side.replace('_', ' ')} {floor}")
    return lines


def moved(figures: Figures, floors: Floors, lower: bool) -> Floors:
    """Return ``floors`` at the figures of now: only where those are better, unless ``lower``."""

    def move(side: str, floor: float, now: float) -> float:
        return now if lower else max(floor, now) if side == "at_least" else min(floor, now)

    return {
        suite: {
            side: {name: move(side, floor, figures[suite][name]) for name, floor in least.items()}
            for side, least in sides.items()
        }
        for suite, sides in floors.items()
    }


def written(floors: Floors) -> str:
    lines = ["# The benchmark's floors. Raised with `python tests/bench_gate.py --raise`, lowered only with --lower."]
    for suite, sides in floors.items():
        for side, least in sides.items():
            lines += ["", f"[{suite}.{side}]", *(f'"{name}" = {floor}' for name, floor in least.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="up", action="store_true", help="pin what has become better")
    parser.add_argument("--lower", action="store_true", help="pin the figures of now, worse ones too")
    args = parser.parse_args()
    if not SCORE.is_file():
        print(f"no benchmark at {SCORE}", file=sys.stderr)
        return 2
    figures, floors = measure(), pinned()
    if args.up or args.lower:
        FLOORS.write_text(written(moved(figures, floors, args.lower)), encoding="utf-8")
    lines = fallen(figures, pinned())
    print("\n".join(lines) or "no figure is below its floor")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
