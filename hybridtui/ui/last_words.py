"""What is said when a bug ends the app: that nothing is lost, and where its report lies.

Textual would print the local variables of every frame: names, weights and notes of the
athlete on a screen that others may see. The report holds places in the code, no values,
not even the error's message. Source: reliability.md 2.5 and 4.
"""

from __future__ import annotations

import os
import platform
import traceback
from pathlib import Path

from rich.text import Text
from textual.worker import WorkerFailed

from hybridtui import __version__

PACKAGE = Path(__file__).parents[1]


def report(error: BaseException) -> str:
    """Return what can be told of an error without telling of the athlete."""
    lines = [f"hybridtui {__version__}, Python {platform.python_version()}, {platform.system()}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__qualname__)
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(cause.__traceback__)]
        cause = _inner(cause)
    return "\n".join(lines) + "\n"


def _inner(error: BaseException) -> BaseException | None:
    """Return what led to an error: of a worker that failed, which was wrapped without a cause, what it wraps."""
    return error.error if isinstance(error, WorkerFailed) else error.__cause__ or error.__context__


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    shown = path.relative_to(PACKAGE.parent) if path.is_relative_to(PACKAGE) else Path(path.parent.name, path.name)
    return f"{shown}:{frame.lineno} {frame.name}"


def write(error: BaseException, path: Path) -> bool:
    """Write the report, for its owner only; return whether that was possible."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(report(error))
    except OSError:
        return False
    return True


def last_words(error: BaseException, path: Path) -> Text:
    """Return what the athlete reads, having written the report to ``path``."""
    where = f"What went wrong is told in {path}, without anything of yours." if write(error, path) else ""
    return Text(
        "hybridtui had to stop: that is a bug of ours.\n"
        "Everything it called saved is saved; open it again to go on where you were.\n"
        f"{where}".rstrip()
    )
