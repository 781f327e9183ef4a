import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from simulator.domain.errors import ConsentError, StoreError
from simulator.domain.events import Event, PhotoUploaded
from simulator.domain.log import as_line, hash_events
from simulator.store.database import open_database
from simulator.store.read import events_of, verify
from simulator.store.record import BATCH, record
from simulator.store.runs import RunRecord, Status, find_run, keep_summary, runs

Begin = Callable[..., RunRecord]
Story = tuple[Event, ...]


def test_the_watcher_sees_the_same_events_and_the_store_keeps_them(db: Database, begin: Begin, story: Story) -> None:
    run = begin(db)
    assert tuple(record(db, run, story)) == story
    assert tuple(events_of(db, run)) == story
    found = find_run(db)
    assert (found.status, found.event_hash) == (Status.FINISHED, hash_events(story))


def test_a_stored_line_is_the_canonical_line(db: Database, begin: Begin, story: Story) -> None:
    list(record(db, begin(db), story))
    assert [row["body"] for row in db.table("events").rows] == [as_line(*pair) for pair in enumerate(story)]


def test_every_event_is_handed_on_before_the_next_is_asked_for(db: Database, begin: Begin, story: Story) -> None:
    asked: list[Event] = []

    def ask() -> Iterator[Event]:
        for event in story:
            asked.append(event)
            yield event

    for number, _ in enumerate(record(db, begin(db), ask()), start=1):
        assert len(asked) == number


def test_a_day_is_on_disk_when_the_next_one_begins(path: Path, db: Database, begin: Begin, story: Story) -> None:
    run = begin(db)
    with open_database(path) as beside, closing(record(db, run, story)) as events:
        for event in events:
            stored = tuple(events_of(beside, run))
            assert stored == tuple(earlier for earlier in story if earlier.day < event.day)


def test_a_long_day_is_written_in_parts(db: Database, begin: Begin) -> None:
    run = begin(db)
    busy = [PhotoUploaded(day=0, photo=f"p{number}") for number in range(3 * BATCH)]
    with closing(record(db, run, busy)) as events:
        list(islice(events, BATCH + 1))
        assert db.table("events").count == BATCH
    assert db.table("events").count == BATCH + 1


@pytest.mark.parametrize("seen", [0, 1, 7, 8, 20])
def test_a_watcher_who_leaves_interrupts_the_run_and_what_was_seen_is_kept(
    db: Database, begin: Begin, story: Story, seen: int
) -> None:
    run = begin(db)
    with closing(record(db, run, story)) as events:
        list(islice(events, seen))
    assert tuple(events_of(db, run)) == story[:seen]
    assert verify(db, run).equal
    # A generator that was never started has nothing to interrupt.
    assert find_run(db).status is (Status.INTERRUPTED if seen else Status.RUNNING)


def test_ctrl_c_interrupts_and_an_error_of_the_story_fails(db: Database, begin: Begin, story: Story) -> None:
    def broken(error: BaseException) -> Iterator[Event]:
        yield from story[:10]
        raise error

    for error, status in [(KeyboardInterrupt(), Status.INTERRUPTED), (ConsentError("no"), Status.FAILED)]:
        run = begin(db)
        with pytest.raises(type(error)):
            list(record(db, run, broken(error)))
        assert find_run(db, run.name).status is status
        assert tuple(events_of(db, run)) == story[:10]


def test_a_database_that_closes_under_a_watched_story_is_not_worse_than_that(
    path: Path, begin: Begin, story: Story
) -> None:
    with open_database(path) as db:
        events = record(db, begin(db), story)
        list(islice(events, 10))
    events.close()
    with open_database(path) as db:
        assert tuple(events_of(db, find_run(db))) == story[:7]
        assert find_run(db).status is Status.RUNNING


def test_a_full_disk_is_one_line_and_what_was_committed_stays(db: Database, begin: Begin) -> None:
    run = begin(db)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    free = db.execute("PRAGMA freelist_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 8 - free}")
    wordy = [PhotoUploaded(day=day, photo="x" * 3000) for day in range(100)]
    with pytest.raises(StoreError, match="the disk is full; make room and play again"):
        list(record(db, run, wordy))
    stored = tuple(events_of(db, run))
    assert 0 < len(stored) < 10
    assert stored == tuple(wordy[: len(stored)])
    assert verify(db, run).equal


@pytest.mark.parametrize("kept", [1, 7, 30, 71])
def test_an_interrupted_run_is_resumed_to_the_same_bits(db: Database, begin: Begin, story: Story, kept: int) -> None:
    run = begin(db)
    with closing(record(db, run, story)) as events:
        list(islice(events, kept))
    # Cut short a second time, before anything new came.
    with closing(record(db, run, story)) as events:
        list(islice(events, 1))
    assert verify(db, run).equal
    assert tuple(record(db, run, story)) == story
    assert tuple(events_of(db, run)) == story
    assert (find_run(db).status, find_run(db).event_hash) == (Status.FINISHED, hash_events(story))


def test_a_run_is_not_resumed_with_another_story_nor_twice(db: Database, begin: Begin, story: Story) -> None:
    run = begin(db)
    with closing(record(db, run, story)) as events:
        list(islice(events, 20))
    with pytest.raises(StoreError, match="event 10 differs from what was recorded"):
        list(record(db, run, (*story[:10], *story[11:])))
    with pytest.raises(StoreError, match="more events than the story that resumes it"):
        list(record(db, run, story[:10]))
    assert tuple(events_of(db, run)) == story[:20]
    assert verify(db, run).equal
    list(record(db, run, story))
    with pytest.raises(StoreError, match="it is finished"):
        list(record(db, run, story))


def test_repeats_get_names_of_their_own_and_the_last_one_is_found(db: Database, begin: Begin) -> None:
    assert [begin(db).name for _ in range(3)] == ["accidental-allow.7", "accidental-allow.7.2", "accidental-allow.7.3"]
    assert begin(db, seed=8).name == "accidental-allow.8"
    assert find_run(db).name == "accidental-allow.8"
    assert find_run(db, "accidental-allow.7.2").id == 2
    assert [run.id for run in runs(db)] == [1, 2, 3, 4]


def test_a_run_is_read_back_as_it_was_begun(db: Database, begin: Begin) -> None:
    run = begin(db)
    assert find_run(db) == run
    assert (run.versions, run.summary, run.model) == ({"rollcall": "0.1.0"}, None, "0123456789ab")
    kept = keep_summary(db, run, {"uploaded": 3, "held": {"photo.original": {"alive": 1}}})
    assert find_run(db) == kept


def test_an_unknown_run_is_answered_with_the_last_ones(db: Database, begin: Begin) -> None:
    with pytest.raises(StoreError, match="no run is stored yet; `rollcall play` makes one"):
        find_run(db)
    begin(db)
    with pytest.raises(StoreError) as caught:
        find_run(db, "nope\x1b[31m\udcff")
    assert str(caught.value).endswith(r"'nope\x1b[31m\udcff' is not text")
    with pytest.raises(StoreError, match=r"no run is called 'nope'; the last ones are accidental-allow\.7$"):
        find_run(db, "nope")


def test_a_seed_beyond_64_bits_is_refused_in_one_line(db: Database, begin: Begin) -> None:
    with pytest.raises(StoreError, match="a number does not fit in 64 bits"):
        begin(db, seed=2**64)
    assert runs(db) == ()


CHILD = """
import sys
from pathlib import Path
from simulator.domain.events import PhotoUploaded
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import begin_run

def endless():
    seq = 0
    while True:
        yield PhotoUploaded(day=seq // 5, photo=f"p{seq}")
        seq += 1

with open_database(Path(sys.argv[1])) as db:
    run = begin_run(db, story="s", terms="t", prompt="p", seed=1, started_at="now", model=None, versions={})
    for event in record(db, run, endless()):
        print(event.photo, flush=True)
"""


@pytest.mark.parametrize("seen", [1, 6, 444])
def test_kill_9_loses_at_most_the_batch_in_flight_and_the_run_resumes(path: Path, seen: int) -> None:
    with subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        heard = [child.stdout.readline().strip() for _ in range(seen)]
        os.kill(child.pid, signal.SIGKILL)
        heard += child.stdout.read().split()
    assert child.returncode == -signal.SIGKILL
    # The last word may have been cut off in the pipe; everything before it was surely handed on.
    handed_on = len(heard) - 1
    with open_database(path) as db:
        run = find_run(db)
        assert run.status is Status.RUNNING
        assert verify(db, run).equal
        stored = tuple(events_of(db, run))
        whole = tuple(PhotoUploaded(day=seq // 5, photo=f"p{seq}") for seq in range(len(stored) + 20))
        assert stored == whole[: len(stored)]
        assert len(stored) >= handed_on - 5
        assert tuple(record(db, run, whole)) == whole
        assert find_run(db).event_hash == hash_events(whole)
