"""The screen on which people judge claims one by one: a head, the claim, what was last done, and the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from armscorpus.errors import ArmscorpusError
from armscorpus.models import Article, Claim, Decision, Judgement, Relation
from armscorpus.reconcile import Doubtful
from armscorpus.report.claims import ID_LENGTH
from armscorpus.report.evidence import print_claim
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.review.card import View, print_card
from armscorpus.review.desk import Desk
from armscorpus.review.fields import correction_of
from armscorpus.review.keys import bindings, footer, help_page
from armscorpus.review.page import Page
from armscorpus.review.sheets import Correction, Note, Pair, Reading
from armscorpus.untrusted import printable

PADDING = 2
MARGIN = PADDING + 1  # columns: a space on each side, and the scroll bar

STYLES = """
Screen { layout: vertical; }
#head, #keys { height: auto; padding: 0 1; background: $panel; }
#told { height: auto; padding: 0 1; color: $warning; }
#scroll { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
ModalScreen { align: center middle; }
.sheet {
    width: 100%; max-width: 100; height: auto; max-height: 100%;
    padding: 0 1; border: round $primary; background: $surface;
}
.sheet VerticalScroll { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
.sheet OptionList { height: auto; max-height: 1fr; border: none; padding: 0; scrollbar-size-vertical: 1; }
.tall { height: 100%; }
.tall OptionList, .tall VerticalScroll { height: 1fr; }
.title { text-style: bold; }
.hint { color: $text-muted; }
.sheet Static { height: auto; }
.sheet #told { color: $error; padding: 0; }
.sheet Input { height: 3; }
"""


class ReviewApp(App[None]):
    """The program that shows the claims of a desk; `article` returns an article with its text by its id."""

    CSS = STYLES
    TITLE = "armscorpus review"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
    ]

    def __init__(self, desk: Desk, article: Callable[[str], Article], language: Language) -> None:
        super().__init__()
        self.desk = desk
        self._article = article
        self._view = View(desk, language)
        self._words = self._view.words
        self._told = ""

    def compose(self) -> ComposeResult:
        """Yield the head, the claim, the line of what was done, and the keys."""
        yield Static(id="head", markup=False)
        with VerticalScroll(id="scroll", can_focus=False):
            yield Static(id="claim", markup=False)
        yield Static(id="told", markup=False)
        yield Static(id="keys", markup=False)

    def on_resize(self) -> None:
        """Set the claim and the keys in lines that fit."""
        self.query_one("#keys", Static).update(footer(self._words, self.size.width - PADDING))
        self._show(self._told)

    def _show(self, told: str = "") -> None:
        """Show the claim at which the desk is, and a sentence on what was done."""
        self._told = told
        self.query_one("#head", Static).update(self._head())
        self.query_one("#claim", Static).update(self._claim())
        note = self._pending_note()
        line = self.query_one("#told", Static)
        line.update(printable(" ".join(part for part in (told, note) if part)))
        line.display = bool(told or note)

    def _head(self) -> Content:
        item, screen = self.desk.item, self._words.screen
        judged = screen["judged"].format(count=self.desk.judged)
        if item is None:
            return Content(judged)
        place = screen["place"].format(place=self.desk.place + 1, total=len(self.desk.queue))
        doubt = screen["doubt"].format(doubt=self._view.number(item.doubt.weight))
        judgement = self.desk.decision_on(item.claim.id)
        decided = self._decided(judgement) if judgement else ""
        line = " · ".join((place, judged, doubt, item.claim.id[:ID_LENGTH]))
        return Content.assemble(line, (f"  {printable(decided)}", "bold"))

    def _decided(self, judgement: Judgement) -> str:
        decision = labels_in(self._view.language).decision[judgement.decision]
        said = self._words.screen["decided"].format(decision=decision, author=judgement.author)
        return f"{said} : {judgement.note}" if judgement.note else said

    def _claim(self) -> Content:
        item, screen = self.desk.item, self._words.screen
        page = Page(self.size.width - MARGIN)
        if item is None:
            finished = screen["finished"].format(count=self.desk.judged, total=len(self.desk.queue))
            return Content(f"{finished}\n{screen['finished_keys']}")
        print_card(page, self._view, item, self._article(item.claim.article.id))
        return page.content()

    def _pending_note(self) -> str:
        item = self.desk.item
        note = self.desk.notes.get(item.claim.id) if item else None
        return self._words.screen["note_pending"].format(note=note) if note else ""

    def _done(self, judgement: Judgement, sentence: str = "done") -> str:
        decision = labels_in(self._view.language).decision[judgement.decision]
        claims = " ".join(claim[:ID_LENGTH] for claim in judgement.claims)
        return self._words.screen[sentence].format(claims=claims, decision=decision)

    def _go(self, told: str = "") -> None:
        self.query_one("#scroll", VerticalScroll).scroll_home(animate=False)
        self._show(told)

    def _judge(self, decision: Decision) -> None:
        """Keep a decision about the claim, and go to the next; what cannot be kept is told, and the claim stays."""
        item = self.desk.item
        if item is None:
            return
        try:
            judgement = self.desk.judge(item.claim, decision)
        except ArmscorpusError as error:
            self._show(str(error))
            return
        self.desk.forward()
        self._go(self._done(judgement))

    def action_accept(self) -> None:
        """Accept the claim; one that was corrected keeps its correction."""
        judgement = self.desk.decision_on(self.desk.item.claim.id) if self.desk.item else None
        if judgement and judgement.decision is Decision.CORRECT:
            self.action_skip()
        else:
            self._judge(Decision.ACCEPT)

    def action_reject(self) -> None:
        """Reject the claim."""
        self._judge(Decision.REJECT)

    def action_skip(self) -> None:
        """Go to the next claim."""
        self.desk.forward()
        self._go()

    def action_previous(self) -> None:
        """Go to the claim before."""
        self._go("" if self.desk.back() else self._words.screen["first"])

    def action_undo(self) -> None:
        """Take back the last decision and return to its claim."""
        try:
            restored = self.desk.undo()
        except ArmscorpusError as error:
            self._show(str(error))
            return
        self._go(self._done(restored, "restored") if restored else self._words.screen["nothing_to_undo"])

    def action_note(self) -> None:
        """Ask for a note."""
        item = self.desk.item
        if item is not None:
            self.push_screen(Note(self.desk.note_on(item.claim), self._view), self._keep_note)

    def _keep_note(self, note: str | None) -> None:
        item = self.desk.item
        if item is None or note is None:
            return
        try:
            kept = self.desk.add_note(item.claim, note)
        except ArmscorpusError as error:
            self._show(str(error))
            return
        self._show(self._words.screen["note_kept"] if kept else "")

    def action_correct(self) -> None:
        """Show the fields to correct."""
        item = self.desk.item
        if item is not None:
            claim = self.desk.corrected(item.claim)
            sheet = Correction(claim, self._view, self._save_field)
            self.push_screen(sheet, lambda _: self._show())

    def _save_field(self, path: str, text: str) -> Claim:
        """Keep a field as it was written, and return the corrected claim. Raises JudgementError where it does not fit."""
        item = self.desk.queue[self.desk.place]
        correction = correction_of(self.desk.corrected(item.claim), path, text)
        if correction:
            self.desk.judge(item.claim, Decision.CORRECT, correction)
        return self.desk.corrected(item.claim)

    def action_pair(self) -> None:
        """Show the disputes of the claim to decide about one."""
        item = self.desk.item
        disputes = item.disputes() if item else ()
        if item is None or not disputes:
            self._show(self._words.screen["no_dispute"])
            return
        self.push_screen(Pair(disputes, item.claim, self._view), self._judge_pair)

    def _judge_pair(self, decided: tuple[Relation, Decision] | None) -> None:
        if decided is None:
            return
        try:
            judgement = self.desk.judge_pair(*decided)
        except ArmscorpusError as error:
            self._show(str(error))
            return
        self._show(self._done(judgement))

    def action_explain(self) -> None:
        """Show the rules behind each field, and the disputes and findings in full."""
        item = self.desk.item
        if item is None:
            return
        self.push_screen(
            Reading(
                self._words.screen["explain_title"],
                lambda width: self._reasons(item, width),
                self._words.screen["close_help"],
            )
        )

    def _reasons(self, item: Doubtful, width: int) -> Content:
        page = Page(width)
        decided = [judgement] if (judgement := self.desk.decision_on(item.claim.id)) else []
        claim = self.desk.corrected(item.claim)
        print_claim(page, claim, self._article(claim.article.id), decided, explain=True)
        whys = [relation.why for relation in item.disputes()] + [finding.why for finding in item.findings]
        listed = [Content(f"\n• {printable(why)}") for why in whys]
        return Content("\n").join([page.content(), *listed])

    def action_help(self) -> None:
        """Show what the keys do."""
        page = help_page(self._words)
        screen = self._words.screen
        self.push_screen(Reading(screen["help_title"], lambda _: page, screen["close_help"]))

    def action_scroll(self, lines: int) -> None:
        """Move the claim on the screen."""
        self.query_one("#scroll", VerticalScroll).scroll_relative(y=lines, animate=False)
