"""`rollcall held` in its four views, of a run told by an analyzer that believes the truth."""

import json
from collections.abc import Callable

import pytest
from told_stories import store, tell

from simulator.domain.categories import DataCategory
from simulator.domain.events import Event
from simulator.domain.holding import HoldingState
from simulator.journey.bystanders import count_bystanders
from simulator.journey.summary import world_on
from simulator.journey.world import fold


@pytest.fixture
def recorded(rollcall: Callable) -> Callable[[str], list[Event]]:  # noqa: ARG001  (the fixture names the database)
    def play(story: str) -> list[Event]:
        store(story)
        return list(tell(story)[1])

    return play


def is_narrow(text: str) -> bool:
    return all(len(line) <= 80 or line.strip().startswith("http") for line in text.splitlines())


def test_every_thing_has_its_state_holder_clause_clock_and_lineage(rollcall: Callable, recorded: Callable) -> None:
    events = recorded("backup-restored")
    told = rollcall("held", "--items")
    items = json.loads(rollcall("held", "--items", "--json").out)["items"]
    entries = fold(events).ledger.entries
    assert is_narrow(told.out)
    assert [item["id"] for item in items] == list(entries)
    for item in items:
        assert f"\n{item['id']}: " in told.out
        assert item["state"] == entries[item["id"]].state
        assert (
            item["parents"]
            or item["photos"]
            or item["category"]
            in {
                "roll.metadata",
                "log.consent",
                "log.interaction",
            }
        )
    back = next(item for item in items if item["returned_by"])
    assert back["clock"] == {"clock": "withdrawal", "clause": "photos.removal", "runs": True}
    assert "Came back because of backup_restore-50." in " ".join(told.out.split())


def test_one_kind_of_thing_can_be_asked_for(rollcall: Callable, recorded: Callable) -> None:
    recorded("later-revoke")
    asked = ("held", "--items", "--category", "person.face_template")
    items = json.loads(rollcall(*asked, "--json").out)["items"]
    assert {item["category"] for item in items} == {"person.face_template"}
    assert {item["clock"] for item in items} == {None}
    assert "Nothing of that kind" in rollcall("held", "--items", "--category", "copy.backup").out
    assert rollcall("held", "--category", "copy.backup").code == 2


def test_the_preview_has_three_buckets_and_comes_true(rollcall: Callable, recorded: Callable) -> None:
    events = recorded("delete-lost")
    told = rollcall("held", "--preview", "--day", 13)
    assert is_narrow(told.out)
    assert "If the withdrawal reached the company on day 13:" in told.out
    assert [line.split(":")[0] for line in told.out.splitlines() if line.startswith(("Goes", "Stays", "Not said"))] == [
        "Goes",
        "Stays",
        "Not said",
    ]
    before = json.loads(rollcall("held", "--preview", "--day", 13, "--json").out)
    entries = world_on(events, 14).ledger.entries
    goes = {HoldingState.SCHEDULED, HoldingState.DELETED}
    assert all(entries[ground["id"]].state in goes for ground in before["goes"])
    assert all(entries[ground["id"]].state is HoldingState.ALIVE for ground in before["stays"])
    assert "the withdrawal has reached the company" in rollcall("held", "--preview").out


def test_what_is_not_said_names_the_search(rollcall: Callable, recorded: Callable) -> None:
    recorded("later-revoke")
    preview = json.loads(rollcall("held", "--preview", "--day", 10, "--json").out)
    assert all(ground["searched"] for ground in preview["not_said"])
    assert all(ground["clause"] == "photos.removal" for ground in preview["goes"])


def test_a_download_shows_less_than_is_held(rollcall: Callable, recorded: Callable) -> None:
    recorded("later-revoke")
    told = rollcall("held", "--download")
    shown = json.loads(rollcall("held", "--download", "--json").out)["download"]
    assert is_narrow(told.out)
    assert shown["status"] == "inferred"
    assert shown["held"] == shown["shown"] | shown["not_shown"]
    assert "person.face_template" in shown["not_shown"]


def test_terms_that_say_nothing_of_a_download_leave_it_unsaid(rollcall: Callable, recorded: Callable) -> None:
    recorded("account-deleted")
    told = rollcall("held", "--download", "--day", 10)
    assert "does not say" in told.out
    shown = json.loads(rollcall("held", "--download", "--day", 10, "--json").out)["download"]
    assert (shown["status"], shown["shown"], shown["not_shown"]) == ("silent", None, None)
    assert shown["held"]


def test_people_who_were_never_asked_are_counted(rollcall: Callable, recorded: Callable) -> None:
    events = recorded("later-revoke")
    world = fold(events)
    everybody, by_category = count_bystanders(world.ledger, world.roll)
    others = {who for photo in world.uploads for who in world.roll[photo].people if who != "owner"}
    assert 0 < everybody <= len(others)
    assert DataCategory.ORIGINAL not in by_category
    assert by_category[DataCategory.FACE_TEMPLATE] == everybody
    assert "none of them was asked" in " ".join(rollcall("held").out.split())
    assert json.loads(rollcall("held", "--json").out)["bystanders"]["people"] == everybody


def test_strict_terms_leave_nobody_else_behind(rollcall: Callable, recorded: Callable) -> None:
    recorded("reinstalled-after-revoke")
    assert "Nobody but the owner is in what is held." in rollcall("held").out
