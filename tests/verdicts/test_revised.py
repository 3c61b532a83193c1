"""Versions of a story: a figure that changed without a word is told, one that was owned up to is not."""

import pytest

from claimcheck import Checker
from claimcheck.documents import Document

BEFORE = "The ferry had 214 passengers on board, Varno Line said. It was built in 1994 and will cost 18 million euros to mend."


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        (BEFORE, []),
        (BEFORE.replace("214", "241"), ["241 passengers", "214 passengers"]),
        (BEFORE.replace("18 million", "22 million"), ["22 million euros", "18 million euros"]),
        (BEFORE.replace("214 passengers", "214 passengers and 31 cars"), []),
        (BEFORE.replace(" It was built in 1994 and", " It"), []),
        (BEFORE.replace("214", "241") + " Correction: an earlier version gave another number.", []),
        (BEFORE.replace("214", "241") + " This article was updated on Monday.", []),
    ],
)
def test_what_changed_without_a_word(after: str, changed: list[str]) -> None:
    report = Checker().revise(Document("v1", BEFORE, "Post"), Document("v2", after, "Post"))
    assert [report.claims[claim].figure.text for finding in report.findings for claim in finding.claims] == changed
    assert {finding.rule for finding in report.findings} <= {"revised"}


def test_a_note_that_was_there_before_owns_up_to_nothing_new() -> None:
    noted = BEFORE + " Correction: an earlier version named another ferry."
    (finding,) = Checker().revise(noted, noted.replace("214", "241")).findings
    assert finding.severity == "warning"
    assert "214 passengers" in finding.message
    assert "241 passengers" in finding.message
