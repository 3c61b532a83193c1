"""How a night's cost grows: a corpus grown by rewriting its stories, and runs of ``claimcheck nightly`` over it.

    python tests/growth.py                     1,000, 3,000, 10,000 and 30,000 stories
    python tests/growth.py 300 1000            other sizes
    python tests/growth.py --cluster 2         on a Dask cluster of two worker processes of this machine

Each story is told again of another event: every name, place, date and figure changed, alike in all stories of the
event, so that its outlets still agree and differ as they did, and no two events share a name or a figure. The corpus
stands beside the checkout and is no part of the project. Exponent and second run are of the time of all cores together,
which what else the machine does leaves alone; speed is by the clock, memory that of the largest process. On a cluster
time of cores and memory are those of the run's own process, without the workers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claimcheck.claims.reading import read_text
from claimcheck.documents import Document
from claimcheck.figures.words import MONTHS, WEEKDAYS
from claimcheck.nightly.grouping import group_profiles, read_profile
from claimcheck.nightly.grouping.pools import candidates
from claimcheck.nightly.grouping.settings import load_settings
from claimcheck.nightly.grouping.weighing import count_terms, weigh
from tests.grouping_bench import CORPUS, WINDOW, bcubed

SIZES = (1_000, 3_000, 10_000, 30_000)
SHARE = 0.01
"""New stories of the second run."""
NIGHT = "2026-03-04"
PARSED = 60
"""Stories that quantulum3 is timed on."""
BARS = {"exponent": 1.15, "memory": 3.0, "faster": 3.0, "again": 0.05}

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_DAYS = [word for word in WEEKDAYS if len(word) > 5]
_MONTHS = [word for word in MONTHS if len(word) > 3]
_SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]


def grown(size: int) -> Iterator[dict[str, str]]:
    """Yield ``size`` stories with the label of their event, in rounds over the corpus."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    names = [_name_words(row["text"]) for row in rows]
    common = _ordinary(rows, names)
    for number in range(size):
        turn, place = divmod(number, len(rows))
        row = rows[place]
        event = f"{row['event']}#{turn}"
        text = _rewritten(row["text"], names[place] - common, event) if turn else row["text"]
        outlet = row["outlet"] or f"outlet{int(_number(row['id']), 16) % 200}.example"
        yield {"id": f"{number}", "event": event, "outlet": outlet, "text": text}


def _name_words(text: str) -> set[str]:
    reading = read_text(Document(id="", text=text))
    return {word for name in reading.names for word in _TOKEN.findall(text[name.start : name.end]) if word[0].isupper()}


def _ordinary(rows: Sequence[dict[str, str]], names: Sequence[set[str]]) -> set[str]:
    """Return words that stand in names of many events: Monday's, not a town's."""
    events = defaultdict(set)
    for row, mine in zip(rows, names, strict=True):
        for word in mine:
            events[word].add(row["event"])
    return {word for word, mine in events.items() if len(mine) > len(rows) // 40}


def _rewritten(text: str, names: set[str], event: str) -> str:
    turn = int(_number(event), 16)

    def other(found: re.Match[str]) -> str:
        word = found.group()
        lower = word.lower()
        for cycle in (_DAYS, _MONTHS, _SMALL):
            if lower in cycle:
                new = cycle[(cycle.index(lower) + 1 + turn % (len(cycle) - 1)) % len(cycle)]
                return new.capitalize() if word[0].isupper() else new
        if word.isdecimal():
            return _other_number(word, event)
        return _other_name(word, event) if word in names else word

    return _TOKEN.sub(other, text)


def _other_number(digits: str, event: str) -> str:
    """Return a number of as many digits: a year stays one of its century, a zero at the end stays."""
    kept = len(digits) - len(digits.rstrip("0"))
    told = digits[: len(digits) - kept]
    if not told:
        return digits
    fresh = str(int(_number(f"{event} {digits}"), 16))
    if len(digits) == len("1999") and digits[:2] in {"19", "20"}:
        return digits[:2] + fresh[:2]
    first = str(1 + int(fresh[0]) % 9) if len(digits) != 2 else str(1 + int(fresh[0]) % 5)
    return (first + fresh[1 : len(told)]).ljust(len(told), "1") + "0" * kept


def _other_name(word: str, event: str) -> str:
    number = int(_number(f"{event} {word}"), 16)
    made = "".join(_SYLLABLES[number >> 8 * n & 63] for n in range(max(2, min(4, len(word) // 2))))
    return made.upper() if word.isupper() and len(word) > 1 else made.capitalize()


def _number(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def night(inbox: Path, folder: Path, where: Sequence[str]) -> tuple[float, float, float]:
    """Run the night on ``inbox``; return its seconds, those of all cores together, and its largest process' megabytes."""
    command = [str(Path(sys.executable).with_name("claimcheck")), "nightly", str(inbox), "--date", NIGHT, *where,
               "--archive", str(folder / "archive"), "--reports", str(folder / "reports"), "--fail-on", "never"]  # fmt: skip
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        assert process.stderr
        told = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(told.decode()[-2000:])
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """Start a Dask cluster of so many worker processes, of one thread each, and give its address."""
    from distributed import LocalCluster  # noqa: PLC0415 - slow to load

    started: Any = LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None)  # type: ignore[no-untyped-call]
    with started as running:
        yield running.scheduler_address


def compared(stories: Sequence[dict[str, str]]) -> tuple[float, float]:
    """Return how many other stories each is compared with, and B-cubed F1 of the grouping."""
    profiles = [read_profile(Document(id=row["id"], text=row["text"], date=NIGHT)) for row in stories]
    rules = load_settings()
    counts = count_terms(profiles)
    weighed = [weigh(each, counts, len(profiles), rules) for each in profiles]
    pairs = sum(1 for _ in candidates(weighed, WINDOW, rules))
    found = {story: ids[0] for ids, _ in group_profiles(profiles, WINDOW) for story in ids}
    return 2 * pairs / len(stories), bcubed(found, {row["id"]: row["event"] for row in stories})[2]


def quantulum_speed(stories: Sequence[dict[str, str]]) -> float:
    """Return the stories per second that quantulum3 parses, and nothing else."""
    from quantulum3 import parser  # type: ignore[import-untyped]  # noqa: PLC0415 - takes seconds to load

    parser.parse("It is 5 metres long.")
    some = stories[:: max(1, len(stories) // PARSED)][:PARSED]
    start = time.perf_counter()
    for row in some:
        parser.parse(row["text"])
    return len(some) / (time.perf_counter() - start)


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the line through the points on logarithmic scales."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)


def write(stories: Sequence[dict[str, str]], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as out:
        for row in stories:
            out.write(json.dumps({key: row[key] for key in ("id", "outlet", "text")}) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="STORIES")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes; memory is that of the largest")
    parser.add_argument("--cluster", type=int, metavar="N", help="worker processes of a cluster that does the work")
    args = parser.parse_args()
    if not CORPUS.is_file():
        print(f"no corpus at {CORPUS}", file=sys.stderr)
        return 2
    with cluster(args.cluster) if args.cluster else nullcontext() as address:
        return measure(args.sizes, ("--cluster", address) if address else ("--jobs", str(args.jobs)))


def measure(sizes: Sequence[int], where: Sequence[str]) -> int:
    """Print what nights of ``sizes`` stories cost; return 1 if a bar is missed."""
    times, memories = [], []
    again = speed = 0.0
    print(
        f"{'stories':>8} {'seconds':>8} {'of cores':>8} {'a second':>9} {'MB':>6} {'compared with':>14} {'B-cubed F1':>11}"
    )
    for size in sizes:
        fresh = math.ceil(size * SHARE)
        stories = list(grown(size + fresh))
        with TemporaryDirectory() as name:
            folder = Path(name)
            write(stories[:size], folder / "inbox" / "first.jsonl")
            seconds, work, megabytes = night(folder / "inbox", folder, where)
            write(stories[size:], folder / "inbox" / "second.jsonl")
            again = night(folder / "inbox", folder, where)[1] / work
        pairs, f1 = compared(stories[:size])
        speed = size / seconds
        times.append((size, work))
        memories.append(megabytes)
        print(
            f"{size:>8,} {seconds:>8.1f} {work:>8.1f} {speed:>9.1f} {megabytes:>6.0f} {pairs:>14.1f} {100 * f1:>11.1f}",
            flush=True,
        )
    faster = speed / quantulum_speed(stories)
    grows = exponent(times) if len(set(sizes)) > 1 else 1.0
    found = {"exponent": grows, "memory": memories[-1] / memories[0], "faster": faster, "again": again}
    print(f"time grows with exponent {grows:.2f} (at most {BARS['exponent']})")
    print(f"memory at the largest to that at the smallest: {found['memory']:.2f} (at most {BARS['memory']})")
    print(f"stories a second to those of quantulum3 alone: {faster:.1f} (at least {BARS['faster']})")
    print(f"second run with {SHARE:.0%} new stories to the first: {again:.1%} (at most {BARS['again']:.0%})")
    missed = [name for name, bar in BARS.items() if (found[name] < bar if name == "faster" else found[name] > bar)]
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
