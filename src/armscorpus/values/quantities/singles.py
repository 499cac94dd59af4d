"""One and none: « un seul navire », « seul un navire », « aucun navire », « pas un seul obus »."""

from __future__ import annotations

from decimal import Decimal

from armscorpus.values.quantities.amounts import Amount, exact_amount
from armscorpus.values.quantities.ranges import ARTICLES
from armscorpus.values.tokens import Tokens

SINGLE = ("seul", "seule")
NO = ("aucun", "aucune")
_ADVERBIAL = ("sans", "en", "à", "d'", "par", "pour")
_CLAUSE_STARTS = ("", ",", ";", ":", "«", "“", "et", "—", "–", ".")


def read_single(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « un seul », « seul un » as one, « pas un seul » as none."""
    keys = tokens.keys
    if i > floor and keys[i - 1] in ARTICLES:
        if i > floor + 1 and keys[i - 2] == "pas":
            return exact_amount(Decimal(0), i - 2, i + 1, "none")
        return exact_amount(Decimal(1), i - 1, i + 1, "single")
    return exact_amount(Decimal(1), i, i + 2, "single") if keys[i + 1] in ARTICLES else None


def read_none(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « aucun » as none, but not « sans aucun doute », « en aucun cas »."""
    if i > floor and tokens.keys[i - 1] in _ADVERBIAL:
        return None
    return exact_amount(Decimal(0), i, i + 1, "none")


def read_not_one(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « pas un » as none where it opens a clause (« Pas un obus n'est arrivé »), not « n'est pas un »."""
    before = tokens.keys[i - 1] if i > floor else ""
    if before not in _CLAUSE_STARTS or tokens.keys[i + 1] not in ARTICLES:
        return None
    return exact_amount(Decimal(0), i, i + 2 + (tokens.keys[i + 2] in SINGLE), "none")
