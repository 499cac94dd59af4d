"""Where the program meets the shell: exit statuses, and errors told in one line."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

MISUSE = 2
READER_LEFT = 128 + 13  # what a shell reports of a program that SIGPIPE ends
INTERRUPTED = 128 + 2


def tell(message: str) -> None:
    """Write a message to standard error, without its control characters."""
    from armscorpus.untrusted import printable

    typer.echo(printable(message), err=True)


class Commands(TyperGroup):
    """The commands; what the library refuses ends them with status 2 and the reason on standard error."""

    def invoke(self, ctx: Any) -> object:
        """Return what the command returns."""
        from armscorpus.errors import ArmscorpusError

        _never_fail_to_encode()
        try:
            with _nothing_collected():
                result = super().invoke(ctx)
                sys.stdout.flush()
        except ArmscorpusError as error:
            tell(f"armscorpus: {error}")
            raise typer.Exit(MISUSE) from error
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(READER_LEFT) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error
        return result


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Leave the search for garbage out, at exit too: it is a quarter of the time of a command on the store.

    A command that runs for long turns it on again.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _never_fail_to_encode() -> None:
    """Let the streams write a question mark for what their encoding lacks; records are always in UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
