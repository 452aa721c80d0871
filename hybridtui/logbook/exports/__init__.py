"""Exporting the log: each format, to a file, a folder, a zip or a stream.

``exporting`` hands the log to the writer of the format (``writers``); ``places`` refuses a
bad place before anything is written, ``ways`` makes the files one file, a folder or a zip,
and ``files`` writes each whole or not at all.
"""

from __future__ import annotations

from hybridtui.logbook.exports.exporting import Exports

__all__ = ["Exports"]
