"""Who gives to whom, and who says so: « Corée du Nord → Russie », « Open Source Center (OSC) »."""

from __future__ import annotations

from babel import Locale

from armscorpus.lexicon.labels import Labels
from armscorpus.models import Claim, Source
from armscorpus.report.formats import Language
from armscorpus.report.languages import TYPOGRAPHY


def render_party(party: str | None, language: Language = Language.FRENCH) -> str:
    """Return the names of the countries whose codes a party field joins; other names as written."""
    names = Locale.parse(TYPOGRAPHY[language].locale).territories
    return ", ".join(names.get(part, part) for part in party.split(",")) if party else ""


def render_parties(claim: Claim, language: Language = Language.FRENCH) -> str:
    """Return « supplier → recipient », or the one that the article names."""
    supplier, recipient = render_party(claim.supplier, language), render_party(claim.recipient, language)
    return f"{supplier} → {recipient}".strip() if recipient else supplier


def render_source(source: Source | None) -> str:
    """Return the name of a source, with its acronym and the outlet through which the article has it."""
    if source is None:
        return ""
    name = source.name or ""
    acronym = f"({source.acronym})" if source.acronym and source.acronym != name else ""
    via = f"via {source.via}" if source.via else ""
    return " ".join(part for part in (name, acronym, via) if part)


def render_speaker(source: Source | None, labels: Labels, language: Language = Language.FRENCH) -> str:
    """Return what is known of who speaks: function, institution with its kind and state, whether they are a side.

    For example « porte-parole, Pentagone (armée, États-Unis), partie à l'affaire ».
    """
    if source is None:
        return ""
    kind = labels.source_kind[source.kind] if source.kind else None
    known = ", ".join(part for part in (kind, render_party(source.state, language)) if part)
    institution = source.institution or (source.name if known else None)
    body = f"{institution} ({known})" if institution and known else institution
    side = labels.heading["party"] if source.is_party else None
    function = source.function if source.function != source.name else None
    return ", ".join(part for part in (function, body, side) if part)
