"""What an analyzer was measured at."""

from dataclasses import replace

import pytest

from simulator.catalog.load import load_analyzer_profile
from simulator.domain.errors import RollcallError
from simulator.domain.profile import check_profile, mean_milliseconds

PROFILE = load_analyzer_profile("efficientnet-lite0-int8")


def test_the_time_of_one_analysis_is_that_of_a_photo_and_not_of_a_theme() -> None:
    one, other = (replace(row, milliseconds=0.0) for row in PROFILE.themes[:2])
    themes = (replace(one, photos=3, milliseconds=10.0), replace(other, photos=1, milliseconds=50.0))
    # Three photos of 10 ms and one of 50 ms: 80 ms over four.
    assert mean_milliseconds(replace(PROFILE, themes=themes)) == 20.0


@pytest.mark.parametrize("share", [-0.01, 1.01, float("nan")])
def test_a_probability_that_is_none_is_refused(share: float) -> None:
    check_profile(replace(PROFILE, face_recall=1.0))
    with pytest.raises(RollcallError, match="face_recall: expected a probability from 0 to 1"):
        check_profile(replace(PROFILE, face_recall=share))
