"""Whether a plan keeps the rules."""

from __future__ import annotations

from hybridtui.domain.workout import Breach, Plan


def check(plan: Plan) -> tuple[Breach, ...]:
    """Return every rule that a plan breaks."""
    del plan
    return ()
