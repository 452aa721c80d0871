"""FIT files of a few messages, read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hybridtui.formats import Read, read
from tests.formats import fit_writer as fit
from tests.formats.options import options

START = datetime(2025, 10, 1, 9, 10, 26, tzinfo=UTC)


def after(seconds: float) -> datetime:
    """Return an instant so long after the start."""
    return START + timedelta(seconds=seconds)


def read_fit(*messages: bytes, **how: int) -> Read:
    """Read a file that holds these messages."""
    return read(fit.fit(fit.file_id(START), *messages, **how), options())
