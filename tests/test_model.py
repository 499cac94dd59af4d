"""A statistical model of the user's: loaded by name, heard where the rules are silent, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.articles import article_id, read_articles
from armscorpus.errors import ModelError
from armscorpus.extract import extract_all, extract_claims
from armscorpus.models import Article, Claim
from tests.cli.running import run
from tests.gold_claims import SEEDS

NAMES = [
    {"label": "ORG", "pattern": "Zephyr Dynamics"},
    {"label": "ORG", "pattern": "brigades du Delta"},
    {"label": "PER", "pattern": "Anselme Korda"},
    {"label": "MISC", "pattern": "Caesar"},
]
VERBS = {"vitupère": "Korda", "refourgue": "Dynamics"}


@Language.component("armscorpus_test_parser")
def parse(doc: Doc) -> Doc:
    """Make the known names the subjects of the verbs beside them."""
    for token in doc:
        token.dep_ = "dep"
        if token.text in {"Anselme", "Zephyr"}:
            token.head = token.nbor()
        for other in doc:
            if VERBS.get(other.text) == token.text:
                token.head, token.dep_ = other, "nsubj"
    return doc


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of a pipeline that knows four names."""
    nlp = spacy.blank("fr")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(NAMES)  # type: ignore[attr-defined]
    return saved(nlp, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def parsing_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of a pipeline that knows the names and parses two verbs."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("entity_ruler").add_patterns(NAMES)  # type: ignore[attr-defined]
    nlp.add_pipe("armscorpus_test_parser")
    return saved(nlp, tmp_path_factory.mktemp("parsing"))


def saved(nlp: Language, folder: Path) -> str:
    """Return the folder in which a pipeline was saved."""
    nlp.to_disk(folder / "pipeline")
    return str(folder / "pipeline")


def only_claim(text: str, model: str | None = None) -> Claim:
    """Return the one claim of a text."""
    article = Article(id=article_id(text), path="a.txt", published="2025-06-15", text=text)
    (claim,) = extract_claims(article, model=model)
    return claim


SIDES = "zephyr dynamics a livré 300 missiles aux brigades du Delta."
SIDES_AS_NAMES = "Hier, Zephyr Dynamics a livré 300 missiles aux brigades du Delta."


def test_entities_name_the_sides(model: str) -> None:
    """The subject and the complement of the verb are sides, though no lexicon has their names."""
    claim = only_claim(SIDES_AS_NAMES, model)
    assert (claim.supplier, claim.recipient) == ("Zephyr Dynamics", "brigades du Delta")


def test_what_a_model_adds_says_so(model: str) -> None:
    """The rule of the field is the model's, and the words are marked."""
    evidence = only_claim(SIDES_AS_NAMES, model).evidence
    assert evidence is not None
    assert evidence.rules["supplier"] == evidence.rules["recipient"] == "party.model"
    start, end = evidence.spans["supplier"]
    assert SIDES_AS_NAMES[start:end] == "Zephyr Dynamics"


def test_without_a_model_the_sides_stay_open() -> None:
    """Nobody guesses that an unknown name is a side."""
    claim = only_claim(SIDES_AS_NAMES)
    assert (claim.supplier, claim.recipient) == (None, None)


def test_what_is_no_entity_is_no_side(model: str) -> None:
    """A name that the model does not know either stays out."""
    assert only_claim(SIDES, model).supplier is None


def test_a_thing_counted_is_no_side(model: str) -> None:
    """« Caesar » is what was delivered, whatever the model calls it."""
    assert only_claim("Hier, 30 Caesar ont été livrés.", model).supplier is None


@pytest.mark.parametrize(
    "text",
    [
        "Quelque 300 missiles sont partis, vitupère Anselme Korda.",
        "Anselme Korda vitupère que 300 missiles sont partis.",
    ],
)
def test_entities_name_the_source(model: str, text: str) -> None:
    """A person who is the subject of a verb that nobody knows is the source."""
    source = only_claim(text, model).source
    assert source is not None
    assert (source.name, source.person) == ("Anselme Korda", "Anselme Korda")


def test_a_body_is_a_source_only_by_the_parse(model: str, parsing_model: str) -> None:
    """Without a parse « filiale de X » looks like « vitupère X »."""
    text = "Quelque 300 missiles sont partis, filiale de Zephyr Dynamics."
    assert only_claim(text, model).source is None
    assert only_claim(text, parsing_model).source is None


def test_the_parse_decides_who_is_the_subject(parsing_model: str) -> None:
    """Words between a name and its verb do not hide it."""
    text = "Quelque 300 missiles sont partis, vitupère le très remonté Anselme Korda."
    source = only_claim(text, parsing_model).source
    assert source is not None
    assert source.name == "Anselme Korda"


@pytest.mark.parametrize(
    "text",
    [
        "Selon Kiev, l'Iran a livré 300 missiles à Moscou, vitupère Anselme Korda.",
        "Téhéran a livré 300 missiles aux Houthis.",
    ],
)
def test_what_the_rules_found_stays(model: str, text: str) -> None:
    """A model does not change a field that a rule has filled."""
    found, without = only_claim(text, model), only_claim(text)
    assert (found.supplier, found.recipient) == (without.supplier, without.recipient)


def test_a_model_without_names_changes_nothing(tmp_path: Path) -> None:
    """An empty pipeline gives the claims of the rules."""
    empty = saved(spacy.blank("fr"), tmp_path)
    articles = [article for article in read_articles([SEEDS]) if isinstance(article, Article)]
    with_model = [claims for _, claims in extract_all(articles, model=empty)]
    assert [claims for _, claims in extract_all(articles)] == with_model


def test_processes_load_the_model_too(model: str) -> None:
    """`jobs` makes no difference to what is found."""
    article = Article(id=article_id(SIDES_AS_NAMES), path="a.txt", text=SIDES_AS_NAMES)
    assert list(extract_all([article], model=model)) == list(extract_all([article], jobs=2, model=model))


def test_an_unknown_model_is_named() -> None:
    """The error says which."""
    with pytest.raises(ModelError, match="model fr_no_such_model: no spaCy pipeline of this name"):
        only_claim(SIDES_AS_NAMES, "fr_no_such_model")


def test_the_command_takes_a_model(model: str, tmp_path: Path) -> None:
    """`--model` fills the sides, and the store knows that another extractor made the claims."""
    article, store = tmp_path / "a.txt", tmp_path / "a.db"
    article.write_text(SIDES_AS_NAMES, encoding="utf-8")
    options = ("--published", "2025-06-15", "--store", store)
    assert "1 added" in run("extract", article, *options).stderr
    result = run("extract", article, *options, "--model", model, "--format", "csv")
    assert "Zephyr Dynamics" in result.stdout
    assert "1 replaced" in result.stderr or "1 updated" in result.stderr


def test_the_command_refuses_an_unknown_model(tmp_path: Path) -> None:
    """Status 2, and one line."""
    article = tmp_path / "a.txt"
    article.write_text(SIDES_AS_NAMES, encoding="utf-8")
    result = run("extract", article, "--no-store", "--model", "fr_no_such_model")
    assert (result.exit_code, "fr_no_such_model" in result.stderr) == (2, True)
