"""`armscorpus export` and `import`: records for other programs and other desks."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.comparing import ClaimsOption, selected
from armscorpus.cli.options import (
    DEFAULT_STORE,
    ArticleOption,
    LanguageOption,
    ModalityOption,
    PartyOption,
    RawOption,
    SinceOption,
    SourceOption,
    StoreOption,
    TopicOption,
    UntilOption,
)
from armscorpus.interchange.formats import OF_CLAIMS_ALONE, SUFFIXES, ExportFormat, Records
from armscorpus.report.formats import Language


def export(
    records: Annotated[
        Records, typer.Argument(metavar="RECORDS", help="What: claims, relations, groups or judgements.")
    ],
    path: Annotated[Path | None, typer.Argument(metavar="FILE", help="Default: standard output.")] = None,
    output: Annotated[
        ExportFormat | None,
        typer.Option("--format", help="In which form; by default that of FILE's suffix, else jsonl."),
    ] = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="With the evidence of each claim, in JSON Lines.")
    ] = False,
    bom: Annotated[
        bool, typer.Option("--bom", help="With a byte order mark before CSV, which Excel needs.")
    ] = False,
    item: Annotated[
        str | None,
        typer.Option(metavar="QID", help="The item of QuickStatements.  [default: Wikidata's sandbox]"),
    ] = None,
    topic: TopicOption = None,
    source: SourceOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    modality: ModalityOption = None,
    article: ArticleOption = None,
    claims: ClaimsOption = None,
    raw: RawOption = False,
    lang: LanguageOption = Language.FRENCH,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write records for other programs and other desks, always in the same order, so that they can live in git."""
    from armscorpus.models import Modality
    from armscorpus.report.export import Content, Options, write_export
    from armscorpus.store.conditions import Conditions

    form = _form(path, output)
    _check_item(item)
    _refuse(
        evidence and (records, form) != (Records.CLAIMS, ExportFormat.JSONL), "--evidence", "claims in jsonl"
    )
    _refuse(bom and form is not ExportFormat.CSV, "--bom", "csv")
    _refuse(item is not None and form is not ExportFormat.QUICKSTATEMENTS, "--item", "quickstatements")
    _refuse(form in OF_CLAIMS_ALONE and records is not Records.CLAIMS, f"--format {form}", "claims")
    asked = Conditions(topic, source, party, since, until, Modality(modality) if modality else None, article)
    _refuse(
        records is Records.JUDGEMENTS and any((*asked, claims, raw)),
        "a choice of claims",
        "claims, relations, groups",
    )
    with _opened(path, records, form) as stream, selected(asked, claims, store) as found:
        content = Content(*found._replace(judgements=()) if raw else found)
        write_export(stream, records, content, Options(form, lang, evidence, bom, item))
    if path:
        tell(f"armscorpus: {path}: {records}, {form}")
    if form is ExportFormat.QUICKSTATEMENTS:
        tell(
            "armscorpus: left out, as Wikidata cannot hold them: money, shares, rates, open bounds, denials, plans"
        )


def _form(path: Path | None, asked: ExportFormat | None) -> ExportFormat:
    """Return the form that is asked for, which is that of the file's suffix."""
    if path is None:
        return asked or ExportFormat.JSONL
    if path.suffix not in SUFFIXES:
        raise typer.BadParameter(f"{str(path)!r} ends in none of {', '.join(SUFFIXES)}.", param_hint="FILE")
    form = SUFFIXES[path.suffix]
    if asked not in {None, form}:
        raise typer.BadParameter(
            f"{asked} does not fit {str(path)!r}, which is {form}.", param_hint="--format"
        )
    return form


def _check_item(item: str | None) -> None:
    if item is not None and not re.fullmatch(r"Q[1-9]\d*", item):
        raise typer.BadParameter(f"{item!r} is no item such as Q42.", param_hint="--item")


def _refuse(is_amiss: object, option: str, needed: str) -> None:
    if is_amiss:
        raise typer.BadParameter(f"only of {needed}.", param_hint=option)


@contextmanager
def _opened(path: Path | None, records: Records, form: ExportFormat) -> Iterator[BinaryIO]:
    """Give the stream to write to: a file that is replaced in the end, or standard output."""
    from armscorpus.report.export import is_export
    from armscorpus.report.files import check_replaceable, replacing

    if path is None:
        if form is ExportFormat.PARQUET and sys.stdout.isatty():
            raise typer.BadParameter("Parquet is not for terminals; give a FILE.", param_hint="--format")
        yield sys.stdout.buffer
        return
    check_replaceable(path, is_export(records, form))
    with replacing(path) as stream:
        yield stream


def import_(
    records: Annotated[Literal["judgements"], typer.Argument(metavar="RECORDS", help="What: judgements.")],
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A file of JSON Lines.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Add the judgements of a file of JSON Lines to those of the store."""
    from armscorpus.claims_file import read_judgements
    from armscorpus.store import open_store

    read = read_judgements(path)
    with open_store(store, must_exist=True) as opened:
        tell(f"armscorpus: {opened.judge(read)} new judgements of {len(read)}")
