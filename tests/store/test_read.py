import dataclasses
import json
import types
from collections.abc import Callable, Iterator
from enum import Enum
from hashlib import sha256
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils.db import Database

from simulator.catalog.load import load_scenario
from simulator.domain import events as kinds
from simulator.domain.analysis import Analysis, GeoPoint, Label
from simulator.domain.categories import Theme
from simulator.domain.errors import AnalyzerError, StoreError
from simulator.domain.events import Event, PhotoAnalysed, StoryEnded
from simulator.domain.log import as_line, as_record, hash_events
from simulator.journey.ports import Analyzer, PictureFile
from simulator.journey.simulate import simulate
from simulator.store.analyses import StoredAnalyzer
from simulator.store.database import open_database
from simulator.store.lines import KINDS, as_event
from simulator.store.read import events_of, verify
from simulator.store.record import record
from simulator.store.runs import RunRecord, begin_run, find_run, runs

Begin = Callable[..., RunRecord]
Story = tuple[Event, ...]


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Anything that a field of this type may hold; whole numbers up to 64 bits, no NaN, which equals nothing."""
    if kind is int:
        return st.integers(-(2**63), 2**63 - 1)
    if kind is float:
        return st.floats(allow_nan=False) | st.integers(-10, 10)
    if get_origin(kind) is tuple:
        return st.lists(values_of(get_args(kind)[0]), max_size=3).map(tuple)
    if get_origin(kind) is types.UnionType:
        return st.one_of(st.none() if part is types.NoneType else values_of(part) for part in get_args(kind))
    if dataclasses.is_dataclass(kind):
        return st.builds(kind, **{name: values_of(hint) for name, hint in get_type_hints(kind).items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    return {str: st.text(st.characters(), max_size=20), bool: st.booleans()}[kind]


patiently = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
ANY_EVENT = st.sampled_from(sorted(KINDS)).flatmap(lambda name: values_of(KINDS[name]))


def test_every_kind_of_event_is_known() -> None:
    named = {name for name in vars(kinds) if isinstance(vars(kinds)[name], type) and name[0].isupper()}
    assert set(KINDS) == {name for name in named if issubclass(vars(kinds)[name], Event)} - {"Event"}
    assert len(KINDS) > 25


@patiently
@given(event=ANY_EVENT, seq=st.integers(0, 10**6))
def test_reading_is_the_inverse_of_writing(event: Event, seq: int) -> None:
    line = as_line(seq, event)
    read = as_event(line, seq)
    assert read == event
    assert repr(read) == repr(event)  # an enum comes back as itself, not as a text that equals it
    assert as_line(seq, read) == line


@patiently
@given(log=st.lists(ANY_EVENT, max_size=12))
def test_a_log_comes_back_from_the_disk_with_the_same_events_and_hash(
    tmp_path_factory: pytest.TempPathFactory, log: list[Event]
) -> None:
    with open_database(tmp_path_factory.getbasetemp() / "laws.db") as db:
        run = begin_run(db, story="s", terms="t", prompt="p", seed=0, started_at="", model=None, versions={})
        assert list(record(db, run, log)) == log
        read = list(events_of(db, run))
        assert read == log
        assert hash_events(read) == hash_events(log) == find_run(db).event_hash
        assert verify(db, run).equal


@patiently
@given(event=ANY_EVENT, data=st.data())
def test_a_line_with_any_key_lost_added_or_misspelt_is_refused(event: Event, data: st.DataObject) -> None:
    fields = as_record(0, event)
    key = data.draw(st.sampled_from(sorted(fields)))
    change = data.draw(st.sampled_from(["lost", "added", "misspelt"]))
    value = 1 if change == "added" else fields.pop(key)
    if change != "lost":
        fields[f"{key}x"] = value
    with pytest.raises(StoreError):
        as_event(json.dumps(fields), 0)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", "event 0 is damaged"),
        ("[]", "event 0 is damaged"),
        ("[" * 100_000, "event 0 is damaged"),
        ('{"seq":0,"day":0,"kind":"Event"}', "event 0 is damaged"),
        ('{"seq":0,"day":0,"kind":"PhotoEaten","photo":"p1"}', "event 0 is damaged"),
        ('{"seq":1,"day":0,"kind":"PhotoUploaded","photo":"p1"}', "event 0 is not at its place"),
        ('{"seq":0,"day":0,"kind":"PhotoUploaded","photo":1}', "photo: expected text, found 1"),
        ('{"seq":0,"day":true,"kind":"PhotoUploaded","photo":"p1"}', "day: expected a whole number, found true"),
        ('{"seq":0,"day":0.0,"kind":"PhotoUploaded","photo":"p1"}', r"day: expected a whole number, found 0\.0"),
        (
            '{"seq":0,"day":0,"kind":"ConsentGiven","record":"r","manner":"keen","taps":1}',
            "expected one of informed",
        ),
        (
            '{"seq":0,"day":0,"kind":"SettingSwitched","setting":"sound","on":true,"taps":1}',
            "setting: expected one of",
        ),
        (
            '{"seq":0,"day":0,"kind":"PhotoAccessSet","access":"full","picks":"p1"}',
            "picks: expected a list, each",
        ),
    ],
)
def test_a_damaged_line_is_refused(line: str, expected: str) -> None:
    with pytest.raises(StoreError, match=expected):
        as_event(line, 0)


@pytest.fixture
def run(db: Database, begin: Begin, story: Story) -> RunRecord:
    list(record(db, begin(db), story))
    return find_run(db)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("DELETE FROM events WHERE seq = 5", "event 5 is missing"),
        ("UPDATE events SET seq = 900 WHERE seq = 70", "event 70 is missing"),
        ("UPDATE events SET body = '{' WHERE seq = 5", "event 5 is damaged"),
        ("UPDATE events SET body = x'ff' WHERE seq = 5", "event 5 is damaged"),
        ("UPDATE events SET body = 3 WHERE seq = 5", "event 5 is damaged"),
        ("UPDATE events SET body = (SELECT body FROM events WHERE seq = 6) WHERE seq = 5", "not at its place"),
        ("UPDATE events SET day = 9 WHERE seq = 5", "event 5 is filed under another day or kind"),
        ("UPDATE events SET kind = 'StoryEnded' WHERE seq = 5", "event 5 is filed under another day or kind"),
    ],
)
def test_a_gap_or_damage_is_refused_with_run_and_event(
    db: Database, run: RunRecord, damage: str, expected: str
) -> None:
    db.execute(damage)
    for read in (lambda: list(events_of(db, run)), lambda: verify(db, run)):
        with pytest.raises(StoreError, match=expected) as caught:
            read()
        assert f"run {run.name!r}" in str(caught.value)
        assert "\n" not in str(caught.value)


def test_a_changed_word_or_a_lost_end_is_found_by_its_hash(db: Database, run: RunRecord) -> None:
    assert verify(db, run).equal
    db.execute("UPDATE events SET body = replace(body, 'recent', 'pet') WHERE seq = 1")
    changed = verify(db, run)
    assert not changed.equal
    assert (changed.events, changed.recorded) == (71, run.event_hash)
    db.execute("UPDATE events SET body = replace(body, 'pet', 'recent') WHERE seq = 1")
    db.execute("DELETE FROM events WHERE seq = 70")
    assert not verify(db, run).equal


@pytest.mark.parametrize(
    "damage", ["status = 'lost'", "model = char(27)", "versions = '{'", "summary = 'x'", "versions = x'ff'"]
)
def test_a_damaged_row_of_a_run_is_one_line(db: Database, run: RunRecord, damage: str) -> None:
    db.execute(f"UPDATE runs SET {damage}")  # noqa: S608  (our own words)
    with pytest.raises(StoreError, match=f"the row of run {run.name!r} is damaged"):
        find_run(db)
    with pytest.raises(StoreError, match="is damaged"):
        runs(db)


class Fresh:
    def analyze(self, picture: PictureFile) -> Analysis:
        return analysis(picture.name)


def analysis(name: str) -> Analysis:
    return Analysis(
        labels=(Label(name=name, score=0.5),), themes=(), faces=(), taken_at=None, place=None, model="0" * 12
    )


def never() -> bytes:
    raise AssertionError("nobody needs the bytes of a picture whose analysis is stored")


def test_a_stored_analysis_answers_and_another_analyzer_is_asked_about_the_rest(db: Database, begin: Begin) -> None:
    run = begin(db)
    list(record(db, run, [PhotoAnalysed(day=0, photo="p1", analysis=analysis("cake")), StoryEnded(day=0)]))
    known, unknown = PictureFile(name="p1", read=never), PictureFile(name="p2", read=never)
    alone = StoredAnalyzer(db, run)
    assert alone.analyze(known) == analysis("cake")
    with pytest.raises(AnalyzerError, match=r"p2: run 'accidental-allow\.7' holds no analysis of it"):
        alone.analyze(unknown)
    asking = StoredAnalyzer(db, run, Fresh())
    assert (asking.analyze(known), asking.analyze(unknown)) == (analysis("cake"), analysis("p2"))


class Fanciful:
    """Says something else about every picture, and the same about the same."""

    def analyze(self, picture: PictureFile) -> Analysis:
        score = sha256(picture.name.encode()).digest()[0] / 256
        theme = Label(name=list(Theme)[int(score * len(Theme))], score=score)
        place = GeoPoint(latitude=45.0 + score, longitude=-score) if score > 0.5 else None
        return Analysis(labels=(), themes=(theme,), faces=(), taken_at=None, place=place, model="0" * 12)


def test_a_story_told_again_from_its_stored_analyses_is_the_same_to_the_bit(db: Database, begin: Begin) -> None:
    scenario = load_scenario("allow-revoke-allow")
    person = scenario.live()

    def tell(analyzer: Analyzer) -> Iterator[Event]:
        return simulate(scenario, person, analyzer=analyzer, develop=lambda photo: photo.id.encode())

    first, again = begin(db), begin(db)
    told = list(record(db, first, tell(Fanciful())))
    assert any(isinstance(event, PhotoAnalysed) for event in told)
    assert list(events_of(db, first)) == told
    assert list(record(db, again, tell(StoredAnalyzer(db, first)))) == told
    assert find_run(db, first.name).event_hash == find_run(db, again.name).event_hash
