"""The only place where all parts meet: arguments, settings, clock, logbook, screens.

Nothing heavy is imported before it is needed: the first paint waits for neither
SQLAlchemy nor a chart.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hybridtui import cli, settings
from hybridtui.clock import SystemClock
from hybridtui.commands import REFUSED, WRONG_USAGE
from hybridtui.domain.clock import Clock
from hybridtui.domain.effort import Effort
from hybridtui.domain.problems import Problem

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


FRAME = "█╭"
"""Signs that every screen is drawn with."""


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run one command, or open the app; return the exit code."""
    args = cli.asked(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(args, clock or SystemClock())
    except Problem as problem:
        print(f"hybridtui: {problem}", file=sys.stderr)  # noqa: T201 - said before or after the screen
        return REFUSED


def _run(args: argparse.Namespace, clock: Clock) -> int:
    config = settings.config_path()
    preferences = settings.load(config)
    location = settings.database_location(args.database, preferences)
    if args.command not in (None, "demo"):
        args.effort = Effort(preferences.effort)
        begin = args.command not in cli.READING
        return cli.run(args, lambda: _open_logbook(location, clock, begin=begin), lambda: clock.now().date())
    if refusal := _no_terminal():
        print(f"hybridtui: {refusal}", file=sys.stderr)  # noqa: T201
        return WRONG_USAGE
    if args.command == "demo":
        import tempfile

        with tempfile.TemporaryDirectory(prefix="hybridtui-demo-", ignore_cleanup_errors=True) as folder:
            return _open_app(str(Path(folder) / "demo.db"), clock, preferences, config, demo=True)
    return _open_app(location, clock, preferences, config)


def _no_terminal() -> str | None:
    """Say why a full-screen app cannot run here, or None if it can (reliability.md 2.5)."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):  # None: it is closed
        return "this is a full-screen app and needs a terminal; for scripts see 'hybridtui --help'."
    if os.environ.get("TERM", "") in ("", "dumb"):
        return (
            f"the terminal type TERM={os.environ.get('TERM', '')!r} cannot show a full screen; try TERM=xterm-256color."
        )
    if not _can_show(FRAME, sys.stderr.encoding):
        return (
            f"the encoding {sys.stderr.encoding} of this terminal knows no frames; try PYTHONUTF8=1, or LANG=C.UTF-8."
        )
    return None


def _can_show(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeError:
        return False
    return True


def _open_logbook(location: str, clock: Clock, *, begin: bool = True) -> Logbook:
    from hybridtui.logbook import Logbook

    return Logbook.open(location, clock, begin=begin)


def _open_demo(location: str, clock: Clock) -> Logbook:
    from hybridtui.demo import open_demo

    return open_demo(location, clock)


def _open_app(location: str, clock: Clock, preferences: settings.Settings, config: Path, *, demo: bool = False) -> int:
    gc.disable()  # until Today is complete: collecting while modules load costs a tenth of the start
    os.environ.setdefault("TEXTUAL_FPS", "120")  # with 60, what a key did waits up to a sixtieth for its frame
    from hybridtui.ui.app import AppSettings, HybridApp
    from hybridtui.ui.logbook_thread import LogbookThread

    book = LogbookThread(lambda: _open_demo(location, clock) if demo else _open_logbook(location, clock))
    app = HybridApp(
        book,
        clock,
        AppSettings(
            theme=preferences.theme or None,
            bell=preferences.bell,
            flash=preferences.flash,
            title=preferences.title,
            notify=preferences.notify,
            beat=preferences.beat,
            effort=Effort(preferences.effort),
        ),
        keep=lambda key, value: settings.save(config, key, value),
        crash_report=settings.crash_report_path(),
    )
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
