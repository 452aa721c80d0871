"""One week in numbers: what was done of what was planned, for each sport and together."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from hybridtui.domain.balance import percents
from hybridtui.domain.history import Totals
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit, round_half_up
from hybridtui.domain.workout import Kind
from hybridtui.ui import look

BESIDE_BAR = 64
"""Cells of a line without its bar."""

LONGEST_BAR = 40
"""Cells of a bar that shows done against planned, where there is room."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One sport's line, before it is laid out."""

    sign: str
    name: str
    colour: str
    done: float
    planned: float | None
    facts: tuple[str, str]
    load: float


def week_numbers(totals: Totals, weight: WeightUnit, distance: DistanceUnit, width: int) -> Content:
    """Return a table of three lines, four if there were other sports."""
    run = _Line(
        look.sign(Kind.RUN),
        look.word(Kind.RUN),
        look.colour(Kind.RUN),
        totals.run_s / 60,
        _minutes(totals.planned_run_s),
        (look.count(totals.runs, "run"), look.distance(totals.run_m, distance) if totals.run_m else ""),
        totals.run_load_au,
    )
    strength = _Line(
        look.sign(Kind.STRENGTH),
        look.word(Kind.STRENGTH),
        look.colour(Kind.STRENGTH),
        totals.strength_s / 60,
        _minutes(totals.planned_strength_s),
        (look.count(totals.sets, "set"), _tonnage(totals.tonnage_kg, weight)),
        totals.strength_load_au,
    )
    planned = None if run.planned is None and strength.planned is None else (run.planned or 0) + (strength.planned or 0)
    share = "" if totals.run_share is None else f"{percents(totals.run_share)[0]} % run"
    together = _Line(
        " ",
        "together",
        "$foreground",
        run.done + strength.done,
        planned,
        (look.count(totals.sessions, "session"), share),
        run.load + strength.load,
    )
    bar = 0 if planned is None else max(0, min(LONGEST_BAR, width - BESIDE_BAR))
    lines = [_laid_out(line, bar, loads=width >= BESIDE_BAR) for line in (run, strength, together)]
    if totals.other_s:
        lines.append(Content(f"○ other sports {look.minutes(totals.other_s)}"))
    return Content("\n").join(lines)


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60


def _tonnage(kilos: float, unit: WeightUnit) -> str:
    return f"{Load(kilos).to(unit).value:,.0f} {unit}" if kilos else ""


def _laid_out(line: _Line, bar: int, *, loads: bool) -> Content:
    done = f"{round_half_up(line.done):.0f}"
    told = f"{done} min" if not line.planned else f"{done} of {round_half_up(line.planned):.0f} min"
    first, second = line.facts
    return Content.assemble(
        (f"{line.sign} ", line.colour),
        f"{line.name:<9}",
        (f"{told:>15}  ", "bold"),
        *_bar(line, bar),
        f"  {first:<11}{second:<11}",
        (f"load {line.load:,.0f}" if loads and line.load else "", "$foreground-muted"),
    )


def _bar(line: _Line, length: int) -> tuple[tuple[str, str], ...]:
    """Draw done against planned; nothing planned, nothing to draw."""
    if not line.planned:
        return ((" " * length, ""),)
    full = min(length, int(round_half_up(length * line.done / line.planned)))
    return ("━" * full, line.colour), ("━" * (length - full), "$foreground 20%")


class WeekNumbers(Widget):
    """The table of one week, as wide as there is room."""

    DEFAULT_CSS = "WeekNumbers { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }"

    totals: Totals | None = None
    units: tuple[WeightUnit, DistanceUnit] = (WeightUnit.KG, DistanceUnit.KM)

    def show(self, totals: Totals, weight: WeightUnit, distance: DistanceUnit) -> None:
        """Show a week's totals."""
        taller = bool(totals.other_s) != bool(self.totals and self.totals.other_s)
        self.totals, self.units = totals, (weight, distance)
        self.refresh(layout=taller)

    def render(self) -> RenderResult:
        """Return the table at the present width."""
        if self.totals is None:
            return Content("\n\n")
        return week_numbers(self.totals, *self.units, self.size.width)
