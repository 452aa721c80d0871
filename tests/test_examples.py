"""The worked examples in the docstrings are right."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import hybridtui

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(hybridtui.__path__, "hybridtui.")
    if "migrations" not in module.name  # Alembic runs these, nobody imports them
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", ["tempo", "estimate", "e1rm", "plates", "volume", "load", "balance", "units"])
def test_every_module_of_formulas_has_an_example(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"hybridtui.domain.{name}")).attempted > 0
