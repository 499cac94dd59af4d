"""Claims of new articles, and those of a corpus → what is wrong with the new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from armscorpus.check.baseline import Known, accept_known
from armscorpus.check.places import Origin
from armscorpus.check.problems import Problem, in_order, problem_at, problem_of
from armscorpus.check.rules import (
    CONFLICT,
    RULE_OF_FINDING,
    RULES,
    UNDATED_ARTICLE,
    UNDATED_FIGURE,
    UNSOURCED_FIGURE,
    UNUSED_SUPPRESSION,
    Rule,
)
from armscorpus.check.suppressions import Suppression, suppress
from armscorpus.models import Article, Claim, Judgement, Relation, RelationKind
from armscorpus.reconcile import compare_new
from armscorpus.reconcile.wording import wording_in

OTHERS = 5
"""How many of the claims that contradict a figure its problem shows."""


class Found(NamedTuple):
    """What a rule says of a claim, why, and the claims that it is compared with."""

    rule: Rule
    claim: Claim
    why: str
    others: tuple[Claim, ...] = ()


class Corpus(NamedTuple):
    """What new articles are compared with: claims, and what people decided about them."""

    claims: Sequence[Claim] = ()
    judgements: Sequence[Judgement] = ()


class Standards(NamedTuple):
    """By what articles are checked, and what is accepted.

    `origins` are the files of the articles, by the path of the article; without one, places are those in the text.
    `suppressions` are what the files accept themselves, by the path of the file.
    """

    rules: Collection[Rule] = RULES
    origins: Mapping[str, Origin] = {}
    suppressions: Mapping[str, Sequence[Suppression]] = {}
    baseline: Sequence[Known] = ()

    def origin(self, article: Article) -> Origin:
        """Return the file of an article."""
        return self.origins.get(article.path) or Origin(article.path, article.text)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the files, each once, in the order of the articles."""
        return tuple(dict.fromkeys(origin.path for origin in self.origins.values()))


def find_problems(
    checked: Iterable[tuple[Article, Sequence[Claim]]],
    corpus: Corpus = Corpus(),  # noqa: B008 - it is frozen
    standards: Standards = Standards(),  # noqa: B008
    *,
    language: str = "en",
) -> list[Problem]:
    """Return the problems of articles with their claims, by path, place and rule; those that are accepted are marked.

    The claims of a corpus that come from a path of the articles are left out, since the new reading replaces them.
    Reasons are in French (`fr`) or English (`en`).
    """
    told = list(checked)
    articles = {article.id: article for article, _ in told}
    new = [claim for _, claims in told for claim in claims]
    paths = {article.path for article in articles.values()}
    old = [c for c in corpus.claims if c.article.path not in paths and c.article.id not in articles]
    found = (*_alone(new, language), *_compared(new, old, corpus.judgements, language))
    wanted = {rule.id: rule for rule in standards.rules}
    problems = [
        _placed(one._replace(rule=wanted[one.rule.id]), articles[one.claim.article.id], standards)
        for one in found
        if one.rule.id in wanted
    ]
    said = wording_in(language).reasons.check
    if rule := wanted.get(UNDATED_ARTICLE.id):
        undated = (article for article in articles.values() if article.published is None)
        problems += [problem_of(rule, standards.origin(each), said["undated_article"]) for each in undated]
    problems, idle = suppress(in_order(problems), standards.suppressions)
    if rule := wanted.get(UNUSED_SUPPRESSION.id):
        unused = [(path, one) for path, one in idle if one.rule in wanted]
        problems += [
            problem_of(
                rule, Origin(path, ""), said["unused_suppression"].format(rule=one.rule, reason=one.reason)
            )
            for path, one in unused
        ]
    return accept_known(in_order(problems), standards.baseline)


def _placed(found: Found, article: Article, standards: Standards) -> Problem:
    return problem_at(article, standards.origin(article), *found)


def _alone(claims: Iterable[Claim], language: str) -> Iterator[Found]:
    """Yield what figures leave out."""
    said = wording_in(language).reasons.check
    for claim in claims:
        if claim.period.text is None:
            yield Found(UNDATED_FIGURE, claim, said["undated_figure"].format(figure=claim.text))
        if claim.source is None:
            yield Found(UNSOURCED_FIGURE, claim, said["unsourced_figure"].format(figure=claim.text))


def _compared(
    new: Sequence[Claim], old: Sequence[Claim], judgements: Iterable[Judgement], language: str
) -> Iterator[Found]:
    """Yield what conflicts and findings say, each at the last new claim concerned."""
    ids = {claim.id for claim in new}
    relations, findings = compare_new(new, old, judgements=judgements, language=language)
    conflicts = [relation for relation in relations if relation.relation is RelationKind.CONFLICT]
    yield from _contradicted(conflicts, ids, language)
    for finding in findings:
        rule = RULE_OF_FINDING.get(finding.rule)
        claim = next((claim for claim in reversed(finding.claims) if claim.id in ids), None)
        if rule and claim:
            others = tuple(other for other in finding.claims if other.id != claim.id)
            yield Found(rule, claim, finding.why, others)


def _contradicted(conflicts: Iterable[Relation], new: Collection[str], language: str) -> Iterator[Found]:
    """Yield each new claim once, with the worst of the conflicts that it is in."""
    at: dict[str, list[Relation]] = defaultdict(list)
    for conflict in sorted(conflicts, key=lambda conflict: -conflict.severity):
        at[conflict.b.id if conflict.b.id in new else conflict.a.id].append(conflict)
    for claim_id, told in at.items():
        pairs = [(c.b, c.a) if c.b.id == claim_id else (c.a, c.b) for c in told]
        others = tuple({other.id: other for _, other in pairs}.values())
        why = told[0].why
        if len(others) > 1:
            more = wording_in(language).reasons.check["more_conflicts"]
            why = more.format(why=why, count=len(others) - 1)
        yield Found(CONFLICT, pairs[0][0], why, others[:OTHERS])
