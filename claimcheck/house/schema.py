"""The JSON Schema of the configuration, for editors that complete and check such files.

``python -m claimcheck.house.schema`` writes it anew when the records have changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.house.config import Config
from claimcheck.reports.formats import FORMATS
from claimcheck.verdicts.catalogue import RULE_IDS

FILE = Path(__file__).with_name("config-schema.json")

_SAID = {
    "sources": "patterns of the drafts' sources: from the draft's folder, or after a slash from this file's; "
    "{name} is the draft's file name without its ending",
    "rules": "folders of rules over the built-in ones, from this file's",
    "severities": "error, warning, notice or off, by rule",
    "tolerances": "how far figures may be apart: the keys of rounding.toml, and hedges",
    "format": "how results are shown",
    "fail-on": "from which severity on findings give exit code 1",
    "dropped": "whether figures of the sources that a draft leaves out are found",
    "folders": "what is otherwise in a folder, by its path from this file's",
}


def made() -> str:
    """Return the schema of ``Config``."""
    (_,), parts = msgspec.json.schema_components([Config], ref_template="#/$defs/{name}")
    for name in ("Config", "Folder"):
        keys: dict[str, Any] = parts[name]["properties"]
        for key, said in _SAID.items():
            if key in keys:
                keys[key]["description"] = said
        keys["severities"]["propertyNames"] = {"enum": list(RULE_IDS)}
        keys["format"] = {**keys["format"], "enum": [*FORMATS, None]}
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The configuration of claimcheck: claimcheck.toml, or tool.claimcheck in pyproject.toml",
        **parts.pop("Config"),
        "$defs": parts,
    }
    return json.dumps(whole, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(made(), encoding="utf-8")
