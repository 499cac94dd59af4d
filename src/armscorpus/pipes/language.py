"""A lean French: tokens without the 1.45 MB pattern and the special cases of `spacy.blank("fr")`.

Elisions (« l' », « qu' ») and inverted pronouns (« a-t-il ») are tokens of their own, hyphenated words and numbers
with inner points or commas stay whole. `spacy.lang.fr` is never imported: that alone costs 1.7 s a process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from armscorpus.errors import ModelError
from armscorpus.lexicon.phrases import WORD

STAGES = ("quantities", "periods", "topics", "sources", "parties", "modality", "claims")

_TOKEN = re.compile(rf"{WORD.pattern} | \s+", re.VERBOSE | re.IGNORECASE)


class LeanTokenizer:
    """Text → Doc, by one linear pattern; keeps every character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; its `text` equals the input."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _TOKEN.findall(text):
            if piece == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return nothing to store: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> LeanTokenizer:
        """Return itself: the tokenizer has no state."""
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LeanTokenizer:
        """Return itself: the tokenizer has no state."""
        return self


@registry.tokenizers("armscorpus_lean_french")  # type: ignore[untyped-decorator]
def create_lean_tokenizer() -> Callable[[Language], LeanTokenizer]:
    """Return the factory of the tokenizer, as spaCy configurations name it."""
    return lambda nlp: LeanTokenizer(nlp.vocab)


class LeanFrench(Language):  # type: ignore[no-untyped-call] # spaCy's __init_subclass__ has no types
    """French with the lean tokenizer; everything else as in spaCy's base language."""

    lang = "fr"

    class Defaults(BaseDefaults):
        """The defaults of the base language."""


def create_language(model: str | None = None) -> Language:
    """Return the pipeline of all stages over the lean tokenizer, or behind an installed spaCy pipeline.

    `model` is the name of a package (`fr_core_news_lg`) or a folder. Raises ModelError where it cannot be loaded.
    """
    if model is None:
        nlp: Language = LeanFrench(create_tokenizer=create_lean_tokenizer())
        return _with_stages(nlp, STAGES)
    try:
        loaded = spacy.load(model)
    except (OSError, ValueError) as error:
        raise ModelError(
            model, "no spaCy pipeline of this name is installed, nor is there one in such a folder"
        ) from error
    return _with_stages(loaded, (*STAGES[:-1], "refinement", STAGES[-1]))


def _with_stages(nlp: Language, stages: Iterable[str]) -> Language:
    for stage in stages:
        if f"armscorpus_{stage}" not in nlp.pipe_names:
            nlp.add_pipe(f"armscorpus_{stage}")
    return nlp
