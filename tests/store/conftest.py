"""A store on a real file, opened for each test."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hybridtui.store import Store

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the log of this test lies."""
    return tmp_path / "hybridtui" / "hybridtui.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new, empty log."""
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def public(tmp_path: Path) -> Iterator[Path]:
    """A directory that any user can reach."""
    directory = Path(tempfile.mkdtemp()) if os.geteuid() == 0 else tmp_path
    directory.chmod(0o755)
    yield directory
    if directory != tmp_path:
        shutil.rmtree(directory)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Obey file modes in this block: root does not, so it becomes nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
