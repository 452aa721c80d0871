"""``hybridtui completion``: its arguments."""

from __future__ import annotations

import argparse

_HELP = """\
Print a script that lets your shell complete commands, options, files and names
of exercises.
"""

_EXAMPLES = """\
examples:
  hybridtui completion bash \\
    > ~/.local/share/bash-completion/completions/hybridtui
  hybridtui completion zsh > ~/.zfunc/_hybridtui
    with fpath+=~/.zfunc before compinit in ~/.zshrc
  hybridtui completion fish > ~/.config/fish/completions/hybridtui.fish

The folder must be there.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the parser."""
    command = commands.add_parser(
        "completion",
        help="a script for the completion of bash, zsh or fish",
        description=_HELP,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell it is for")
