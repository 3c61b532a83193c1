"""Fit the weights of rules/alignment.toml on labelled texts, and print them.

    python tests/fit/fit_weights.py ../shared/bench/data [--fresh] [--write]

Reads the benchmark's labelled sentence pairs (a link or none per pair of figures), its events (one fact or two
per pair of figures of two reports) and its true rewrites (a telling number that stands once in source and draft
is the same fact; another number of it is not). One L2-regularised logistic regression over the features of
claimcheck/alignment/features.py; no word and no number is learned. The weights are held near those of the rules, to
which thresholds and the later stages are tuned; those of new features are free, as all are with --fresh. Five-fold
cross-validation by text, always from scratch, prints how far the weights can be trusted on other texts.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from claimcheck.alignment.candidates import candidates
from claimcheck.alignment.contexts import read_contexts
from claimcheck.alignment.features import Candidate, measure
from claimcheck.alignment.settings import load_settings
from claimcheck.alignment.sizes import telling
from claimcheck.claims import Claim, read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures

FOLDS = 5
STRENGTH = 0.5
HELD = 12.0
"""How strongly a weight is drawn to 0, and to the one that the rules give it."""
ROUNDS = 40

Row = tuple[str, dict[str, float], bool, float]
"""Text id, features, one fact or not, weight."""


def touches(claim: Claim, span: list[int]) -> bool:
    return claim.figure.number_start < span[1] and claim.figure.number_end > span[0]


def measured(texts: dict[str, str], checking: bool = False) -> dict[tuple[str, str], list[Candidate]]:
    claims: list[Claim] = []
    for name, text in texts.items():
        document = Document(id=name, text=text)
        claims += read_claims(document, read_figures(document), first_id=len(claims))
    by_document = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    contexts = read_contexts(claims)
    names = list(texts)
    return {
        (x, y): measure(list(candidates(by_document[x], by_document[y], contexts)), contexts, checking)
        for n, x in enumerate(names)
        for y in names[n + 1 :]
    }


def pairs(data: Path) -> Iterator[Row]:
    for line in (data / "newspairs.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if row["sure"] < 2:
            continue
        gold = [(k["a"], k["b"]) for k in row["links"] if k["verdict"] != "different"]
        for each in measured({"a": row["a"], "b": row["b"]})["a", "b"]:
            if not any(touches(each.left, a) for a in row["figures_a"]):
                continue
            if not any(touches(each.right, b) for b in row["figures_b"]):
                continue
            same = any(touches(each.left, a) and touches(each.right, b) for a, b in gold)
            yield row["id"], dict(each.features), same, 1.0


def events(data: Path) -> Iterator[Row]:
    for path in sorted((data / "events").glob("*.json")):
        event = json.loads(path.read_text(encoding="utf-8"))
        slots: dict[str, list[tuple[list[int], int]]] = defaultdict(list)
        for n, slot in enumerate(event["slots"]):
            for group in slot["groups"]:
                for document, start, end in group["mentions"]:
                    slots[document].append(([start, end], n))
        for n, (document, start, end) in enumerate(event["figures_in_no_slot"], len(event["slots"])):
            slots[document].append(([start, end], n))
        table = measured({d["id"]: d["text"] for d in event["documents"]})
        for (x, y), found in table.items():
            for each in found:
                left = next((n for span, n in slots[x] if touches(each.left, span)), None)
                right = next((n for span, n in slots[y] if touches(each.right, span)), None)
                if left is not None and right is not None:
                    yield event["event"], dict(each.features), left == right, 0.05


def rewrites(data: Path) -> Iterator[Row]:
    for line in (data / "rewrites.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        found = measured({"a": row["source"], "b": row["clean"]}, checking=True)["a", "b"]
        sure = list(certain(found))
        for each in found:
            pair = each.left.id, each.right.id
            if pair in sure:
                yield row["id"], dict(each.features), True, 0.5
            elif any(one == pair[0] or two == pair[1] for one, two in sure):
                yield row["id"], dict(each.features), False, 0.5
        yield from slips(row["id"], row["source"], row["clean"], [c for c in found if (c.left.id, c.right.id) in sure])


def certain(found: list[Candidate]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose telling number stands once in each text."""
    equal = defaultdict(list)
    for each in found:
        if each.relation == "match":
            equal[each.left.id].append(each.right.id)
            equal[each.right.id].append(each.left.id)
    for each in found:
        one, two = each.left.id, each.right.id
        if equal[one] == [two] and equal[two] == [one] and telling(each.left) > 0:
            yield one, two


def slips(name: str, source: str, draft: str, sure: list[Candidate]) -> Iterator[Row]:
    """Yield rows for ``draft`` with one digit of one figure mistyped at a time: still the same fact."""
    for each in sure:
        figure = each.right.figure
        digits = [n for n in range(figure.number_start, figure.number_end) if draft[n].isdigit()]
        if len(digits) < 2:
            continue
        at = digits[figure.start % len(digits)]
        wrong = draft[:at] + str((int(draft[at]) + 1 + figure.start % 8) % 10) + draft[at + 1 :]
        for other in measured({"a": source, "b": wrong}, checking=True)["a", "b"]:
            if other.right.figure.number_start == figure.number_start:
                same = other.left.figure.start == each.left.figure.start
                yield name, dict(other.features), same, 0.5


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, names: list[str], held: Mapping[str, float]) -> np.ndarray:
    """Return the coefficients (bias first) by Newton's method; ``x`` is rows by features without the bias.

    Those of ``held`` are drawn to the weights given there, the others to 0.
    """
    x = np.hstack([np.ones((len(x), 1)), x])
    names = ["bias", *names]
    ridge = np.array([HELD if name in held else STRENGTH for name in names])
    if not held:
        ridge[0] = 1e-6
    middle = np.array([held.get(name, 0.0) for name in names])
    beta = middle.copy()
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (y - p)) - ridge * (beta - middle)
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def f1(y: np.ndarray, guess: np.ndarray, weight: np.ndarray) -> float:
    right = (weight * (y & guess)).sum()
    return float(2 * right / ((weight * y).sum() + (weight * guess).sum()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--fresh", action="store_true", help="forget the weights of the rules")
    parser.add_argument("--write", action="store_true", help="put the weights into rules/alignment.toml")
    args = parser.parse_args()
    rows = [*pairs(args.data), *events(args.data), *rewrites(args.data)]
    names = list(rows[0][1])
    x = np.array([[features[name] for name in names] for _, features, _, _ in rows])
    y = np.array([same for _, _, same, _ in rows])
    weight = np.array([w for *_, w in rows])
    groups = sorted({text for text, *_ in rows})
    fold = np.array([groups.index(text) % FOLDS for text, *_ in rows])
    scores = []
    for n in range(FOLDS):
        beta = fit(x[fold != n], y[fold != n], weight[fold != n], names, {})
        test = fold == n
        guess = beta[0] + x[test] @ beta[1:] > 0
        scores.append(f1(y[test], guess, weight[test]))
    print(
        f"{len(rows)} pairs of claims, {int(y.sum())} of one fact; F1 by fold: {[round(s, 3) for s in scores]}",
        file=sys.stderr,
    )
    beta = fit(x, y, weight, names, {} if args.fresh else load_settings().weights)
    print(f"F1 on all: {f1(y, beta[0] + x @ beta[1:] > 0, weight):.3f}", file=sys.stderr)
    lines = ["[weights]", f"bias = {beta[0]:.2f}", *(f'"{n}" = {b:.2f}' for n, b in zip(names, beta[1:], strict=True))]
    print("\n".join(lines))
    if args.write:
        path = Path(__file__).parents[2] / "rules" / "alignment.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\[weights\].*", "\n".join(lines) + "\n", text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
