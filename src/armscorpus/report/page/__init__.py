"""The page of a report: claims, their groups and their articles as one HTML file that needs no network."""

from armscorpus.report.page.render import render_page

__all__ = ["render_page"]
