"""Claims → groups: what belongs together, what the group says, and laws that hold for any claims."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from armscorpus.claims_file import read_claims
from armscorpus.evaluate.gold import read_gold, read_relations
from armscorpus.evaluate.relations import RelationScores, judge_relations, score_relations
from armscorpus.models import ArticleRef, Claim, Relation, RelationKind
from armscorpus.reconcile import Group, compare_new, pairwise, reconcile, relate
from armscorpus.reconcile.applicable import rules_for
from armscorpus.reconcile.consensus import most_shared
from armscorpus.reconcile.gathering import gather
from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.relations import judge
from tests.claim_notation import parse_claim
from tests.gold_claims import GOLD, gold_claims

SHELLS = "obus transfer KP>RU"
LOSSES = "pertes loss SD"


def groups(about: str, *lines: str) -> list[Group]:
    """Return the groups of claims in notation."""
    return reconcile(parse_claim(line, about) for line in lines)


def figures(found: list[Group]) -> list[list[str]]:
    """Return the texts of the claims of each group."""
    return sorted(sorted(claim.text for claim in group.claims) for group in found)


def test_one_subject_is_one_group() -> None:
    """Figures of one thing at different dates, from different sources, are read together."""
    found = groups(SHELLS, "OSC | 4M..6M | | 2025-04-16", "GUR | 6.5M | | 2026-02-24")
    assert figures(found) == [["4M..6M", "6.5M"]]


def test_other_parties_are_another_group() -> None:
    """What another side receives is another subject."""
    found = groups(SHELLS, "OSC | 4M | | 2025-04-16", "GUR | 6M | | 2026-02-24 | rec=IR")
    assert figures(found) == [["4M"], ["6M"]]


def test_unknown_recipient_joins_the_only_group() -> None:
    """A claim that does not say to whom joins those that do, if they agree on it."""
    found = groups(SHELLS, "OSC | 4M | | 2025-04-16", "GUR | 6M | | 2026-02-24 | rec=?")
    assert figures(found) == [["4M", "6M"]]


def test_unknown_recipient_glues_no_groups() -> None:
    """A claim that could belong to two groups leaves them apart, and stays alone."""
    found = groups(
        SHELLS,
        "OSC | 4M | | 2025-04-16",
        "NIS | 1M | | 2025-04-16 | rec=IR",
        "GUR | 6M | | 2026-02-24 | rec=?",
    )
    assert figures(found) == [["1M"], ["4M"], ["6M"]]


def test_unknown_recipient_joins_what_it_repeats() -> None:
    """Of two groups that it could belong to, a claim joins the one with its figure."""
    found = groups(
        SHELLS,
        "OSC | 4M | | 2025-04-16",
        "NIS | 1M | | 2025-04-16 | rec=IR",
        "GUR | 1M | | 2026-02-24 | rec=?",
    )
    assert figures(found) == [["1M", "1M"], ["4M"]]


def test_dead_and_wounded_are_two_groups() -> None:
    """The dead, the wounded and both together are three subjects."""
    lines = [
        f"ONU | {n} | | 2024-05-01 | obj={noun}"
        for n, noun in ((10, "morts"), (30, "blessés"), (40, "pertes"))
    ]
    assert figures(groups(LOSSES, *lines)) == [["10"], ["30"], ["40"]]


def test_unsaid_losses_join_the_whole() -> None:
    """A figure that does not say dead or wounded, and repeats nobody, is one of losses."""
    lines = [f"ONU | {n} | | 2024-05-01 | obj={noun}" for n, noun in ((10, "morts"), (40, "pertes"))]
    found = groups(LOSSES, *lines, "ACLED | 45 | | 2024-05-02 | obj=soldats")
    assert figures(found) == [["10"], ["40", "45"]]


def test_claims_about_nobody_stay_in_their_articles() -> None:
    """Two wars that no claim names are two groups, though one office counts the dead of both."""
    lines = ["OCHA | 24686 | | 2024-05-12 | obj=morts", "OCHA | 20k | | 2025-03-02 | obj=morts"]
    assert figures(groups("pertes loss", *lines)) == [["20k"], ["24686"]]


def test_claims_about_nobody_are_linked_by_what_a_source_says() -> None:
    """Articles that repeat one figure of one source are about one subject, and so is what else they count."""
    lines = ["OCHA | 24686 | | 2024-05-12 | obj=morts art=a", "OCHA | 24686 | | 2024-05-14 | obj=morts art=b"]
    found = groups("pertes loss", *lines, "AFP | 30k | | 2024-05-14 | obj=morts art=b")
    assert figures(found) == [["24686", "24686", "30k"]]


def test_a_claim_about_nobody_joins_what_it_repeats() -> None:
    """A claim that names neither side joins a group that has its figure, and none that has not."""
    known = parse_claim("OCHA | 24686 | | 2024-05-12 | obj=morts", "pertes loss PS")
    lines = ["AFP | 24686 | | 2024-05-13 | obj=morts", "ACLED | 15k | | 2024-05-13 | obj=morts"]
    found = reconcile([known, *(parse_claim(line, "pertes loss") for line in lines)])
    assert figures(found) == [["15k"], ["24686", "24686"]]


def test_plans_are_apart_from_facts() -> None:
    """What is promised is not read together with what was delivered."""
    assert figures(groups(SHELLS, " | planned 1M | | 2024-05-01", " | 1M | | 2024-06-01")) == [
        ["1M"],
        ["planned 1M"],
    ]


def test_groups_come_by_severity() -> None:
    """The group that disputes most comes first."""
    quiet = [parse_claim(line, SHELLS) for line in ("OSC | 4M | | 2025-04-16", "GUR | 4M | | 2025-04-17")]
    loud = [
        parse_claim(line, LOSSES)
        for line in ("ONU | 15k | 2024 | 2025-01-05", "ACLED | 60k | 2024 | 2025-01-06")
    ]
    assert [group.topics for group in reconcile([*quiet, *loud])] == [("pertes",), ("obus",)]


def test_heading_in_french() -> None:
    """A group is called by what is counted, what happened to it, and the two sides."""
    assert groups(SHELLS, "OSC | 4M | | 2025-04-16")[0].subject == "Obus livrés, Corée du Nord → Russie"


def test_heading_agrees_with_its_topic() -> None:
    """The participle takes the gender and the number of the topic, and the details follow."""
    lines = ["NIS | planned 3000 | | 2025-04-16 | obj=ouvriers"]
    headings = [
        groups("artillerie transfer KP>RU", "GUR | 70 | | 2024-11-19")[0].subject,
        groups("roquettes fire LB>IL", "Tsahal | 70 | | 2024-11-19")[0].subject,
        groups("effectifs deploy KP>RU", *lines)[0].subject,
        groups(LOSSES, "ONU | 10 | | 2024-05-01 | obj=morts")[0].subject,
    ]
    assert headings == [
        "Artillerie livrée, Corée du Nord → Russie",
        "Roquettes tirées, Liban → Israël",
        "Effectifs prévus (travailleurs), Corée du Nord → Russie",
        "Pertes (tués), Soudan",
    ]


def test_envelope_and_consensus() -> None:
    """Two of three independent sources support the overlap of their intervals."""
    lines = [
        "IISS | 1000..1500 | 2024 | 2025-02-01",
        "RUSI | 1400..2000 | 2024 | 2025-02-02",
        "GUR | 3600 | 2024 | 2025-02-03",
    ]
    group = groups("blindes loss RU", *lines)[0]
    assert group.consensus
    assert (group.envelope, group.consensus.low, group.consensus.high, group.consensus.sources) == (
        (1000, 3600),
        1400,
        1500,
        2,
    )


def test_no_consensus_of_one_witness() -> None:
    """Ten articles that quote one study agree with nobody."""
    lines = [f"OSC | ~16k | | 2025-04-{day}" for day in range(10, 20)]
    group = groups("conteneurs transfer KP>RU", *lines)[0]
    assert (group.independent, group.consensus) == (1, None)


def test_no_consensus_across_dates() -> None:
    """Sources that speak of different dates of a growing total support nothing together."""
    assert groups(SHELLS, "OSC | 4M..6M | | 2025-04-16", "NIS | 5M | | 2023-11-02")[0].consensus is None


def test_unattributed_repetition_is_no_witness() -> None:
    """An article without a source that gives a named one's figure adds no witness; another figure does."""
    lines = ["OSC | 4M | | 2025-04-16", " | 4M | | 2025-04-17", " | 5M | | 2025-04-18"]
    assert groups(SHELLS, *lines)[0].independent == 2


def copies(*figures: str, publishers: tuple[str, ...] = ("AFP", "Le Matin")) -> list[Claim]:
    """Return the claims of articles that give the same figures in their own name, each at another paper."""
    return [
        parse_claim(f" | {figure} | | 2025-04-16 | art={paper[:2]} pub={paper} at={place}", about)
        for paper in publishers
        for place, (figure, about) in enumerate(zip(figures, ABOUTS, strict=False))
    ]


def test_latest_figure() -> None:
    """The total that knows most, and neither an earlier one, nor that of a month, nor a denial."""
    lines = ["OSC | 4M | ..2025-03-31 | 2025-04-16", "NIS | 6M | ..2025-12-31 | 2026-01-05"]
    more = ["GUR | 10k | 2026-01 | 2026-02-05", "Kremlin | not 6M | | 2026-03-01"]
    latest = groups(SHELLS, *lines, *more)[0].latest
    assert latest is not None
    assert latest.text == "6M"


def test_copies_of_an_article_are_one_witness() -> None:
    """Two papers that print one dispatch say it once."""
    assert [group.independent for group in reconcile(copies("4M", "600", "11k"))] == [1, 1, 1]


def test_other_articles_are_other_witnesses() -> None:
    """Two figures in common are no copy, nor are three among many."""
    found = [*copies("4M", "600"), parse_claim(" | 9 | | 2025-04-16 | art=AF at=900", "avions loss UA")]
    assert max(group.independent for group in reconcile(found)) == 2
    more = [
        parse_claim(f" | {n}1 | 2024-0{n} | 2025-04-16 | art=AF pub=AFP at={n}00", "avions loss UA")
        for n in range(1, 5)
    ]
    assert max(group.independent for group in reconcile([*copies("4M", "600", "11k"), *more])) == 2


def test_typography_hides_no_copy() -> None:
    """One paper sets unbreakable spaces and capitals, the other does not."""
    found = copies("4M", "600", "11k")
    other = [claim.model_copy(update={"text": f"{claim.text.upper()}\u00a0Obus"}) for claim in found[:3]]
    same = [claim.model_copy(update={"text": f"{claim.text} obus"}) for claim in found[3:]]
    assert [group.independent for group in reconcile([*other, *same])] == [1, 1, 1]


def test_a_cut_copy_is_a_copy() -> None:
    """One paper leaves a line out."""
    found = copies("4M", "600", "11k", "90")
    assert [group.independent for group in reconcile(found[:-1])] == [1, 1, 1, 1]


def test_denial_supports_no_figure() -> None:
    """Who denies a figure is not among its sources, nor in the envelope."""
    group = groups(SHELLS, "NIS | 1M | | 2024-06-10", "Kremlin | not 5M | | 2024-06-11")[0]
    assert (group.independent, group.envelope) == (1, (1_000_000, 1_000_000))


def test_rates_are_brought_to_one_length_of_time() -> None:
    """The envelope of rates is for the length of time that most claims use."""
    lines = [
        "GUR | 100/month | | 2025-06-10",
        "ISW | 110/month | | 2025-06-11",
        "RUSI | 1461/year | | 2025-06-12",
    ]
    group = groups("missiles produce RU", *lines)[0]
    assert (group.per, group.envelope) == ("month", (100, 121.75))


def test_parts_leave_the_envelope() -> None:
    """The children among the dead do not lower the envelope of the dead."""
    lines = ["ONU | 900 | | 2024-05-01 | obj=morts", "OCHA | 1000 | | 2024-05-01 | obj=morts"]
    group = groups(LOSSES, *lines, "MSF | 50 | | 2024-05-01 | obj=enfants morts")[0]
    assert group.envelope == (900, 1000)


def test_every_relation_is_listed_pairwise() -> None:
    """Three articles with one figure of one source are three pairs of echoes, but two relations."""
    claims = [parse_claim(f"OSC | ~16k | 2023-09..2025-03 | 2025-04-{day}", SHELLS) for day in (10, 11, 12)]
    assert (len(list(pairwise(claims))), len(reconcile(claims)[0].relations)) == (3, 2)


def test_an_article_with_two_figures_is_disputed_on_the_nearer() -> None:
    """Who gives 24 000 a day disputes the 10 000 of an article, not the 2 000 of something else in it."""
    lines = [f"Pentagone | {n}/day | | 2024-02-28 | art=front at={n}" for n in (10_000, 2_000)]
    lines.append("état-major ukrainien | 24k/day | | 2024-03-02")
    found = list(pairwise(parse_claim(line, "obus fire RU") for line in lines))
    assert [(pair.a.text, pair.b.text) for pair in found] == [("10000/day", "24k/day")]


def relation_scores(name: str, articles: str, claims: Iterable[Claim]) -> RelationScores:
    """Return the scores of the relations of annotated claims."""
    golds = read_relations(GOLD / f"{name}.jsonl", read_gold(GOLD / f"{articles}.jsonl"))
    return score_relations(judge_relations(golds, pairwise(claims)))


def test_gold_relations() -> None:
    """Reconciling the annotated claims gives the annotated relations."""
    scores = relation_scores("relations", "corpus", gold_claims())
    assert (scores.accuracy.value >= 0.97, scores.macro_f1.value >= 0.97) == (True, True), scores


def test_gold_relations_of_other_wars() -> None:
    """So it does for articles on other wars, as far as the annotations of single claims allow."""
    scores = relation_scores("articles_relations", "articles", read_claims(GOLD / "articles.jsonl"))
    assert (scores.accuracy.value >= 0.88, scores.macro_f1.value >= 0.87) == (True, True), scores


def test_most_shared_place() -> None:
    """Marzullo's example: of 8–12, 11–13 and 14–15 two overlap, from 11 to 12."""
    assert most_shared([Interval(8, 12), Interval(11, 13), Interval(14, 15)]) == (2, Interval(11, 12))


# Laws

SOURCES = [
    "",
    "NIS",
    "GUR via Reuters",
    "Vadym Skibitsky",
    "responsables américains via Reuters",
    "Oryx",
    "Kremlin",
    "OSC",
]
FIGURES = [
    "100",
    "~100",
    ">50",
    "<=120",
    "80..200",
    "10+",
    "not 100",
    "possible 300",
    "reported 40",
    "12/day",
    "planned 90",
]
PERIODS = ["", "2024", "2024-03", "2024-03-05", "..2024-06-30", "2023-08..", "2023-09-01..2024-03-31"]
DATES = ["2024-07-01", "2024-07-09", "2025-01-15", "2025-06-30", ""]
FIELDS = ["", "rec=?", "sup=?", "obj=tués", "obj=soldats", "obj=blessés", "art=same", "pub=OSC"]
ABOUTS = [SHELLS, "pertes loss KP>RU", "effectifs deploy KP>RU", "missiles stock IR"]


def told(group: Group) -> tuple[object, ...]:
    """Return all that a group says."""
    figures = group.per, group.envelope, group.consensus, group.independent, group.severity
    return group.subject, group.claims, group.relations, figures


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Return any claim of a few subjects, sources and dates, so that many are about one thing."""
    parts = [draw(st.sampled_from(pool)) for pool in (SOURCES, FIGURES, PERIODS, DATES, FIELDS)]
    at = draw(st.integers(0, 500))
    return parse_claim(
        f"{' | '.join(parts)} at={at}".replace("|  at=", "| at="), draw(st.sampled_from(ABOUTS))
    )


@given(claims(), claims())
def test_relations_are_symmetric(a: Claim, b: Claim) -> None:
    """The order of two claims changes nothing."""
    assert relate(a, b) == relate(b, a)


@given(claims(), claims())
def test_severity_is_a_share(a: Claim, b: Claim) -> None:
    """Severity lies between 0 and 1, and is 0 for what is unrelated."""
    relation = relate(a, b)
    assert 0 <= relation.severity <= 1
    assert relation.relation is not RelationKind.UNRELATED or relation.severity == 0


@settings(deadline=None)
@given(st.lists(claims(), max_size=12), st.randoms())
def test_order_and_duplicates_change_nothing(found: list[Claim], random: st.DataObject) -> None:
    """Claims in any order, and given twice, are the same groups."""
    shuffled = [*found, *found[:3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [told(group) for group in reconcile(shuffled)] == [told(group) for group in reconcile(found)]


@settings(deadline=None)
@given(st.lists(claims(), max_size=10))
def test_rules_left_out_of_a_group_would_say_nothing(found: list[Claim]) -> None:
    """The verdict on two claims of a group is the same with all rules and with those that may apply."""
    for readings in gather(found):
        rules = rules_for(readings)
        for pair in (Pair(a, b) for a, b in combinations(readings, 2)):
            assert judge(pair, rules) == judge(pair)


@settings(deadline=None)
@given(st.lists(claims(), max_size=10), st.integers(0, 10))
def test_batches_are_one_corpus(found: list[Claim], cut: int) -> None:
    """What is read in two batches, and put together, says what it says at once."""
    assert [told(group) for group in reconcile(chain(found[:cut], found[cut:]))] == [
        told(group) for group in reconcile(found)
    ]


@settings(deadline=None)
@given(st.lists(claims(), min_size=1, max_size=10))
def test_a_second_copy_of_an_article_changes_no_consensus(found: list[Claim]) -> None:
    """An article that is given twice, with the same ids, is there once."""
    groups_once, groups_twice = reconcile(found), reconcile([*found, *reversed(found)])
    assert [group.consensus for group in groups_once] == [group.consensus for group in groups_twice]


@settings(deadline=None)
@given(st.lists(claims(), max_size=10))
def test_the_table_shows_no_relation_that_pairs_do_not_have(found: list[Claim]) -> None:
    """Groups speak through some of their claims, and say what `pairwise` says of these."""
    every = {(relation.a.id, relation.b.id): relation for relation in pairwise(found)}
    for group in reconcile(found):
        for relation in group.relations:
            assert every[relation.a.id, relation.b.id] == relation


@settings(deadline=None)
@given(st.lists(claims(), max_size=10))
def test_the_worst_dispute_of_a_group_is_shown(found: list[Claim]) -> None:
    """Comparing clusters of figures hides no kind of dispute that two of their claims have."""
    disputes = {RelationKind.CONFLICT, RelationKind.DIVERGENCE}
    shown = {relation.relation for group in reconcile(found) for relation in group.relations} & disputes
    assert bool(shown) == bool({relation.relation for relation in pairwise(found)} & disputes)


def test_many_figures_are_compared_with_their_neighbours() -> None:
    """Of a group with many different figures not every two are compared, and the worst dispute is found."""
    lines = [f"source n{n} | {1000 + 11 * n} | 2024 | 2025-01-05" for n in range(60)]
    group = groups("missiles produce RU", *lines, "GUR | 90000 | 2024 | 2025-01-06")[0]
    assert len(group.relations) < 61 * 60 / 4
    assert {group.relations[0].a.text, group.relations[0].b.text} >= {"90000"}
    assert group.relations[0].severity == max(r.severity for r in pairwise(group.claims))


def test_unknown_sides_are_found_among_many_groups() -> None:
    """A claim that names one side joins the group that shares its figure and source, out of hundreds."""
    known = [
        parse_claim(f"NIS | {n}7 | 2024 | 2025-01-05 | rec=R{n}", "obus transfer KP") for n in range(300)
    ]
    vague = parse_claim("NIS | 427 | 2024 | 2025-01-09", "obus transfer KP")
    home = next(group for group in reconcile([*known, vague]) if vague in group.claims)
    assert [claim.recipient for claim in home.claims] == ["R42", None]


@settings(deadline=None)
@given(st.lists(claims(), max_size=12))
def test_every_claim_is_in_one_group(found: list[Claim]) -> None:
    """No claim is lost, none is in two groups."""
    grouped = [claim.id for group in reconcile(found) for claim in group.claims]
    assert sorted(grouped) == sorted({claim.id for claim in found})


@settings(deadline=None)
@given(st.lists(claims(), max_size=12))
def test_consensus_lies_in_the_envelope(found: list[Claim]) -> None:
    """What most sources support is within the numbers of the group, and by no more sources than it has."""
    for group in reconcile(found):
        if group.consensus:
            low, high = group.envelope
            assert (group.consensus.low or 0) >= (low or 0)
            assert high is None or (group.consensus.high is not None and group.consensus.high <= high)
            assert group.consensus.sources <= group.independent


@settings(deadline=None)
@given(st.lists(claims(), min_size=1, max_size=10), st.sampled_from(DATES[:4]))
def test_an_echo_is_no_new_witness(found: list[Claim], published: str) -> None:
    """One more article with the figure of a named source never raises the number of independent sources."""
    echoed = found[0]
    if echoed.source is None:
        return
    article = ArticleRef(id="echo", path="echo.txt", published=published)
    echo = echoed.model_copy(update={"id": "echo", "article": article})
    assert _independent(reconcile([*found, echo]), echoed) <= _independent(reconcile(found), echoed)


def _independent(found: list[Group], claim: Claim) -> int:
    return next(group.independent for group in found if claim.id in {member.id for member in group.claims})


def test_what_is_new_is_compared_with_what_is_known() -> None:
    """New claims stand to known ones as they do among all; of known ones that are alike one speaks."""
    claims = gold_claims()
    new, known = claims[::7], [claim for index, claim in enumerate(claims) if index % 7]
    ids = {claim.id for claim in new}
    relations, _ = compare_new(new, known)
    every = {kind_of(relation) for relation in pairwise(claims) if {relation.a.id, relation.b.id} & ids}
    assert {kind_of(relation) for relation in relations} <= every
    assert {(claim, kind) for pair, kind in map(kind_of, relations) for claim in pair & ids} == {
        (claim, kind) for pair, kind in every for claim in pair & ids
    }


def kind_of(relation: Relation) -> tuple[frozenset[str], RelationKind]:
    """Return which two claims a relation is about, and what it is."""
    return frozenset({relation.a.id, relation.b.id}), relation.relation
