"""The configuration: where it is found, what holds for which text, and what is said when it is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimcheck.documents import Document, DocumentError
from claimcheck.figures.admits import Rounding
from claimcheck.figures.hedges import HedgeRules
from claimcheck.house import schema
from claimcheck.house.config import Found, find, read
from claimcheck.house.errors import HouseError
from claimcheck.house.settled import Settled, settle
from claimcheck.house.sources import sources_of
from claimcheck.rules.packs import load
from claimcheck.verdicts.catalogue import load_rules


def written(folder: Path, text: str, name: str = "claimcheck.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


# ---------------------------------------------------------------- finding it


def test_the_nearest_one_above_holds(tmp_path: Path) -> None:
    written(tmp_path, "fail-on = 'warning'")
    written(tmp_path / "news", "[tool.claimcheck]\nfail-on = 'notice'", "pyproject.toml")
    written(tmp_path / "news" / "city", "[tool.other]", "pyproject.toml")
    assert find(tmp_path / "sport").config.fail_on == "warning"
    assert find(tmp_path / "news" / "city" / "east").config.fail_on == "notice"
    written(tmp_path / "news", "fail-on = 'never'")
    assert find(tmp_path / "news" / "city").file == tmp_path / "news" / "claimcheck.toml", "its own file goes first"


def test_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    written(tmp_path, "fail-on = 'warning'")
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "news").mkdir()
    assert find(tmp_path / "repo" / "news") == Found(tmp_path / "repo")


def test_a_folder_may_have_its_own(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """
        fail-on = "error"
        rules = ["house"]
        [severities]
        hedge-changed = "error"
        [tolerances]
        most = 0.05
        [folders.sport]
        fail-on = "notice"
        [folders."sport/chess"]
        severities = { hedge-changed = "off" }
        tolerances = { hedges = { about = { low = 0.2 } } }
        """,
    )
    written(tmp_path / "house", "[rules.superseded]\nseverity = 'warning'\n", "findings.toml")
    found = read(file)
    news, sport, chess = (settle(found, tmp_path / folder) for folder in ("news", "sport", "sport/chess/open"))
    assert (news.fail_on, sport.fail_on, chess.fail_on) == ("error", "notice", "notice")
    assert load_rules(news.packs)["hedge-changed"].severity == "error"
    assert load_rules(chess.packs)["hedge-changed"].severity == "off"
    assert load_rules(chess.packs)["superseded"].severity == "warning"
    assert load("rounding", Rounding, chess.packs).most == 0.05
    assert load("rounding", Rounding, chess.packs).zeros == load("rounding", Rounding, ()).zeros
    about = load("hedges", HedgeRules, chess.packs).hedges["about"]
    assert (about.low, about.high) == (0.2, 0.1)
    assert settle(found, tmp_path.parent).fail_on == "error", "a text elsewhere, and --config"


# ---------------------------------------------------------------- what is wrong with it


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("fial-on = 'error'", "fial-on", "no such key; did you mean fail-on?"),
        ("fail-on = 'fatal'", "fail-on", "it may be error, never, notice, warning"),
        ("format = 'tabel'", "format", "no such format: 'tabel'; did you mean table?"),
        ("sources = 'wire.txt'", "sources", "Expected a list, got text in quotes"),
        ("[severities]\nhedge-chnaged = 'off'", "severities.hedge-chnaged", "did you mean hedge-changed?"),
        ("[severities]\nhedge-changed = 'on'", "severities.hedge-changed", "it may be error, notice, off, warning"),
        ("[tolerances]\nzeroes = 2", "tolerances.zeroes", "did you mean zeros?"),
        ("[tolerances]\nmost = 1.5", "tolerances.most", "<= 1"),
        ("[folders.sport]\nfolders = {}", "folders.sport.folders", "no such key"),
        ("[folders.'../x']\nformat = 'csv'", 'folders."../x"', "name a folder inside this one"),
        ("[folders.'/etc']\nformat = 'csv'", 'folders."/etc"', "name a folder inside this one"),
        ("[folders.a]\nformat = 'x'", 'folders."a".format', "no such format"),
        ("sources = [", "", "at end of document"),
    ],
)
@pytest.mark.parametrize("name", ["claimcheck.toml", "pyproject.toml"])
def test_what_is_wrong_is_named_with_file_and_key(
    tmp_path: Path, name: str, text: str, place: str, reason: str
) -> None:
    prefix = ""
    if name == "pyproject.toml":
        prefix = "tool.claimcheck." if place else ""
        text = "[tool.claimcheck]\n" + text.replace("[severities]", "[tool.claimcheck.severities]").replace(
            "[tolerances]", "[tool.claimcheck.tolerances]"
        ).replace("[folders.", "[tool.claimcheck.folders.")
    file = written(tmp_path, text, name)
    with pytest.raises(HouseError) as error:
        find(tmp_path)
    assert str(error.value).startswith(f"{file}: {prefix}{place}")
    assert reason in str(error.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "[tolerances.hedges.abuot]\nlow = 0.2",
            "tolerances.hedges.abuot: no such hedge: 'abuot'; did you mean about?",
        ),
        ("rules = ['../others']", "rules: '../others' leads out of the folder of this file"),
        ("[folders.a]\nrules = ['/etc']", "folders.\"a\".rules: '/etc' leads out of the folder of this file"),
    ],
)
def test_what_turns_out_wrong_when_it_is_used(tmp_path: Path, text: str, reason: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(HouseError) as error:
        settle(find(tmp_path), tmp_path / "a")
    assert str(error.value) == f"{file}: {reason}"


def test_a_configuration_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(HouseError, match="no such file"):
        read(tmp_path / "claimcheck.toml")
    with pytest.raises(HouseError, match=r"no table \[tool.claimcheck\]"):
        read(written(tmp_path, "[tool.x]", "pyproject.toml"))


# ---------------------------------------------------------------- its schema


def test_the_schema_is_that_of_the_records() -> None:
    assert schema.FILE.read_text(encoding="utf-8") == schema.made(), "python -m claimcheck.house.schema writes it"


@pytest.mark.parametrize(
    ("config", "valid"),
    [
        ({"fail-on": "never", "folders": {"sport": {"severities": {"arithmetic": "off"}}}}, True),
        ({"tolerances": {"exact-below": 50, "hedges": {"about": {"low": "open"}}}}, True),
        ({"fail_on": "never"}, False),
        ({"severities": {"arithmetics": "off"}}, False),
        ({"format": "tabel"}, False),
    ],
)
def test_the_schema_knows_good_from_bad(config: dict[str, Any], valid: bool) -> None:
    whole = json.loads(schema.FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(whole)
    assert jsonschema.Draft202012Validator(whole).is_valid(config) == valid


# ---------------------------------------------------------------- sources


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (
        "wire/flood.txt",
        "wire/flood-2.txt",
        "wire/frost.txt",
        "news/flood.md",
        "news/flood.source.txt",
        "news/notes/a.txt",
    ):
        written((tmp_path / "root" / name).parent, "Nine.", Path(name).name)
    written(tmp_path, "secret", "secret.txt")
    return tmp_path / "root"


@pytest.mark.parametrize(
    ("patterns", "found"),
    [
        (("/wire/{name}*.txt",), ["wire/flood-2.txt", "wire/flood.txt"]),
        (("{name}.source.txt", "/wire/frost.txt"), ["news/flood.source.txt", "wire/frost.txt"]),
        (("../wire/flood.txt", "../wire/f*d.txt"), ["wire/flood.txt"]),
        (("**/*",), ["news/flood.source.txt", "news/notes/a.txt"]),
        (("gone.txt",), ["news/gone.txt"]),
    ],
    ids=["pattern", "several", "up and each once", "no draft and no folder", "a name that is no pattern"],
)
@pytest.mark.parametrize("by_front_matter", [True, False])
def test_sources_by_pattern(project: Path, patterns: tuple[str, ...], found: list[str], by_front_matter: bool) -> None:
    path = project / "news" / "flood.md"
    draft = Document(str(path), "Nine.", sources=patterns if by_front_matter else ())
    settled = Settled(project, sources=("no*thing",) if by_front_matter else patterns)
    paths = sources_of(draft, path, settled)
    assert [str(Path(p).resolve().relative_to(project)) for p in paths] == found


@pytest.mark.parametrize("pattern", ["../../secret.txt", "../../s*.txt", "/../secret.txt", "link.txt"])
def test_no_source_lies_outside_of_the_root(project: Path, pattern: str) -> None:
    path = project / "news" / "flood.md"
    (project / "news" / "link.txt").symlink_to(project.parent / "secret.txt")
    with pytest.raises(DocumentError, match=f"its source '.*' leads out of {project}; keep sources inside of it"):
        sources_of(Document("flood.md", "Nine.", sources=(pattern,)), path, Settled(project))


@pytest.mark.parametrize(
    ("patterns", "reason"), [((), "nothing says what"), (("x*.txt",), "no file is as its sources")]
)
def test_a_draft_without_sources(project: Path, patterns: tuple[str, ...], reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        sources_of(Document("d", "Nine.", sources=patterns), project / "news" / "flood.md", Settled(project))
