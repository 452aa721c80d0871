"""Making a summary of the records of a file that lost its own. Source: formats.md 2.1."""

from __future__ import annotations

from itertools import pairwise

from hybridtui.formats.fit.messages import Messages, Values

LONGEST_STEP_S = 60
"""A longer gap between two records is a pause, not slow recording."""


def recovered(messages: Messages) -> Values | None:
    """Return a session message made of the records; None if they tell of no time passed.

    Without a word about the sport it is taken for a run.
    """
    records = messages.records()
    times = sorted(record.at for record in records)
    if not times or times[-1] <= times[0]:
        return None
    metres = [record.metres for record in records if record.metres is not None]
    summary: Values = {
        "start_time": times[0],
        "total_elapsed_time": float(times[-1] - times[0]),
        "total_timer_time": float(_moving(times)),
        "sport": messages.sport.get("sport", "running"),
        "sub_sport": messages.sport.get("sub_sport", "generic"),
    }
    if metres:
        summary["total_distance"] = max(metres)
    return summary


def _moving(times: list[int]) -> int:
    steps = (after - before for before, after in pairwise(times))
    return sum(step for step in steps if step <= LONGEST_STEP_S)
