"""What other tools find in French texts, as JSON: run by `values.py` with the Python that has them installed.

Reads `{"texts": [[text, reference], …]}` from standard input and prints, for each tool that can be imported, its version,
the seconds it takes, and for each text its answers `[start, end, low, high]`: numbers, or ISO dates, null where open.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib.metadata
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Answer = tuple[int, int, Any, Any]
Tool = Callable[[str, dt.datetime], Iterator[Answer]]


def recognizers_numbers() -> Tool:
    """Microsoft's Recognizers: numbers and percentages."""
    from recognizers_number import recognize_number, recognize_percentage  # type: ignore[import-not-found]

    def find(text: str, reference: dt.datetime) -> Iterator[Answer]:
        for result in [*recognize_number(text, "fr-fr"), *recognize_percentage(text, "fr-fr")]:
            value = ((result.resolution or {}).get("value") or "").rstrip("%")
            if value:
                yield result.start, result.end + 1, value, value

    return find


def text2num_words() -> Tool:
    """Numbers in words by text2num; what it leaves in digits is taken as read."""
    from text_to_num import find_numbers  # type: ignore[import-not-found]

    class Word(str):
        __slots__ = ()

        def text(self) -> str:
            return str(self)

        def nt_separated(self, previous: object) -> bool:
            return False

        def not_a_number_part(self) -> bool:
            return False

    def find(text: str, reference: dt.datetime) -> Iterator[Answer]:
        pieces = [*re.finditer(r"\d+(?:[.,]\d+)?|[^\W\d]+(?:-[^\W\d]+)*|\S|\s", text)]
        for found in find_numbers([Word(piece[0]) for piece in pieces], "fr", 0):
            yield pieces[found.start].start(), pieces[found.end - 1].end(), found.value, found.value
        for piece in pieces:
            if piece[0][0].isdecimal():
                value = piece[0].replace(",", ".")
                yield piece.start(), piece.end(), value, value

    return find


def edsnlp_quantities() -> Tool:
    """Clinical quantities by edsnlp: numbers with a unit of measure."""
    import edsnlp  # type: ignore[import-not-found]

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.sentences")
    nlp.add_pipe("eds.quantities", config={"quantities": "all", "extract_ranges": True, "use_tables": False})

    def find(text: str, reference: dt.datetime) -> Iterator[Answer]:
        for span in nlp(text).spans["quantities"]:
            value = getattr(span._.value, "value", None)
            low, high = (value[0], value[1]) if isinstance(value, tuple | list) else (value, value)
            yield span.start_char, span.end_char, low, high

    return find


def recognizers_dates() -> Tool:
    """Microsoft's Recognizers: dates and spans of dates, the past one where it gives two."""
    from recognizers_date_time import recognize_datetime  # type: ignore[import-not-found]

    def find(text: str, reference: dt.datetime) -> Iterator[Answer]:
        for result in recognize_datetime(text, "fr-fr", reference=reference):
            values = [
                value for value in (result.resolution or {}).get("values", []) if value["type"] in DATES
            ]
            if values:
                start, end = _ends(values[0])
                yield result.start, result.end + 1, start, end

    return find


DATES = ("date", "datetime", "daterange", "datetimerange")


def _ends(value: dict[str, str]) -> tuple[str | None, str | None]:
    """Return the first and the last day of a resolution, whose range ends before its `end`."""
    point = ISO_DAY.match(value.get("value", ""))
    start, end = ISO_DAY.match(value.get("start", "")), ISO_DAY.match(value.get("end", ""))
    if point:
        return point[0], point[0]
    return start and start[0], end and _day_before(end[0])


def _day_before(day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()


def dateparser_search() -> Tool:
    """Dates that dateparser finds in a text."""
    from dateparser.search import search_dates

    def find(text: str, reference: dt.datetime) -> Iterator[Answer]:
        settings = {"RELATIVE_BASE": reference, "PREFER_DATES_FROM": "past"}
        at = 0
        for words, day in search_dates(text, languages=["fr"], settings=settings) or ():
            at = max(text.find(words, at), at)
            yield at, at + len(words), day.date().isoformat(), day.date().isoformat()

    return find


def edsnlp_dates() -> Tool:
    """Clinical dates by edsnlp; a month or a year is the whole of it, « du … au … » is a period."""
    import edsnlp

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.sentences")
    nlp.add_pipe("eds.dates")

    def find(text: str, reference: dt.datetime) -> Iterator[Answer]:
        spans = nlp(text).spans
        joined: set[int] = set()
        for span in spans["periods"]:
            first, last = span._.period.FROM, span._.period.UNTIL
            if first is not None and last is not None:
                joined |= {first.start_char, last.start_char}
                yield span.start_char, span.end_char, _days(first, reference)[0], _days(last, reference)[1]
        for span in spans["dates"]:
            low, high = _days(span, reference)
            if low and span.start_char not in joined:
                yield span.start_char, span.end_char, low, high

    return find


def _days(span: Any, reference: dt.datetime) -> tuple[str | None, str | None]:
    date = span._.date
    day = date.to_datetime(note_datetime=reference) if date else None
    if day is None:
        return None, None
    start = end = day.date()
    if date.mode == "absolute" and not date.day:
        start = start.replace(day=1) if date.month else start.replace(month=1, day=1)
        end = _last_day(start, 1 if date.month else 12)
    return start.isoformat(), end.isoformat()


def _last_day(start: dt.date, months: int) -> dt.date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def timexy_dates() -> Tool:
    """Dates by timexy."""
    import spacy
    import timexy  # type: ignore[import-not-found]  # noqa: F401 - registers its stage

    nlp = spacy.blank("fr")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def find(text: str, reference: dt.datetime) -> Iterator[Answer]:
        for entity in nlp(text).ents:
            if day := re.search(r'type="DATE" value="(\d{4}-\d\d-\d\d)', entity.kb_id_):
                yield entity.start_char, entity.end_char, day[1], day[1]

    return find


QUANTITIES = {
    "recognizers-text-suite": recognizers_numbers,
    "text2num": text2num_words,
    "edsnlp": edsnlp_quantities,
}
PERIODS = {
    "recognizers-text-suite": recognizers_dates,
    "dateparser": dateparser_search,
    "edsnlp": edsnlp_dates,
    "timexy": timexy_dates,
}


def answers(make: Callable[[], Tool], texts: list[list[str]]) -> dict[str, Any]:
    """Return the answers of a tool to each text, and how long it takes; a text on which it fails has none."""
    find = make()
    found = []
    start = time.perf_counter()
    for text, reference in texts:
        moment = dt.datetime.fromisoformat(reference)
        row: list[Answer] = []
        with contextlib.suppress(Exception):
            row.extend(find(text, moment))
        found.append(row)
    return {"seconds": time.perf_counter() - start, "answers": found}


def main() -> None:
    """Read texts, print what each tool that is installed answers."""
    request = json.load(sys.stdin)
    report = {}
    for name, make in (QUANTITIES if request["kind"] == "quantities" else PERIODS).items():
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            version = importlib.metadata.version(name)
            report[f"{name} {version}"] = answers(make, request["texts"])
    json.dump(report, sys.stdout, default=str)


if __name__ == "__main__":
    main()
