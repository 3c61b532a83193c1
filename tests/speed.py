"""Prints how fast figures are read: ratio to quantulum3 on a corpus, and time against length.

    python tests/speed.py CORPUS.jsonl [ROUNDS]

CORPUS holds one JSON object with a "text" a line. Both parsers read the same texts in one process, after
warm-up, in alternating rounds; the median of each counts. quantulum3 gets a sample of the texts, as it
would take minutes for all, and both are told in characters a second.
"""

from __future__ import annotations

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


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


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
    """Print the time a character at several lengths of one text."""
    text = "\n\n".join(texts[: len(texts) // 8 or 1])
    ours(text)
    for copies in COPIES:
        whole = text * copies
        took = statistics.median(seconds(ours, [whole]) for _ in range(3))
        print(f"{copies:>3} copies {len(whole):>10} characters {took / len(whole) * 1e9:8.1f} ns a character")


def main() -> None:
    path = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    ratio(texts, rounds)
    linearity(texts)


if __name__ == "__main__":
    main()
