"""How far the reading of files has come: a bar, and what has been found."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static

from hybridtui.domain.imports import Progress
from hybridtui.domain.pace import Pace, left_words, share, size_words
from hybridtui.domain.text import clean

NAME_LIMIT = 60

ALL_OR_NOTHING = "All of it or nothing: until it is done, esc leaves your log as it was."
BEHIND = "b lets it go on behind the screens: train on, i comes back to it."


class ReadingView(Vertical):
    """Bar, files, bytes, pace; what is read now."""

    def __init__(self, *, behind: bool) -> None:
        """``behind`` says whether it can go on behind the screens."""
        super().__init__()
        self._advice = BEHIND if behind else ""

    def compose(self) -> ComposeResult:
        """Lay out the bar and the words."""
        yield Static(id="doing")
        yield ProgressBar(show_percentage=False, show_eta=False)
        yield Static(id="facts")

    def show(self, progress: Progress, pace: Pace, now: float) -> None:
        """Show how far files are read at a moment of the steady clock."""
        done = share(progress)
        words = "Reading your files" if done is None else f"Reading your files: {done * 100:.0f} %"
        self._draw(words, done)
        self.query_one("#facts", Static).update(_facts(progress, pace, now, self._advice))

    def write(self, words: str) -> None:
        """Show that what was read is being written."""
        self._draw(words, None)
        self.query_one("#facts", Static).update(Content.styled(ALL_OR_NOTHING, "$foreground-muted"))

    def _draw(self, words: str, done: float | None) -> None:
        self.query_one("#doing", Static).update(Content.styled(words, "bold"))
        bar = self.query_one(ProgressBar)
        if done is None:
            bar.update(total=None)
        else:
            bar.update(total=1.0, progress=done)


def _facts(progress: Progress, pace: Pace, now: float, advice: str) -> Content:
    if not progress.of_files:
        return Content.styled("Looking for files …", "$foreground-muted")
    lines = (
        f"{progress.files:,} of {progress.of_files:,} {'file' if progress.of_files == 1 else 'files'}",
        size_words(progress.bytes, progress.of_bytes),
        f"{progress.sessions:,} {'session' if progress.sessions == 1 else 'sessions'} found",
        f"{progress.refused:,} {'file' if progress.refused == 1 else 'files'} refused" if progress.refused else "",
    )
    left = left_words(pace.left_s(progress, now))
    rate = pace.rate(progress, now)
    rows = [
        Content.assemble((lines[0].ljust(26), "bold"), lines[1]),
        Content.assemble((lines[2].ljust(26), "bold"), (lines[3], "$text-warning")),
        Content.assemble((left.ljust(26), "bold"), (rate, "$foreground-muted")),
        Content(),
        Content(clean(progress.name.rsplit("/", 1)[-1])).truncate(NAME_LIMIT, ellipsis=True),
        Content(),
        Content.styled(advice, "$foreground-muted"),
    ]
    return Content("\n").join(rows)
