from dataclasses import replace

from simulator.catalog.load import load_app, load_prompt
from simulator.consent.thumb import judge, reading_seconds
from simulator.consent.walk import Walk, confirm, entries_in, find_entry, go_back, tap
from simulator.domain.events import Manner
from simulator.domain.phone import Toggle

APP = load_app("plaza")
PROMPT = load_prompt("creative-ideas-2025-06")


def walked(*ids: str) -> Walk:
    walk = Walk()
    for name in ids:
        walk = tap(walk, APP, find_entry(APP, name))
    return walk


def test_the_shortest_way_takes_as_many_taps_as_the_app_says_and_no_wrong_turn() -> None:
    walk = walked("menu", "menu.settings-and-privacy", "settings", "settings.camera-roll", "switch.cloud")
    assert walk.done
    assert walk.taps == APP.taps(Toggle.CLOUD_PROCESSING)
    assert walk.wrong == 0


def test_a_wrong_menu_is_counted_once_and_the_way_back_is_taps() -> None:
    walk = walked("menu", "menu.settings-and-privacy", "privacy-checkup")
    assert (walk.taps, walk.wrong) == (3, 1)
    walk = go_back(walk, APP)
    assert (walk.at, walk.taps, walk.wrong) == ("menu.settings-and-privacy", 4, 1)


def test_the_switch_beside_it_is_a_wrong_turn_and_turns_nothing_that_is_sought() -> None:
    walk = walked("menu", "menu.settings-and-privacy", "settings", "settings.camera-roll", "switch.metadata")
    assert (walk.done, walk.wrong, walk.at) == (False, 1, "settings.camera-roll")


def test_an_app_that_asks_whether_one_is_sure_must_be_told_so() -> None:
    app = replace(APP, confirms=2)
    walk = tap(Walk(at="settings.camera-roll", taps=4), app, app.switch(Toggle.CLOUD_PROCESSING))
    assert (walk.done, walk.doubts) == (False, 1)
    assert go_back(walk, app).doubts is None
    walk = confirm(walk, app)
    assert (walk.done, walk.doubts) == (False, 2)
    walk = confirm(walk, app)
    assert (walk.done, walk.taps) == (True, 7)


def test_with_no_menu_open_there_is_only_what_opens_the_settings() -> None:
    assert [entry.label for entry in entries_in(APP, None)] == ["Menu"]
    assert go_back(Walk(), APP) == Walk()


def test_an_answer_sooner_than_a_meant_tap_is_a_slip_and_one_without_time_to_read_is_unread() -> None:
    long = reading_seconds(PROMPT)
    assert long > 20
    for seconds, read_through, manner in (
        (0.4, True, Manner.SLIP),
        (2.65, True, Manner.MISTAKEN),
        (long - 0.1, True, Manner.MISTAKEN),
        (long, True, Manner.INFORMED),
        (long * 9, False, Manner.MISTAKEN),
    ):
        assert judge(PROMPT, seconds, seconds_per_tap=2.65, read_through=read_through) is manner
