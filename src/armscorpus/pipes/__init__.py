"""The spaCy stages, one module each, and the grammar that they share."""
