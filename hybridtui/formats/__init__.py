"""Files in, sessions out, and back: a format is recognised by content, never by the file's name.

- ``incoming`` finds the files that paths stand for and opens them, packed ones too;
- ``recognise`` looks at the head of each and names the module that reads it; a new format
  is a line there, and a module with ``read(data, options) -> Read``;
- readers are in ``fit``, ``xml``, ``lifting``, ``services``, ``own`` and ``daybook``; they
  share ``texts``, ``tables``, ``cells``, ``months``, ``names``, ``activity_types`` and ``limits``;
- an export is a module with ``write(exported) -> Iterator[OutFile]`` (``writing``): beside
  its reader, or in ``outgoing`` if nothing reads it back;
- ``plans`` reads what programs write for us.

Nothing here knows the log: a reader is told what it must know (``ReadOptions``). What
cannot be imported as a whole is refused with a reason; single rows or sessions that
cannot be read are refused by themselves, and the rest is kept.
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
