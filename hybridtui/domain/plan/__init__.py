"""The plan engine: one plan of runs and strength from an athlete's answers.

Pure and deterministic. From the outside, :func:`draft` and :func:`check` are all there
is; the path inside goes: inputs -> season -> budget, buildup -> mix -> sizes -> placement
-> outline, race_week -> course (week after week) -> filling, circuits, runs -> writing ->
scribe -> drafting. ``lately`` follows the same course with the log beside it, ``handover``
joins what comes of it to a plan that is followed. ``definitions`` is shared with the
checker; the checker shares nothing else.
"""

from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.drafting import draft
from hybridtui.domain.workout import ENGINE

__all__ = ["ENGINE", "check", "draft"]
