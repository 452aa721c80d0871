"""The language that finds sessions: ``type=run and km>10``, ``exercise=squat since=2026-01``.

``parse`` reads a line into a :data:`Query`, ``write`` writes one back, and ``writing`` has
what numbers of history name the sessions behind them with. A query is a plain value: the
store makes one statement of it.
"""

from __future__ import annotations

from hybridtui.domain.query.reading import parse
from hybridtui.domain.query.tokens import QueryProblem
from hybridtui.domain.query.values import (
    AllOf,
    Comparison,
    Everything,
    Flagged,
    From,
    Holds,
    Measured,
    Mentions,
    Not,
    OfType,
    OneOf,
    Query,
    Says,
    Unknown,
    Within,
)
from hybridtui.domain.query.writing import behind, between, of_exercise, quoted, since, until, write

__all__ = [
    "AllOf",
    "Comparison",
    "Everything",
    "Flagged",
    "From",
    "Holds",
    "Measured",
    "Mentions",
    "Not",
    "OfType",
    "OneOf",
    "Query",
    "QueryProblem",
    "Says",
    "Unknown",
    "Within",
    "behind",
    "between",
    "of_exercise",
    "parse",
    "quoted",
    "since",
    "until",
    "write",
]
