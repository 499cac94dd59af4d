"""Every entry of the lexicon of the stages carries examples, and its examples run."""

from __future__ import annotations

import pkgutil
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from armscorpus import lexicon
from armscorpus.errors import LexiconError
from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import conjugate
from armscorpus.lexicon.schema import (
    Attributions,
    Conjugations,
    Events,
    Make,
    Makes,
    Modalities,
    NationalCurrencies,
    Parties,
    Topics,
)
from armscorpus.lexicon.table import Table
from armscorpus.models import Claim
from tests.stage_claims import claims_of

WORDS = Path(lexicon.__file__).parent / "fr"


def only_claim(sentence: str) -> Claim:
    """Return the one claim of a sentence."""
    claims = claims_of(sentence)
    assert len(claims) == 1, [claim.text for claim in claims]
    return claims[0]


SECTIONS = {
    "withholding": "negated",
    "need": "possible",
    "wish": "planned",
    "aim": "planned",
    "goal": "planned",
}


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.toml")), ids=lambda path: path.stem)
def test_each_file_has_its_schema(path: Path) -> None:
    """A file of the lexicon that no table names is left behind."""
    for module in pkgutil.iter_modules(lexicon.__path__):
        import_module(f"armscorpus.lexicon.{module.name}")
    tables = {table.file for table in all_tables(Table)}
    assert path.stem in tables


def all_tables(base: type[Table]) -> list[type[Table]]:
    """Return the tables below a class."""
    return [table for below in base.__subclasses__() for table in (below, *all_tables(below))]


@pytest.mark.parametrize(
    "example", [example for pattern in load(Conjugations).pattern for example in pattern.examples]
)
def test_conjugations(example: str) -> None:
    """The forms of an example are among the forms of its verb."""
    lemma, _, forms = example.partition(" → ")
    assert set(forms.split(", ")) <= {form for form, _ in conjugate(lemma)}


def test_an_ending_that_is_no_infinitive_is_refused() -> None:
    """A noun cannot be conjugated."""
    with pytest.raises(ValueError, match="infinitive"):
        list(conjugate("canon"))


@pytest.mark.parametrize(
    ("slug", "example"), [(topic.slug, example) for topic in load(Topics).topic for example in topic.examples]
)
def test_topics(slug: str, example: str) -> None:
    """The figure of an example belongs to its topic."""
    assert slug in {topic for claim in claims_of(example) for topic in claim.topics}


@pytest.mark.parametrize("example", load(Topics).grounded.examples)
def test_flights_of_passengers_are_no_claim(example: str) -> None:
    """What a raid delays carries no arms."""
    assert claims_of(example) == []


@pytest.mark.parametrize("example", load(Topics).variation.examples)
def test_a_variation_is_no_claim(example: str) -> None:
    """By how much a thing changed is not how much of it there is."""
    assert claims_of(example) == []


@pytest.mark.parametrize("example", load(Topics).price.examples)
def test_a_price_is_of_one_thing(example: str) -> None:
    """An amount beside « pièce » is a price."""
    assert only_claim(example).topics == ("prix",)


@pytest.mark.parametrize(
    ("topics", "example"),
    [
        (topics, example)
        for topics, words in (
            (("effectifs",), load(Topics).work),
            (("obus", "part"), load(Topics).whole),
            (("artillerie",), load(Topics).counter),
            (("missiles",), load(Topics).property),
        )
        for example in words.examples
    ],
)
def test_words_around_a_number_tell_its_topic(topics: tuple[str, ...], example: str) -> None:
    """The last figure of an example counts what its words say."""
    assert claims_of(example)[-1].topics == topics


@pytest.mark.parametrize(
    ("code", "example"),
    [(shared.code, example) for shared in load(NationalCurrencies).shared for example in shared.examples],
)
def test_shared_currencies(code: str, example: str) -> None:
    """The states of the text tell which currency of a name is meant."""
    assert only_claim(example).quantity.unit == code


@pytest.mark.parametrize(
    ("event", "example"),
    [
        (entry.event, example)
        for entries in (load(Events).verb, load(Events).noun)
        for entry in entries
        for example in entry.examples
    ],
)
def test_events(event: str, example: str) -> None:
    """The figure of an example underwent its event, as its topic bends it."""
    assert event in {claim.event for claim in claims_of(example)}


@pytest.mark.parametrize(
    "example",
    [
        *(
            example
            for entries in (
                load(Attributions).preposition,
                load(Attributions).verb,
                load(Attributions).outlet,
            )
            for entry in entries
            for example in entry.examples
        ),
        *(
            example
            for words in (
                load(Attributions).handing,
                load(Attributions).extraction,
                load(Attributions).limiting,
                load(Attributions).feeling,
                load(Attributions).letter,
                load(Attributions).origin,
            )
            for example in words.examples
        ),
    ],
)
def test_attributions(example: str) -> None:
    """The figure of an example has a source."""
    assert all(claim.source is not None for claim in claims_of(example))


@pytest.mark.parametrize(
    ("modality", "example"),
    [
        *((entry.modality, example) for entry in load(Modalities).verb for example in entry.examples),
        *(
            (modality, example)
            for section, modality in SECTIONS.items()
            for example in getattr(load(Modalities), section).examples
        ),
    ],
)
def test_modalities(modality: str, example: str) -> None:
    """The figure of an example has the modality of its verb or its section."""
    assert only_claim(example).modality == modality


@pytest.mark.parametrize("make", load(Makes).make, ids=lambda make: make.state)
def test_makes(make: Make) -> None:
    """Who buys things of a name without saying from whom has them from their maker."""
    for example in make.examples:
        assert only_claim(example).supplier == make.state


@pytest.mark.parametrize("nickname", load(Parties).nickname, ids=lambda nickname: nickname.name)
def test_nicknames(nickname: object) -> None:
    """A shared name stands for its state in its example."""
    state, example = nickname.state, nickname.example  # type: ignore[attr-defined]
    beside = "" if "KP" in nickname.unless else " Pyongyang se tait."  # type: ignore[attr-defined]
    parties = {
        party for claim in claims_of(f"{example}{beside}") for party in (claim.supplier, claim.recipient)
    }
    assert state in parties


def test_a_key_that_no_schema_knows_names_the_file_and_the_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever breaks a file is told which one, and where."""

    class Broken(Table):
        file = "broken"
        words: tuple[str, ...]

    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "broken.toml").write_text('words = ["obus"]\nworms = []\n', encoding="utf-8")
    monkeypatch.setattr(lexicon, "files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=r"broken\.toml: worms"):
        load(Broken)


def test_every_file_is_valid_toml() -> None:
    """The files parse as they are."""
    assert all(tomllib.loads(path.read_text(encoding="utf-8")) for path in WORDS.glob("*.toml"))
