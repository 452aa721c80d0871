"""How much fast running one run may hold, by the week it stands in. Source: science.md C.7, C.9, I.5."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.plan.pacing import Pacing

THRESHOLD_SHARE, INTERVAL_SHARE, REPETITION_SHARE = 0.10, 0.08, 0.05
"""Of the week's distance, at T, I and R in one run."""

ABOVE_EASY_SHARE, ABOVE_EASY_PEAK = 0.20, 0.25
"""Of the week's run minutes, all main sets together; the second in peak weeks."""

ALWAYS_THRESHOLD_S = 600
"""Ten minutes at T are always allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLimits:
    """The longest main sets of one run, in seconds of running fast."""

    threshold_s: float
    interval_s: float
    repetition_s: float
    above_easy_s: float
    """Whatever the zone: this run's part of the week's minutes above easy."""

    @classmethod
    def of(cls, week_minutes: float, pacing: Pacing, *, peak: bool = False, parts: int = 1) -> RunLimits:
        """Return the limits of each of ``parts`` faster runs in a week of so many minutes.

        Shares of distance become time by the paces; where none are known, they are taken
        of the minutes. In a taper the week is small, and so are its main sets: fewer repeats
        at the same effort (C.9).

        >>> RunLimits.of(150, Pacing()).threshold_s / 60, RunLimits.of(150, Pacing()).above_easy_s / 60
        (15.0, 30.0)
        """
        seconds = week_minutes * 60
        above = seconds * (ABOVE_EASY_PEAK if peak else ABOVE_EASY_SHARE) / parts
        return cls(
            threshold_s=max(ALWAYS_THRESHOLD_S, min(above, THRESHOLD_SHARE * seconds * pacing.ratio("T"))),
            interval_s=min(above, INTERVAL_SHARE * seconds * pacing.ratio("I")),
            repetition_s=min(above, REPETITION_SHARE * seconds * pacing.ratio("R")),
            above_easy_s=above,
        )
