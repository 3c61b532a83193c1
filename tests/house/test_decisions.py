"""Decisions: kept in a file that people read and merge, applied to the findings that they are on, and reported when over."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Checker, Report
from claimcheck.house.decisions import Decision, Decisions, apply, read_decisions, today, with_decision
from claimcheck.house.errors import HouseError
from claimcheck.verdicts.model import Acceptance
from tests.builders import report

DAY = date(2026, 11, 24)


def decided(id_: str, until: str | None = None, reason: str = "The agency told us.") -> Decision:
    return Decision(id_, "value-mismatch", reason, "2026-11-20", "Draft: 42. Source: 24.", until)


def decisions(*all_: Decision) -> Decisions:
    return Decisions(Path("d.txt.decisions.jsonl"), tuple(enumerate(all_, start=1)))


@pytest.mark.parametrize(
    ("until", "accepted"),
    [(None, True), ("2026-11-25", True), ("2026-11-24", True), ("2026-11-23", False)],
)
def test_a_decision_holds_until_the_end_of_its_last_day(until: str | None, accepted: bool) -> None:
    plain = Report(*(getattr(report(), name) for name in ("documents", "claims", "links", "facts", "findings")))
    done = apply(plain, decisions(decided("f-1", until)), DAY)
    assert done.findings[0].accepted == (Acceptance("The agency told us.", until) if accepted else None)
    assert done.findings[0].fails("error") != accepted
    expired = "d.txt.decisions.jsonl: line 1: the decision on value-mismatch (f-1) has expired on 2026-11-23. It said: The agency told us."
    assert done.remarks == (() if accepted else (expired,))


def test_a_decision_on_no_finding_is_reported() -> None:
    (remark,) = apply(report(), decisions(decided("f-1"), decided("f-7")), DAY).remarks[1:]
    assert remark.startswith(
        "d.txt.decisions.jsonl: line 2: the decision on value-mismatch (f-7) is of no finding any more"
    )


def test_of_two_decisions_on_one_finding_one_that_holds_is_enough() -> None:
    merged = decisions(decided("f-1", "2026-01-01"), decided("f-1", "2027-01-01", "Asked again."))
    done = apply(report(), merged, DAY)
    assert done.findings[0].accepted == Acceptance("Asked again.", "2027-01-01")
    assert done.remarks == report().remarks


def test_the_file_is_sorted_and_keeps_one_line_a_finding(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    for new in (
        decided("b"),
        decided("c", "2026-12-01"),
        decided("a", reason="Ünïcode “quoted”."),
        decided("b", reason="Anew."),
    ):
        text = with_decision(read_decisions(draft), new)
        Path(f"{draft}.decisions.jsonl").write_text(text, encoding="utf-8")
    assert [decision.finding for _, decision in read_decisions(draft).lines] == ["a", "b", "c"]
    assert "Ünïcode" in text
    assert "Anew." in text
    assert text.count("\n") == 3


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_reason_is_one_line(reason: str, message: str) -> None:
    text = with_decision(Decisions(Path("x")), Decision("a", "arithmetic", reason, "2026-11-20", message))
    assert text.count("\n") == 1
    assert len(text.splitlines()) >= 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"finding": "a"}', "line 1: no decision: Object missing required field `rule`"),
        ('\n{"finding": "a", "rule": "x", "reason": "y", "on": "2026-11-20", "message": "", "til": "x"}', "line 2: no decision: Object contains unknown field `til`"),
        ('{"finding": "a", "rule": "x", "reason": "y", "on": "2026-11-20", "message": "", "until": "soon"}', "line 1: until: 'soon' is not a date"),
        ("<<<<<<< HEAD", "line 1: a merge has stopped here; keep the lines of both sides"),
        ("\xff", "line 1: no decision"),
        ("[" * 100_000, "line 1: no decision"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "d.txt.decisions.jsonl").write_bytes(text.encode("latin-1"))
    with pytest.raises(HouseError) as error:
        read_decisions(tmp_path / "d.txt")
    assert f"d.txt.decisions.jsonl: {reason}" in str(error.value)


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", date(1970, 1, 1)), ("1795564800", date(2026, 11, 25)), ("1795564799", date(2026, 11, 24))]
)
def test_the_day_can_be_set(epoch: str, day: date) -> None:
    assert today({"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 40])
def test_a_day_that_is_none(epoch: str) -> None:
    with pytest.raises(HouseError, match="is no number of seconds"):
        today({"SOURCE_DATE_EPOCH": epoch})


# ---------------------------------------------------------------- ids of findings

SOURCE = (
    "The ferry to Samos carried 212 passengers on Friday, the port said. Its owner, Nikos Vasilis, said the repairs "
    "had cost 3.2 million euros."
)
DRAFT = (
    "The ferry to Samos carried 221 passengers on Friday, the port said.\n\n"
    "Nikos Vasilis, who owns it, said the repairs had cost 3.2 million euros.\n\nA crew of 37 was on board.\n"
)


def found(draft: str) -> dict[str, str]:
    return {finding.rule: finding.id for finding in Checker().check(draft, [SOURCE]).findings}


@pytest.mark.parametrize(
    "edited",
    [
        "FERRY FULL\n\n" + DRAFT,
        DRAFT.replace("Nikos Vasilis, who owns it,", "The owner of the ship, Nikos Vasilis,"),
        DRAFT.replace("\n\n", "\n"),
        DRAFT + "\nThe weather was calm, and nobody was seasick.\n",
    ],
    ids=["title", "another sentence", "line ends", "more behind"],
)
def test_ids_stay_under_unrelated_edits(edited: str) -> None:
    before = found(DRAFT)
    assert before.keys() == {"value-mismatch", "unsupported-figure"}
    assert found(edited) == before


@pytest.mark.parametrize("edited", [DRAFT.replace("221", "231"), DRAFT.replace("37", "38")])
def test_another_figure_is_another_finding(edited: str) -> None:
    before, after = found(DRAFT), found(edited)
    assert before.keys() == after.keys()
    assert len(before.items() - after.items()) == 1


def test_findings_that_read_alike_have_ids_of_their_own() -> None:
    draft = "A crew of 37 was on board.\n\nIn the port a crew of 37 waited.\n\nIn the port a crew of 37 waited.\n"
    ids = [finding.id for finding in Checker().check(draft, [SOURCE]).findings]
    assert len(ids) == 3
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[0-9a-f]{10}", each) for each in ids)
