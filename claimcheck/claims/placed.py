"""Claims of a text as readers see it, placed in the text as it is written."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.claims.model import Claim
from claimcheck.documents import Visible


def placed(claim: Claim, text: Visible) -> Claim:
    """Return ``claim`` with its spans, and those of its figure, in the text as written."""
    figure = claim.figure
    start, end = text.written((figure.start, figure.end))
    number_start, number_end = text.written((figure.number_start, figure.number_end))
    return replace(
        claim,
        figure=replace(
            figure,
            start=start,
            end=end,
            number_start=number_start,
            number_end=number_end,
            text=text.source[start:end],
        ),
        sentence=text.written(claim.sentence),
        quotation=claim.quotation and text.written(claim.quotation),
        clause=claim.clause and text.written(claim.clause),
    )
