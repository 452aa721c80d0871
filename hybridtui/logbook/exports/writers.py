"""Which module writes which format; it is imported when the format is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from hybridtui.domain.exports import ExportFormat
from hybridtui.formats.writing import Writer

WRITERS: Mapping[ExportFormat, str] = MappingProxyType(
    {
        ExportFormat.DAYBOOK: "hybridtui.formats.daybook",
        ExportFormat.FIT: "hybridtui.formats.fit.workouts",
        ExportFormat.ICS: "hybridtui.formats.outgoing.calendar_file",
        ExportFormat.CSV: "hybridtui.formats.own.log_csv",
        ExportFormat.JSON: "hybridtui.formats.own.log_json",
        ExportFormat.MARKDOWN: "hybridtui.formats.outgoing.markdown",
        ExportFormat.HEVY: "hybridtui.formats.lifting.hevy_writing",
        ExportFormat.ORIGINAL: "hybridtui.formats.outgoing.originals",
        ExportFormat.STRONG: "hybridtui.formats.lifting.strong_writing",
    }
)
"""Modules with ``write(exported) -> Iterator[OutFile]``."""

WITH_UNFINISHED = frozenset({ExportFormat.DAYBOOK, ExportFormat.JSON})
"""Formats that tell sessions which still run, too."""

OF_THE_PLAN = frozenset({ExportFormat.FIT, ExportFormat.ICS})
"""Formats that tell what is to be done, and of sessions at most which workouts they did."""

NOTHING: Mapping[ExportFormat, str] = MappingProxyType(
    {
        ExportFormat.FIT: "There is no workout ahead to write for a watch: adopt a plan, or name an earlier day.",
        ExportFormat.ICS: "There is no workout to write for a calendar: adopt a plan, or name an earlier day.",
        ExportFormat.ORIGINAL: "This log keeps no imported file, or none of these days: nothing was written.",
    }
)
"""What to say of a format whose writer had nothing to write; the others always have."""


class _Writes(Protocol):
    """A module that writes one format."""

    write: Writer


def writer(format_: ExportFormat) -> Writer:
    """Return what writes a format."""
    return cast("_Writes", import_module(WRITERS[format_])).write
