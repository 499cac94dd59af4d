"""`armscorpus report`: everything on one page of HTML."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.options import DEFAULT_STORE, LanguageOption, StoreOption, TopicOption
from armscorpus.report.formats import Language

if TYPE_CHECKING:
    from armscorpus.models import Article, Claim, Judgement

    Content = tuple[list[Claim], dict[str, Article], tuple[Judgement, ...]]


def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "report.html"
    ),
    topic: TopicOption = None,
    claims: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The claims of a file of JSON Lines, without the articles' texts."),
    ] = None,
    lang: LanguageOption = Language.FRENCH,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write a page with disagreements, charts and claims."""
    from armscorpus.report.files import check_output, write_whole
    from armscorpus.report.page import render_page

    if output.suffix != ".html":
        raise typer.BadParameter(f"{str(output)!r} does not end in .html.", param_hint="--output")
    check_output(output)
    found, articles, judgements = _read_file(claims, topic) if claims else _read_store(store, topic)
    made = dt.datetime.now().astimezone().date()
    page = render_page(found, articles, made=made, language=lang, judgements=judgements)
    write_whole(output, page.encode())
    tell(f"{output}: {len(found)} claims, {len(page.encode()) / 1e6:.1f} MB")


def _read_file(path: Path, topic: str | None) -> Content:
    from armscorpus.claims_file import read_claims

    return [claim for claim in read_claims(path) if topic is None or topic in claim.topics], {}, ()


def _read_store(address: str, topic: str | None) -> Content:
    from armscorpus.store import open_store

    with open_store(address, must_exist=True) as opened:
        claims = list(opened.claims(topic=topic))
        articles = {key: opened.article(key) for key in dict.fromkeys(claim.article.id for claim in claims)}
        return claims, articles, tuple(opened.judgements())
