"""Scores of extracted claims and relations against the gold of `tests/gold/`.

Within an article a found claim is paired with at most one gold claim: first those whose spans overlap and
whose numbers agree, longest overlap first, then what is left on overlap alone, so that a wrong number counts
as a wrong field. An optional gold claim is neither missed nor extra; a gold claim may accept other values.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

GOLD = Path(__file__).parent / "gold"
COMPARABLE = ("topics", "number", "unit", "per", "period", "modality")

ClaimRecord = Mapping[str, Any]


class Rates(NamedTuple):
    """Precision, recall and F1, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


class ClaimScores(NamedTuple):
    """The rates of claims found, comparable and right in every field, and the accuracy of each field."""

    detection: Rates
    comparable: Rates
    whole: Rates
    fields: dict[str, float]
    disagreements: list[str]


class RelationScores(NamedTuple):
    """The share of pairs whose relation is right, and the mean F1 over the relations of the gold."""

    accuracy: float
    macro_f1: float
    confusion: Counter[tuple[str, str]]


def read_gold(name: str) -> list[dict[str, Any]]:
    """Return the records of `tests/gold/{name}.jsonl`."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def rates(hits: int, gold: int, found: int) -> Rates:
    """Return precision, recall and F1; zero where there is nothing to divide by."""
    precision, recall = (hits / n if n else 0.0 for n in (found, gold))
    return Rates(precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0)


def article_name(reference: str | Mapping[str, str]) -> str:
    """Return the name of an article's file without folder and suffix."""
    path = reference if isinstance(reference, str) else reference["path"]
    return PurePosixPath(path).stem


def _fold(name: str | None) -> str:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall("[a-z0-9]+", plain))


def _is_close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-6)


def _same_number(gold: ClaimRecord, found: ClaimRecord) -> bool:
    a, b = gold["quantity"], found["quantity"]
    if "approx" in (a["bound"], b["bound"]):
        return _is_close(a["value"], b["value"])
    if a["value"] is not None and _is_close(a["value"], b["value"]):
        return True
    return _is_close(a["low"], b["low"]) and _is_close(a["high"], b["high"])


def _same_party(role: str) -> Callable[[ClaimRecord, ClaimRecord], bool]:
    def is_same(gold: ClaimRecord, found: ClaimRecord) -> bool:
        a, b = gold[role], found[role]
        return a == b if a is None or b is None else _fold(a) == _fold(b)

    return is_same


def _source_names(claim: ClaimRecord) -> set[str]:
    source = claim["source"] or {}
    return {_fold(source.get("name")), _fold(source.get("acronym"))} - {""}


def _same_source(gold: ClaimRecord, found: ClaimRecord) -> bool:
    a, b = _source_names(gold), _source_names(found)
    if not a or not b:
        return a == b
    return any(f" {x} " in f" {y} " or f" {y} " in f" {x} " for x in a for y in b)


def _same_period(gold: ClaimRecord, found: ClaimRecord) -> bool:
    return all(gold["period"][end] == found["period"][end] for end in ("start", "end"))


def _same_topics(gold: ClaimRecord, found: ClaimRecord) -> bool:
    return set(gold["topics"]) == set(found["topics"])


def _same(field: str, *path: str) -> Callable[[ClaimRecord, ClaimRecord], bool]:
    def pick(claim: ClaimRecord) -> Any:
        for key in (*path, field):
            claim = claim[key]
        return claim

    return lambda gold, found: bool(pick(gold) == pick(found))


FIELDS: dict[str, Callable[[ClaimRecord, ClaimRecord], bool]] = {
    "topics": _same_topics,
    "number": _same_number,
    "bound": _same("bound", "quantity"),
    "unit": _same("unit", "quantity"),
    "per": _same("per", "quantity"),
    "statistic": _same("statistic", "quantity"),
    "event": _same("event"),
    "supplier": _same_party("supplier"),
    "recipient": _same_party("recipient"),
    "period": _same_period,
    "source": _same_source,
    "modality": _same("modality"),
}


def _variants(gold: ClaimRecord, field: str) -> Iterable[ClaimRecord]:
    """Yield the gold claim, then the gold claim with each other value that it accepts in the field."""
    yield gold
    for value in (gold.get("accept") or {}).get(field, ()):
        if field == "statistic":
            yield {**gold, "quantity": {**gold["quantity"], field: value}}
        elif field == "source":
            yield {**gold, field: {"name": value} if value else None}
        else:
            yield {**gold, field: value}


def right_fields(gold: ClaimRecord, found: ClaimRecord) -> set[str]:
    """Return the names of the fields in which the claims agree."""
    return {
        field
        for field, agrees in FIELDS.items()
        if any(agrees(variant, found) for variant in _variants(gold, field))
    }


def overlap(a: ClaimRecord, b: ClaimRecord) -> int:
    """Return the number of characters that two spans share."""
    (start, end), (other_start, other_end) = a["span"], b["span"]
    shared: int = min(end, other_end) - max(start, other_start)
    return max(0, shared)


def pair_claims(golds: list[ClaimRecord], founds: list[ClaimRecord]) -> dict[int, int]:
    """Return the indices of the gold claims that were found, each with the index of its found claim."""
    pairs: dict[int, int] = {}
    overlaps = [(overlap(g, f), i, j) for i, g in enumerate(golds) for j, f in enumerate(founds)]
    ranked = sorted((entry for entry in overlaps if entry[0]), key=lambda entry: (-entry[0], *entry[1:]))
    for same_number in (True, False):
        for _, i, j in ranked:
            is_free = i not in pairs and j not in pairs.values()
            if is_free and (not same_number or _same_number(golds[i], founds[j])):
                pairs[i] = j
    return pairs


def score_claims(gold: list[dict[str, Any]], found: Iterable[ClaimRecord]) -> ClaimScores:
    """Return the scores of found claims (as JSON records) against the gold of some articles."""
    by_article: dict[str, list[ClaimRecord]] = {article_name(record["article"]): [] for record in gold}
    for claim in found:
        by_article.setdefault(article_name(claim["article"]), []).append(claim)
    tally: Counter[str] = Counter()
    disagreements: list[str] = []
    for record in gold:
        name = article_name(record["article"])
        disagreements += _score_article(name, record["claims"], by_article[name], tally)
    hits, sizes = tally["hits"], (tally["gold"], tally["found"])
    return ClaimScores(
        detection=rates(hits, *sizes),
        comparable=rates(tally["comparable"], *sizes),
        whole=rates(tally["whole"], *sizes),
        fields={field: tally[field] / hits if hits else 0.0 for field in FIELDS},
        disagreements=disagreements,
    )


def _score_article(
    name: str, golds: list[ClaimRecord], founds: list[ClaimRecord], tally: Counter[str]
) -> list[str]:
    """Add the counts of one article to the tally; return what differs, in words."""
    notes = []
    pairs = pair_claims(golds, founds)
    counted = {i: j for i, j in pairs.items() if not golds[i].get("optional")}
    missed = [g for i, g in enumerate(golds) if i not in pairs and not g.get("optional")]
    extra = [f for j, f in enumerate(founds) if j not in pairs.values()]
    tally.update(hits=len(counted), gold=len(counted) + len(missed), found=len(counted) + len(extra))
    for i, j in counted.items():
        right = right_fields(golds[i], founds[j])
        tally.update(right)
        tally.update(comparable=right.issuperset(COMPARABLE), whole=len(right) == len(FIELDS))
        if wrong := sorted(FIELDS.keys() - right):
            notes.append(f"{name}: {golds[i]['text']!r}: wrong {', '.join(wrong)}")
    notes += [f"{name}: {g['text']!r}: missed" for g in missed]
    return notes + [f"{name}: {f['text']!r}: extra" for f in extra]


def score_relations(gold: list[dict[str, Any]], found: Iterable[Mapping[str, Any]]) -> RelationScores:
    """Return the scores of found relations (as JSON records); a pair that was not found is unrelated."""
    found = list(found)
    confusion = Counter((pair["relation"], _found_relation(pair, found)) for pair in gold)
    return RelationScores(
        accuracy=sum(n for (a, b), n in confusion.items() if a == b) / confusion.total(),
        macro_f1=_macro_f1(confusion),
        confusion=confusion,
    )


def _found_relation(pair: Mapping[str, Any], found: list[Mapping[str, Any]]) -> str:
    for relation in found:
        ends = relation["a"], relation["b"]
        if any(_same_place(pair["a"], x) and _same_place(pair["b"], y) for x, y in (ends, ends[::-1])):
            kind: str = relation["relation"]
            return pair["relation"] if kind in pair.get("accept", ()) else kind
    return "unrelated"


def _same_place(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return article_name(a["article"]) == article_name(b["article"]) and overlap(a, b) > 0


def _macro_f1(confusion: Counter[tuple[str, str]]) -> float:
    golds, founds = Counter[str](), Counter[str]()
    for (gold, found), n in confusion.items():
        golds[gold] += n
        founds[found] += n
    return sum(rates(confusion[k, k], golds[k], founds[k]).f1 for k in golds) / len(golds)
