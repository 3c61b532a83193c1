"""Claims of many stories gathered into facts."""

from claimcheck import Checker

STORIES = [
    "The landslide at Gavar killed 40 people and buried 12 houses.",
    "At least 40 people died in the landslide at Gavar. Twelve houses were buried.",
    "In Gavar the landslide buried 12 houses and killed 43 people.",
]


def facts(stories: list[str]) -> list[tuple[set[str], str]]:
    report = Checker().compare(stories)
    text = {claim.id: claim.figure.text for claim in report.claims}
    return [({text[claim] for claim in fact.claims}, fact.verdict) for fact in report.facts]


def test_a_disputed_and_an_agreed_fact() -> None:
    verdicts = {frozenset(words): verdict for words, verdict in facts(STORIES)}
    houses = next(words for words in verdicts if any("house" in word.lower() for word in words))
    assert verdicts[houses] == "match"
    dead = next(words for words in verdicts if any("people" in word for word in words))
    assert verdicts[dead] == "conflict"


def test_no_fact_holds_a_document_to_two_values() -> None:
    story = "The first bus carried 31 pupils, the second bus carried 44 pupils."
    found = facts([story, story.replace("carried", "had")])
    assert [{"31 pupils"}, {"44 pupils"}] == [words for words, _ in found if any("pupils" in word for word in words)]
    assert all(len(words) == 1 for words, _ in found)


def test_the_order_of_the_stories_does_not_matter() -> None:
    def as_sets(found: list[tuple[set[str], str]]) -> set[tuple[frozenset[str], str]]:
        return {(frozenset(words), verdict) for words, verdict in found}

    assert as_sets(facts(STORIES)) == as_sets(facts(STORIES[::-1])) != set()
