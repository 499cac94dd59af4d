"""Tests of the screen on which people judge claims."""
