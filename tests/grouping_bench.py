"""How well stories are grouped into events: B-cubed F1 on a labelled corpus, a simple baseline's beside it.

    python tests/grouping_bench.py            the figures, as tests/bench_gate.py pins them
    python tests/grouping_bench.py --choose   thresholds chosen on half of the topics, checked on the other half

The corpus stands beside the checkout and is no part of the project. Each of its topics has two similar events
(two quakes, two trials). The baseline links any two stories whose TF-IDF cosine reaches a threshold, and is
given the threshold that is best for it. B-cubed: Bagga and Baldwin 1998.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck.documents import Document
from claimcheck.nightly.grouping import Profile, group_profiles, read_profile

CORPUS = Path(__file__).parents[2] / "shared" / "bench" / "data" / "corpus" / "news.jsonl"
WINDOW = 3
GRID = {"joined": (0.5, 0.55, 0.6, 0.65, 0.7), "alike": (0.2, 0.25, 0.3), "name_weight": (1.0, 1.5, 2.0)}
"""The thresholds that were chosen by measuring; those that bound the work were not."""

Labels = Mapping[str, str]
"""Events by the id of a story."""


def bcubed(found: Labels, truth: Labels) -> tuple[float, float, float]:
    """Return precision, recall and F1: means over the stories of ``truth``."""
    clusters, events = _sets(found), _sets(truth)
    precision = recall = 0.0
    for story in truth:
        mine, true = clusters[found[story]], events[truth[story]]
        precision += len(mine & true) / len(mine)
        recall += len(mine & true) / len(true)
    precision, recall = precision / len(truth), recall / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _sets(labels: Labels) -> dict[str, set[str]]:
    sets: dict[str, set[str]] = {}
    for story, label in labels.items():
        sets.setdefault(label, set()).add(story)
    return sets


def grouped(profiles: Sequence[Profile], packs: tuple[Path, ...] = ()) -> Labels:
    events = group_profiles(profiles, WINDOW, packs)
    return {story: ids[0] for ids, _ in events for story in ids}


def baseline(texts: Mapping[str, str], threshold: float, cosines: Mapping[tuple[str, str], float]) -> Labels:
    """Single-link TF-IDF."""
    label = {story: story for story in texts}
    for (one, two), cosine in cosines.items():
        if cosine >= threshold and label[one] != label[two]:
            old, new = label[two], label[one]
            label = {story: new if each == old else each for story, each in label.items()}
    return label


def tfidf(texts: Mapping[str, str]) -> dict[tuple[str, str], float]:
    bags = {story: Counter(re.findall(r"[a-z]{2,}", text.lower())) for story, text in texts.items()}
    known = Counter(word for bag in bags.values() for word in bag)
    vectors = {}
    for story, bag in bags.items():
        vector = {word: (1 + math.log(n)) * math.log(len(texts) / known[word]) for word, n in bag.items()}
        length = math.sqrt(sum(each * each for each in vector.values())) or 1.0
        vectors[story] = {word: weight / length for word, weight in vector.items()}
    cosines = {}
    for one, two in combinations(vectors, 2):
        ours, theirs = vectors[one], vectors[two]
        cosines[one, two] = sum(ours[word] * theirs[word] for word in ours.keys() & theirs.keys())
    return cosines


def load() -> tuple[list[Profile], dict[str, str], dict[str, str]]:
    """Return the corpus' profiles, texts and labels. Ids are replaced: theirs tell the event."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    texts = {f"{n}": row["text"] for n, row in enumerate(rows)}
    profiles = [read_profile(Document(id=story, text=text)) for story, text in texts.items()]
    return profiles, texts, {f"{n}": row["event"] for n, row in enumerate(rows)}


def measure() -> dict[str, float]:
    profiles, _, truth = load()
    return {"B-cubed F1": round(100 * bcubed(grouped(profiles), truth)[2], 1)}


def choose() -> None:
    """Print, for either half of the topics, the best thresholds and what they give on the other half."""
    profiles, _, truth = load()
    topics = sorted({_topic(event) for event in truth.values()})
    for half in (0, 1):
        chosen, checked = (
            [each for each in profiles if (topics.index(_topic(truth[each.id])) % 2 == half) is same]
            for same in (True, False)
        )
        best: tuple[float, tuple[float, ...]] = (-1.0, ())
        for values in product(*GRID.values()):
            best = max(best, (_score(chosen, truth, values), values))
        print(f"half {half}: {best[0]:.1f} with {dict(zip(GRID, best[1], strict=True))},", end=" ")
        print(f"on the other half {_score(checked, truth, best[1]):.1f}; as pinned {_score(checked, truth, None):.1f}")


def _topic(event: str) -> int:
    found = re.match(r"\d+", event)
    assert found
    return int(found.group())


def _score(profiles: Sequence[Profile], truth: Labels, values: Sequence[float] | None) -> float:
    mine = {each.id: truth[each.id] for each in profiles}
    if values is None:
        return 100 * bcubed(grouped(profiles), mine)[2]
    with TemporaryDirectory() as folder:
        lines = [f"{name} = {value}" for name, value in zip(GRID, values, strict=True)]
        Path(folder, "grouping.toml").write_text("\n".join(lines), encoding="utf-8")
        return 100 * bcubed(grouped(profiles, (Path(folder),)), mine)[2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--choose", action="store_true", help="choose thresholds by halves of the topics")
    args = parser.parse_args()
    if not CORPUS.is_file():
        print(f"no corpus at {CORPUS}", file=sys.stderr)
        return 2
    if args.choose:
        choose()
        return 0
    profiles, texts, truth = load()
    precision, recall, f1 = bcubed(grouped(profiles), truth)
    print(f"grouping: B-cubed F1 {100 * f1:.1f} (precision {100 * precision:.1f}, recall {100 * recall:.1f})")
    cosines = tfidf(texts)
    f1, threshold = max((bcubed(baseline(texts, t / 100, cosines), truth)[2], t / 100) for t in range(10, 50, 2))
    print(f"baseline, single-link TF-IDF: B-cubed F1 {100 * f1:.1f} at its best threshold, {threshold}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
