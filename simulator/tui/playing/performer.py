"""Plays a show in a thread of its own; the screen takes what has happened when it is ready to."""

import threading
from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING

from simulator.api.ports import Recorded, Thumb
from simulator.domain.errors import RollcallError
from simulator.tui.playing.keyboard import KeyboardRespondent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.api.ports import Stage
    from simulator.domain.analysis import Analysis
    from simulator.domain.events import Event
    from simulator.tui.playing.show import Show

_PATIENCE = 0.25  # seconds that a screen may stand still


class Performer:
    """One show being played.

    Attributes:
        respondent: the keyboard's, if the keyboard answers.
    """

    def __init__(self, stage: "Stage", show: "Show", known: "Mapping[str, Analysis]") -> None:
        self.show = show
        story, before = show.scenario.story, show.playback.events
        self.respondent = KeyboardRespondent(story, before) if show.thumb is Thumb.KEYBOARD else None
        self._stage = stage
        self._known = known
        self._happened: deque[Event] = deque()
        # What a fork has in common with its parent is there before it is played, and happens again unseen.
        self._given = len(show.playback.events)
        self._stopped = self._over = False
        self._failed = ""
        self._thread = threading.Thread(target=self._play, name="performer", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        return self._thread.is_alive() or bool(self._happened)

    @property
    def works(self) -> bool:
        """Whether it plays, and does not only wait for the keyboard."""
        return self.busy and not (self.respondent is not None and self.respondent.waiting)

    def take(self) -> bool:
        """Hand the show what has happened since; whether there is news, the end of the playing included."""
        over = not self._thread.is_alive()
        fresh = [self._happened.popleft() for _ in range(len(self._happened))]
        self.show.extend(fresh)
        news = bool(fresh) or self._failed != self.show.failed or over != self._over
        self.show.failed, self._over = self._failed, over
        return news

    def stop(self) -> None:
        """Leave the show; what happened so far stays recorded.

        Returns when the record is closed, or as soon as a screen would be seen to stand still: what has only just begun
        may still be loading, and is closed by whoever plays it.
        """
        self._stopped = True
        if self.respondent is not None:
            self.respondent.leave()
        self._thread.join(_PATIENCE)

    def _play(self) -> None:
        try:
            with closing(self._stage.play(self.show.scenario, self._known, self.respondent)) as events:
                before = self._given
                for told in events:
                    if isinstance(told, Recorded):
                        self.show.run = told.run
                    elif before:
                        before -= 1
                    else:
                        self._happened.append(told)
                    if self._stopped:
                        return
        except (RollcallError, OSError) as error:
            self._fail(str(error))
        except Exception as error:  # noqa: BLE001  (nobody else hears of it: the story would just stand still)
            self._fail(f"a fault of Rollcall's own, please report it: {type(error).__name__}: {error}")

    def _fail(self, why: str) -> None:
        if not self._stopped:
            self._failed = why
