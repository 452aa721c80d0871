"""What an import would bring, or has brought."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from hybridtui.domain.imports import FileStatus, ImportReport
from hybridtui.domain.text import clean, some
from hybridtui.ui.imports.file_lines import file_lines
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.text_pane import TextPane

MOST_NAMES = 8
"""Own exercises named; the rest are counted."""


class ImportReportView(TextPane):
    """Counts in clear lines, then the files, refused ones first."""

    def show(self, report: ImportReport, *, done: bool) -> None:
        """Show ``report``; ``done`` if it was written, not only looked at."""
        self.write("", lambda width: _lines(report, done, width))
        self.scroll_home(animate=False, immediate=True)


def _lines(report: ImportReport, done: bool, width: int) -> Iterator[Content]:
    yield Content.styled(_headline(report, done), "bold")
    counts = list(_counts(report, done))
    across = max((len(number) for number, _, _ in counts), default=0)
    for number, what, more in counts:
        label = Content.styled(f"  {number.rjust(across)}", "bold $text-primary")
        yield from hanging(label, Content.assemble((what, "bold"), (more, "$foreground-muted")), width, across + 4)
    if report.beside:
        words = Content.assemble(("more of your log", "bold"), (f": {', '.join(report.beside)}", "$foreground-muted"))
        yield from hanging(Content.styled(f"  {'+'.rjust(across)}", "bold $text-primary"), words, width, across + 4)
    if report.own_exercises:
        yield Content()
        names = f"Not in the library, {'kept' if done else 'to be kept'} as your own: {_names(report.own_exercises)}."
        yield from hanging(Content(), Content(names), width, 0)
        if done:
            yield Content.styled("What one of them really is can be said later: X Library, i.", "$foreground-muted")
    if done and not report.is_empty:
        yield Content()
        yield Content.styled("In History, u takes all of it back.", "$text-success")
    if report.files:
        yield Content()
        yield from file_lines(report.files, width)


def _headline(report: ImportReport, done: bool) -> str:
    if report.files and all(file.status is FileStatus.REFUSED for file in report.files):
        return "Nothing of this can be imported."
    if report.is_empty:
        return "Nothing new was imported." if done else "There is nothing new to import."
    return "Imported" if done else "Nothing is written yet. These files would bring"


def _counts(report: ImportReport, done: bool) -> Iterator[tuple[str, str, str]]:
    """Yield numbers, what each counts, and what is to be said of it."""
    count = "count" if done else "would count"
    known = sum(file.known for file in report.files) - report.completed - report.changed
    words = (
        (report.sessions, "new session", "new sessions", _span(report)),
        (report.sets, "set", "sets", ""),
        (report.runs, "run", "runs", ""),
        (report.others, "activity", "activities", " of other sports"),
        (report.planned, "planned workout", "planned workouts", f" that they {count} for"),
        (report.told_again, "of them told", "of them told", " by another source too: kept, and counted once"),
        (report.weights, "body weight", "body weights", ""),
        (report.completed, "known session", "known sessions", " completed by what the files know more"),
        (report.changed, "session", "sessions", " of your log changed as the daybook says"),
        (known, "session", "sessions", " known already, or told twice: counted once"),
        (report.refused_files, "file", "files", " refused: see below"),
    )
    for number, one, many, more in words:
        if number > 0:
            yield f"{number:,}", one if number == 1 else many, more


def _span(report: ImportReport) -> str:
    if not report.first or not report.last:
        return ""
    first, last = _day(report.first), _day(report.last)
    return f"  {first}" if first == last else f"  {first} to {last}"


def _names(names: tuple[str, ...]) -> str:
    return some([clean(name) for name in names], MOST_NAMES)


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
