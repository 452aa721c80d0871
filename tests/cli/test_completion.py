"""``hybridtui completion``: bash completes what the commands can do, and every shell gets a script it can read."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from hybridtui.__main__ import main

_TRY = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=()
_shtab_hybridtui hybridtui "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["lo"], {"log"}),
        (["plan", "dr"], {"draft"}),
        (["log", "squ"], {"squat"}),
        (["log", "yo"], {"yoga"}),
        (["log", "run", "--da"], {"--date"}),
        (["completion", ""], {"bash", "zsh", "fish"}),
        (["--database", "/dev/nul"], {"/dev/null"}),
        (["nothing", "like"], set()),
    ],
)
def test_bash_completes(
    typed: list[str], offered: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "completion.bash"
    file.write_text(script("bash", capsys), encoding="utf-8")
    told = subprocess.run(
        ["bash", "-c", _TRY, "try", str(file), "hybridtui", *typed], capture_output=True, text=True, check=False
    )
    assert set(told.stdout.split()) == offered


@pytest.mark.parametrize(("shell", "begins"), [("zsh", "#compdef hybridtui"), ("fish", "complete -c hybridtui")])
def test_other_shells_get_theirs(shell: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = script(shell, capsys)
    assert begins in told
    assert all(word in told for word in ("import", "log", "squat", "yoga"))


def test_zsh_completes_every_word_that_is_logged_and_says_shortly_what_commands_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = script("zsh", capsys)
    assert '"*:what was done' in told
    assert "log:'write down in one line what was done'" in told
