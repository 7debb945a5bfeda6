"""What is changed on purpose, and which tests ought to notice: the quick ones that promise something about it."""

from dataclasses import dataclass
from pathlib import Path

#: The comparison with the slow references draws its plans and series anew for each share; one share is enough here.
SHARE = "[0]"


@dataclass(frozen=True, kw_only=True)
class Group:
    """Modules that together keep one promise, as patterns from the root, and the tests of it, quickest first."""

    name: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]

    def files(self, root: Path) -> list[str]:
        """The modules that there are, from the root of this tree."""
        found = [path for pattern in self.modules for path in sorted(root.glob(pattern))]
        return [str(path.relative_to(root)) for path in found]


GROUPS = (
    Group(
        name="plan",
        modules=("state_machines/plan.py", "state_machines/plan_*.py"),
        tests=(
            "tests/state_machines/test_plan_kept.py",
            "tests/state_machines/test_plan_edges.py",
            "tests/state_machines/test_plan.py",
            "tests/state_machines/test_plan_changes.py",
            "tests/state_machines/test_plan_warnings.py",
            "tests/state_machines/test_plan_templates.py",
            f"tests/state_machines/test_against_reference.py::test_random_plans_are_the_same_day_by_day{SHARE}",
        ),
    ),
    Group(
        name="complaint rule",
        modules=(
            "state_machines/complaint_rule.py",
            "state_machines/complaint_days.py",
            "state_machines/rule_numbers.py",
        ),
        tests=(
            "tests/state_machines/test_complaint_rule.py",
            "tests/state_machines/test_complaint_rule_edges.py",
            "tests/state_machines/test_rule_numbers.py",
            f"tests/state_machines/test_complaints_against_reference.py::test_random_series_are_judged_the_same{SHARE}",
        ),
    ),
    Group(
        name="safety",
        modules=tuple(
            f"dialogues/safety{part}.py" for part in ("", "_context", "_match", "_weigh", "_line", "_spelling")
        ),
        tests=(
            "tests/dialogues/test_safety_reading.py",
            "tests/dialogues/test_safety_weighing.py",
            "tests/dialogues/test_safety.py",
            "tests/dialogues/test_safety_corpora.py::test_nearly_every_line_that_points_to_danger_is_heard",
            "tests/dialogues/test_safety_corpora.py::test_hardly_any_harmless_line_alarms",
        ),
    ),
    Group(
        name="outbox",
        modules=(
            "bot/delivery.py",
            "bot/post.py",
            "bot/lateness.py",
            "bot/pace.py",
            "storage/sqlite/letters.py",
            "storage/sqlite/wakes.py",
        ),
        tests=(
            "tests/bot/test_delivery_edges.py",
            "tests/bot/test_delivery.py",
            "tests/bot/test_post_rounds.py",
            "tests/storage/test_wakes.py",
            "tests/storage/test_sleep.py",
            "tests/storage/test_paced.py",
            "tests/storage/test_letters.py",
            "tests/bot/test_post.py",
            "tests/bot/test_mail.py",
            "tests/test_outage.py",
        ),
    ),
    Group(
        name="time",
        modules=("state_machines/days.py", "state_machines/schedule.py", "state_machines/rhythm.py", "bot/clock.py"),
        tests=(
            "tests/state_machines/test_days.py",
            "tests/state_machines/test_schedule.py",
            "tests/state_machines/test_schedule_edges.py",
            "tests/bot/test_clocks.py",
            "tests/bot/test_following.py",
            "tests/bot/test_ticker.py",
            "tests/test_time_switches.py",
            "tests/test_time_jumps.py",
            "tests/test_time_zones.py",
            "tests/test_time.py",
            "tests/state_machines/test_ending.py",
        ),
    ),
)
