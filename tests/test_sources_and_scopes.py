"""Who stands behind a figure, and which part of a topic it counts; the examples of the lexicon run."""

from __future__ import annotations

import pytest

from armscorpus.lexicon import load
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.schema import Institutions, Scopes
from armscorpus.reconcile.scope import compare_scopes, scope_of
from armscorpus.reconcile.witnesses import (
    is_anonymous,
    is_same_source,
    is_same_voice,
    share_outlet,
    witness_of,
)
from tests.claim_notation import parse_claim

INSTITUTIONS = [
    pytest.param(example, institution.name, id=f"{institution.name}: {example}")
    for institution in load(Institutions).institution
    for example in (institution.name, *institution.aliases, *institution.people, *institution.examples)
]
FACETS = [
    pytest.param(facet.name, facet.topics, *example.split(" → "), id=f"{facet.name}: {example}")
    for facet in load(Scopes).facet
    for example in facet.examples
]


@pytest.mark.parametrize(("words", "name"), INSTITUTIONS)
def test_institution_is_recognised(words: str, name: str) -> None:
    """An institution is found by each of its names, and in the examples of how the press names it."""
    found = find_institution(words)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("words", "state"),
    [example.split(" → ") for organ in load(Institutions).organ for example in organ.examples],
)
def test_an_organ_of_a_state_is_an_institution(words: str, state: str) -> None:
    """It need not be listed: the army of any state is recognised by either of its names."""
    found = find_institution(words)
    assert (found and found.state) == state


def test_an_organ_of_two_states_is_none() -> None:
    """Nobody knows whose it is."""
    assert find_institution("les armées tchadienne et nigérienne") is None


@pytest.mark.parametrize(("facet", "topics", "words", "value"), FACETS)
def test_scope_is_recognised(facet: str, topics: tuple[str, ...], words: str, value: str) -> None:
    """The words of a noun phrase say which part is counted, as the examples of the lexicon have it."""
    part = scope_of(words, topics[:1] or ("obus",)).get(facet)
    found = "nothing" if part is None else "whole" if part.whole else " ".join(sorted(part.values))
    assert found == value


@pytest.mark.parametrize(
    "name",
    [
        "responsables américains",
        "un haut responsable israélien",
        "sources diplomatiques",
        "plusieurs estimations",
    ],
)
def test_unnamed_sources(name: str) -> None:
    """Officials and experts without a name are nobody in particular."""
    assert is_anonymous(name.removeprefix("un "))


@pytest.mark.parametrize("name", ["Andriy Melnytchouk", "ministère soudanais du Pétrole", "Airbus"])
def test_named_sources(name: str) -> None:
    """A person or a body with a name is somebody, known to the lexicon or not."""
    assert not is_anonymous(name)


def same(first: str, second: str) -> bool:
    """Whether two sources in notation are one named source."""
    a, b = (
        witness_of(parse_claim(f"{source} | 1 | | 2024-05-01", "obus fire RU")) for source in (first, second)
    )
    return is_same_source(a, b)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("NIS", "services de renseignement sud-coréens"),
        ("Tsahal", "le porte-parole de l'armée israélienne"),
        ("AIEA", "Rafael Grossi"),
        ("Kiev", "l'Ukraine"),
        ("OLENA GUSEINOVA", "Guseinova"),
        ("École d’économie de Kiev", "KSE"),
    ],
)
def test_one_source_under_two_names(first: str, second: str) -> None:
    """Acronyms, people, word order, case and accents do not make two sources."""
    assert same(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Washington", "Washington Post"),
        ("Hamas", "ministère de la Santé du Hamas"),
        ("Séoul", "Pyongyang"),
        ("ministère britannique de la Défense", "ministère turc de la Défense"),
        ("responsables américains", "responsables américains"),
        ("DIA sud-coréenne", "Defense Intelligence Agency"),
        ("armée soudanaise", "Forces de soutien rapide"),
    ],
)
def test_two_sources(first: str, second: str) -> None:
    """A part of a name, a shared word or the lack of a name does not make one source."""
    assert not same(first, second)


def test_an_article_without_a_source_speaks_for_itself() -> None:
    """Two articles of one publisher have one voice, though no named source; other publishers have another."""
    lines = [f" | 1 | | 2024-05-01 | pub={name} art={name[:2]}" for name in ("Le Fleuve", "Le Fleuve", "Cap")]
    first, second, third = (witness_of(parse_claim(line, "obus fire RU")) for line in lines)
    assert (is_same_voice(first, second), is_same_voice(first, third)) == (True, False)
    assert not is_same_source(first, second)


def test_outlets_in_a_list() -> None:
    """« le Washington Post et le New York Times » are two outlets."""
    lines = ["A via le Washington Post et le New York Times", "B via NYT", "C via Reuters"]
    first, second, third = (witness_of(parse_claim(f"{line} | 1 | |", "obus fire RU")) for line in lines)
    assert (share_outlet(first, second), share_outlet(first, third)) == (True, False)


def test_scope_gap_of_a_part() -> None:
    """« missiles balistiques KN-23 » are a part of « missiles balistiques »: by model, not by class."""
    gap = compare_scopes(
        scope_of("missiles balistiques KN-23", ("missiles",)), scope_of("missiles balistiques", ("missiles",))
    )
    assert (gap.different, gap.a_part, gap.b_part, gap.unstated) == (None, ("model",), (), ())


def test_scope_gap_of_silence() -> None:
    """« soldats » says neither dead nor wounded: it is unknown which."""
    gap = compare_scopes(scope_of("soldats", ("pertes",)), scope_of("soldats tués", ("pertes",)))
    assert (gap.a_part, gap.b_part, gap.unstated) == ((), (), ("casualties",))


def test_scope_of_nothing() -> None:
    """A figure without a noun says nothing of a part."""
    assert scope_of(None, ("obus",)) == {}
