"""Where things lie, and what the user prefers: config.toml and the data directory.

Only the entry point reads this; everything below is handed plain values.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

from hybridtui.domain.effort import Effort
from hybridtui.domain.problems import Problem

DATABASE_VARIABLE = "HYBRIDTUI_DATABASE"
CONFIG_VARIABLE = "HYBRIDTUI_CONFIG"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's preferences; every one has a default, so no file is needed."""

    theme: str = ""
    """A Textual theme, such as ``textual-light``; empty: Textual's own default."""
    bell: bool = True
    """Ring the terminal bell at a start (once), ten seconds before an end (twice) and at an end (three times)."""
    flash: bool = True
    """Flash the screen then: gyms are loud."""
    title: bool = True
    """Show the running clock in the terminal's title."""
    notify: bool = True
    """Send a desktop notification at an end, where the terminal is known to pass it on."""
    beat: bool = False
    """Ring at every phase of a rep done to a tempo."""
    effort: str = Effort.OFF.value
    """How the effort of every set is asked for: ``off``, ``rpe`` or ``rir``."""
    database: str = ""
    """Another place for the log: a path or a SQLAlchemy URL."""


def config_path() -> Path:
    """Return where config.toml lies: ``HYBRIDTUI_CONFIG``, or the platform's directory."""
    named = os.environ.get(CONFIG_VARIABLE)
    return Path(named) if named else user_config_path("hybridtui", appauthor=False) / "config.toml"


def crash_report_path() -> Path:
    """Return where the report of a crash is written: the platform's directory for logs."""
    return user_log_path("hybridtui", appauthor=False) / "crash.txt"


def load(path: Path) -> Settings:
    """Read config.toml; a missing file means the defaults.

    Raises:
        Problem: if it cannot be read, naming the file and the line or key.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(f"{path}: {error}. Correct the file, or delete it to start from the defaults.") from error
    known = {field.name: field.type for field in fields(Settings)}
    for key, value in table.items():
        if key not in known:
            raise Problem(f"{path}: unknown setting '{key}'. Known: {', '.join(known)}.")
        if type(value).__name__ != known[key]:
            raise Problem(f"{path}: '{key}' must be {_WORDS[known[key]]}, not {value!r}.")
        if value not in _CHOICES.get(key, (value,)):
            raise Problem(f"{path}: '{key}' must be one of {', '.join(_CHOICES[key])}, not {value!r}.")
    return replace(Settings(), **table)


_WORDS: dict[object, str] = {"str": "a text in quotes", "bool": "true or false"}

_CHOICES: dict[str, tuple[str, ...]] = {"effort": tuple(Effort)}
"""Settings that know only a few words."""


def save(path: Path, key: str, value: str | bool) -> None:
    """Set one key in config.toml, keeping the rest of the file as the user wrote it.

    Raises:
        Problem: if the file cannot be written.
    """
    written = (
        str(value).lower() if isinstance(value, bool) else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )
    line = f"{key} = {written}"
    try:
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        new, found = re.subn(rf"(?m)^{re.escape(key)}\s*=.*$", lambda _: line, old, count=1)
        if not found:
            new = f"{line}\n{old}"
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_text(new, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise Problem(f"{path}: the setting '{key}' was not kept: {error.strerror}.") from error


def database_location(argument: str | None, settings: Settings) -> str:
    """Return where the log lies: the argument, the environment, config.toml, or the platform's directory.

    Raises:
        Problem: if the argument names nothing, as where a shell's variable was empty.
    """
    if argument is not None and not argument.strip():
        raise Problem("--database names no file; leave it out for your own log.")
    given = argument or os.environ.get(DATABASE_VARIABLE) or settings.database
    return given or str(user_data_path("hybridtui", appauthor=False) / "hybridtui.db")
