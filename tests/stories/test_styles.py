"""How the screens look is parsed once: the first screen's as the app begins, the others' while it is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

from tests.stories.calm import Calm

PARSE = Stylesheet._parse_rules
"""As the app has it, whatever stands in for it in a story."""


@pytest.fixture
def parsed(calm: Calm, monkeypatch: pytest.MonkeyPatch) -> Counter[CSSLocation]:
    """How often each source of styles was parsed."""
    seen: Counter[CSSLocation] = Counter()
    parse = stylesheet.parse

    def counted(scope: str, css: str, read_from: CSSLocation, **options: object) -> Iterable[RuleSet]:
        seen[read_from] += 1
        return parse(scope, css, read_from, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Stylesheet, "_parse_rules", PARSE)
    monkeypatch.setattr(stylesheet, "parse", counted)
    return seen


@pytest.mark.usefixtures("with_plan")
@pytest.mark.parametrize("key", ["f3", "f4", "f5", "f6"])
async def test_going_to_a_screen_parses_no_style_that_is_known(open_story, parsed, key):
    async with open_story() as story:
        await story.app.workers.wait_for_complete([w for w in story.app.workers if w.name == "_afterwards"])
        first = [times for (path, _), times in parsed.items() if path.endswith("today.tcss")]

        await story.press(key)

        assert first == [1]
        assert [where for where, times in parsed.items() if times > 1] == []


@pytest.mark.usefixtures("parsed")
async def test_another_theme_is_worn_at_once(open_story):
    async with open_story() as story:
        before = story.app.screen.styles.background

        story.app.theme = "textual-light"
        await story.settle()

        assert story.app.screen.styles.background != before
