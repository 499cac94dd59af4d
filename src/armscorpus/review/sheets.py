"""The sheets that lie over the screen: a page to read, a note, the fields to correct, the pairs to judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from armscorpus.errors import ArmscorpusError
from armscorpus.models import Claim, Decision, Relation
from armscorpus.report.languages import labels_in
from armscorpus.review.card import View, dispute_line, quoted_claim
from armscorpus.review.fields import PATHS, value_at, written
from armscorpus.review.keys import PAIRS, keys_in_lines
from armscorpus.untrusted import printable

WIDEST, FRAME = 100, 4
"""Columns that a sheet takes at most, and those that its frame and its padding take of them."""

ESCAPE = Binding("escape", "close", show=False)


class Reading(ModalScreen[None]):
    """A page to read, with a title."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,e,question_mark", "close", show=False),
    ]

    def __init__(self, title: str, body: Callable[[int], Content], hint: str) -> None:
        super().__init__()
        self._title, self._body, self._hint = title, body, hint

    def compose(self) -> ComposeResult:
        """Yield the title, the page and how to leave it."""
        with Vertical(classes="sheet tall"):
            yield Static(self._title, classes="title", markup=False)
            with VerticalScroll():
                yield Static(id="body", markup=False)
            yield Static(self._hint, classes="hint", markup=False)

    def on_resize(self) -> None:
        """Set the page in lines that fit."""
        body = self.query_one("#body", Static)
        body.update(self._body(min(self.size.width, WIDEST) - FRAME - 1))

    def action_close(self) -> None:
        """Go back to the claim."""
        self.dismiss(None)


class Note(ModalScreen[str | None]):
    """A line for a note; None where it is left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [ESCAPE]

    def __init__(self, note: str, view: View) -> None:
        super().__init__()
        self._note, self._screen_words = note, view.words.screen

    def compose(self) -> ComposeResult:
        """Yield the line with the present note."""
        with Vertical(classes="sheet"):
            yield Static(self._screen_words["note_title"], classes="title", markup=False)
            yield Input(printable(self._note), select_on_focus=False)
            yield Static(self._screen_words["note_help"], classes="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the note."""
        self.dismiss(event.value.strip())

    def action_close(self) -> None:
        """Leave the note as it was."""
        self.dismiss(None)


class Correction(ModalScreen[None]):
    """The fields of a claim, one of which is edited at a time; what does not fit is told beside it.

    `save` keeps the text of a field and returns the claim as it is then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [ESCAPE]

    def __init__(self, claim: Claim, view: View, save: Callable[[str, str], Claim]) -> None:
        super().__init__()
        self._claim, self._save = claim, save
        self._words = view.words.screen
        self._path = PATHS[0]

    def compose(self) -> ComposeResult:
        """Yield the list of fields, and the line in which one is edited."""
        with Vertical(classes="sheet tall"):
            yield Static(self._words["correct_title"], classes="title", markup=False)
            yield OptionList(*(Option(self._field(path), id=path) for path in PATHS), markup=False)
            yield Input(id="value", select_on_focus=False)
            yield Static(id="told", markup=False)
            yield Static(self._words["correct_help"], id="hint", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin with the list."""
        self._close_input()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Edit the present value of a field."""
        self._path = event.option_id or self._path
        line = self.query_one(Input)
        line.value = printable(self._value(self._path))
        line.cursor_position = len(line.value)
        line.border_title = Content(self._path)
        line.display = True
        line.focus()
        self._tell("", self._words["value_help"])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was written, or tell why it cannot be kept and leave it there."""
        if event.value == printable(self._value(self._path)):
            self._close_input(self._words["unchanged"])
            return
        try:
            self._claim = self._save(self._path, event.value)
        except ArmscorpusError as error:
            self._tell(str(error), self._words["value_help"])
            return
        fields = self.query_one(OptionList)
        for path in PATHS:
            fields.replace_option_prompt(path, self._field(path))
        self._close_input(f"{self._path}={self._value(self._path)}")

    def action_close(self) -> None:
        """Leave the field that is edited, or else the list."""
        if self.query_one(Input).display:
            self._close_input()
        else:
            self.dismiss(None)

    def _close_input(self, told: str = "") -> None:
        self.query_one(Input).display = False
        self.query_one(OptionList).focus()
        self._tell(told, self._words["correct_help"])

    def _tell(self, told: str, hint: str) -> None:
        line = self.query_one("#told", Static)
        line.update(printable(told))
        line.display = bool(told)
        self.query_one("#hint", Static).update(hint)

    def _value(self, path: str) -> str:
        return written(path, value_at(self._claim, path))

    def _field(self, path: str) -> Content:
        return Content.assemble((f"{path:<20}", "dim"), " ", printable(self._value(path)))


class Pair(ModalScreen[tuple[Relation, Decision] | None]):
    """The disputes of a claim, with the reason of the one that is chosen, and the keys that decide about it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ESCAPE,
        *(Binding(key, f"decide('{decision}')", show=False) for key, decision in PAIRS.items()),
    ]

    def __init__(self, disputes: Sequence[Relation], claim: Claim, view: View) -> None:
        super().__init__()
        self._disputes, self._claim, self._view = disputes, claim, view

    def compose(self) -> ComposeResult:
        """Yield the claim, the list of its disputes, the reason of the one that is chosen, and the keys."""
        words = self._view.words.screen
        with Vertical(classes="sheet"):
            yield Static(words["pair_title"], classes="title", markup=False)
            yield Static(printable(quoted_claim(self._claim, self._view.language)), markup=False)
            yield OptionList(*map(self._line, self._disputes), markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(id="why", markup=False)
            yield Static(id="keys-of-pairs", markup=False)
            yield Static(words["pair_help"], classes="hint", markup=False)

    def on_resize(self) -> None:
        """Set the keys in lines that fit."""
        decision = labels_in(self._view.language).decision
        named = [(key, decision[meant]) for key, meant in PAIRS.items()]
        self.query_one("#keys-of-pairs", Static).update(
            keys_in_lines(named, min(self.size.width, WIDEST) - FRAME)
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the reason of a dispute."""
        self.query_one("#why", Static).update(printable(self._disputes[event.option_index].why))

    def action_decide(self, decision: str) -> None:
        """Leave with the decision about the dispute that is chosen."""
        chosen = self.query_one(OptionList).highlighted
        if chosen is not None:
            self.dismiss((self._disputes[chosen], Decision(decision)))

    def action_close(self) -> None:
        """Leave without a decision."""
        self.dismiss(None)

    def _line(self, relation: Relation) -> Option:
        kind, text = dispute_line(relation, self._claim, self._view)
        return Option(Content(f"{kind} {printable(text)}"))
