"""The public names of the package."""

from __future__ import annotations

import subprocess
import sys

import pytest

import armscorpus


@pytest.mark.parametrize("name", armscorpus.__all__)
def test_each_public_name_can_be_had(name: str) -> None:
    """Every name of `__all__` is there, and documented."""
    assert getattr(armscorpus, name).__doc__


def test_an_unknown_name_is_no_attribute() -> None:
    """A name that is not public is refused as in any module."""
    with pytest.raises(AttributeError, match="obus"):
        armscorpus.obus  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Neither spaCy, nor pydantic, nor SQLAlchemy comes with the name of the package."""
    code = "import sys, armscorpus; print(*{'spacy', 'pydantic', 'sqlalchemy'} & set(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == ""
