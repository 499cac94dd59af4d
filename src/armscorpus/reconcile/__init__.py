"""What claims say of one another: groups, relations with reasons, consensus. Pure: claims in, records out."""

from armscorpus.reconcile.consensus import Consensus
from armscorpus.reconcile.findings import find_findings
from armscorpus.reconcile.groups import Group, pairwise, reconcile
from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.relations import relate

__all__ = ["Consensus", "Group", "Interval", "find_findings", "pairwise", "reconcile", "relate"]
