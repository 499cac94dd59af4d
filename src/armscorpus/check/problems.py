"""Claims of new articles, and those of a corpus → what is wrong with the new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from armscorpus.check.options import Level
from armscorpus.check.rules import RULES, Rule
from armscorpus.models import Article, Claim, Judgement, Record, RelationKind
from armscorpus.reconcile import apply_judgements, find_findings, pairwise


class Problem(Record):
    """What a rule says against an article; at `claim`, or of the whole article where that is None.

    `line` and `column` count from 1, in the file where it is known on which line the text begins there, else in the
    text. `others` are the claims that it is compared with.
    """

    rule: str
    name: str
    level: Level
    path: str
    line: int
    column: int
    why: str
    claim: Claim | None = None
    others: tuple[Claim, ...] = ()


def find_problems(
    articles: Iterable[tuple[Article, Sequence[Claim]]],
    corpus: Iterable[Claim] = (),
    *,
    rules: Collection[Rule] = RULES,
    judgements: Iterable[Judgement] = (),
    first_lines: Mapping[str, int] | None = None,
    language: str = "en",
) -> list[Problem]:
    """Return the problems of articles with their claims, by path, place and rule.

    `first_lines` tells by path on which line of the file the text begins. The claims of a corpus that come from a
    path of the articles are left out, since the new reading replaces them; so are those of other topics. Reasons are
    in French (`fr`) or English (`en`).
    """
    checked = list(articles)
    by_id = {article.id: article for article, _ in checked}
    paths = {article.path for article in by_id.values()}
    new = [claim for _, claims in checked for claim in claims]
    topics = {slug for claim in new for slug in claim.topics}
    old = [
        claim
        for claim in corpus
        if not topics.isdisjoint(claim.topics)
        and claim.article.path not in paths
        and claim.article.id not in by_id
    ]
    decided = tuple(judgements)
    found = [(rule, claim, why, others) for rule, claim, why, others in _alone(new)]
    found += _compared(new, [*old, *new], decided, language)
    wanted = set(rules)
    problems = [_at(by_id[c.article.id], r, c, why, rest) for r, c, why, rest in found if r in wanted]
    problems = [_shifted(problem, (first_lines or {}).get(problem.path, 1)) for problem in problems]
    if _rule("ARM008") in wanted:
        problems += [_undated(article) for article in by_id.values() if article.published is None]
    return sorted(problems, key=lambda p: (p.path, p.line, p.column, p.rule, p.why))


Found = tuple[Rule, Claim, str, tuple[Claim, ...]]


def _rule(rule_id: str) -> Rule:
    return next(rule for rule in RULES if rule.id == rule_id)


def _alone(claims: Iterable[Claim]) -> Iterator[Found]:
    for claim in claims:
        if claim.period.text is None:
            yield _rule("ARM006"), claim, f"« {claim.text} » has no date", ()
        if claim.source is None:
            yield _rule("ARM007"), claim, f"« {claim.text} » has no source", ()


def _compared(
    new: Sequence[Claim], claims: Sequence[Claim], judgements: tuple[Judgement, ...], language: str
) -> Iterator[Found]:
    """Yield what conflicts and findings say, once for each, at the first new claim concerned."""
    ids = {claim.id for claim in new}
    for relation in pairwise(claims, judgements=judgements, language=language, concerning=ids):
        if relation.relation is RelationKind.CONFLICT:
            yield from _placed(_rule("ARM001"), (relation.a, relation.b), relation.why, ids)
    by_finding = {name: rule for rule in RULES for name in rule.findings}
    for finding in find_findings(apply_judgements(claims, judgements), language=language):
        if rule := by_finding.get(finding.rule):
            yield from _placed(rule, finding.claims, finding.why, ids)


def _placed(rule: Rule, claims: Sequence[Claim], why: str, new: Collection[str]) -> Iterator[Found]:
    claim = next((claim for claim in reversed(claims) if claim.id in new), None)
    if claim:
        yield rule, claim, why, tuple(other for other in claims if other.id != claim.id)


def _at(article: Article, rule: Rule, claim: Claim, why: str, others: tuple[Claim, ...]) -> Problem:
    before = article.text[: claim.span.start]
    return Problem(
        rule=rule.id,
        name=rule.name,
        level=rule.level,
        path=article.path,
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        why=why,
        claim=claim,
        others=others,
    )


def _undated(article: Article) -> Problem:
    rule = _rule("ARM008")
    why = "the article has no date of publication"
    return Problem(
        rule=rule.id, name=rule.name, level=rule.level, path=article.path, line=1, column=1, why=why
    )


def _shifted(problem: Problem, first_line: int) -> Problem:
    return problem.model_copy(update={"line": problem.line + first_line - 1})
