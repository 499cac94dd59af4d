"""Tests of the check of new articles."""
