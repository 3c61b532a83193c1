"""Documents get names of their own."""

import pytest

from claimcheck.documents.names import numbered


@pytest.mark.parametrize(
    ("names", "own"),
    [
        ([], []),
        (["wire", "post"], ["wire", "post"]),
        (["wire", "wire", "post", "wire"], ["wire", "wire (2)", "post", "wire (3)"]),
        (["wire (2)", "wire", "wire"], ["wire (2)", "wire", "wire (3)"]),
        (["wire", "wire", "wire (2)"], ["wire", "wire (2)", "wire (2) (2)"]),
    ],
)
def test_a_name_that_recurs_is_numbered(names: list[str], own: list[str]) -> None:
    assert numbered(names, "{} ({})") == own


def test_names_that_some_take_for_the_same_are_told_apart() -> None:
    assert numbered(["Ferry", "ferry", "FERRY"], "{}-{}", str.casefold) == ["Ferry", "ferry-2", "FERRY-3"]
