"""The options that commands share, spelled alike everywhere; their values are checked before any work."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated

import typer

from armscorpus.report.formats import Format, Language


def check_topic(slug: str | None) -> str | None:
    """Return a topic of the catalogue; anything else is misuse."""
    if slug is None:
        return None
    from armscorpus.lexicon import load
    from armscorpus.lexicon.schema import Topics

    return _one_of(slug, [topic.slug for topic in load(Topics).topic])


def check_modality(modality: str | None) -> str | None:
    """Return a modality of the records; anything else is misuse."""
    if modality is None:
        return None
    from armscorpus.models import Modality

    return _one_of(modality, list(Modality))


def check_relations(relations: list[str] | None) -> list[str] | None:
    """Return kinds of relations; anything else is misuse."""
    from armscorpus.models import RelationKind

    return [_one_of(relation, list(RelationKind)) for relation in relations or ()] or None


def _one_of(value: str, known: list[str]) -> str:
    if value not in known:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}.")
    return value


def first_day(date: str) -> dt.date:
    """Return the first day of a year, a month or a day in ISO form."""
    try:
        return dt.date.fromisoformat(date + "-01-01"[len(date) - len("2024") :])
    except ValueError as error:
        raise typer.BadParameter(f"{date!r} is no date such as 2024-03-05, 2024-03 or 2024.") from error


def last_day(date: str) -> dt.date:
    """Return the last day of a year, a month or a day in ISO form."""
    first = first_day(date)
    if len(date) == len("2024"):
        return first.replace(month=12, day=31)
    if len(date) == len("2024-03"):
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def user_name() -> str:
    """Return who runs the program, as the system knows them."""
    import getpass

    return getpass.getuser()


AuthorOption = Annotated[
    str | None,
    typer.Option(
        "--author", envvar="ARMSCORPUS_AUTHOR", metavar="NAME", help="Who decides.  [default: the user]"
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print.")]
LanguageOption = Annotated[Language, typer.Option("--lang", help="The language of headings and reasons.")]
ArticleOption = Annotated[
    str | None,
    typer.Option("--article", metavar="ARTICLE", help="Only claims of this article (end of path, or id)."),
]
RawOption = Annotated[
    bool, typer.Option("--raw", help="As extracted: the rejected too, and the corrected uncorrected.")
]
SourceOption = Annotated[
    str | None,
    typer.Option("--source", metavar="NAME", help="Only claims attributed to this source or outlet."),
]
PartyOption = Annotated[
    str | None, typer.Option(metavar="CODE", help="Only claims with this supplier or recipient (KP, RU).")
]
StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="ARMSCORPUS_STORE",
        metavar="ADDRESS",
        help="A file, sqlite:///FILE or postgresql://USER@HOST/DATABASE.",
    ),
]
TopicOption = Annotated[
    str | None,
    typer.Option(
        "--topic",
        metavar="TOPIC",
        callback=check_topic,
        help="Only this topic; `armscorpus topics` lists them.",
    ),
]
ModalityOption = Annotated[
    str | None,
    typer.Option(
        "--modality",
        metavar="MODALITY",
        callback=check_modality,
        help="Only asserted, reported, possible, planned or negated claims.",
    ),
]
SinceOption = Annotated[
    dt.date | None,
    typer.Option(
        "--since",
        metavar="DATE",
        parser=first_day,
        help="Only claims about this day (2024-03-05), month, year or later.",
    ),
]
UntilOption = Annotated[
    dt.date | None,
    typer.Option(
        "--until", metavar="DATE", parser=last_day, help="Only claims about this day, month, year or earlier."
    ),
]

DEFAULT_STORE = "armscorpus.db"
