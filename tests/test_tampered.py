"""The main job: a true rewrite raises nothing, and each slip in it exactly the finding that names it.

The sample pair is the project's own. The pair that the project was founded on is not ours to publish,
and is read from beside the checkout where it is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from claimcheck import Checker, Report
from claimcheck.claims import Claim

SAMPLE = Path(__file__).parent / "sample"
FOUNDING = Path(__file__).parents[2] / "shared" / "seeds"

Change = Callable[[str], str]


@dataclass(frozen=True)
class Pair:
    """A source, a true rewrite, and the words of the rewrite that the slips are made in."""

    folder: Path
    goes_on: str
    help: str

    @property
    def source(self) -> str:
        return (self.folder / "source.txt").read_text(encoding="utf-8")

    @property
    def rewrite(self) -> str:
        return (self.folder / "rewrite.txt").read_text(encoding="utf-8")


PAIRS = [
    pytest.param(Pair(SAMPLE, "He went on", "support"), id="sample"),
    pytest.param(
        Pair(FOUNDING, "He continued", "assistance"),
        id="founding",
        marks=pytest.mark.skipif(not FOUNDING.is_dir(), reason="the founding pair is not beside the checkout"),
    ),
]
pairs = pytest.mark.parametrize("pair", PAIRS)


def replace(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
        return text.replace(old, new)

    return change


def exchange(one: str, two: str, beside: str = "") -> Change:
    """Exchange two words, in the paragraph with ``beside`` in it."""

    def change(text: str) -> str:
        lines = text.split("\n")
        places = [n for n, line in enumerate(lines) if beside in line and one in line and two in line]
        assert len(places) == 1
        line = lines[places[0]]
        assert line.count(one) == line.count(two) == 1
        lines[places[0]] = line.replace(one, "\0").replace(two, one).replace("\0", two)
        return "\n".join(lines)

    return change


def check(pair: Pair, draft: str) -> Report:
    return Checker().check(draft, [pair.source])


def rules(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in report.findings]


def named(report: Report) -> dict[str, list[str]]:
    """The bare numbers of the claims that the only finding names, by document."""
    (finding,) = report.findings
    by_id = {claim.id: claim for claim in report.claims}
    out: dict[str, list[str]] = {"draft": [], "source 1": []}
    for id_ in finding.claims:
        out[by_id[id_].document].append(number(by_id[id_], report))
    return {document: sorted(numbers) for document, numbers in out.items()}


def number(claim: Claim, report: Report) -> str:
    text = next(document.text for document in report.documents if document.id == claim.document)
    return text[claim.figure.number_start : claim.figure.number_end]


@pairs
def test_a_true_rewrite_raises_nothing(pair: Pair) -> None:
    assert check(pair, pair.rewrite).findings == ()


@pairs
def test_every_figure_is_found_and_has_its_counterpart(pair: Pair) -> None:
    report = check(pair, pair.rewrite)
    by_id = {claim.id: claim for claim in report.claims}
    linked = {
        (number(by_id[link.left], report), number(by_id[link.right], report), link.verdict)
        for link in report.links
        if by_id[link.left].figure.kind not in {"date", "time", "ordinal"}
    }
    assert linked == {(text, text, "match") for text in ("24", "dozens", "11,000", "70", "90")}


@pairs
def test_page_furniture_is_no_claim(pair: Pair) -> None:
    lines = pair.source.split("\n")
    report = Checker().extract(pair.source)
    furniture = next(n for n, line in enumerate(lines) if line.endswith("Min Read"))
    shown = {pair.source.count("\n", 0, claim.figure.start) for claim in report.claims}
    assert furniture not in shown
    assert shown


@pairs
def test_figures_are_attributed_to_their_speakers(pair: Pair) -> None:
    for text in (pair.source, pair.rewrite):
        report = Checker().extract(text)
        speakers = {number(claim, report): claim.speaker for claim in report.claims}
        assert {speakers["70"], speakers["90"]} == {"Antony Blinken"}, "“He added” and “he went on” are Blinken"
        assert speakers["11,000"] in {"U.S.", "United States"}
        assert speakers["24"] is None


# ---------------------------------------------------------------- slips that must be named


@pairs
def test_exchanged_percentages_are_one_finding_that_names_all_four(pair: Pair) -> None:
    report = check(pair, exchange("70%", "90%")(pair.rewrite))
    assert rules(report) == [("swapped-values", "error")]
    assert named(report) == {"draft": ["70", "90"], "source 1": ["70", "90"]}


@pairs
def test_transposed_digits_are_a_mismatch_that_says_so(pair: Pair) -> None:
    report = check(pair, replace("24 years", "42 years")(pair.rewrite))
    assert rules(report) == [("value-mismatch", "error")]
    assert named(report) == {"draft": ["42"], "source 1": ["24"]}
    assert "transposed" in report.findings[0].message


@pairs
def test_a_quotation_with_another_figure_is_altered(pair: Pair) -> None:
    report = check(pair, replace("over 11,000 containers", "over 1,100 containers")(pair.rewrite))
    assert rules(report) == [("quoted-figure-altered", "error")]
    assert named(report) == {"draft": ["1,100"], "source 1": ["11,000"]}


@pairs
def test_figures_exchanged_inside_the_quotation(pair: Pair) -> None:
    report = check(pair, exchange("dozens", "over 11,000")(pair.rewrite))
    assert rules(report) == [("swapped-values", "error")]
    assert named(report) == {"draft": ["11,000", "dozens"], "source 1": ["11,000", "dozens"]}


@pairs
def test_another_speaker_is_one_finding_for_both_figures(pair: Pair) -> None:
    report = check(pair, replace(pair.goes_on, pair.goes_on.replace("He", "Stoltenberg"))(pair.rewrite))
    assert rules(report) == [("swapped-attribution", "error")]
    assert named(report)["draft"] == ["70", "90"]
    assert "Stoltenberg" in report.findings[0].message
    assert "Blinken" in report.findings[0].message


@pairs
def test_another_actor_is_one_finding_for_both_figures(pair: Pair) -> None:
    report = check(pair, replace(f"China’s {pair.help}", f"Iran’s {pair.help}")(pair.rewrite))
    assert rules(report) == [("swapped-attribution", "error")]
    assert named(report)["draft"] == ["70", "90"]
    assert "Iran" in report.findings[0].message
    assert "China" in report.findings[0].message


@pairs
def test_giver_and_receiver_exchanged(pair: Pair) -> None:
    report = check(pair, exchange("North Korea", "Russia", beside="11,000")(pair.rewrite))
    assert rules(report) == [("swapped-attribution", "error")]
    assert named(report)["draft"] == ["11,000", "dozens"]


@pairs
@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Some 300 journalists travelled with the Russian leader.", "300"),
        ("The meeting in Pyongyang lasted six hours.", "six"),
        ("Trade between the two countries grew by 54 percent.", "54"),
    ],
)
def test_a_figure_that_the_source_lacks_is_unsupported(pair: Pair, sentence: str, figure: str) -> None:
    report = check(pair, f"{pair.rewrite.rstrip()}\n{sentence}\n")
    assert rules(report) == [("unsupported-figure", "warning")]
    assert named(report) == {"draft": [figure], "source 1": []}


@pairs
def test_a_hedge_that_the_source_lacks_has_changed(pair: Pair) -> None:
    report = check(pair, replace("70% of machine tools", "more than 70% of machine tools")(pair.rewrite))
    assert rules(report) == [("hedge-changed", "warning")]
    assert named(report) == {"draft": ["70"], "source 1": ["70"]}


# ---------------------------------------------------------------- other words for the same


@pairs
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("70%", "seventy percent"),
        ("70%", "70 percent"),
        ("90%", "90 per cent"),
        ("90%", "90\u00a0%"),
        ("over 11,000 containers", "over 11 thousand containers"),
        ("over 11,000 containers", "over 11\u00a0000 containers"),
        ("over 11,000 containers", "over\u00a011,000\u00a0containers"),
        ("24 years", "two dozen years"),
        ("24 years", "twenty-four years"),
        ("24 years", "24\u202fyears"),
    ],
)
def test_the_same_figure_written_otherwise_raises_nothing(pair: Pair, old: str, new: str) -> None:
    assert check(pair, replace(old, new)(pair.rewrite)).findings == ()


def test_the_tampered_sample_is_the_rewrite_with_two_figures_exchanged() -> None:
    rewrite = (SAMPLE / "rewrite.txt").read_text(encoding="utf-8")
    assert (SAMPLE / "tampered.txt").read_text(encoding="utf-8") == exchange("70%", "90%")(rewrite)
