"""`armscorpus check`: what is wrong with the figures of new articles."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.check.options import CheckFormat, Level
from armscorpus.cli.boundary import MISUSE, tell
from armscorpus.cli.check_outputs import parse_outputs, print_report, write_outputs
from armscorpus.cli.options import DEFAULT_STORE, LanguageOption, StoreOption
from armscorpus.report.formats import Language

if TYPE_CHECKING:
    from armscorpus.check.find import Corpus, Standards
    from armscorpus.check.problems import Problem
    from armscorpus.check.rules import Rule
    from armscorpus.models import Article, Claim

FINDINGS = 1
RuleOption = Annotated[list[str] | None, typer.Option(metavar="RULE", help="By id or name; may be repeated.")]


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS", help="Articles, and folders of articles.")],
    against: Annotated[
        str | None,
        typer.Option(
            metavar="CORPUS",
            help="A folder of articles, a .jsonl of claims, or the address of a store, instead of --store.",
        ),
    ] = None,
    select: RuleOption = None,
    ignore: RuleOption = None,
    level: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE=LEVEL", help="How much a rule matters; may be repeated."),
    ] = None,
    fail_on: Annotated[Level, typer.Option(help="The lowest level that ends with status 1.")] = Level.WARNING,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Problems that are known and accepted, as JSON Lines.")
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write what is found to the baseline.")
    ] = False,
    diff: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Only articles that git says are new or changed since REV."),
    ] = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="How to print.")] = CheckFormat.TEXT,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output", "-o", metavar="FORMAT=FILE", help="A file to write as well; may be repeated."
        ),
    ] = None,
    lang: LanguageOption = Language.ENGLISH,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Report what is wrong with the figures of articles, by themselves and beside the corpus."""
    from armscorpus.check.find import find_problems
    from armscorpus.check.reporting import Report

    if update_baseline and (baseline is None or output):
        raise typer.BadParameter("--update-baseline needs --baseline FILE, and writes nothing else.")
    outputs = parse_outputs(output or [])
    rules = _rules(select or [], ignore or [], level or [])
    articles = _read(paths, diff)
    standards = _standards(articles, rules, baseline)
    checked = _extract(articles)
    new = [claim for _, claims in checked for claim in claims]
    problems = find_problems(checked, _corpus(against, store, new), standards, language=lang)
    if baseline and update_baseline:
        _write_baseline(baseline, standards, problems)
        return
    report = Report(tuple(problems), standards.paths, fail_on, lang)
    write_outputs(report, outputs)
    print_report(report, form)
    _tell_accepted(problems, standards, baseline)
    if report.has_failed:
        raise typer.Exit(FINDINGS)


def _rules(select: list[str], ignore: list[str], levels: list[str]) -> tuple[Rule, ...]:
    from armscorpus.check.rules import choose

    try:
        return choose(select, ignore, dict(_parse_level(text) for text in levels))
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error


def _parse_level(text: str) -> tuple[str, Level]:
    rule, _, level = text.partition("=")
    if level not in set(Level):
        raise typer.BadParameter(f"{text!r} is not RULE=LEVEL, with one of {', '.join(Level)}.")
    return rule, Level(level)


def _read(paths: list[Path], revision: str | None) -> list[Article]:
    """Return the articles at the paths; one that cannot be read ends the command."""
    from armscorpus.articles import read_articles
    from armscorpus.articles.changed import changed_since
    from armscorpus.models import Article

    only = None if revision is None else changed_since(revision, paths)
    found = list(read_articles(paths, only=only))
    articles = [item for item in found if isinstance(item, Article)]
    for item in found:
        if not isinstance(item, Article):
            tell(f"armscorpus: {item}")
    if len(articles) < len(found):
        raise typer.Exit(MISUSE)
    return articles


def _extract(articles: list[Article]) -> list[tuple[Article, list[Claim]]]:
    if not articles:
        return []
    from armscorpus.extract import extract_all

    return list(extract_all(articles))


def _standards(articles: list[Article], rules: tuple[Rule, ...], baseline: Path | None) -> Standards:
    """Return the rules, and what the files of the articles and the baseline accept."""
    from armscorpus.articles.source_file import read_source_file
    from armscorpus.check.baseline import read_baseline
    from armscorpus.check.find import Standards
    from armscorpus.check.places import Origin
    from armscorpus.check.suppressions import parse_suppressions

    files = {article.path: read_source_file(article) for article in articles}
    return Standards(
        rules=rules,
        origins={
            path: Origin(file.path, file.content, file.start, file.line) for path, file in files.items()
        },
        suppressions={file.path: parse_suppressions(file.path, file.front_matter) for file in files.values()},
        baseline=tuple(read_baseline(baseline)) if baseline else (),
    )


def _corpus(against: str | None, store: str, new: Collection[Claim]) -> Corpus:
    """Return the claims to compare with, and what people decided about them."""
    from armscorpus.check.find import Corpus
    from armscorpus.claims_file import read_claims

    if against is not None and Path(against).is_dir():
        return Corpus([claim for _, claims in _extract(_read([Path(against)], None)) for claim in claims])
    if against is not None and against.endswith(".jsonl"):
        return Corpus(read_claims(Path(against)))
    if against is None and store == DEFAULT_STORE and not Path(store).exists():
        tell(f"armscorpus: no store {store}: the articles are checked by themselves")
        return Corpus()
    from armscorpus.reconcile import is_one_party
    from armscorpus.store import open_store

    with open_store(against or store, read_only=True) as opened:
        return Corpus(list(opened.comparable(new, match=is_one_party)), tuple(opened.judgements()))


def _write_baseline(path: Path, standards: Standards, problems: list[Problem]) -> None:
    from armscorpus.check.baseline import baseline_lines, updated
    from armscorpus.report.files import replace_whole

    known = updated(standards.baseline, problems, standards.paths)
    replace_whole(path, baseline_lines(known).encode())
    tell(f"armscorpus: {path}: {len(known)} accepted problems, {len(standards.baseline)} before")


def _tell_accepted(problems: list[Problem], standards: Standards, baseline: Path | None) -> None:
    """Say how many problems somebody has accepted, and which of them are gone."""
    from armscorpus.check.baseline import gone

    accepted = sum(problem.accepted is not None for problem in problems)
    if accepted:
        tell(f"armscorpus: problems accepted: {accepted}")
    for known in gone(standards.baseline, problems, standards.paths):
        tell(f"armscorpus: {baseline}: gone: {known.path}: {known.rule}: {known.why}")
