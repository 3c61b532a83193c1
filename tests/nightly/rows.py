"""Rows of the archive for tests."""

from __future__ import annotations

import hashlib
from typing import Any

from claimcheck import Checker
from claimcheck.documents import Document


def document_row(text: str, outlet: str | None, title: str = "", id_: str = "") -> dict[str, Any]:
    digest = hashlib.sha256(f"{outlet}{title}{text}".encode()).hexdigest()
    return {
        "digest": digest, "piece": digest, "id": id_ or f"in/{digest[:6]}.txt", "story": digest, "outlet": outlet,
        "title": title, "published": "2026-11-20", "encoding": "utf-8", "markup": [], "text": text,
    }  # fmt: skip


def claim_rows(row: dict[str, Any]) -> list[dict[str, Any]]:
    claims = Checker().extract(Document(row["id"], row["text"])).claims
    return [
        {
            "document": row["digest"], "number": number, "outlet": row["outlet"], "published": row["published"],
            "start_at": claim.figure.start, "end_at": claim.figure.end, "line": 1, "figure": claim.figure.text,
            "sentence": row["text"][slice(*claim.sentence)], "kind": claim.figure.kind, "what": claim.what,
            "who": list(claim.who), "speaker": claim.speaker, "times": list(claim.when), "quoted": claim.quoted,
        }
        for number, claim in enumerate(claims)
    ]  # fmt: skip
