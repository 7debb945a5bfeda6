"""Whether a client's latest days are worth a look each morning (R19). Cheap, as it is asked at every score."""

from datetime import date, timedelta
from decimal import Decimal

from state_machines import complaint_rule
from state_machines.files import COMPLAINT, Client


def is_worth(file: Client, today: date) -> bool:
    """Whether something lasting can come of the window and today: a bad day, or answers much worse than the first.

    True rather too often: `complaint_rule` judges.
    """
    rule, since = file.rule, file.complaints.since or date.min
    recent = file.days_since(max(since, today - timedelta(days=complaint_rule.window_days(file, today))))
    scores = [score for day in recent if (score := day.number(COMPLAINT)) is not None]
    if any(day.voiced for day in recent) or any(score >= rule.bad_from for score in scores):
        return True
    return bool(scores) and max(_latest(file)) >= _worse_from(file)


def _latest(file: Client) -> list[Decimal]:
    """The last answered scores, as many as the change rule compares."""
    kept = {each.day: each.score for each in (*file.complaints.beginning, *file.complaints.series)}
    kept |= {day.date: day.number(COMPLAINT) for day in file.days_since(date.min)}
    scores = (kept[day] for day in sorted(kept))
    return [score for score in scores if score is not None][-file.rule.mean_of :]


def _worse_from(file: Client) -> Decimal:
    """The score that at least one of the last days must have before their mean can be worse by the change rule."""
    rule = file.rule
    first = [each.score for each in file.complaints.beginning if each.score is not None]
    counts = (rule.beginning_days, rule.beginning_later)
    means = [sum(first[:count], Decimal(0)) / count for count in counts if len(first) >= count]
    return max(rule.beginning_least, min(means, default=rule.beginning_least)) + rule.change_points
