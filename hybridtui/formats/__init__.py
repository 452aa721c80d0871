"""Files in, sessions out: the format is recognised by content, never by the file's name.

Nothing here knows the database. What cannot be imported as a whole is refused with a
reason; single rows or sessions that cannot be read are refused by themselves, and the
rest is kept.
"""

from __future__ import annotations

from hybridtui.domain.imports import WHOLE_FILE, Refusal
from hybridtui.formats import recognise
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError

__all__ = ["Read", "ReadOptions", "read"]


def read(data: bytes, options: ReadOptions) -> Read:
    """Read one file; never raises for what is in it."""
    try:
        return recognise.reader(data)(options)
    except UnreadableError as error:
        return Read(refused=(Refusal(WHOLE_FILE, str(error)),))
