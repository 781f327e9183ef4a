"""Listens to a measurement in a thread of its own; the screen takes what was told when it is ready to."""

import threading
from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING

from simulator.domain.errors import RollcallError

if TYPE_CHECKING:
    from simulator.api.ports import Measuring, Record


class Meter:
    """One measurement being heard.

    Attributes:
        failed: why nothing can be measured, if nothing can.
    """

    def __init__(self, measuring: "Measuring") -> None:
        self.failed = ""
        self._measuring = measuring
        self._told: deque[Record] = deque()
        self._left = False
        self._thread = threading.Thread(target=self._listen, name="meter", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether anything more will be told, or lies there untaken."""
        return self._thread.is_alive() or bool(self._told)

    def take(self) -> "list[Record]":
        """What was told since it was last taken."""
        return [self._told.popleft() for _ in range(len(self._told))]

    def stop(self) -> None:
        """End early; what was measured is still told."""
        self._measuring.stop()

    def leave(self) -> None:
        """Hear no more; returns when the measuring process has ended."""
        self._left = True
        self._measuring.stop()
        self._thread.join()

    def _listen(self) -> None:
        try:
            with closing(self._measuring.records()) as records:
                for record in records:
                    self._told.append(record)
                    if self._left:
                        return
        except (RollcallError, OSError) as error:
            self.failed = str(error)
        except Exception as error:  # noqa: BLE001  (nobody else hears of it: the measurement would just stand still)
            self.failed = f"a fault of Rollcall's own, please report it: {type(error).__name__}: {error}"
