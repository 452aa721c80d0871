"""``hybridtui completion``: a script that lets a shell complete commands, options and names of exercises.

shtab writes the script from the parser itself, so that it never says less or more than
the commands can do.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import shtab

from hybridtui.commands import DONE
from hybridtui.domain.blocks.done import SPORTS
from hybridtui.domain.typed_names import short_names

FILES = ("files", "answers", "plan", "output")
"""Arguments that are files."""


def completion(args: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Print the script for ``args.shell`` and return the exit code."""
    for action in _actions(parser):
        if action.dest in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # the way shtab is told
        elif action.dest == "words":
            action.complete = _words()  # type: ignore[attr-defined]
    print(shtab.complete(parser, shell=args.shell), flush=True)
    return DONE


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to walk through a parser
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                yield from _actions(command)


def _words() -> dict[str, object]:
    """Return how each shell lists what can be logged: single words, as shells see them."""
    words = sorted({"run", "weight", *SPORTS, *(name for name in short_names() if name.isalpha())})
    return dict(shtab.cmd(f"printf '%s\\n' {' '.join(words)}"))
