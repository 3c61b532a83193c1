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
