"""The thumb on one phone: what it has done so far, how long that took, and what comes of its next tap."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.consent.app import Entry
from simulator.consent.boxes import chosen, doubts, sends_boxes, set_already
from simulator.consent.prompt import Choice
from simulator.consent.thumb import judge
from simulator.consent.walk import Walk, confirm, find_entry, go_back, tap
from simulator.domain.errors import ConsentError
from simulator.domain.phone import Toggle
from simulator.tui.playing.show import off_day
from simulator.tui.rooms.story.phone.deeds import tell_answer, tell_boxes, tell_turned, tell_walk
from simulator.tui.rooms.story.phone.glance import Hand, Tap, Touch
from simulator.tui.rooms.story.phone.scene import is_asked, settle, walk_shown
from simulator.tui.thumb import answer, ignore, turn_off, turn_other, under_way

if TYPE_CHECKING:
    from simulator.tui.house import House
    from simulator.tui.playing.show import Show

_OFF_ALREADY = "It is off. In this story only the pop-up can turn it on."
_TWIN = "That was the other switch: it only stops suggestions made on the phone."


class Finger:
    """One thumb.

    Args:
        clock: seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.hand = Hand()
        self._clock = clock
        self._set_out = 0.0
        # That the analyzer looks at one photo; asked for once a walk, since the walk is told with each paint.
        self._milliseconds = 0.0
        self._asked: float | None = None
        self._read_through = False
        # The show to which the last deed has led, until the playhead has come to rest there.
        self._bound: Show | None = None
        self._walks_on = False
        self._said_on = (0, 0)

    def seconds(self) -> float:
        """Since the walk through the settings began."""
        return self._clock() - self._set_out

    def shown(self, show: "Show") -> Hand:
        """The hand with what is said of it at this moment."""
        if self.hand.walk.at is None:
            return self.hand
        told = tell_walk(show, self.hand.walk, self.seconds(), self._milliseconds)
        return replace(self.hand, note=(*self.hand.note, *told))

    def arrive(self, show: "Show") -> None:
        """The playhead stands elsewhere, and the clock of a question that is asked there starts.

        Menus close, unless a deed of the thumb's own has led there.
        """
        led = self._bound is show
        if not led:
            # What was said of a deed stands until its day is over.
            note = self.hand.note if self._said_on == (id(show), show.day) else ()
            self.hand = replace(settle(self.hand), note=note)
        elif not self._walks_on:
            self.hand = settle(self.hand)
        if not led or show.aim is None:
            self._bound, self._walks_on = None, False
            self._said_on = (id(show), show.day)
        self._asked = None if is_asked(show) is None else self._clock()
        self._read_through = False

    def read_to_the_end(self, show: "Show") -> None:
        """The last words on the sheet have come into sight; it counts if they are those of the question."""
        over = self.hand.walk.at is not None or self.hand.insists
        if is_asked(show) is not None and not over:
            self._read_through = True

    def tap(self, house: "House", show: "Show", tapped: Tap) -> None:
        """Do what a tap does.

        Raises:
            ConsentError: it is something that cannot be done in this story.
        """
        if under_way(house, show):
            # The second tap of a double click is no second deed.
            return
        self.hand = replace(self.hand, note=())
        match tapped.touch:
            case Touch.ENTRY:
                self._tap_entry(house, show, find_entry(show.scenario.app, tapped.what))
            case Touch.SURE:
                self._walk(house, show, confirm(self.hand.walk, show.scenario.app))
            case Touch.BACK:
                self._back(show)
            case Touch.HOME:
                self.hand = Hand(home=True)
            case Touch.LAYER:
                self.hand = replace(self.hand, layer=self.hand.layer + 1)
            case Touch.CHOICE:
                self._choose(house, show, Choice(tapped.what))
            case Touch.BOX:
                self.hand = replace(self.hand, turned=self.hand.turned ^ {int(tapped.what)})
            case Touch.IGNORE:
                ignore(house, show)
                self._bound = show

    def can_go_back(self, show: "Show") -> bool:
        """Whether anything is open that can be closed."""
        hand = self.hand
        return bool(hand.insists or hand.layer > 1) or walk_shown(show, hand).at is not None

    def _tap_entry(self, house: "House", show: "Show", entry: Entry) -> None:
        if self.hand.walk.at is None:
            self._set_out, self._milliseconds = self._clock(), house.stage.milliseconds()
            self.hand = Hand(walk=Walk(at=walk_shown(show, self.hand).at))
        on = entry.toggle is not None and show.world.settings.get(entry.toggle, False)
        walk = tap(self.hand.walk, show.scenario.app, entry)
        if entry.toggle is Toggle.METADATA_SUGGESTIONS:
            turn_other(house, show, on=not on, taps=walk.taps)
            self.hand = Hand(walk=walk, note=(_TWIN,))
            self._bound, self._walks_on = house.show, True
        elif entry.toggle is Toggle.CLOUD_PROCESSING and not on:
            self.hand = Hand(walk=replace(walk, done=False, doubts=None), note=(_OFF_ALREADY,))
        else:
            self._walk(house, show, walk)

    def _walk(self, house: "House", show: "Show", walk: Walk) -> None:
        # Where it cannot be turned off, the thumb stands before the switch as it did.
        self.hand = Hand(walk=replace(walk, done=False))
        if walk.done:
            note = tell_turned(show, walk, self.seconds(), off_day(show))
            turn_off(house, show, walk.taps)
            self.hand = Hand(note=(note,))
            self._bound = house.show

    def _back(self, show: "Show") -> None:
        hand = self.hand
        if hand.insists:
            self.hand = replace(hand, insists=0, choice="")
        elif hand.walk.at is not None:
            walk = go_back(hand.walk, show.scenario.app)
            self.hand = Hand(walk=walk, home=walk.at is None)
        elif hand.layer > 1:
            self.hand = replace(hand, layer=hand.layer - 1)
        else:
            self.hand = Hand(home=True)

    def _choose(self, house: "House", show: "Show", choice: Choice) -> None:
        if self._asked is None:
            raise ConsentError(f"day {max(show.day, 0)}: the phone asks nothing here")
        prompt, hand, app = show.scenario.prompt_on(show.day), self.hand, show.scenario.app
        button, ticked = prompt.button(choice), set_already(prompt) ^ hand.turned
        left = hand.insists - 1 if hand.choice == choice else doubts(prompt, button, ticked)
        if left > 0:
            self.hand = replace(hand, choice=choice, insists=left)
            return
        seconds = self._clock() - self._asked
        meant = chosen(prompt, button, ticked)
        pause = prompt.design.pauses + (prompt.design.slows_refusal if meant is Choice.REFUSE else 0)
        if seconds < pause:
            self.hand = replace(hand, note=(f"This prompt makes one wait: {pause - seconds:.0f} s more.",))
            return
        manner = judge(prompt, seconds, seconds_per_tap=app.upload.seconds_per_tap, read_through=self._read_through)
        counted = answer(house, show, meant, manner)
        sent = sends_boxes(prompt, button)
        boxes = (tell_boxes(prompt, len(ticked), meant),) if sent else ()
        told = tell_answer(prompt, button, seconds, app, judged=manner, counted=counted)
        self.hand = Hand(note=(*boxes, *told))
        self._bound = house.show
