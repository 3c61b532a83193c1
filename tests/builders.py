"""Records of the flow made by hand, for tests of what stands behind the stages that make them."""

from __future__ import annotations

from typing import Any

from claimcheck.alignment import Fact, Link, Reason
from claimcheck.claims import Claim, Participant
from claimcheck.documents import Document
from claimcheck.figures import Figure
from claimcheck.figures.model import Step
from claimcheck.reports.model import Report
from claimcheck.verdicts import Finding
from claimcheck.verdicts.catalogue import load_rules
from claimcheck.verdicts.model import Acceptance

SOURCE = (
    "The dam at Orrin held back 70% of the flood, the water board said.\n"
    "Its engineer, Ada Lund, said it had stood for 24 years.\n"
)
DRAFT = (
    "For 42 years the dam at Orrin has stood, according to Ada Lund.\n"
    "It kept back 70% of the flood, said the water board, and cost £5m.\n"
)


def claim(id_: int, document: Document, text: str, **fields: Any) -> Claim:
    """A claim of the first place where ``text`` stands in the document, in the sentence that is its line."""
    start = document.text.index(text)
    end = start + len(text)
    line = document.text.rfind("\n", 0, start) + 1, (document.text + "\n").index("\n", end)
    figure = {"kind": "count", "value": None, "low": None, "high": None}
    figure |= {key: fields.pop(key) for key in tuple(fields) if key in Figure.__slots__}
    context: dict[str, Any] = {
        "what": None, "words": (), "names": (), "participants": (), "speaker": None, "speaker_key": None, "when": (),
        "sentence": line, "quotation": None,
    }  # fmt: skip
    return Claim(
        id=id_,
        document=document.id,
        figure=Figure(start=start, end=end, number_start=start, number_end=end, text=text, **figure),  # type: ignore[arg-type]
        **context | fields,
    )


def report(draft: str = DRAFT, source: str = SOURCE) -> Report:
    """A check of ``draft`` against ``source``: a mismatch, a match, an unsupported figure."""
    mine, theirs = Document("draft.txt", draft), Document("source.txt", source, outlet="Wire", date="2026-11-22")
    claims = (
        claim(0, mine, "42 years", kind="duration", value=42.0, low=42.0, high=42.0, unit="year", what="dam", speaker="Ada Lund"),
        claim(1, mine, "70%", kind="percent", value=70.0, low=69.5, high=70.5, unit="percentage", what="flood", speaker="water board",
              participants=(Participant("actor", "Orrin", "orrin"),), when=("friday", "2026"), explain=(Step("numeral", "70"), Step("unit", "%"))),
        claim(2, mine, "£5m", kind="money", value=5e6, low=4.5e6, high=5.5e6, unit="pound sterling"),
        claim(3, theirs, "70%", kind="percent", value=70.0, low=69.5, high=70.5, unit="percentage", what="flood", speaker="water board"),
        claim(4, theirs, "24 years", kind="duration", value=24.0, low=24.0, high=24.0, unit="year", what="dam", speaker="Ada Lund"),
    )  # fmt: skip
    links = (
        Link(0, 4, "conflict", 0.81),
        Link(1, 3, "match", 0.97, (Reason("same unit", 1.25), Reason("order", -0.5))),
    )
    facts = (Fact("dam", (0, 4), "conflict"), Fact("flood", (1, 3), "match"))
    findings = (
        Finding(
            "f-1", "value-mismatch", "error", "Draft: 42 years. Source: 24 years. The digits are transposed.", (0, 4)
        ),
        Finding(
            "f-2",
            "unsupported-figure",
            "warning",
            "The source has no £5m.",
            (2,),
            Acceptance("Told by phone.", "2026-12-31"),
        ),
    )
    remarks = ("draft.txt.decisions, line 2: no finding has the id f-9.",)
    return Report((mine, theirs), claims, links, facts, findings, mine.id, rules=load_rules(), remarks=remarks)
