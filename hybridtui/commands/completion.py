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

FILES = ("files", "answers", "plan", "output", "database")
"""Arguments that are files."""

_FIRST_WORD_ONLY, _EVERY_WORD = '"(*):', '"*:'
"""How a zsh script completes arguments that can be repeated: as shtab writes it, and so that it is done for all."""


def completion(args: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Print the script for ``args.shell`` and return the exit code."""
    for action in _actions(parser):
        if action.dest in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # the way shtab is told
        elif action.dest == "words":
            action.complete = _words()  # type: ignore[attr-defined]
    script = shtab.complete(parser, shell=args.shell)
    if args.shell == "zsh":
        script = script.replace(_FIRST_WORD_ONLY, _EVERY_WORD)
    print(script, flush=True)
    return DONE


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to walk through a parser
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for choice in action._choices_actions:  # noqa: SLF001
                action.choices[choice.dest].description = choice.help  # shorter than the first line of all it says
            for command in action.choices.values():
                yield from _actions(command)


def _words() -> dict[str, object]:
    """Return how each shell lists what can be logged: single words, as shells see them."""
    words = sorted({"run", "weight", *SPORTS, *(name for name in short_names() if name.isalpha())})
    return dict(shtab.cmd(f"printf '%s\\n' {' '.join(words)}"))
