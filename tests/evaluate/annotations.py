"""Annotated articles for tests: from claims in notation, and as files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from armscorpus.evaluate.gold import GoldArticle, GoldClaim
from armscorpus.evaluate.outcomes import Outcome, match
from armscorpus.models import Claim
from tests.claim_notation import parse_claim

ABOUT = "obus transfer KP>RU"
SHELLS = "NIS | 600 | 2024 | 2025-05-01 | art=obus at=10"
TEXT = "Séoul compte 600 obus. Kiev en a reçu 200 obus en mars 2024.\n"
QUANTITY = {"bound": "exact", "value": 600, "low": 600, "high": 600, "unit": "count"}


def claim(line: str = SHELLS, about: str = ABOUT) -> Claim:
    """Return a claim in notation."""
    return parse_claim(line, about)


def gold(*claims: GoldClaim, name: str = "obus.txt") -> GoldArticle:
    """Return an annotated article that is in no file."""
    return GoldArticle(file=Path("gold.jsonl"), line=1, name=name, claims=claims)


def outcome(annotated: GoldClaim, *found: Claim) -> Outcome:
    """Return what becomes of one annotated claim."""
    (only,) = match([gold(annotated)], {"obus.txt": found})
    return only


def annotation(**changes: Any) -> dict[str, Any]:
    """Return the claim of 600 shells as it is annotated, some fields changed."""
    start = TEXT.index("600")
    said = {"span": [start, start + 8], "text": "600 obus", "topics": ["obus"], "quantity": QUANTITY}
    return said | {"event": "stock", "modality": "asserted"} | changes


def write_article(folder: Path, *claims: dict[str, Any], name: str = "obus.txt", **changes: Any) -> Path:
    """Write an article, and annotations of it beside it; return the path of those."""
    (folder / name).write_text(TEXT, encoding="utf-8")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    line = {"article": name, "sha256": digest, "published": "2025-05-01", "claims": claims or [annotation()]}
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(line | changes) + "\n", encoding="utf-8")
    return path
