"""Text → values with their offsets, without spaCy: quantities and periods."""
