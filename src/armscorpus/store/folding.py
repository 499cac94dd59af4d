"""Names folded for searching: without case, accents and punctuation."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return the folded words, one space apart: « Renseignement sud-coréen », `renseignement sud coreen`."""
    letters = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(LIGATURES)
    bare = (char for char in letters if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in bare).split())


def source_key(*names: str | None) -> str:
    """Return the folded names of a source, each word after a space: ` pentagone | cnn |`."""
    return "".join(f" {fold(name)} |" for name in names if name)


def party_key(*roles: str | None) -> str | None:
    """Return the folded members of all roles: « FR,IT » and « UA » give `,fr,it,ua,`; nobody gives None."""
    members = [fold(member) for role in roles if role for member in role.split(",")]
    return f",{','.join(members)}," if members else None
