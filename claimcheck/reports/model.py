"""The one record that every format shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from claimcheck.alignment.model import Fact, Link
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.verdicts.catalogue import RuleEntry
from claimcheck.verdicts.model import Derivation, Finding

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Report:
    """A run's result: documents in the order given, claims by id, links, facts and findings in reading order.

    ``draft`` is the id of the document that was checked against the others, None when none was; ``derivations``
    say how its figures without a counterpart follow from the others'.
    ``rules`` are those that judged, by id, in the order in which they are listed.
    ``remarks`` are sentences on the run itself, not on the texts: of decisions that no longer hold.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    draft: str | None = None
    derivations: tuple[Derivation, ...] = ()
    rules: Mapping[str, RuleEntry] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def to_frame(self, part: Literal["claims", "findings"] = "claims") -> pd.DataFrame:
        """Return the report as a pandas DataFrame.

        "claims": a row per claim (of the draft, where there is one) and counterpart; "findings": a row per
        finding and claim that it names. ``claimcheck.reports.flat`` says what each column holds.
        """
        from claimcheck.reports import rows, to_frame  # noqa: PLC0415 - formats are loaded when they are used

        return to_frame.frame(rows.build(self), part)

    def _repr_html_(self) -> str:
        from claimcheck.reports import rows, to_notebook  # noqa: PLC0415

        return to_notebook.render(rows.build(self))
