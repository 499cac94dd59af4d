"""What claims say of one another: groups, relations with reasons, consensus, findings. Pure: claims in, records out."""

from armscorpus.reconcile.consensus import Consensus
from armscorpus.reconcile.findings import find_findings
from armscorpus.reconcile.groups import Group, pairwise, reconcile
from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.judgements import apply_judgements, correct, parse_correction
from armscorpus.reconcile.relations import relate

__all__ = [
    "Consensus",
    "Group",
    "Interval",
    "apply_judgements",
    "correct",
    "find_findings",
    "pairwise",
    "parse_correction",
    "reconcile",
    "relate",
]
