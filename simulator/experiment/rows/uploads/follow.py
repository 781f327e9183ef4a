"""One phone, day by day, photo by photo: for the few that never come to the end of a day's photos."""

from simulator.consent.app import Selection
from simulator.experiment.rows.uploads.shots import Shots


def follow_phone(shots: Shots, allow: int, until: int, selection: Selection) -> tuple[list[int], Shots]:
    """What one phone sends, as `journey.select` says it.

    Args:
        shots: every photo of one person, newest first.
        allow: the day of Allow, counted from the cohort's first day.
        until: the last day on which something is sent.
        selection: what the phone chooses.

    Returns:
        The days on which photos are sent, one for each photo, in order; and these photos.
    """
    days, reaching = shots.days.tolist(), shots.reaching.tolist()
    waiting, sent_on = list(range(len(days))), []
    for day in range(allow, until + 1):
        seen = (i for i in waiting if days[i] <= day and (reaching[i] or day - days[i] <= selection.window))
        chosen = {i for i, _ in zip(seen, range(selection.per_day), strict=False)}
        waiting = [i for i in waiting if i not in chosen]
        sent_on += [day] * len(chosen)
    left = set(waiting)
    return sent_on, shots.where([i not in left for i in range(len(days))])
