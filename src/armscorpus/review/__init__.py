"""Judging claims by keyboard: the desk on which they are judged, and the screen; the only importer of textual."""

from armscorpus.errors import MissingExtraError

try:
    from armscorpus.review.app import ReviewApp
except ModuleNotFoundError as error:
    raise MissingExtraError("review", str(error.name)) from error
from armscorpus.review.desk import Desk

__all__ = ["Desk", "ReviewApp"]
