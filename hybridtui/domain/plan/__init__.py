"""The plan engine: one plan of runs and strength from an athlete's answers.

Pure and deterministic. From the outside, :func:`draft` and :func:`check` are all there
is; the path inside goes: inputs -> budget -> mix -> sizes -> placement -> outline ->
filling, circuits, runs -> writing -> drafting. ``definitions`` is shared with the
checker; the checker shares nothing else.
"""

from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.drafting import draft
from hybridtui.domain.workout import ENGINE

__all__ = ["ENGINE", "check", "draft"]
