"""The arguments of each command and its help, a command a file: words only, nothing that takes time to load."""

from __future__ import annotations

import argparse

from hybridtui.arguments import completion, export, import_files, log, plan, week

IN_ORDER = (import_files, export, plan, week, log, completion)
"""As the help lists them."""


def add_all(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add every command to those of the parser."""
    for command in IN_ORDER:
        command.add(commands)
