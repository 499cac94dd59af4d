"""Labels of groups, in French or English: « Obus livrés, Corée du Nord → Russie »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from armscorpus.lexicon.schema import Reasons
from armscorpus.models import Claim, Statistic
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.scope import facet_label, silent_facets
from armscorpus.reconcile.wording import FRENCH, Wording


def label_of(readings: Sequence[Reading], words: Wording) -> str:
    """Return what the claims of a group are about, as a heading."""
    parts = [_what(readings, words), _who(readings, words)]
    return ", ".join(part for part in parts if part)


def _what(readings: Sequence[Reading], wording: Wording) -> str:
    subject, words = readings[0].subject, wording.reasons
    topics = wording.topics(subject.topics)
    happened = words.word["expected"] if subject.planned else words.happened[subject.event]
    says_it = not subject.planned and any(f"{slug} {subject.event}" in words.plain for slug in subject.topics)
    named = (
        topics
        if says_it or not happened or subject.noun
        else f"{topics} {_agree(happened, subject.topics, words)}"
    )
    details = _details(readings, wording)
    return f"{named} ({', '.join(details)})" if details else named


def _details(readings: Sequence[Reading], wording: Wording) -> list[str]:
    """Return what sets the group apart from others of its topic: people, statistic, noun."""
    subject = readings[0].subject
    values = [
        _facet(name, part, wording) for name in sorted(silent_facets()) for part in _parts(readings, name)[:1]
    ]
    if subject.statistic is not Statistic.TOTAL:
        values.append(wording.word(subject.statistic.value))
    nouns = [reading.claim.object for reading in readings if subject.noun and reading.claim.object]
    return [value for value in (*values, *nouns[:1]) if value]


def _facet(name: str, values: frozenset[str], wording: Wording) -> str:
    """Return the words for values of a facet; their names in the lexicon are English."""
    if wording.language == FRENCH:
        return facet_label(name, values)
    return wording.word("and").join(value.replace("_", " ") for value in sorted(values))


def _parts(readings: Sequence[Reading], facet: str) -> list[frozenset[str]]:
    found = [part.values for reading in readings if (part := reading.scope.get(facet)) and not part.whole]
    return [values for values, _ in Counter(found).most_common()]


def _agree(participle: str, topics: tuple[str, ...], words: Reasons) -> str:
    """Return a participle in the gender and number of the topics: « livrés », « livrées », « livrée »."""
    counted = [slug for slug in topics if slug != "part"]
    agreed = (
        f"{participle[:-1]}es"
        if words.feminine and all(slug in words.feminine for slug in counted)
        else participle
    )
    is_singular = len(counted) == 1 and counted[0] in words.singular
    return agreed.removesuffix("s") if is_singular else agreed


def _who(readings: Sequence[Reading], wording: Wording) -> str:
    """Return the parties: of each side the name that most claims give it."""
    claims = [reading.claim for reading in readings]
    supplier, recipient = _usual(claims, "supplier"), _usual(claims, "recipient")
    return wording.parties(supplier, recipient) if supplier or recipient else ""


def _usual(claims: Sequence[Claim], side: str) -> str | None:
    names = Counter(name for claim in claims if (name := getattr(claim, side)))
    return max(names, key=lambda name: (names[name], name)) if names else None
