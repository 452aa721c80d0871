"""What an import would bring, or has brought."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.widgets import Static

from hybridtui.domain.imports import FileReport, FileStatus, ImportReport
from hybridtui.domain.text import clean
from hybridtui.ui import look

MOST_REFUSALS = 5
"""Reasons shown for each file; the rest are counted."""

MOST_NAMES = 12
REASON_LIMIT = 300

SIGNS = {
    FileStatus.IMPORTED: look.DONE_SIGN,
    FileStatus.PARTIAL: "!",
    FileStatus.KNOWN: "=",
    FileStatus.REFUSED: look.MISSED_SIGN,
}
WORDS = {
    FileStatus.KNOWN: "nothing new",
    FileStatus.REFUSED: "refused",
}


class ImportReportView(Static):
    """A report in words: what is new, what is known, what was left out and why."""

    DEFAULT_CSS = """
    ImportReportView { height: auto; padding: 0 1; }
    """

    def show(self, report: ImportReport, *, done: bool) -> None:
        """Show ``report``; ``done`` if it was written, not only looked at."""
        self.update(Content("\n").join(_lines(report, done)))


def _lines(report: ImportReport, done: bool) -> Iterator[Content]:
    known = sum(file.known for file in report.files)
    yield Content.styled(_headline(report, done), "bold")
    if report.first and report.last:
        yield Content.styled(f"{_day(report.first)} to {_day(report.last)}", "$foreground-muted")
    if known:
        yield Content.styled(f"{look.count(known, 'session')} in your log already: left alone", "$foreground-muted")
    yield Content()
    for file in report.files:
        yield from _file(file)
    if report.own_exercises:
        yield Content()
        yield Content(f"Not in the library, kept as your own: {_names(report.own_exercises)}")
    if done and report.sessions:
        yield Content()
        yield Content.styled("In History, u takes all of it back.", "$foreground-muted")


def _headline(report: ImportReport, done: bool) -> str:
    if not report.sessions:
        return "Nothing new was imported." if done else "There is nothing new to import."
    parts = [look.count(report.sessions, "session")]
    if report.runs:
        parts.append(look.count(report.runs, "run"))
    if report.sets:
        parts.append(f"{report.sets:,} {'set' if report.sets == 1 else 'sets'}")
    return f"{'Imported' if done else 'New'}: {', '.join(parts)}"


def _file(file: FileReport) -> Iterator[Content]:
    facts = [f"{number} {word}" for number, word in ((file.new, "new"), (file.known, "known")) if number]
    if len(file.refused) and file.status is not FileStatus.REFUSED:
        facts.append(f"{len(file.refused)} left out")
    says = WORDS.get(file.status) or ", ".join(facts)
    yield Content.assemble(
        f"{SIGNS[file.status]} ", (clean(file.file.rsplit("/", 1)[-1]), "bold"), (f"  {says}", "$foreground-muted")
    )
    for refusal in file.refused[:MOST_REFUSALS]:
        yield Content(f"    {clean(refusal.where)}: {clean(refusal.reason, REASON_LIMIT)}")
    if (more := len(file.refused) - MOST_REFUSALS) > 0:
        yield Content.styled(f"    and {more} more like these", "$foreground-muted")
    for warning in file.warnings:
        yield Content.styled(f"    {clean(warning, REASON_LIMIT)}", "$text-warning")


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(clean(name) for name in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return f"{shown} and {more} more" if more > 0 else shown


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
