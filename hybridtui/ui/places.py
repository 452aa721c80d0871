"""The five screens by mode; each is imported when it is first gone to."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from hybridtui.domain.problems import Problem

if TYPE_CHECKING:
    from hybridtui.ui.app import HybridApp

PAINTED_S = 1 / 20
"""After so long what was shown last is painted: Textual paints 60 times a second at least."""

RARELY = 100
"""One in so many greater collections of garbage looks at everything: it takes as long as logging a set does."""

LOOKED_AT_S = 1.0
"""After so long the first screen is being looked at, not passed through."""


def _today() -> Screen[Any]:
    from hybridtui.ui.screens.today import TodayScreen

    return TodayScreen()


def _timer() -> Screen[Any]:
    from hybridtui.ui.screens.timer import TimerScreen

    return TimerScreen()


def _plan() -> Screen[Any]:
    from hybridtui.ui.screens.plan import PlanScreen

    return PlanScreen()


def _history() -> Screen[Any]:
    from hybridtui.ui.screens.history import HistoryScreen

    return HistoryScreen()


def _library() -> Screen[Any]:
    from hybridtui.ui.screens.library import LibraryScreen

    return LibraryScreen()


MODES: dict[str, str | Callable[[], Screen[Any]]] = {
    "today": _today,
    "timer": _timer,
    "plan": _plan,
    "history": _history,
    "library": _library,
}


def collect_again() -> None:
    """Collect garbage again, if the entry point put it off; what the start has loaded stays for good."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*gc.get_threshold()[:2], RARELY)
        gc.enable()


def collect_all() -> None:
    """Look for garbage everywhere, now that nothing has to be quick; not in a program that the app is but a part of."""
    if gc.get_freeze_count():
        gc.collect()


def get_ready() -> None:
    """Import what the other screens need, on a thread, while the athlete looks at the first one."""
    screens = ("screens.history", "charts.widgets", "screens.plan", "screens.library", "screens.timer")
    for module in (*screens, "history.overview", "dialogs.check_in"):
        import_module(f"hybridtui.ui.{module}")
    import_module("textual_plotext")  # what History waits for longest when it is opened first
    for module in ("days", "loads.state", "loads.log", "loads.seeding"):  # what its overview asks for
        import_module(f"hybridtui.domain.{module}")


def read_styles(stylesheet: Stylesheet) -> None:
    """Read how the other screens look: Textual dresses the whole app anew where a style is read with its screen."""
    paths = [Path(__file__).parent / "screens" / f"{name}.tcss" for name in ("history", "plan", "library", "timer")]
    unread = [path for path in paths if not stylesheet.has_source(str(path))]
    for path in unread:
        stylesheet.read(path)
    if unread:
        stylesheet.parse()


async def prepare(app: HybridApp, at_rest: Callable[[], bool], *, check: bool) -> None:
    """Get the first keys and the other screens ready while the athlete looks at the first one.

    With ``check``, what is wrong with the log's file is said. History reads most and draws most. If
    nothing has to be quick meanwhile (``at_rest``), it is made out of sight, as if it had been gone to before.
    """
    await asyncio.sleep(PAINTED_S)
    await app.book.ask(lambda book: book.get_ready())
    if check and (wrong := await app.book.ask(lambda book: book.check())):
        app.refuse(Problem(wrong))
    await asyncio.to_thread(get_ready)
    read_styles(app.stylesheet)
    await asyncio.sleep(LOOKED_AT_S)
    if not app.is_running:  # it ends meanwhile, and goes through its screens
        return
    if at_rest() and "history" not in app._screen_stacks:  # noqa: SLF001 - Textual makes a mode as it is gone to
        await app._init_mode("history")  # noqa: SLF001
    if app.is_running and at_rest():
        collect_all()
