"""Sessions on their way from a worker to the log, as bytes.

What pickle does by itself for frozen dataclasses asks each object for its fields: that
took a third of the time in which a long history was written.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar, cast

from hybridtui.domain.calendar import Moment
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.domain.units import Distance, Load

T = TypeVar("T")

_KINDS: tuple[type, ...] = (Session, LoggedSet, RunEntry, Moment, Load, Distance)
"""What a history has thousands of."""

_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in _KINDS}
_VALUES = {kind: attrgetter(*names) for kind, names in _NAMES.items()}
_PUTS = {kind: tuple(getattr(kind, name).__set__ for name in names) for kind, names in _NAMES.items()}


def packed(sessions: Sequence[Session]) -> bytes:
    """Return sessions as bytes, for :func:`unpacked` of the same program."""
    into = io.BytesIO()
    pickler = pickle.Pickler(into, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = dict.fromkeys(_KINDS, _taken_apart)
    pickler.dump(sessions)
    return into.getvalue()


def unpacked(data: bytes) -> tuple[Session, ...]:
    """Return the sessions that were packed."""
    return cast("tuple[Session, ...]", pickle.loads(data))  # noqa: S301 - packed above, by a process of our own


def _taken_apart(value: object) -> tuple[Callable[..., object], tuple[type, object]]:
    kind = type(value)
    return put_together, (kind, _VALUES[kind](value))


def put_together(kind: type[T], values: Sequence[object]) -> T:
    """Return the value that was taken apart: as it was, so nothing is checked again."""
    made = object.__new__(kind)
    for put, value in zip(_PUTS[kind], values, strict=True):
        put(made, value)
    return made
