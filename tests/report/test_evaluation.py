from simulator.accuracy.evaluation import Inputs, LeftOutAccuracy, LeftOutDrawing, evaluate
from simulator.accuracy.shares import count_share
from simulator.domain.categories import Theme
from simulator.report.evaluation import _tell_left_out, tell_evaluation, write_share


def test_a_share_says_how_many_and_how_sure() -> None:
    assert write_share(count_share(34, 35)) == "34 of 35, 97 % (85 to 99)"
    assert write_share(count_share(0, 0)) == "none to count"


def test_one_miss_in_hundreds_is_not_rounded_away() -> None:
    assert write_share(count_share(367, 368)) == "367 of 368, 99.7 % (98.5 to 100.0)"


def test_an_evaluation_of_nothing_says_so() -> None:
    nothing = evaluate(Inputs(life="x", seed=1, people=1, days=1), [], [], complete=False)
    lines = list(tell_evaluation(nothing))
    assert lines[0].startswith("INCOMPLETE")
    assert lines[-1] == "No photo was measured."


def test_drawings_that_stay_unrecognised_are_named_with_what_they_were_taken_for() -> None:
    rows = tuple(
        LeftOutDrawing(
            theme=Theme.NIGHT_OUT,
            drawing=name,
            recall=count_share(hits, 6),
            answered=count_share(6, 6),
            mistaken_for=taken,
        )
        for name, hits, taken in (("on the roof", 1, "pet"), ("karaoke", 6, None))
    )
    none = count_share(0, 0)
    left = LeftOutAccuracy(mean_recall=0.58, recall=none, answered=none, answered_right=none, drawings=rows)
    lines = list(_tell_left_out(left))
    assert lines[-1] == "  night out, on the roof: 1 of 6, taken for pet."
    assert "1 of 2 drawings" in lines[-2]
