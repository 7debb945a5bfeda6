"""From two weeks that went otherwise to an evaluation that was held, on the real bot: the plan stands (R2, R38)."""

import lag_stories
import pytest
from story import on_stage

from state_machines.plan import following


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_lag_leads_to_an_evaluation_and_never_to_another_plan(language: str) -> None:
    """Asked for once, told to both, prepared, shared, held; the plan's bytes and dates are the same all along."""
    async with on_stage(language) as story:
        await lag_stories.lag_to_evaluation(story)
        file = lag_stories.sanne(story)
        assert file.versions == (following(lag_stories.made_plan(story), None),)
        assert file.requests == ()
        assert file.prepared == ()
        assert [each.outcome for each in file.evaluated] == ["stands"]
        assert [need.kind for need in file.needs] == ["step_not"]
        assert story.opened.upkeep.verify() == ()


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_was_written_for_an_evaluation_reaches_the_coach_only_when_shared(language: str) -> None:
    """Nothing that Joost is shown holds Sanne's words before she taps "share" (R33)."""
    async with on_stage(language) as story:
        await lag_stories.evaluation(story)
        words = lag_stories.said(story, "dan ik dacht", "than I thought")
        assert words not in "\n".join(bubble.text for bubble in story.joost.person.screen)
        assert any(words in bubble.text for bubble in story.sanne.person.screen)
        assert story.opened.upkeep.verify() == ()
