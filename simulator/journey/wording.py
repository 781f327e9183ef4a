"""Numbers and dates in English words, the same under every locale."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def write_month(day: date) -> str:
    """``July``."""
    return MONTHS[day.month - 1]


def write_weekday(day: date) -> str:
    """``Friday``."""
    return WEEKDAYS[day.weekday()]


def write_day(day: date) -> str:
    """``4 July 2025``."""
    return f"{day.day} {write_month(day)} {day.year}"


def write_times(number: int) -> str:
    """``once``, ``twice``, ``7 times``."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def write_number(number: int) -> str:
    """``seven``; in figures from ten on."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
