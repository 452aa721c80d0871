"""Exporting the log: each format, to a file, a folder, a zip or a stream."""

from __future__ import annotations

from hybridtui.logbook.exports.exporting import Exports

__all__ = ["Exports"]
