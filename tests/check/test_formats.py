"""The formats of the check: what they say, and that nothing in an article makes them say anything else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from lxml import etree

from armscorpus.check.formats import BEGINNINGS, render
from armscorpus.check.options import CheckFormat, Level
from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report
from armscorpus.check.rules import RULES
from armscorpus.report.formats import Language
from tests.check.reports import (
    ACCEPTED,
    EMPTY,
    HOSTILE_PATH,
    KNOWN,
    MIXED,
    NOTE,
    PLAIN,
    UNDATED,
    WILD,
    WILD_REPORT,
)

SCHEMAS = Path(__file__).parents[1] / "schemas"
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
REPORTS = {"mixed": MIXED, "wild": WILD_REPORT, "empty": EMPTY, "clean": Report((), ("a.md",))}

every_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def sarif(report: Report) -> Any:
    """Return the log of a report."""
    return json.loads(render(report, CheckFormat.SARIF))


def result_of(problem: Problem) -> Any:
    """Return the one result of a problem in SARIF."""
    return sarif(Report((problem,)))["runs"][0]["results"][0]


@every_report
@pytest.mark.parametrize("form", CheckFormat)
def test_a_format_obeys_nothing_in_an_article(report: Report, form: CheckFormat) -> None:
    """No control of a terminal, nor one that turns the order of words, comes out of any format."""
    assert CONTROLS.findall(render(report, form)) == []


@every_report
@pytest.mark.parametrize("form", BEGINNINGS)
def test_a_file_of_a_format_is_known_by_its_beginning(report: Report, form: CheckFormat) -> None:
    """So that it may be written again, and nothing else overwritten."""
    assert render(report, form).encode("utf-8", "replace").startswith(BEGINNINGS[form])


def test_text_has_a_line_for_each_problem_that_stands() -> None:
    """As compilers print them."""
    assert render(MIXED, CheckFormat.TEXT).splitlines() == [
        "new.md:4:10: error ARM001 conflict: 10,000; 7,000",
        "new.md:4:10: note ARM006 figure-without-date: 10,000; 7,000",
        "new.md:1:1: warning ARM008 article-without-date: no date",
    ]


@pytest.mark.parametrize("form", [CheckFormat.TEXT, CheckFormat.GITHUB])
def test_a_problem_is_one_line(form: CheckFormat) -> None:
    """However many its reason has."""
    assert len(render(Report((WILD,)), form).splitlines()) == 1


def test_json_has_every_problem_and_who_accepted_it() -> None:
    """As the record is."""
    rows = json.loads(render(MIXED, CheckFormat.JSON))
    assert [Problem.model_validate(row) for row in rows] == list(MIXED.problems)


@every_report
def test_sarif_is_valid(report: Report) -> None:
    """Against the schema of the standard."""
    assert [error.message for error in SARIF.iter_errors(sarif(report))] == []


def test_the_schema_refuses_what_is_no_sarif() -> None:
    """So that the test above can fail."""
    log = sarif(MIXED)
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert [error.message for error in SARIF.iter_errors(log)] != []


def test_sarif_describes_the_rules() -> None:
    """By the texts of the rules themselves, and results point to them."""
    run = sarif(MIXED)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["fullDescription"]["text"]) for rule in rules] == [
        (r.id, r.summary) for r in RULES
    ]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [p.rule for p in MIXED.problems]


def test_sarif_places_the_figure_in_its_sentence() -> None:
    """Lines and columns in code points, which the log says that it counts."""
    location = result_of(PLAIN)["locations"][0]["physicalLocation"]
    assert location == {
        "artifactLocation": {"uri": "new.md", "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": 4,
            "startColumn": 10,
            "endLine": 4,
            "endColumn": 20,
            "snippet": {"text": "10\u202f000 obus"},
        },
        "contextRegion": {
            "startLine": 4,
            "startColumn": 1,
            "endLine": 4,
            "endColumn": 30,
            "snippet": {"text": "Ils ont 10 000 obus en stock."},
        },
    }
    assert sarif(MIXED)["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_sarif_of_a_whole_article_has_the_line_alone() -> None:
    """An article without a date has no figure."""
    assert result_of(UNDATED)["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "new.md", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1},
    }


def test_sarif_names_what_a_figure_is_compared_with() -> None:
    """Related locations are the articles of the other claims."""
    assert result_of(PLAIN)["relatedLocations"] == [
        {
            "id": 1,
            "message": {"text": "7 000 obus"},
            "physicalLocation": {
                "artifactLocation": {"uri": "corpus/old.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1},
            },
        }
    ]


def test_sarif_suppresses_what_is_accepted() -> None:
    """In the article with its reason, or in a baseline, which need not give one."""
    assert result_of(ACCEPTED)["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "both counts stand"}
    ]
    assert result_of(KNOWN)["suppressions"] == [{"kind": "external", "status": "accepted"}]
    assert "suppressions" not in result_of(PLAIN)


def test_sarif_messages_hold_no_links_and_no_placeholders() -> None:
    """What begins one is escaped as the standard says."""
    assert r"\[l\](http://evil.example)" in result_of(WILD)["message"]["text"]
    assert "{{0}}" in result_of(WILD)["message"]["text"]


def test_sarif_paths_are_uris() -> None:
    """A colon in a name is no scheme; an absolute path is no part of the root."""
    encoded = "dossier%20%C3%A9/a%20b%3Ac%2Cd%250A%0A%3Cx%3E%7C%F0%9F%98%80.md"
    result = result_of(WILD)
    here = result["locations"][0]["physicalLocation"]["artifactLocation"]
    there = result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert here == {"uri": encoded, "uriBaseId": "%SRCROOT%"}
    assert there == {"uri": f"file:///abs/{encoded}"}


def test_annotations_are_on_the_sentence() -> None:
    """With columns where it is on one line."""
    assert render(Report((PLAIN, UNDATED)), CheckFormat.GITHUB).splitlines() == [
        "::error file=new.md,line=4,endLine=4,col=1,endColumn=30,title=ARM001 conflict::10,000; 7,000",
        "::warning file=new.md,line=1,endLine=1,title=ARM008 article-without-date::no date",
    ]


def test_annotations_are_escaped() -> None:
    """Neither a path nor a reason ends its part of the command, or begins another; GitHub reads both back."""
    head, _, message = render(Report((WILD,)), CheckFormat.GITHUB).removeprefix("::").partition("::")
    properties = dict(part.split("=", 1) for part in head.removeprefix("error ").split(","))
    assert list(properties) == ["file", "line", "endLine", "title"]
    assert properties["file"] == "dossier é/a b%3Ac%2Cd%250A <x>|😀.md"
    assert "%250A %2525 ::error::x" in message


@every_report
def test_junit_is_valid(report: Report) -> None:
    """Against the schema of the plugin of Jenkins."""
    document = etree.fromstring(render(report, CheckFormat.JUNIT).encode())
    JUNIT.assertValid(document)


def test_junit_has_a_test_for_each_article() -> None:
    """What fails an article is its failure, the rest is output; an article without problems passes."""
    suite = etree.fromstring(render(MIXED, CheckFormat.JUNIT).encode())[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    new, old, clean = suite
    assert (new.get("name"), new.find("failure").get("message")) == ("new.md", "1 error, 1 warning")
    assert new.find("failure").text.splitlines() == [
        "new.md:4:10: error ARM001 conflict: 10,000; 7,000",
        "    « Ils ont 10 000 obus en stock. »",
        "new.md:1:1: warning ARM008 article-without-date: no date",
    ]
    assert "ARM006" in new.find("system-out").text
    assert "accepted: both counts stand" in new.find("system-out").text
    assert "accepted: in the baseline" in old.find("system-out").text
    assert [child.tag for child in (*old, *clean)] == ["system-out"]


def test_junit_fails_with_the_command() -> None:
    """A note fails an article only where notes fail the check."""
    strict = Report((NOTE,), ("new.md",), Level.NOTE)
    assert 'failures="1"' in render(strict, CheckFormat.JUNIT)
    assert 'failures="0"' in render(Report((NOTE,), ("new.md",)), CheckFormat.JUNIT)


def test_junit_keeps_the_words() -> None:
    """Markup in an article is text in XML."""
    text = etree.fromstring(render(WILD_REPORT, CheckFormat.JUNIT).encode())[0][0].find("failure").text
    assert "]]> <script>alert(1)</script> &amp;" in text


def test_gitlab_has_what_code_quality_asks_for() -> None:
    """Of problems that stand."""
    issues = json.loads(render(MIXED, CheckFormat.GITLAB))
    assert issues[0] == {
        "description": "ARM001 conflict: 10,000; 7,000",
        "check_name": "conflict",
        "fingerprint": "0123456789abcdef",
        "severity": "major",
        "location": {"path": "new.md", "lines": {"begin": 4, "end": 4}},
    }
    assert [issue["severity"] for issue in issues] == ["major", "info", "minor"]


def test_markdown_has_a_table_for_each_article_with_problems() -> None:
    """Counts first; the figure stands out in its sentence."""
    assert render(MIXED, CheckFormat.MARKDOWN) == (
        "## armscorpus check\n\n"
        "**1 error, 1 warning, 1 note** in 1 of 3 articles. Not counting 2 accepted problems.\n\n"
        "### new.md\n\n"
        "| Line | Level | Rule | Why | Sentence |\n|---|---|---|---|---|\n"
        "| 4 | error | ARM001 conflict | 10,000; 7,000 | “Ils ont **10 000 obus** en stock.” |\n"
        "| 4 | note | ARM006 figure-without-date | 10,000; 7,000 | “Ils ont **10 000 obus** en stock.” |\n"
        "| 1 | warning | ARM008 article-without-date | no date |  |\n"
    )


def test_markdown_speaks_french() -> None:
    """As the reasons do where they are asked for in French."""
    french = MIXED._replace(language=Language.FRENCH)
    assert render(french, CheckFormat.MARKDOWN).splitlines()[2:9] == [
        "**1 erreur, 1 avertissement, 1 remarque** dans 1 article sur 3. Sans compter 2 problèmes acceptés.",
        "",
        "### new.md",
        "",
        "| Ligne | Niveau | Règle | Pourquoi | Phrase |",
        "|---|---|---|---|---|",
        "| 4 | erreur | ARM001 conflict | 10,000; 7,000 | «\u00a0Ils ont **10 000 obus** en stock.\u00a0» |",
    ]


def test_markdown_of_nothing_says_so() -> None:
    """A summary is never empty."""
    assert (
        render(Report((), ("a.md",)), CheckFormat.MARKDOWN)
        == "## armscorpus check\n\nNo problem in 1 article.\n"
    )


def test_markdown_is_inert() -> None:
    """No HTML, no link, no picture, no code, no cell of its own, nobody is called."""
    lines = render(Report((WILD,), (HOSTILE_PATH,)), CheckFormat.MARKDOWN).splitlines()
    row = lines[-1]
    assert len(re.findall(r"(?<!\\)\|", row)) == 6
    assert re.findall(r"<|://|www\.|@|(?<!\\)[`\[\]]", row) == []
    assert len(lines) == 9
