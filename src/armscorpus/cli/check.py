"""`armscorpus check`: what is wrong with the figures of new articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.check.options import CheckFormat, Level
from armscorpus.cli.boundary import MISUSE, tell
from armscorpus.cli.options import DEFAULT_STORE, LanguageOption, StoreOption
from armscorpus.report.formats import Language

if TYPE_CHECKING:
    from armscorpus.check.rules import Rule
    from armscorpus.models import Article, Claim, Judgement

FINDINGS = 1
RuleOption = Annotated[list[str] | None, typer.Option(metavar="RULE", help="By id or name; may be repeated.")]


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS", help="Articles, and folders of articles.")],
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="A folder of articles or a .jsonl of claims, instead of the store."
        ),
    ] = None,
    select: RuleOption = None,
    ignore: RuleOption = None,
    fail_on: Annotated[Level, typer.Option(help="The lowest level that ends with status 1.")] = Level.WARNING,
    output: Annotated[CheckFormat, typer.Option("--format", help="How to print.")] = CheckFormat.TEXT,
    lang: LanguageOption = Language.ENGLISH,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Report what is wrong with the figures of articles, by themselves and beside the corpus."""
    from armscorpus.check.formats import render
    from armscorpus.check.problems import find_problems

    rules = _rules(select or [], ignore or [])
    corpus, judgements = (_read_path(against), ()) if against else _read_store(store)
    articles = _extract(paths)
    first_lines = {article.path: _first_line(article) for article, _ in articles}
    problems = find_problems(
        articles, corpus, rules=rules, judgements=judgements, first_lines=first_lines, language=lang
    )
    typer.echo(render(problems, output), nl=False)
    if any(problem.level.reaches(fail_on) for problem in problems):
        raise typer.Exit(FINDINGS)


def _rules(select: list[str], ignore: list[str]) -> tuple[Rule, ...]:
    from armscorpus.check.rules import choose

    try:
        return choose(select, ignore)
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from error


def _extract(paths: list[Path]) -> list[tuple[Article, list[Claim]]]:
    """Return the articles with their claims; one that cannot be read ends the command."""
    from armscorpus.articles import read_articles
    from armscorpus.extract import extract_all
    from armscorpus.models import Article

    found = list(read_articles(paths))
    articles = [item for item in found if isinstance(item, Article)]
    for item in found:
        if not isinstance(item, Article):
            tell(f"armscorpus: {item}")
    if len(articles) < len(found):
        raise typer.Exit(MISUSE)
    return list(extract_all(articles))


def _read_path(path: Path) -> list[Claim]:
    from armscorpus.claims_file import read_claims

    if path.is_dir():
        return [claim for _, claims in _extract([path]) for claim in claims]
    return list(read_claims(path))


def _read_store(address: str) -> tuple[list[Claim], tuple[Judgement, ...]]:
    """Return the claims and judgements of a store; nothing where there is no store at the default place."""
    from armscorpus.store import open_store

    if address == DEFAULT_STORE and not Path(address).exists():
        tell(f"armscorpus: no store {address}: the articles are checked by themselves")
        return [], ()
    with open_store(address, must_exist=True) as opened:
        return list(opened.claims()), tuple(opened.judgements())


def _first_line(article: Article) -> int:
    """Return the line of the file on which the text begins, behind front matter; 1 where it is not there as it is."""
    path = Path(article.path)
    if not path.is_file():
        return 1
    raw = path.read_text(encoding="utf-8", errors="replace")
    return raw.count("\n", 0, max(0, raw.find(article.text.rstrip()))) + 1
