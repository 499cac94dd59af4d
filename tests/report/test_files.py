"""Files are written whole, and replace only what they replaced before."""

from __future__ import annotations

from pathlib import Path

import pytest

from armscorpus.errors import OutputError
from armscorpus.report.files import write_whole
from tests.cli.running import run

PAGE = b'<!doctype html><meta name="generator" content="armscorpus">'


def test_a_report_replaces_a_report(tmp_path: Path) -> None:
    """Made again, it is the new one, and nothing is left beside it."""
    path = tmp_path / "report.html"
    for content in (PAGE, PAGE + b"2"):
        write_whole(path, content)
    assert (path.read_bytes(), [*tmp_path.iterdir()]) == (PAGE + b"2", [path])


@pytest.mark.parametrize("content", [b"<!doctype html><title>Mine</title>", b"notes"])
def test_another_file_is_not_replaced(tmp_path: Path, content: bytes) -> None:
    """A page that somebody wrote is kept."""
    path = tmp_path / "page.html"
    path.write_bytes(content)
    with pytest.raises(OutputError, match="not replaced"):
        write_whole(path, PAGE)
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["away/report.html", "report.txt", "report"])
def test_a_place_that_will_not_do_is_named(tmp_path: Path, name: str) -> None:
    """A folder that is not there and a suffix that says nothing are refused."""
    with pytest.raises(OutputError, match=name.rpartition("/")[2]):
        write_whole(tmp_path / name, PAGE)


def test_the_command_writes_the_page(store: Path, tmp_path: Path) -> None:
    """`armscorpus report` makes one file from the store, in the language asked for, and says how large it is."""
    path = tmp_path / "report.html"
    result = run("report", "-o", path, "--store", store, "--lang", "en", "--topic", "conteneurs")
    assert (result.exit_code, result.stdout) == (0, "")
    assert '<html lang="en">' in path.read_text(encoding="utf-8")
    assert "claims" in result.stderr


def test_the_command_reads_a_file_of_claims(store: Path, tmp_path: Path) -> None:
    """Claims may come from elsewhere, without their articles."""
    claims, path = tmp_path / "claims.jsonl", tmp_path / "report.html"
    claims.write_text(run("claims", "--store", store, "--format", "jsonl").stdout, encoding="utf-8")
    assert run("report", "--claims", claims, "-o", path).exit_code == 0
    assert path.exists()


@pytest.mark.parametrize("name", ["report.txt", "away/report.html"])
def test_the_command_refuses_at_once(store: Path, tmp_path: Path, name: str) -> None:
    """Misuse ends with status 2 and the reason."""
    result = run("report", "-o", tmp_path / name, "--store", store)
    assert result.exit_code == 2
    assert "report" in result.stderr
