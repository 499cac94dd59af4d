"""How tests drive the screen: keys in, what is shown and what is stored out."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import NamedTuple

from textual.widgets import Static

from armscorpus.models import Judgement
from armscorpus.reconcile import queue_of
from armscorpus.report.formats import Language
from armscorpus.review import Desk, ReviewApp
from armscorpus.store import open_store


class Seen(NamedTuple):
    """What was shown in the end, what the store then held, and where the desk was."""

    text: str
    picture: str
    judgements: list[Judgement]
    desk: Desk

    @property
    def decisions(self) -> list[str]:
        """The decisions in the order in which they were made."""
        return [judgement.decision for judgement in sorted(self.judgements, key=lambda made: made.decided)]


def hours() -> Iterator[dt.datetime]:
    """Yield a time for each judgement, an hour apart."""
    start = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    return (start + dt.timedelta(hours=hour) for hour in count())


def drive(
    path: Path,
    *keys: str,
    size: tuple[int, int] = (80, 24),
    language: Language = Language.FRENCH,
    include_judged: bool = False,
) -> Seen:
    """Return what a person sees who presses keys, with all claims of a store before them; `=vu` types words."""
    with open_store(path, must_exist=True) as opened:
        claims, judgements, clock = list(opened.claims()), opened.judgements(), hours()
        queue = queue_of(
            claims, claims, judgements=judgements, language=language, include_judged=include_judged
        )
        desk = Desk(
            queue,
            judgements,
            keep=lambda judgement: opened.judge([judgement]),
            author="Anne",
            clock=lambda: next(clock),
        )
        app = ReviewApp(desk, opened.article, language)
        with ThreadPoolExecutor(1) as pool:  # the browser of other tests may hold this thread's event loop
            text, picture = pool.submit(asyncio.run, _press(app, keys, size)).result()
        return Seen(text, picture, opened.judgements(), desk)


async def _press(app: ReviewApp, keys: tuple[str, ...], size: tuple[int, int]) -> tuple[str, str]:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(*(map(_named, key[1:]) if key.startswith("=") else (key,)))
            await pilot.pause()
        shown = "\n".join(str(part.content) for part in app.screen.query(Static) if part.display)
        return shown, app.export_screenshot()


def _named(character: str) -> str:
    return "space" if character == " " else character
