"""The review of a week."""

from __future__ import annotations

from hybridtui.domain.figures import Definition

DEFINITIONS = (
    Definition(
        id="review.change",
        title="Next week's one change",
        meaning="What the week asks for, by rules that are gone through in order; the first that applies, speaks.",
        formula=(
            "nothing logged; missed ill; tired for days; strength, then running below 85 % of what was planned, or"
            " usual; one side left out; run share more than 5 points off target over four weeks; monotony from 2;"
            " 7 days above 1.5 of usual; lighter week"
        ),
        source="product decision; science.md R2, R25, C.6, D.2, D.3",
        caveat="A suggestion from numbers alone: how you feel goes first.",
    ),
)
"""Each number of the review that has no other place."""
