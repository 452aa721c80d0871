"""A year of believable training, to look at everything without a log of one's own.

The planner drafts the year, a made-up athlete follows most of it, and what comes of each
session follows from double progression and a slowly rising strength and pace. Same seed,
same day: same year.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hybridtui.demo.year import Demo, demo_history
from hybridtui.domain.clock import Clock

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

SEED = 11

__all__ = ["SEED", "Demo", "demo_history", "open_demo"]


def open_demo(location: str | Path, clock: Clock, seed: int = SEED) -> Logbook:
    """Write the year into a new log at ``location`` and open it.

    Raises:
        StoreProblem: if it cannot be written.
    """
    from hybridtui.domain.change import Change
    from hybridtui.domain.imports import Batch
    from hybridtui.logbook import Logbook
    from hybridtui.store import Store

    now = clock.now()
    demo = demo_history(now, clock.zone, seed)
    said = Change(
        label="what was said in the year of the demo",
        readiness=demo.check_ins,
        weights=demo.weights,
        pains=demo.pains,
        skips=demo.reasons,
    )
    with Store.open(location) as store:
        for plan in demo.earlier:
            store.apply(Change(label="an earlier plan", plan=plan), now)
        store.apply(said, now)
        store.add_batch(Batch(id="demo", label="the year of the demo", source="app, fit"), (), demo.sessions, now)
        # Last, so that undo in History takes back the plan, which redo brings again, and not the year.
        store.apply(Change(label="new plan", athlete=demo.athlete, plan=demo.plan), now)
    return Logbook.open(location, clock)
