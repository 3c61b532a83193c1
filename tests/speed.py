"""Prints how fast figures are read and drafts are checked, and how the time grows with the length of the texts.

    python tests/speed.py CORPUS.jsonl [ROUNDS]

CORPUS holds one JSON object with a "text" a line, reports of one event next to each other. What is compared runs
in one process on the same texts, after warm-up, in alternating rounds; the median of each counts, in processor
time, as other programs run too. quantulum3 gets a sample of the texts, as it would take minutes for all.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from claimcheck.checker import Checker
from claimcheck.documents.model import Document
from claimcheck.figures import read_figures

SAMPLE = 25  # texts for quantulum3
COPIES = (1, 4, 16, 64)
ROUNDS = 3
SOURCES = 3
SHARES = (64, 16, 4, 1)  # parts of the corpus that are checked as one long draft and source, the smallest first
CHECKER = Checker()

T = TypeVar("T")


def seconds(read: Callable[[T], object], texts: Sequence[T]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def ours(text: str) -> object:
    return read_figures(Document("text", text))


def ratio(texts: Sequence[str], rounds: int) -> None:
    """Print both throughputs and their ratio."""
    from quantulum3 import parser  # type: ignore[import-untyped]  # noqa: PLC0415  (takes a second to load)

    sample = texts[:: max(1, len(texts) // SAMPLE)]
    size = sum(map(len, sample))
    seconds(parser.parse, sample[:2])
    seconds(ours, sample[:2])
    times: dict[str, list[float]] = {"claimcheck": [], "quantulum3": []}
    for _ in range(rounds):
        times["claimcheck"].append(seconds(ours, sample))
        times["quantulum3"].append(seconds(parser.parse, sample))
    rates = {name: size / statistics.median(row) for name, row in times.items()}
    for name, rate in rates.items():
        print(f"{name:<12}{rate / 1e6:8.3f} million characters a second")
    print(f"ratio       {rates['claimcheck'] / rates['quantulum3']:8.0f}")


def linearity(texts: Sequence[str]) -> None:
    """Print the time a character at several lengths of one text, as a ratio to the shortest.

    The garbage collector goes over all that lives, so it adds to long texts: once with it, once without.
    """
    text = "\n\n".join(texts[: len(texts) // 8 or 1])
    ours(text)
    plain, paused = (pace(text, collect=collect) for collect in (True, False))
    for copies, with_collector, without in zip(COPIES, plain, paused, strict=True):
        print(
            f"{copies:>3} copies {copies * len(text):>10} characters {with_collector * 1e9:7.1f} ns a character, "
            f"{with_collector / plain[0]:.2f} of one copy's; {without / paused[0]:.2f} without the garbage collector"
        )


def pace(text: str, *, collect: bool) -> list[float]:
    """Return the seconds a character for each number of copies, with or without the garbage collector."""
    if not collect:
        gc.disable()
    try:
        return [
            min(seconds(ours, [whole]) for _ in range(ROUNDS)) / len(whole)
            for whole in (text * copies for copies in COPIES)
        ]
    finally:
        gc.enable()


def check(texts: Sequence[str]) -> object:
    """Check the first of the texts against the others."""
    return CHECKER.check(texts[0], texts[1:])


def flow(texts: Sequence[str], rounds: int) -> None:
    """Print what checking a draft against three sources takes beside reading the four texts."""
    step = SOURCES + 1
    groups = [texts[n : n + step] for n in range(0, len(texts) - SOURCES, step)]
    works: dict[str, Callable[[Sequence[str]], object]] = {
        "figures read": lambda group: list(map(ours, group)),
        "claims extracted": lambda group: list(map(CHECKER.extract, group)),
        "draft checked": check,
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            took = seconds(work, groups)
            if number:
                times[name].append(took)
    medians = {name: statistics.median(row) for name, row in times.items()}
    for name, median in medians.items():
        print(f"{name:<17}{median / len(groups) * 1e3:8.2f} ms a draft with {SOURCES} sources")
    for name in ("figures read", "claims extracted"):
        print(f"ratio to {name:<17}{medians['draft checked'] / medians[name]:8.2f}")


def growth(texts: Sequence[str]) -> None:
    """Print the time a figure when ever more of the corpus is checked as one draft and one source."""
    for share in SHARES:
        some = texts[: len(texts) // share]
        pair = ["\n\n".join(some[::2]), "\n\n".join(some[1::2])]
        claims = len(CHECKER.check(pair[0], pair[1:]).claims)
        took = statistics.median(seconds(check, [pair]) for _ in range(3))
        print(f"{sum(map(len, pair)):>10} characters {claims:>7} claims {took / max(1, claims) * 1e6:8.0f} us a claim")


def main() -> None:
    path = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    ratio(texts, rounds)
    linearity(texts)
    flow(texts, rounds)
    growth(texts)


if __name__ == "__main__":
    main()
