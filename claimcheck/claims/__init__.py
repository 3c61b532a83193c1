"""What each figure is about: thing, parties, speaker, time, quotation."""

from claimcheck.claims.context import read_claims
from claimcheck.claims.model import Claim, Participant

__all__ = ["Claim", "Participant", "read_claims"]
