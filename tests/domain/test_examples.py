"""The worked examples in the docstrings of the domain are right."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import hybridtui.domain

MODULES = sorted(m.name for m in pkgutil.walk_packages(hybridtui.domain.__path__, "hybridtui.domain."))


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", ["tempo", "estimate", "e1rm", "plates", "volume", "load", "balance", "units"])
def test_every_module_of_formulas_has_an_example(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"hybridtui.domain.{name}")).attempted > 0
