"""Prints how fast figures are read: ratio to quantulum3 on a corpus, and time against length.

    python tests/speed.py CORPUS.jsonl [ROUNDS]

CORPUS holds one JSON object with a "text" a line. Both parsers read the same texts in one process, after
warm-up, in alternating rounds; the median of each counts. quantulum3 gets a sample of the texts, as it
would take minutes for all, and both are told in characters a second of processor time, as other programs run too.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.documents.model import Document
from claimcheck.figures import read_figures

SAMPLE = 25  # texts for quantulum3
COPIES = (1, 4, 16, 64)
ROUNDS = 3


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
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


def main() -> None:
    path = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    ratio(texts, rounds)
    linearity(texts)


if __name__ == "__main__":
    main()
