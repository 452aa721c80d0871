"""The plan engine: one plan of runs and strength from an athlete's answers.

Pure and deterministic. From the outside, :func:`draft` and :func:`check.check` are all there
is; the path inside goes: inputs -> season -> budget, buildup -> mix -> sizes -> placement
-> outline, race_week -> course (week after week) -> filling, circuits, runs -> writing ->
scribe -> drafting. ``lately`` follows the same course with the log beside it, ``handover``
joins what comes of it to a plan that is followed. ``definitions`` is shared with the
checker; the checker shares nothing else. ``lived`` puts what was done to the checker's rules.
"""

from typing import TYPE_CHECKING

from hybridtui.domain.workout import ENGINE

__all__ = ["ENGINE", "draft"]

if TYPE_CHECKING:
    from hybridtui.domain.plan.drafting import draft
else:

    def __getattr__(name: str) -> object:
        """Load the engine when something is to be drafted: to show and explain a plan takes none of it."""
        if name != "draft":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from hybridtui.domain.plan.drafting import draft

        return draft
