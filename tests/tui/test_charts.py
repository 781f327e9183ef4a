import pytest
from golden import check
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from simulator.tui.parts.charts.bars import Axis, Bar, paint_bars
from simulator.tui.parts.charts.canvas import Canvas
from simulator.tui.parts.charts.histogram import Pointer, count_bins, paint_histogram
from simulator.tui.parts.charts.scale import round_step, short_number
from simulator.tui.parts.charts.stack import Part, paint_stack, share_out

TIMES = st.lists(st.floats(0.01, 10_000), min_size=1, max_size=300)
SIZES = st.tuples(st.integers(0, 120), st.integers(0, 30))


@given(TIMES, st.integers(1, 150))
def test_a_histogram_counts_every_value_once_in_at_most_as_many_bins_as_fit(values: list[float], most: int) -> None:
    bins = count_bins(values, most)
    assert sum(bins.counts) + bins.beyond == len(values)
    assert 1 <= len(bins.counts) <= most
    assert bins.most == max(values)


def test_one_slow_value_does_not_flatten_the_others_and_is_told_apart() -> None:
    bins = count_bins([20.0 + number % 5 for number in range(60)] + [900.0], 100)
    assert bins.beyond == 1
    assert max(place for place, count in enumerate(bins.counts) if count) > 3


@given(st.lists(st.floats(0, 1e6), max_size=9), st.integers(0, 200))
def test_parts_fill_the_whole_and_no_more(values: list[float], cells: int) -> None:
    given_out = share_out(values, cells)
    assert sum(given_out) == (cells if sum(values) > 0 else 0)
    assert min(given_out, default=0) >= 0


@given(st.floats(1e-6, 1e9), st.integers(1, 60))
def test_steps_are_round_and_few_enough(span: float, most: int) -> None:
    step = round_step(span, most)
    assert span / step <= most * 1.000001
    assert f"{step:e}".partition("e")[0].rstrip("0").rstrip(".") in {"1", "2", "2.5", "5"}


@pytest.mark.parametrize(("number", "words"), [(0.25, "0.25"), (2.5, "2.5"), (40.0, "40"), (1200.0, "1200"), (0, "0")])
def test_numbers_have_no_decimals_that_say_nothing(number: float, words: str) -> None:
    assert short_number(number) == words


@given(SIZES, TIMES)
def test_charts_can_be_drawn_at_any_size_and_bars_for_which_there_is_no_room_are_counted(
    size: tuple[int, int], values: list[float]
) -> None:
    paint_histogram(Canvas(*size), values, [Pointer(value=max(values), label="slowest")], unit="ms")
    paint_stack(Canvas(*size), [Part(name="part", value=value, words="") for value in values])
    canvas, (width, height) = Canvas(*size), size
    paint_bars(canvas, [Bar(name="one", words=f"{value:.1f}", value=value) for value in values])
    rows = canvas.text().split("\n")
    if 0 < height < len(values):
        assert rows[-1] == f"and {len(values) - (height - 1)} more"[:width].rstrip()
    else:
        assert not any(row.startswith("and ") for row in rows)


def test_a_line_has_one_segment_for_each_run_of_one_ink() -> None:
    canvas = Canvas(10, 1)
    canvas.row(0, 0, 8 * 4 + 3, "one")
    canvas.put(7, 0, "abc", "words")
    strip = canvas.strip(0, lambda ink: Style(bold=ink == "words"))
    assert [segment.text for segment in strip] == ["████▍", "  ", "abc"]


def test_charts_look_as_they_should() -> None:
    parts = []
    canvas = Canvas(60, 12)
    values = [20 + (number * number * 7 % 23) for number in range(70)] + [300.0]
    paint_histogram(
        canvas, values, [Pointer(value=29, label="p50 29.0"), Pointer(value=41, label="p90 41.0")], unit="ms"
    )
    parts.append(canvas.text())
    bars = [
        Bar(name="plain", words="31%", value=0.31, low=0.26, high=0.37),
        Bar(name="bright", words="8%", value=0.08, low=0.05, high=0.12, ink="two"),
    ]
    for height in (4, 2):
        canvas = Canvas(60, height)
        paint_bars(canvas, bars, Axis(stop=0.5, reference=0.2, band=(0.18, 0.22)))
        parts.append(canvas.text())
    canvas = Canvas(60, 2)
    paint_bars(canvas, [*bars, *bars], Axis(stop=0.5))
    parts.append(canvas.text())
    canvas = Canvas(60, 3)
    paint_stack(canvas, [Part(name=name, value=size, words=f"{size}") for name, size in (("gone", 5), ("kept", 2))])
    parts.append(canvas.text())
    check("charts", "\n\n".join(parts))
