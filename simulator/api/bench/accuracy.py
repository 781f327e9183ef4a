"""The accuracy run beside the performance run: whether what was timed still answers as it did, and how rightly."""

from typing import Any

from simulator.api.bench.subject import Subject


def measure_accuracy(subject: Subject) -> dict[str, Any]:
    """Every sample once more, untimed, after all that was timed.

    The reference answers are those of the warm-up. Of drawn photos the theme is known, too: it is right if it is the
    likeliest one. A classifier of the user's knows no themes.
    """
    answers = [subject.analyzer.analyze(file) for file in subject.files]
    labels = [
        [label.name for label in now.labels] == [label.name for label in before.labels]
        for now, before in zip(answers, subject.reference, strict=True)
    ]
    right = None
    if subject.themes and subject.order.model is None:
        found = [answer.themes[0].name if answer.themes else None for answer in answers]
        right = sum(told == theme.value for told, theme in zip(found, subject.themes, strict=True))
    return {
        "kind": "accuracy",
        "photos": len(answers),
        "labels_equal": sum(labels),
        "themes_right": right,
    }
