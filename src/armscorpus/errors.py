"""The errors that the library raises on purpose; each says which file or entry, and why."""

from pathlib import Path


class ArmscorpusError(Exception):
    """The base of every error that a caller may want to report to a person."""


class ArticleError(ArmscorpusError):
    """An article that cannot be read: its path and the reason."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class LexiconError(ArmscorpusError):
    """A lexicon or configuration file that does not fit its schema: the file, the entry and the reason."""

    def __init__(self, path: Path | str, entry: str, reason: str) -> None:
        super().__init__(f"{path}: {entry}: {reason}")
        self.path = str(path)
        self.entry = entry
        self.reason = reason


class ModelError(ArmscorpusError):
    """A spaCy pipeline that cannot be loaded: its name and the reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"model {name}: {reason}")
        self.name = name
        self.reason = reason


class StoreError(ArmscorpusError):
    """A store that cannot be opened, read or written: its address and the reason."""


class ClaimsError(ArmscorpusError):
    """A file of claims that cannot be used: the file, the line (0 for the whole) and the reason."""

    def __init__(self, path: Path | str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path = str(path)
        self.line = line
        self.reason = reason


class JudgementError(ArmscorpusError):
    """A judgement that cannot be made or applied: the claim and the reason."""


class OutputError(ArmscorpusError):
    """A file that is not written: its path and the reason."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class MissingExtraError(ArmscorpusError):
    """A package that only an extra of the project brings, and that is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(f"{package} is not installed; `pip install 'armscorpus[{extra}]'` brings it")


class GitError(ArmscorpusError):
    """A question to git that has no answer: what was asked and the reason."""
