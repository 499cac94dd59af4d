"""Problems as SARIF 2.1.0, the format in which code scanning and editors exchange results (OASIS standard)."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from armscorpus import __version__
from armscorpus.check.formats.records import dump
from armscorpus.check.places import Region
from armscorpus.check.problems import Acceptance, Accepted, Problem
from armscorpus.check.reporting import Report
from armscorpus.check.rules import RULES, Rule
from armscorpus.models import Claim
from armscorpus.untrusted import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
KINDS = {Accepted.IN_ARTICLE: "inSource", Accepted.IN_BASELINE: "external"}
SPECIAL = str.maketrans({"\\": r"\\", "[": r"\[", "]": r"\]", "{": "{{", "}": "}}"})
"""What begins a link or a placeholder in a message (SARIF 3.11.5, 3.11.6)."""

INDEX = {rule.id: index for index, rule in enumerate(RULES)}


def render_sarif(report: Report) -> str:
    """Return a log of one run; what is accepted is in it as suppressed."""
    run = {
        "tool": {"driver": _driver()},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which the check ran."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in report.problems],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver() -> dict[str, Any]:
    return {"name": "armscorpus", "semanticVersion": __version__, "rules": [_rule(rule) for rule in RULES]}


def _rule(rule: Rule) -> dict[str, Any]:
    title = rule.name.replace("-", " ").capitalize()
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": rule.summary},
        "help": {"text": f"{rule.summary} See docs/rules.md#{rule.id.lower()} of armscorpus."},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(problem: Problem) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": INDEX[problem.rule],
        "level": problem.level,
        "message": _message(problem.why),
        "locations": [{"physicalLocation": _location(problem)}],
        "partialFingerprints": {"armscorpus/v1": problem.fingerprint},
    }
    if problem.others:
        result["relatedLocations"] = [_related(number, one) for number, one in enumerate(problem.others, 1)]
    if problem.accepted:
        result["suppressions"] = [_suppression(problem.accepted)]
    return result


def _message(text: str) -> dict[str, str]:
    return {"text": printable(text).translate(SPECIAL)}


def _location(problem: Problem) -> dict[str, Any]:
    """Return the figure in its file, and around it its sentence."""
    figure = problem.claim.text if problem.claim else ""
    location = {"artifactLocation": _artifact(problem.path), "region": _region(problem, figure)}
    if _is_wider(problem.sentence, problem):
        location["contextRegion"] = _region(problem.sentence, problem.quotation)
    return location


def _region(where: Region, words: str) -> dict[str, Any]:
    """Return the lines and columns; the line alone where the words are not found in the file as they are."""
    if (where.line, where.column) == (where.end_line, where.end_column):
        return {"startLine": where.line}
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
        "snippet": {"text": words},
    }


def _is_wider(outer: Region, inner: Region) -> bool:
    """Return whether a region holds another one, and more."""
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    inner_start, inner_end = (inner.line, inner.column), (inner.end_line, inner.end_column)
    return start <= inner_start and inner_end <= end and (start, end) != (inner_start, inner_end)


def _artifact(path: str) -> dict[str, Any]:
    """Return the URI of a file: relative to the root, or absolute for one that is elsewhere."""
    uri = quote(path.encode("utf-8", "surrogateescape"))
    return {"uri": f"file://{uri}"} if PurePath(path).is_absolute() else {"uri": uri, "uriBaseId": ROOT}


def _related(number: int, claim: Claim) -> dict[str, Any]:
    """Return a claim that the figure is compared with, on the first line of its article.

    Only its file knows its lines; code scanning wants a region all the same.
    """
    article = claim.article
    origin = ", ".join(filter(None, (article.title, article.publisher, article.published)))
    told = f"{claim.text} ({origin})" if origin else claim.text
    return {
        "id": number,
        "message": _message(told),
        "physicalLocation": {"artifactLocation": _artifact(article.path), "region": {"startLine": 1}},
    }


def _suppression(accepted: Acceptance) -> dict[str, str]:
    reason = {"justification": accepted.reason} if accepted.reason else {}
    return {"kind": KINDS[accepted.where], "status": "accepted", **reason}
