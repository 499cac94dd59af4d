"""The site of the documentation builds without a warning, and its pages ask nothing of other hosts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

import armscorpus
from tests.report.browser import visit
from tests.site_spaces import on_page_content

PROJECT = Path(__file__).parent.parent
ELSEWHERE = re.compile(r"^(?:https?:)?//")
LOADED = "//*[self::script or self::img or self::iframe or self::source]/@src | //@srcset | //link[@rel!='canonical']/@href"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built as `make site` does."""
    built = tmp_path_factory.mktemp("site")
    process = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(built)],
        cwd=PROJECT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (process.returncode, process.stderr) == (0, "")
    return built


def test_each_page_is_built(site: Path) -> None:
    """Every page of docs/ is on the site."""
    pages = {page.stem for page in (PROJECT / "docs").glob("*.md")}
    assert pages - {page.stem for page in site.glob("*.html")} == set()


def test_the_library_page_has_the_public_names(site: Path) -> None:
    """Each name of `__all__` is there with its signature or fields."""
    ids = html.parse(site / "library.html").xpath("//@id")
    assert [name for name in armscorpus.__all__ if f"armscorpus.{name}" not in ids] == []


def test_spaces_of_figures_and_quotation_marks_do_not_break() -> None:
    """French typography holds in prose; code and attributes stay as they are."""
    written = '<p title="16 000">« 16 000 obus », 12 34</p><pre><code>« 16 000 »</code></pre>'
    shown = '<p title="16 000">«\xa016\xa0000 obus\xa0», 12 34</p><pre><code>« 16 000 »</code></pre>'
    assert on_page_content(written) == shown


def test_the_site_has_such_spaces(site: Path) -> None:
    """The codebook of quantities is set so."""
    assert "«\xa016\xa0000 obus\xa0»" in (site / "codebook.html").read_text(encoding="utf-8")


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    """Scripts, styles, pictures and fonts come from the site itself; links are only to be clicked."""
    loaded = [(page.name, url) for page in site.glob("*.html") for url in html.parse(page).xpath(LOADED)]
    assert loaded
    assert [(page, url) for page, url in loaded if ELSEWHERE.match(url)] == []


def test_styles_load_nothing_from_elsewhere(site: Path) -> None:
    """No style sheet imports another one or a font from elsewhere."""
    sheets = list(site.rglob("*.css"))
    assert sheets
    urls = [url for sheet in sheets for url in re.findall(r"url\(['\"]?([^)'\"]+)", sheet.read_text("utf-8"))]
    assert [url for url in urls if ELSEWHERE.match(url)] == []


@pytest.mark.parametrize("page", ["index", "tutorial", "library"])
def test_a_browser_asks_no_other_host(site: Path, page: str, browser: Browser) -> None:
    """What scripts load when a page opens is the site's own too."""
    with visit(browser, site / f"{page}.html") as visited:
        visited.page.wait_for_load_state("networkidle")
        assert {url.partition(":")[0] for url in visited.requests} <= {"file", "data", "blob"}


def test_the_copy_button_leaves_prompts_and_outputs(site: Path, browser: Browser) -> None:
    """A reader who copies a transcript gets the commands alone."""
    with visit(browser, site / "tutorial.html") as visited:
        block = visited.page.locator(".language-console code").first
        assert block.inner_text().startswith("$ armscorpus extract")
        block.evaluate("code => code.dataset.mdCopying = ''")
        assert block.inner_text().strip() == "armscorpus extract gazette.md courrier.md veille.md"
