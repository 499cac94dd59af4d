"""Extracted claims measured against annotations, and against those of another extraction (`docs/evaluation.md`)."""
