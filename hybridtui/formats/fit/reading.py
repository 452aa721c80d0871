"""FIT activities: runs, strength with its sets, other sports. Source: formats.md 1.1.

One file may hold several sessions, and be several files in a chain. A wrong checksum is
imported with a flag; a file that was cut off is recovered from its records as far as they
go, and says so. A session is known again by the watch's serial number, the file's time
and its own start; without a serial number by the file's content.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha256

from hybridtui.domain.flags import CHECKSUM_WRONG, RECOVERED, ZONE_ASSUMED
from hybridtui.domain.imports import Refusal
from hybridtui.domain.session import Session
from hybridtui.formats import limits
from hybridtui.formats.fit.messages import Messages, chain
from hybridtui.formats.fit.recovery import recovered
from hybridtui.formats.fit.sessions import Context, Part, asks_records, session
from hybridtui.formats.fit.values import FIRST_INSTANT, offset, real, text
from hybridtui.formats.names import Roster
from hybridtui.formats.reading import IrrelevantError, Read, ReadOptions, UnreadableError

MOST_SESSIONS = 1_000
"""Sessions of one file; a multisport day has a handful, a chain of files some dozens."""


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a FIT file.

    Raises:
        UnreadableError: if it is no activity, or too damaged to make one of.
    """
    if len(data) > limits.FIT_BYTES:
        raise UnreadableError(f"it is larger than {limits.FIT_BYTES // 1_000_000} MB")
    roster = Roster(options.own)
    digest = sha256(data).hexdigest()[:32]
    refused: list[Refusal] = []
    sessions: list[Session] = []
    reasons: list[str] = []
    others = number = 0
    for messages in chain(data):
        if (reason := _no_activity(messages)) is not None:
            reasons.append(reason)
            others += _kind(messages) != "activity"
            continue
        for part in _parts(messages):
            number += 1
            if number > MOST_SESSIONS:
                raise UnreadableError(f"it holds more than {MOST_SESSIONS:,} sessions")
            clock = offset(messages.activity, text(messages.file_id, "manufacturer"))
            context = Context(messages, clock, _key(messages, digest), roster, options)
            try:
                sessions.append(limits.checked(session(part, context, refused)))
            except limits.OutOfRangeError as error:
                refused.append(Refusal(f"session {number}", f"{error}; the session was left out"))
    if not sessions and not refused:
        refusal = IrrelevantError if others and others == len(reasons) else UnreadableError
        raise refusal(reasons[0] if reasons else "its header is damaged")
    refused += [Refusal("part of the chain", reason) for reason in reasons]
    return Read(
        sessions=tuple(sessions),
        exercises=roster.added,
        refused=tuple(refused),
        warnings=tuple(_warnings(sessions, options)),
    )


def _no_activity(messages: Messages) -> str | None:
    """Say why this file holds no activity; None if it holds one."""
    kind = _kind(messages)
    if kind != "activity":
        return f"it is a FIT {kind.replace('_', ' ')} file, not an activity"
    if messages.sessions or recovered(messages) is not None:
        return None
    if messages.broken:
        return f"{messages.broken}, and too little of it is left to recover"
    return "it holds neither a session nor records"


def _kind(messages: Messages) -> str:
    """Return what a file holds, as it says; what says nothing is taken for an activity."""
    return text(messages.file_id, "type") or "activity"


def _parts(messages: Messages) -> tuple[Part, ...]:
    """Share sets and records out among the sessions, by when each began."""
    summaries = sorted(messages.sessions, key=lambda each: real(each, "start_time") or 0.0)
    if not summaries:
        rescued = recovered(messages)
        summaries = [rescued] if rescued is not None else []
    starts = [real(each, "start_time") or 0.0 for each in summaries]
    parts = tuple(Part(summary, [], []) for summary in summaries)
    for each in messages.sets:
        parts[_index(starts, real(each, "start_time") or real(each, "timestamp"))].sets.append(each)
    for record in messages.records() if any(map(asks_records, summaries)) else ():
        parts[_index(starts, record.at)].records.append(record)
    return parts


def _index(starts: Sequence[float], at: float | None) -> int:
    """Return which session something belongs to: the last that had begun."""
    return max(0, bisect_right(starts, at) - 1) if at is not None else 0


def _key(messages: Messages, digest: str) -> str:
    serial, created = real(messages.file_id, "serial_number"), real(messages.file_id, "time_created")
    if serial and created and created >= FIRST_INSTANT:
        maker = text(messages.file_id, "manufacturer")
        return f"{maker}:{serial:.0f}:{created:.0f}"
    return digest


def _warnings(sessions: Sequence[Session], options: ReadOptions) -> Iterator[str]:
    flags = {flag for session in sessions for flag in session.flags}
    if CHECKSUM_WRONG in flags:
        yield "its checksum is wrong: some values may be damaged"
    if RECOVERED in flags:
        yield "it is cut off or damaged: what was left was recovered and marked"
    if ZONE_ASSUMED in flags:
        yield options.zone_assumed
    if any(logged.unconfirmed for session in sessions for logged in session.sets):
        yield "the watch guessed the exercises: they are marked unconfirmed"
