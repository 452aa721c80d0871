"""config.toml: defaults, clear refusals, and a file that stays the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hybridtui import settings
from hybridtui.domain.problems import Problem


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "config.toml") == settings.Settings()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("bell = maybe", "line 1"),
        ("bel = true", "unknown setting 'bel'"),
        ('bell = "yes"', "'bell' must be true or false"),
        ("theme = 3", "'theme' must be a text in quotes"),
        ("notify = 1", "'notify' must be true or false"),
        ("effort = true", "'effort' must be a text in quotes"),
        ('effort = "RPE 8"', "'effort' must be one of off, rpe, rir, not 'RPE 8'"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Problem, match=told) as caught:
        settings.load(path)
    assert str(path) in str(caught.value)


def test_saving_a_key_keeps_comments_and_other_keys(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "config.toml"
    settings.save(path, "theme", "nord")
    path.write_text("# mine\nbell = false\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    settings.save(path, "theme", 'odd "name"')
    assert path.read_text(encoding="utf-8").startswith("# mine\nbell = false\n")
    assert settings.load(path) == settings.Settings(theme='odd "name"', bell=False)


@pytest.mark.parametrize("effort", ["off", "rpe", "rir"])
def test_the_scale_of_effort_is_kept_by_its_name(tmp_path: Path, effort: str) -> None:
    path = tmp_path / "config.toml"
    settings.save(path, "effort", effort)
    assert settings.load(path).effort == effort


def test_a_tempo_beats_and_effort_is_asked_for_only_where_the_athlete_wants_it(tmp_path: Path) -> None:
    defaults = settings.load(tmp_path / "config.toml")
    assert (defaults.beat, defaults.effort) == (False, "off")


def test_the_database_is_found_by_argument_then_environment_then_config(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = settings.Settings(database="from-config.db")
    monkeypatch.setenv(settings.DATABASE_VARIABLE, "from-environment.db")
    assert settings.database_location("given.db", kept) == "given.db"
    with pytest.raises(Problem, match="names no file"):  # "$UNSET" must not mean the athlete's own log
        settings.database_location("", kept)
    assert settings.database_location(None, kept) == "from-environment.db"
    monkeypatch.delenv(settings.DATABASE_VARIABLE)
    assert settings.database_location(None, kept) == "from-config.db"
    assert settings.database_location(None, settings.Settings()).endswith("hybridtui.db")
