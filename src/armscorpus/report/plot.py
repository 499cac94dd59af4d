"""Figures for print: the chart of a group, as on the page of a report, in SVG, PNG or PDF.

Altair writes the specification, vl-convert draws it, without a browser and without a network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from armscorpus.errors import MissingExtraError
from armscorpus.reconcile import Group
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in, page_words_in
from armscorpus.report.numbers import render_quantity
from armscorpus.report.page.quantities import quantity_of

try:
    import altair
    import vl_convert
except ModuleNotFoundError as error:
    raise MissingExtraError("report", str(error.name)) from error

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#a8487f", "#8a6d00", "#2a7f9e", "#5b5b5b")
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
LOCALES = {Language.FRENCH: "fr-FR", Language.ENGLISH: "en-GB"}
WIDTH, HEIGHT = 640, 280
PIXELS_PER_INCH = 160
TEXT: dict[str, Any] = {"align": "left", "fontSize": 11}
FAR = 200.0
"""How many times the smallest amount the greatest may be on a linear axis."""

LEAST = 2
"""Figures below which a group is not drawn."""


def drawable(groups: Iterable[Group], language: Language) -> list[tuple[Group, dict[str, Any]]]:
    """Return the groups that have something to draw, those with the most figures first, each as a quantity."""
    found = []
    for group in groups:
        quantity = quantity_of(group, {claim.id: place for place, claim in enumerate(group.claims)}, language)
        if len(quantity["marks"]) >= LEAST:
            found.append((group, quantity))
    return sorted(found, key=lambda entry: -len(entry[1]["marks"]))


def render_plot(quantities: Sequence[tuple[Group, dict[str, Any]]], suffix: str, language: Language) -> bytes:
    """Return the charts of some groups, one below the other, as a file of the suffix `.svg`, `.png` or `.pdf`."""
    charts = [_chart(group, quantity, language) for group, quantity in quantities]
    column = altair.vconcat(*charts).resolve_scale(color="independent", shape="independent")
    spec = column.configure_view(stroke=None).configure_title(anchor="start").to_dict()
    locales: dict[str, Any] = {"format_locale": LOCALES[language], "time_format_locale": LOCALES[language]}
    if suffix == ".svg":
        return vl_convert.vegalite_to_svg(spec, **locales).encode()
    if suffix == ".pdf":
        return vl_convert.vegalite_to_pdf(spec, **locales)
    return vl_convert.vegalite_to_png(spec, ppi=PIXELS_PER_INCH, scale=1, **locales)


def _chart(
    group: Group, quantity: dict[str, Any], language: Language
) -> altair.LayerChart | altair.FacetChart:
    """Return periods as lines, intervals as bars, sources as signs with names."""
    ends = [end for mark in quantity["marks"] for end in (mark.get("low"), mark.get("high")) if end]
    is_log = bool(ends) and max(ends) > FAR * min(ends)
    labels = _labels(quantity["sources"], language)
    rows = [
        _row(group, mark, ends, language, is_log=is_log) | {"source": labels[mark["source"]]}
        for mark in quantity["marks"]
    ]
    names = list(dict.fromkeys(row["source"] for row in rows))
    source = labels_in(language).heading["source"]
    legend = altair.Legend(orient="bottom", columns=4)
    base = altair.Chart(altair.InlineData(values=rows)).encode(
        altair.X("day:T", title=None, axis=altair.Axis(format="%b %Y", tickCount=6, grid=False)),
        altair.Color("source:N", title=source, legend=legend, scale=_scale(names, COLOURS)),
    )
    title = quantity["unit"] + (f" ({page_words_in(language).script['log']})" if is_log else "")
    middle = altair.Y(
        "middle:Q", title=title, scale=altair.Scale(type="log" if is_log else "linear", zero=not is_log)
    )
    layers = [
        base.mark_rule(opacity=0.6).encode(middle, altair.X2("start:T")),
        base.mark_bar(size=8, opacity=0.45).encode(altair.Y("bottom:Q"), altair.Y2("top:Q")),
        base.transform_filter("datum.open")
        .mark_point(shape="triangle-up", filled=True, size=70, yOffset=-4)
        .encode(altair.Y("top:Q")),
        base.mark_point(size=70, strokeWidth=2).encode(
            middle,
            altair.Shape(
                "source:N", title=labels_in(language).heading["source"], scale=_scale(names, SHAPES)
            ),
            fillOpacity=altair.condition("datum.sure", altair.value(1), altair.value(0)),
            fill=altair.Fill("source:N", legend=None, scale=_scale(names, COLOURS)),
        ),
        base.transform_filter("!datum.denied")
        .mark_text(dx=10, **TEXT)
        .encode(middle, altair.Text("label:N")),
        base.transform_filter("datum.denied")
        .mark_text(dx=10, dy=14, **TEXT)
        .encode(middle, altair.Text("label:N")),
    ]
    return altair.layer(*layers).properties(width=WIDTH, height=HEIGHT, title=quantity["subject"])


def _labels(sources: Sequence[dict[str, Any]], language: Language) -> list[str]:
    """Return a name for each source, different ones for different sources, with the number of articles that repeat it."""
    words = page_words_in(language).script
    names: list[str] = []
    for place, source in enumerate(sources):
        count = source["articles"]
        name = (
            source["label"]
            if count < LEAST
            else words["repeated"].format(source=source["label"], count=count)
        )
        names.append(name if name not in names else f"{name} [{place + 1}]")
    return names


def _scale(names: Sequence[str], values: Sequence[str]) -> altair.Scale:
    """Return a scale that gives each name its own value, from the first again where they run out."""
    return altair.Scale(
        domain=list(names), range=[values[place % len(values)] for place in range(len(names))]
    )


def _row(
    group: Group, mark: dict[str, Any], ends: Sequence[float], language: Language, *, is_log: bool
) -> dict[str, Any]:
    """Return a mark as a row of data; an open end is drawn a little beyond the other one."""
    claim, least, most = group.claims[mark["claim"]], min(ends, default=1.0), max(ends, default=1.0)
    low, high = mark.get("low"), mark.get("high")
    bottom = low if low is not None else (least / 1.5 if is_log else 0)
    top = high if high is not None else bottom * 1.4 if is_log else bottom + most * 0.08
    middle = bottom if high is None else top if low is None else (bottom + top) / 2
    denied = labels_in(language).modality[claim.modality] if mark["mode"] == "denied" else ""
    return {
        "day": mark["day"].isoformat(),
        "start": (mark.get("start") or mark["day"]).isoformat(),
        "bottom": bottom,
        "top": top,
        "middle": middle,
        "open": high is None,
        "sure": mark["mode"] == "sure",
        "denied": mark["mode"] == "denied",
        "label": " ".join(part for part in (render_quantity(claim.quantity, language), denied) if part),
    }
