"""Rule packs: what another folder may change, and what is said when it is wrong."""

from pathlib import Path
from typing import Literal

import msgspec
import pytest

from claimcheck.rules import packs
from claimcheck.rules.packs import RulesError, load


class Hedge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: list[str]
    reach: float = 0.0
    side: Literal["over", "under"] = "over"


class Hedges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hedges: dict[str, Hedge]
    strict: bool = False


OWN = """
[hedges.about]
words = ["about", "roughly"]
reach = 0.05

[hedges.over]
words = ["over"]
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "hedges.toml").write_text(OWN, encoding="utf-8")
    monkeypatch.setattr(packs, "default_pack", lambda: folder)
    load.cache_clear()
    return folder


def pack(folder: Path, text: str | bytes, name: str = "hedges.toml") -> tuple[Path, ...]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return (folder,)


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("", {"about": Hedge(["about", "roughly"], 0.05), "over": Hedge(["over"])}),
        (
            "[hedges.about]\nwords = ['circa', 'about']",
            {"about": Hedge(["about", "roughly", "circa"], 0.05), "over": Hedge(["over"])},
        ),
        ("[hedges.about]\nreach = 0.1", {"about": Hedge(["about", "roughly"], 0.1), "over": Hedge(["over"])}),
        (
            "[hedges.under]\nwords = ['under']\nside = 'under'",
            {
                "about": Hedge(["about", "roughly"], 0.05),
                "over": Hedge(["over"]),
                "under": Hedge(["under"], side="under"),
            },
        ),
    ],
    ids=["nothing", "lists are joined", "values are replaced", "tables are merged"],
)
def test_a_pack_extends_and_overrides(own: Path, tmp_path: Path, over: str, expected: dict[str, Hedge]) -> None:
    assert own
    assert load("hedges", Hedges, pack(tmp_path / "pack", over)).hedges == expected


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("hedgse = 1", "hedgse", "no such key; did you mean hedges?"),
        ("[hedges.about]\nwidth = 3", "hedges.about.width", "no such key; the keys here are words, reach, side"),
        ("[hedges.near]\nreach = 3", "hedges.near.words", "the key is missing"),
        ("[hedges.over]\nside = 'beside'", "hedges.over.side", "Invalid enum value 'beside'; it may be over, under"),
        ("[hedges.over]\nwords = ['x', 3]", "hedges.over.words[2]", "Expected text in quotes, got a whole number"),
        ("strict = 'yes'", "strict", "Expected true or false, got text in quotes"),
        ("hedges = ['about']", "hedges", "Expected a table, got a list"),
        ("strict = true\n[hedges.about\n", "", "Expected ']' at the end of a table declaration (at line 2, column 14)"),
        (b"strict = true\n# caf\xe9", "line 2", "not UTF-8"),
    ],
)
def test_a_broken_file_is_named_with_key_and_reason(
    own: Path, tmp_path: Path, text: str | bytes, key: str, reason: str
) -> None:
    assert own
    with pytest.raises(RulesError) as raised:
        load("hedges", Hedges, pack(tmp_path / "pack", text))
    error = raised.value
    assert (error.path, error.key, error.reason) == (tmp_path / "pack" / "hedges.toml", key, reason)
    assert str(error.path) in str(error)
    assert key in str(error)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("hegdes.toml", "no such rules file; did you mean hedges.toml?"),
        ("style.toml", "no such rules file; the files are hedges.toml"),
        ("readme.md", "no rules in this folder; it may hold any of hedges.toml"),
    ],
)
def test_a_file_that_nobody_would_read_is_an_error(own: Path, tmp_path: Path, name: str, reason: str) -> None:
    assert own
    with pytest.raises(RulesError) as raised:
        packs.inspect(pack(tmp_path / "pack", "", name))
    assert raised.value.reason == reason


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="no folder of rules: No such file or directory"):
        packs.inspect((tmp_path / "nowhere",))


def test_every_record_of_a_rules_file_forbids_unknown_keys() -> None:
    import claimcheck.cli  # noqa: F401, PLC0415 - the whole program, so that every record type exists

    def records(kind: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
        return [kind, *(r for sub in kind.__subclasses__() for r in records(sub))]

    no_rules = (
        "claimcheck.batch",
        "claimcheck.figures.lexicon",
        "claimcheck.nightly.archive.manifest",
        "claimcheck.nightly.report.record",
        "claimcheck.nightly.events.outcome",
    )
    ours = [r for r in records(msgspec.Struct) if r.__module__.startswith("claimcheck.")]
    ours = [r for r in ours if not r.__module__.startswith(no_rules)]
    assert ours
    assert not [f"{r.__module__}.{r.__name__}" for r in ours if not r.__struct_config__.forbid_unknown_fields]
