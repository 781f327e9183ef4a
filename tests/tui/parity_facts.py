"""Facts of the screens, and of what commands print: what `test_parity` holds against each other."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.tui.app import RollcallApp
from simulator.tui.rooms.fork.screen import ForkScreen
from simulator.tui.rooms.ledger.screen import LedgerScreen
from simulator.tui.rooms.ledger.things import Things
from simulator.tui.rooms.story.lightbox import LightboxScreen
from simulator.tui.rooms.terms.screen import TermsScreen
from simulator.tui.rooms.terms.sides import Aspect

BUCKETS = ("goes", "stays", "not_said")
COLUMNS = ("id", "effect", "status", "says", "quoted", "source", "url")
STORY, PEOPLE = "accidental-allow", 200
META, STRICT = "meta-2025-06-test", "gdpr-strict"
THING = "home/inferred.home"
Facts = Any


@dataclass
class Open:
    """A screen that is open, in a test; ``folder`` is where the results of measurements lie."""

    app: RollcallApp
    rest: Callable[[], Awaitable[str]]
    folder: Path

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What would be exported."""
        table = self.app.screen.table()  # type: ignore[attr-defined]
        return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


async def stay(_: Open) -> None:
    """The room as it is when it is entered."""


def no_words(_: Any) -> Iterable[str]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Case:
    """One screen and one command.

    Attributes:
        command: its words, after && those of another; FOLDER in them is where results of measurements lie.
        told: the facts, of what the command printed.
        seen: the same, of the screen.
        enter: what is done on the screen first.
        day: where the playhead of the story stands; None: no story is on.
        words: what of the facts must be read on the screen.
    """

    room: str
    command: str
    told: Callable[[Any], Facts]
    seen: Callable[[Open], Facts]
    enter: Callable[[Open], Awaitable[None]] = stay
    day: int | None = None
    words: Callable[[Any], Iterable[str]] = no_words

    @property
    def name(self) -> str:
        return f"{self.room}: {self.command}"


# Home ----------------------------------------------------------------------------------------------------------------


def listed(what: str) -> Case:
    return Case(
        room="home",
        command=f"list {what} --json",
        told=lambda told: sorted((each["id"], each["title"]) for each in told),
        seen=lambda on: sorted((row["id"], row["title"]) for row in on.rows if row["what"] == what),
        words=lambda told: [told[0]["title"]] if what == "stories" else [told[0]["id"]] if what == "runs" else [],
    )


# Story and one photo --------------------------------------------------------------------------------------------------


async def look_at_ledger(on: Open) -> None:
    """What is exported is of the part that has the focus."""
    on.app.screen.query_one("#ledger").focus()


async def open_photo(on: Open) -> None:
    assert on.app.show is not None
    await on.app.push_screen(LightboxScreen(on.app.show, "p0066"))
    on.app.screen.action_truth()  # type: ignore[attr-defined]


def told_photo(told: Any) -> Facts:
    return {
        ("sight", None, told["sight"]),
        ("taken", None, told["taken"]),
        ("place", None, told["place"]),
        *(("theme", each["label"], each["score"]) for each in told["themes"]),
        *(("label", each["label"], each["score"]) for each in told["labels"]),
        *(("face", each["person"], each["score"]) for each in told["faces"]),
        *(("held", category, state) for category, state in told["held"].items()),
        *(("here" if each["here"] else "elsewhere", each["person"], each["claim"]) for each in told["people"]),
        *(("concluded", each["kind"], each["claim"]) for each in told["conclusions"]),
        *(("really", name, each["really"]) for name, each in told["truth"].items()),
    }


def words_of_photo(told: Any) -> Iterable[str]:
    yield from (told["taken"], told["place"], told["truth"]["theme"]["really"])
    yield from (each["claim"].split(",")[0] for each in told["people"][:2])


# Fork -----------------------------------------------------------------------------------------------------------------


async def refuse(on: Open) -> None:
    screen = ForkScreen()
    await on.app.push_screen(screen)
    await on.rest()
    screen._choose(next(iter(screen._possible.values())))
    while screen._performer is not None and screen._performer.busy:
        screen._hear()
        await on.rest()
    screen.action_go_to(1)


def told_fork(told: Any) -> Facts:
    counts = {name: (str(each["before"]), str(each["after"])) for name, each in told["counts"].items()}
    return counts | {f"day {each['day']}": (each["before"], each["after"]) for each in told["days"]}


# Ledger ---------------------------------------------------------------------------------------------------------------


def viewed(times: int) -> Callable[[Open], Awaitable[None]]:
    async def enter(on: Open) -> None:
        assert isinstance(on.app.screen, LedgerScreen)
        for _ in range(times):
            on.app.screen.action_view()
            await on.rest()

    return enter


async def read_both(on: Open) -> None:
    await viewed(1)(on)
    screen = on.app.screen
    assert isinstance(screen, LedgerScreen)
    while len({row["reading"] for row in on.rows}) < len(("kindest", "harshest")):
        screen.action_reading()


async def point(on: Open) -> None:
    things = on.app.screen.query_one(Things)
    things.point(next(place for place, thing in enumerate(things.things) if thing.id == THING))


def told_thing(item: Any) -> Facts:
    clock = item["clock"] or {"clock": None, "runs": None}
    plain = ("id", "category", "holder", "since", "state", "changed", "begins", "ends", "clause", "status")
    return (*(item[name] for name in plain), clock["clock"], clock["runs"], *item["gone"].values())


# Terms ----------------------------------------------------------------------------------------------------------------


def changed(on: Open) -> Facts:
    """What the pairs that differ say, clause by clause; two that are only about the same are two clauses."""
    found = set()
    for row in on.rows:
        sides = [(row[f"{side}_id"], row[f"{side}_says"]) for side in ("before", "after")]
        if row["likeness"] == "differs":
            found.add((sides[0][0], sides[0][1], sides[1][1], row["fields"]))
        elif row["likeness"] != "same":
            found |= {(name, says, None, "") for name, says in sides[:1] if name}
            found |= {(name, None, says, "") for name, says in sides[1:] if name}
    return found


def clause(clause: Any) -> Facts:
    source = clause["source"]
    return (
        *(clause["id"], clause["effect"], clause["status"], clause["says"]),
        *(source["quoted"], source["title"], source["url"]),
    )


def turned_to(aspect: Aspect) -> Callable[[Open], Awaitable[None]]:
    async def enter(on: Open) -> None:
        screen = on.app.screen
        assert isinstance(screen, TermsScreen)
        screen._put({"a": META, "b": STRICT})
        await on.rest()
        screen._open(aspect)

    return enter


def told_uses(told: Any) -> Facts:
    plain = ("moment", "category", "purpose")
    return [
        (
            *(each[name] for name in plain),
            *(each[side]["verdict"] for side in ("before", "after")),
            *(" ".join(each[side]["clauses"]) for side in ("before", "after")),
        )
        for each in told["uses"]
    ]


def told_fates(told: Any) -> Facts:
    return [(each["category"], *each["before"].values(), *each["after"].values()) for each in told["after_withdrawal"]]


def told_means(told: Any) -> Facts:
    return [(side, *each.values()) for side in ("before", "after") for each in told["means"][side]]


def words_of_means(told: Any) -> Iterable[str]:
    """How the first of all fares under the set on the left, and how many there are of it."""
    first = told["means"]["before"][0]
    yield f"Original photos {first['count']}"
    yield f"goes from day {first['begins']}, no end said ({first['clause']})"


async def play_under_both(on: Open) -> None:
    assert isinstance(on.app.screen, TermsScreen)
    on.app.screen.action_play()


def ends(told: Any) -> Iterable[str]:
    for side in told["held"]["still_held"].values():
        low, high = side["kindest"], side["harshest"]
        yield f"Played: {low if low == high else f'{low} to {high}'} still held"


def told_totals(told: Any) -> Facts:
    """How many are in each state, kind by kind, by whatever clause."""
    counted: dict[tuple[str, str], int] = {}
    for row in told["rows"]:
        key = (row["category"], row["state"])
        counted[key] = counted.get(key, 0) + row["count"]
    return counted


def grouped(grounds: Any) -> Iterable[tuple[Any, ...]]:
    found: dict[tuple[Any, ...], int] = {}
    for ground in grounds:
        key = (ground["clause"], ground["status"], ground["category"])
        found[key] = found.get(key, 0) + 1
    return ((*key, number) for key, number in found.items())


def why(on: Open) -> Iterable[str]:
    screen = on.app.screen
    assert isinstance(screen, LedgerScreen)
    why = screen._why()
    assert why is not None
    return why.chain


def outcomes(on: Open) -> Facts:
    screen = on.app.screen
    assert isinstance(screen, TermsScreen)
    assert screen.show is not None
    found = [screen._outcome(screen.show, name) for name in (META, STRICT)]
    return [(each.kindest, each.harshest) for each in found if each is not None]
