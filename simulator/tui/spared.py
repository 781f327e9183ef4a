"""What lasts as long as the screen does is spared the search for garbage, which held the loop for 0.1 s at a time."""

import gc


class Spared:
    """Everything that there was at the last `spare`, until `release`."""

    def __init__(self) -> None:
        self._before = gc.get_freeze_count()

    def spare(self) -> None:
        """Look through nothing any more that there is now."""
        gc.freeze()

    def release(self) -> None:
        """Look through all of it again, unless somebody else had spared something before: nobody can tell it apart."""
        if self._before == 0:
            gc.unfreeze()
