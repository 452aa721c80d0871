"""What went wrong, in words for people."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - it is a noun of ours, and shown to people
    """Something that was refused, with a sentence that names what and the way out.

    Raised by any layer; shown by the screens as a toast or dialog and by the
    command line on stderr. A bug is never a Problem.
    """


class StoreProblem(Problem):
    """The log file cannot be opened, read or written; nothing was changed."""


class NotSaved(StoreProblem):
    """A change was not written (disk full, busy, read-only); it may be tried again."""
