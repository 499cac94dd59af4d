"""Findings: what some claims together say that is wrong, or worth knowing; `docs/codebook-relations.md` lists the rules."""

from armscorpus.reconcile.findings.find import find_findings, findings_of

__all__ = ["find_findings", "findings_of"]
