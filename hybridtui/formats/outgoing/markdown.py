"""A log for people: week by week what was done, then what each month adds up to.

Made to be read as it stands as well as rendered: a heading for each month, week and
session, a line for each exercise, notes as quotations. Of the records of one workout only
the one that counts is told. Weights are in the unit they were typed in, distances in the
athlete's. Sessions come as they are read: only the weeks' and months' sums are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hybridtui.domain.balance import run_percent, run_share
from hybridtui.domain.calendar import Month, Week
from hybridtui.domain.dates import dated
from hybridtui.domain.session import Session
from hybridtui.domain.units import Distance, DistanceUnit, decimal
from hybridtui.formats.outgoing.markdown_sessions import SessionText, minutes
from hybridtui.formats.writing import Exported, OutFile

NAME = "training.md"


def write(exported: Exported) -> Iterator[OutFile]:
    """Yield the log as one text."""
    yield OutFile(NAME, (text.encode() for text in _log(exported)))


def _log(exported: Exported) -> Iterator[str]:
    athlete = exported.contents.athlete
    unit = athlete.distance_unit if athlete is not None else DistanceUnit.KM
    written = SessionText(exported.exercises, unit)
    since = f" from {dated(exported.since)} on" if exported.since is not None else ""
    yield f"# Training log\n\nWritten by hybridtui on {dated(exported.now.date())}{since}.\n"
    months: dict[Month, _Sum] = {}
    month = None
    counted = (session for session in exported.sessions() if session.same_as is None)
    for week, sessions in groupby(counted, key=lambda session: Week.of(session.started.local_date)):
        if (begins := Month.of(week.monday)) != month:
            month = begins
            yield f"\n# {month.first:%B %Y}\n"
        yield from _week(week, list(sessions), months, written)
    if months:
        yield from _table(months, unit)
    else:
        yield "\nNo session yet.\n"


def _week(week: Week, sessions: list[Session], months: dict[Month, _Sum], written: SessionText) -> Iterator[str]:
    together = _Sum()
    for session in sessions:
        together.add(session)
        months.setdefault(Month.of(session.started.local_date), _Sum()).add(session)
    yield f"\n## {week} ({days(week.first, week.last)})\n\n{together.words(written.unit)}\n"
    for session in sessions:
        yield "\n" + written.text(session)


def _table(months: dict[Month, _Sum], unit: DistanceUnit) -> Iterator[str]:
    yield "\n# By month\n\n| Month | Sessions | Running | Strength | Other | Distance run | Tonnage |\n"
    yield "|:--|--:|--:|--:|--:|--:|--:|\n"
    for month, told in sorted(months.items()):
        cells = (
            f"{month.first:%B %Y}",
            str(told.sessions),
            *(minutes(seconds) if seconds else "" for seconds in (told.run_s, told.strength_s, told.other_s)),
            _far(told.metres, unit) if told.metres else "",
            _heavy(told.tonnage_kg) if told.tonnage_kg else "",
        )
        yield f"| {' | '.join(cells)} |\n"


def days(first: date, last: date) -> str:
    """Write the days of a week, each word once.

    >>> days(date(2026, 3, 2), date(2026, 3, 8)), days(date(2025, 12, 29), date(2026, 1, 4))
    ('2-8 March', '29 December 2025 - 4 January 2026')
    """
    if first.year != last.year:
        return f"{first.day} {first:%B %Y} - {last.day} {last:%B %Y}"
    if first.month != last.month:
        return f"{first.day} {first:%B} - {last.day} {last:%B}"
    return f"{first.day}-{last.day} {last:%B}"


@dataclass(slots=True)
class _Sum:
    """What some sessions add up to."""

    sessions: int = 0
    run_s: float = 0.0
    strength_s: float = 0.0
    other_s: float = 0.0
    metres: float = 0.0
    tonnage_kg: float = 0.0

    def add(self, session: Session) -> None:
        """Add a session."""
        self.sessions += 1
        self.run_s += session.run_s
        self.strength_s += session.strength_s
        self.other_s += session.other_s
        self.metres += sum(
            run.distance.metres for run in session.runs if run.sport == "run" and run.distance is not None
        )
        self.tonnage_kg += session.tonnage_kg

    def words(self, unit: DistanceUnit) -> str:
        """Write it in a line: ``5 sessions, 3 h 20: run 2 h 05, strength 1 h 15 (63 % run); 24.6 km, 8,750 kg``."""
        number = f"{self.sessions} {'session' if self.sessions == 1 else 'sessions'}"
        by_sport = (("run", self.run_s), ("strength", self.strength_s), ("other", self.other_s))
        parts = ", ".join(f"{name} {minutes(seconds)}" for name, seconds in by_sport if seconds)
        share = run_share(self.run_s, self.strength_s)
        if parts and share is not None and 0 < share < 1:
            parts += f" ({run_percent(share)} run)"
        amounts = [_far(self.metres, unit)] if self.metres else []
        amounts += [_heavy(self.tonnage_kg)] if self.tonnage_kg else []
        total = minutes(self.run_s + self.strength_s + self.other_s)
        return f"**{number}, {total}**" + (f": {parts}" if parts else "") + "".join(f"; {part}" for part in amounts)


def _far(metres: float, unit: DistanceUnit) -> str:
    shown = DistanceUnit.KM if unit is DistanceUnit.M else unit
    return f"{decimal(Distance(metres).to(shown).value, 1)} {shown}"


def _heavy(kg: float) -> str:
    return f"{int(decimal(kg, 0)):,} kg"
