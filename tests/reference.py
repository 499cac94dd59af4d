"""The reference of the command line: every command with its arguments and options, as the program declares them.

`python -m tests.reference` writes docs/reference.md anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from armscorpus.cli import app

PAGE = Path(__file__).parent.parent / "docs" / "reference.md"
HEAD = """\
# Commands and options

<!-- Written by `make docs` from the program itself; change the help of the option instead. -->

What each command takes, as `armscorpus COMMAND --help` says it. [What they are for, with examples](cli.md).
"""
CHOICES = re.compile(r"<(\w+(?:\|\w+)+)>$")
HINT = re.compile(r" <[^<>]+>$")
EXTRA = re.compile(r"\s+\[([^\]]+)\]$")


def render_reference() -> str:
    """Return the page, in Markdown."""
    return "\n".join([HEAD, *_sections(typer.main.get_command(app), ("armscorpus",))])


def _sections(command: Any, path: tuple[str, ...]) -> Iterator[str]:
    """Yield the section of a command, then those of its subcommands in the order of `--help`."""
    context = command.context_class(command, info_name=path[-1])
    yield f"## {' '.join(path[1:]) or path[0]}\n"
    yield f"{_escaped(' '.join(command.help.split()))}\n"
    yield f"```text\n{' '.join([*path, *_usage(command, context)])}\n```\n"
    yield from _table(command, context)
    for name, subcommand in getattr(command, "commands", {}).items():
        yield from _sections(subcommand, (*path, name))


def _usage(command: Any, context: Any) -> Iterator[str]:
    """Yield the words after the name of a command, required arguments without the braces of typer."""
    for piece in command.collect_usage_pieces(context):
        yield re.sub(r"^\{(.+)\}(?:\.\.\.)?$", _bare, piece)


def _bare(braced: re.Match[str]) -> str:
    """Return an argument as it is typed: `PATHS...`; a metavar that has dots of its own needs no more."""
    name = braced[1]
    return name if "..." in name or not braced[0].endswith("...") else f"{name}..."


def _table(command: Any, context: Any) -> Iterator[str]:
    """Yield the table of arguments and options, if the command has any besides `--help`."""
    rows = [_row(*parameter.get_help_record(context)) for parameter in _parameters(command)]
    if rows:
        yield "| argument or option | meaning | default |\n|---|---|---|\n" + "".join(rows)


def _parameters(command: Any) -> list[Any]:
    return [parameter for parameter in command.params if not getattr(parameter, "hidden", False)]


def _row(name: str, text: str) -> str:
    """Return the row of one parameter, of the two columns that typer prints of it."""
    text, extras = _without_extras(text)
    if choices := CHOICES.search(name):
        text += f" One of {', '.join(f'`{choice}`' for choice in choices[1].split('|'))}."
    if "range" in extras:
        text += f" In the range {extras['range']}."
    default = ", or ".join(extras[kind] for kind in ("required", "default", "env var") if kind in extras)
    return f"| `{HINT.sub('', name)}` | {_escaped(text)} | {default} |\n"


def _without_extras(text: str) -> tuple[str, dict[str, str]]:
    """Return a help text, and what typer adds to it in brackets: `[env var: NAME; default: 1; x>=1]`."""
    extras = {}
    while found := EXTRA.search(text):
        text = text[: found.start()]
        for extra in found[1].split("; "):
            kind, colon, value = extra.partition(": ")
            if colon:
                extras[kind] = f"`{value}`"
            else:
                extras |= {"required": "required"} if extra == "required" else {"range": f"`{extra}`"}
    return text, extras


def _escaped(text: str) -> str:
    """Return text that Markdown leaves as it is, except for what stands between backticks."""
    pieces = text.split("`")
    pieces[::2] = [re.sub(r"([\\*_<\[|])", r"\\\1", piece) for piece in pieces[::2]]
    return "`".join(pieces)


if __name__ == "__main__":
    PAGE.write_text(render_reference(), encoding="utf-8")
