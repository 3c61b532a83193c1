"""One module per kind of rule: links and facts in, findings out."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from claimcheck.alignment.model import Fact, Link
from claimcheck.claims.lexicon import names_of, words_of
from claimcheck.claims.model import Claim
from claimcheck.documents.model import Document
from claimcheck.rules.packs import Packs
from claimcheck.verdicts.arithmetic import find_arithmetic
from claimcheck.verdicts.attribution import find_misattributed
from claimcheck.verdicts.case import Case
from claimcheck.verdicts.catalogue import RULE_IDS, load_rules
from claimcheck.verdicts.contradiction import find_contradictions
from claimcheck.verdicts.direction import load_directions
from claimcheck.verdicts.distances import find_moved_distances
from claimcheck.verdicts.elsewhere import find_told_elsewhere
from claimcheck.verdicts.ids import told_apart
from claimcheck.verdicts.misplaced import find_misplaced, find_spans
from claimcheck.verdicts.model import SEVERITIES, Derivation, Finding, Judgement
from claimcheck.verdicts.pairwise import find_pairwise
from claimcheck.verdicts.reckoning import load_reckoning
from claimcheck.verdicts.results import find_won_by_another
from claimcheck.verdicts.retold import find_retold
from claimcheck.verdicts.revised import find_revised, notes_of
from claimcheck.verdicts.several import as_one
from claimcheck.verdicts.swapped import find_swapped
from claimcheck.verdicts.totals import find_totals
from claimcheck.verdicts.unsupported import find_dropped, find_unsupported

__all__ = ["Derivation", "Finding", "Judgement", "judge", "judge_versions"]

Rule = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    find_spans,
    find_swapped,
    find_misplaced,
    find_told_elsewhere,
    find_moved_distances,
    find_won_by_another,
    find_misattributed,
    find_contradictions,
    find_retold,
    find_pairwise,
    find_unsupported,
    find_arithmetic,
    find_totals,
)
"""In order of precedence: a claim that an earlier rule explains is not accused again by a later one."""


def judge(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    links: Sequence[Link],
    facts: Sequence[Fact],
    draft: str | None = None,
    packs: Packs = (),
    dropped: bool = False,
) -> Judgement:
    """Return the findings in reading order of the claims concerned, the severest first at the same place.

    With ``dropped``, the sources' figures that the draft leaves out are findings too.
    """
    rules = (*RULES, *((find_dropped,) if dropped else ()))
    return _judged(_case(documents, claims, links, facts, draft, packs), rules)


def judge_versions(
    documents: Sequence[Document], claims: Sequence[Claim], links: Sequence[Link], later: str, packs: Packs = ()
) -> Judgement:
    """Return what ``later``, the id of one of two versions of a story, silently gives otherwise than the other."""
    return _judged(_case(documents, claims, links, (), later, packs), (partial(find_revised, notes=notes_of(packs)),))


def _case(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    links: Sequence[Link],
    facts: Sequence[Fact],
    draft: str | None,
    packs: Packs,
) -> Case:
    names = names_of(packs)
    return Case(
        {document.id: document for document in documents},
        {claim.id: claim for claim in claims},
        tuple(links),
        tuple(facts),
        draft,
        load_rules(packs),
        load_directions(packs),
        load_reckoning(packs),
        names.canonical - names.regions,
        names.posts,
        names.titles,
        names.heads | names.directions,
        words_of(packs).canonical,
    )


def _judged(case: Case, rules: Sequence[Rule]) -> Judgement:
    found: list[Finding] = []
    explained: set[int] = set()
    for rule in rules:
        new = as_one(case, (each for each in rule(case) if explained.isdisjoint(case.accused(each))))
        found += new
        explained.update(claim for each in new for claim in case.accused(each))
    found = [each for each in found if case.rules[each.rule].severity != "off"]
    found.sort(key=lambda f: (f.claims[0], SEVERITIES.index(f.severity), RULE_IDS.index(f.rule), f.claims))
    return Judgement(tuple(told_apart(found, case.claims, case.documents)), tuple(case.derivations.values()))
