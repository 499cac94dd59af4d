"""Records in the form that was asked for, to a file or to another program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NamedTuple

from armscorpus.claims_file import relation_line
from armscorpus.interchange.citing import Cited, cite
from armscorpus.interchange.formats import ExportFormat, Records
from armscorpus.interchange.groups import GROUPS, group_line
from armscorpus.interchange.shapes import (
    CLAIMS,
    CLAIMS_WITH_EVIDENCE,
    JUDGEMENTS,
    RELATIONS,
    Shape,
    json_lines,
)
from armscorpus.interchange.spreadsheet import csv_lines
from armscorpus.models import Article, Claim, Judgement, Record, RelationKind
from armscorpus.reconcile import pairwise, reconcile
from armscorpus.reconcile.judgements import judged
from armscorpus.report.formats import Language
from armscorpus.report.printing import record_table


class Options(NamedTuple):
    """How records are written: each is of one form, or of some, and without meaning for the others."""

    form: ExportFormat
    language: Language = Language.FRENCH
    with_evidence: bool = False
    is_marked: bool = False
    item: str | None = None


class Content(NamedTuple):
    """What is exported from: claims as extracted, what people decided about them, and the way to their articles.

    Where there is no such way, nothing is said of an article but what its claims say.
    """

    claims: Iterable[Claim]
    judgements: tuple[Judgement, ...] = ()
    find_article: Callable[[str], Article] | None = None

    @property
    def judged(self) -> Iterator[Claim]:
        """The claims without the rejected, the corrected ones corrected."""
        return judged(self.claims, self.judgements)


SHAPES = {
    Records.CLAIMS: CLAIMS,
    Records.RELATIONS: RELATIONS,
    Records.GROUPS: GROUPS,
    Records.JUDGEMENTS: JUDGEMENTS,
}


def write_export(stream: BinaryIO, records: Records, content: Content, options: Options) -> None:
    """Write records to a binary stream; text in UTF-8."""
    shape = SHAPES[records]
    if options.form is ExportFormat.PARQUET:
        from armscorpus.interchange.parquet import write_parquet

        write_parquet(_records(records, content, options), shape.name, shape.columns, stream)
        return
    for part in _text(records, content, options):
        stream.write(part.encode(errors="backslashreplace"))


def _text(records: Records, content: Content, options: Options) -> Iterator[str]:
    """Return the text of an export, in parts."""
    if options.form is ExportFormat.TURTLE:
        from armscorpus.interchange.turtle import turtle

        return turtle(_cited(content))
    if options.form is ExportFormat.QUICKSTATEMENTS:
        from armscorpus.interchange.quickstatements import quickstatements

        return quickstatements(_cited(content), options.item)
    found, shape = _records(records, content, options), SHAPES[records]
    if options.form is ExportFormat.CSV:
        return csv_lines(found, shape.columns, is_marked=options.is_marked)
    if options.form is ExportFormat.JSONL:
        return json_lines(CLAIMS_WITH_EVIDENCE if options.with_evidence else shape, found)
    return _table(records, shape, content, options)


def _table(records: Records, shape: Shape, content: Content, options: Options) -> Iterator[str]:
    if records is Records.CLAIMS:
        from armscorpus.report.markdown import claim_table

        return claim_table(content.judged, options.language)
    return record_table(_records(records, content, options), shape)


def _cited(content: Content) -> Iterator[Cited]:
    return cite(content.judged, content.find_article)


def _records(records: Records, content: Content, options: Options) -> Iterable[Record]:
    """Return the records asked for: those that compare claims take what people decided into account."""
    if records is Records.CLAIMS:
        return content.judged
    if records is Records.JUDGEMENTS:
        return content.judgements
    if records is Records.RELATIONS:
        return _relations(content, options)
    groups = reconcile(content.claims, judgements=content.judgements, language=options.language)
    return map(group_line, groups)


def _relations(content: Content, options: Options) -> Iterator[Record]:
    """Yield the relations of claims that bear on one another, most severe first."""
    every = pairwise(content.claims, judgements=content.judgements, language=options.language)
    related = [relation for relation in every if relation.relation is not RelationKind.UNRELATED]
    related.sort(key=lambda relation: -relation.severity)
    yield from map(relation_line, related)


def is_export(records: Records, form: ExportFormat) -> Callable[[bytes], bool]:
    """Return what tells by the first bytes of a file whether it is an export of such records in this form."""
    shape = SHAPES[records]
    beginnings = {
        ExportFormat.JSONL: rf'{{"{next(iter(shape.model.model_fields))}":',
        ExportFormat.CSV: "(?:\ufeff)?" + ",".join(column.name for column in shape.columns) + "\r\n",
        ExportFormat.PARQUET: "PAR1",
        ExportFormat.MARKDOWN: r"\| Id \| "
        if records is Records.CLAIMS
        else rf"\| {shape.columns[0].name} \|",
        ExportFormat.TURTLE: "# Claims of armscorpus\n",
        ExportFormat.QUICKSTATEMENTS: r"Q\d+\tP\d+\t",
    }
    pattern = re.compile(beginnings[form].encode())
    return lambda beginning: pattern.match(beginning) is not None
