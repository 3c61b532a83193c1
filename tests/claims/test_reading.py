"""A text's sentences, quotations, names and page furniture."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims import read_claims
from claimcheck.claims.reading import Reading, read_text
from claimcheck.documents import Document
from claimcheck.figures import read_figures


def reading(text: str) -> Reading:
    return read_text(Document("text", text))


SENTENCES = [
    ("The dam held. The town slept.", ["The dam held.", "The town slept."]),
    ("Lt. Ada Moreau of the U.S. Navy left at 6 a.m. on Monday.", None),
    ("The U.S. Navy left. It sailed at 6 a.m. The crew slept.", ["The U.S. Navy left.", "It sailed at 6 a.m.", "The crew slept."]),
    ("J. R. Lund paid $1.5 million for No. 7 in the list.", None),
    ('"We held," she said. "We slept."', ['"We held," she said.', '"We slept."']),
    ('"They slept. "\nNobody woke.', ['"They slept. "', "Nobody woke."]),
    ("It was late .She left.", None),
    ("The dam held.The town slept.", ["The dam held.", "The town slept."]),
    ("Dam Holds in Lisle\nThe dam at Lisle held.", ["Dam Holds in Lisle", "The dam at Lisle held."]),
    ("He drove with a level of. 09 percent on Sunday.", None),
    ("Parking went up to £2.20 from £1.80. Reserves fell.", ["Parking went up to £2.20 from £1.80.", "Reserves fell."]),
    ("The alarm rang at 6.40am. Crews left.", ["The alarm rang at 6.40am.", "Crews left."]),
    ("Did it hold? It did! Nobody\u2026 well.", ["Did it hold?", "It did!", "Nobody\u2026 well."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(text: str, sentences: list[str] | None) -> None:
    assert [text[s.start : s.end] for s in reading(text).sentences] == (sentences or [text])


@pytest.mark.parametrize("row", [".", "!?", "…"])
def test_a_long_row_of_full_stops_is_read_at_once(row: str) -> None:
    text = f"The plant {row * 50_000}5 cars"
    start = time.process_time()
    reading(text)
    assert time.process_time() - start < 2  # each mark read anew from every other takes minutes


@pytest.mark.parametrize("between", ["\n", "; ", ", ", " and ", " "])
def test_a_list_without_an_end_is_cut_between_its_items(between: str) -> None:
    items = [f"the mill at {place} sold {n} tonnes" for n in range(300, 800) for place in ("Orlau", "Lisle")]
    text = between.join(items)
    found = reading(text).sentences
    assert len(found) > 10
    assert max(s.end - s.start for s in found) <= 1500
    assert [word for s in found for word in text[s.start : s.end].split()] == text.split()
    if between not in {" and ", " "}:
        assert all(text[s.start : s.end].startswith("the mill") for s in found)


def test_lines_broken_for_width_do_not_end_a_sentence() -> None:
    text = "The dam at Lisle held back the flood all\nnight while the town below it went on\nsleeping, as the water board had said\nthat it would."
    assert len(reading(text).sentences) == 1


QUOTATIONS = [
    ('He called it "a gift" and left.', ['"a gift"']),
    ("He called it “a gift” and left.", ["“a gift”"]),
    ("He called it 'a gift to us' and left.", ["'a gift to us'"]),
    ("He called it ``a gift'' and left.", ["``a gift''"]),
    ('The " Night Ferry " crew slept .', ['" Night Ferry "']),
    ("It's the brothers' boat, and the town's pride.", []),
    ('A 13" pipe burst.', []),
    ('"We slept.\n\n"Then it rose."\n\nThe dam held.', ['"We slept.', '"Then it rose."']),
    ('"We slept.\n\nThe dam held.', ['"We slept.']),
]


@pytest.mark.parametrize(("text", "quotations"), QUOTATIONS)
def test_quotations(text: str, quotations: list[str]) -> None:
    assert [text[start:end] for start, end in reading(text).quotations] == quotations


NAMES = [
    ("U.S. Secretary of State Ada Moreau met Tor Lie.", {"U.S.": "united states", "Ada Moreau": "ada moreau", "Tor Lie": "tor lie"}),
    ("Inspector Tor Lie left. Lie was tired.", {"Tor Lie": "tor lie", "Lie": "tor lie"}),
    ("The Water Safety Board (WSB) met. The WSB agreed.", {"WSB": "water safety board"}),
    ("Two Somali crews met a Yemeni ship.", {"Somali": "somalia", "Yemeni": "yemen"}),
    ("The board of Lisle met in New Zealand on Monday.", {"Lisle": "lisle", "New Zealand": "new zealand"}),
    ("Fresh rain fell. Shares rose.", {}),
    ("A Defence Ministry official spoke.", {"Defence Ministry": "defence ministry"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: dict[str, str]) -> None:
    found = {name.text: name.key for name in reading(text).names}
    assert names.items() <= found.items()
    assert bool(found) == bool(names)


@pytest.mark.parametrize(
    "line",
    ["5 Min Read", "Share This Article", "12 Comments", "By admin", "Published 3 hours ago", "Updated: 14:25 Sun Sep 15 2013",
     "November 28, 2005", "Photo: Ines Falk / 2012", "© 2024 The Brekke Herald", "Advertisement", "1.2k shares"],
)  # fmt: skip
def test_figures_of_page_furniture_are_no_claims(line: str) -> None:
    document = Document("text", f"Dam holds\n{line}\nThe dam at Lisle held for 24 years.")
    claims = read_claims(document, read_figures(document))
    assert [c.figure.number_start > document.text.index("The dam") for c in claims] == [True]


@pytest.mark.parametrize(
    "line", ["The board met 12 times.", "Shares rose 5 percent on Monday.", "It was published in 2005, she said."]
)
def test_figures_of_short_sentences_are_claims(line: str) -> None:
    document = Document("text", f"Dam holds\n{line}\nThe dam at Lisle held.")
    assert read_claims(document, read_figures(document))


PIECES = st.sampled_from(
    [
        *"\"“”'‘’.,;:!?()[]-–—…\n\t $€%",
        " said ", " says ", " told ", "according to ", " as saying ", " quoted ", "He ", "The ", "Ada Moreau", "U.S. ", "12 ",
        "1.5 million", " people", "Monday", " and ", " who ", " of ", "Mr. ", " was ", " by ", "\n\n", "``", "''", "a.m.", "é", "İ", "\u2028",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    document = Document("text", text)
    claims = read_claims(document, read_figures(document), first_id=7)
    assert [c.id for c in claims] == list(range(7, 7 + len(claims)))
    assert claims == read_claims(document, read_figures(document), first_id=7)
    for claim in claims:
        start, end = claim.sentence
        assert 0 <= start <= claim.figure.number_start < end <= len(text)
        assert all(0 < weight <= 1 for _, weight in claim.words)
        assert list(claim.words) == sorted(claim.words)
        assert claim.quotation is None or claim.quotation[0] <= claim.figure.number_start < claim.quotation[1]
        assert (claim.speaker is None) == (claim.speaker_key is None)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=120))
def test_sentences_and_quotations_lie_apart_and_in_order(text: str) -> None:
    found = reading(text)
    for spans in (
        [(s.start, s.end) for s in found.sentences],
        found.quotations,
        [(n.start, n.end) for n in found.names],
    ):
        ends = [0, *(end for _, end in spans)]
        assert all(start < end for start, end in spans)
        assert all(before <= start for before, (start, _) in zip(ends, spans, strict=False))
    inside = {n for s in found.sentences for n in range(s.start, s.end)}
    assert all(n in inside or character.isspace() for n, character in enumerate(text))
