"""What claims say of one another: groups, relations with reasons, consensus, findings. Pure: claims in, records out."""

from armscorpus.reconcile.consensus import Consensus
from armscorpus.reconcile.doubt import Doubt, Doubtful, queue_of
from armscorpus.reconcile.findings import find_findings
from armscorpus.reconcile.groups import Group, compare_new, pairwise, reconcile
from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.judgements import apply_judgements, correct, decide, parse_correction, standing
from armscorpus.reconcile.relations import relate
from armscorpus.reconcile.subject import is_one_party

__all__ = [
    "Consensus",
    "Doubt",
    "Doubtful",
    "Group",
    "Interval",
    "apply_judgements",
    "compare_new",
    "correct",
    "decide",
    "find_findings",
    "is_one_party",
    "pairwise",
    "parse_correction",
    "queue_of",
    "reconcile",
    "relate",
    "standing",
]
