"""Files in, sessions out, and back: a format is recognised by content, never by the file's name.

Nothing here knows the database. What cannot be imported as a whole is refused with a
reason; single rows or sessions that cannot be read are refused by themselves, and the
rest is kept.
"""

from __future__ import annotations

from hybridtui.domain.imports import WHOLE_FILE, Refusal
from hybridtui.formats import limits, recognise
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError

__all__ = ["Read", "ReadOptions", "read"]


def read(data: bytes, options: ReadOptions) -> Read:
    """Read one file that is held in memory; never raises for what is in it."""
    if len(data) > limits.FILE_BYTES:
        return Read(refused=(Refusal(WHOLE_FILE, limits.TOO_LARGE),))
    try:
        return recognise.recognised(recognise.Head(data)).read(data, options)
    except UnreadableError as error:
        return Read(refused=(Refusal(WHOLE_FILE, str(error)),))
