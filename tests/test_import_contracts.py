"""The architecture of DESIGN is a test: the contracts hold, and a violation is caught."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINT = Path(sys.executable).parent / "lint-imports"


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that may be spoilt."""
    shutil.copytree(ROOT / "hybridtui", tmp_path / "hybridtui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    result = contracts(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("domain/units.py", "import sqlite3", "the domain and the formats are pure"),
        ("domain/units.py", "from hybridtui.store import Store", "each layer uses only what lies below it"),
        (
            "ui/text.py",
            "from hybridtui.store import Store",
            "screens and commands reach the store only through the logbook",
        ),
        ("logbook/__init__.py", "import textual", "nothing below the screens knows the toolkit"),
        (
            "store/__init__.py",
            "from hybridtui.formats.lifting import strong",
            "each layer uses only what lies below it",
        ),
        (
            "formats/xml/gpx.py",
            "from hybridtui.formats.incoming import sources",
            "a reader or writer of a format knows nothing of where files come from, nor of other formats",
        ),
    ],
)
def test_a_violation_is_caught(copy: Path, module: str, line: str, broken: str) -> None:
    spoilt = copy / "hybridtui" / module
    spoilt.write_text(spoilt.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = contracts(copy)
    assert result.returncode != 0
    assert f"{broken} BROKEN" in " ".join(result.stdout.split())


FILES = ["lxml", "fitdecode", "fit_tool", "icalendar", "multiprocessing", "shtab"]
"""What only reads or writes files of some kind, or completes a shell's line."""


@pytest.mark.parametrize(
    ("when", "never"),
    [
        (
            "import hybridtui.__main__, hybridtui.ui.screens.today",
            ["sqlalchemy", "alembic", "hybridtui.domain.plan", "hybridtui.formats", *FILES],
        ),
        (
            "import hybridtui.ui.screens.today, hybridtui.logbook.book",
            [
                "alembic",
                "hybridtui.domain.entry",
                "hybridtui.domain.imports",
                "hybridtui.domain.plan",
                "hybridtui.formats",
                "hybridtui.logbook.imports",
                "hybridtui.logbook.sessions",
                "hybridtui.store.writing",
                *FILES,
            ],
        ),
        (
            "from hybridtui.ui.places import get_ready; get_ready()",
            [
                "sqlalchemy",
                "hybridtui.domain.plan.drafting",
                "hybridtui.domain.plan.check",
                "hybridtui.formats",
                *FILES,
            ],
        ),
        ("import hybridtui.logbook.imports, hybridtui.logbook.exports, hybridtui.formats.recognise", FILES),
    ],
    ids=["the first paint", "an ordinary Today", "the other screens", "any import or export"],
)
def test_nothing_heavy_is_loaded_for(when: str, never: list[str]) -> None:
    """What every start pays for: no log before the first paint, no engine before something is drafted or checked."""
    code = f"{when}; import sys; print([name for name in {never!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
