"""A plain notice while the terminal is too small; what was there before comes back as it was."""

from textual.widgets import Static

LEAST = (80, 24)


class SmallNotice(Static):
    """Lies over a whole screen that has too few columns or rows."""

    DEFAULT_CSS = """
    SmallNotice { layer: notice; dock: top; width: 100%; height: 100%; display: none; background: $background;
                  content-align: center middle; text-align: center; }
    .-tiny SmallNotice, .-flat SmallNotice { display: block; }
    """

    def __init__(self) -> None:
        super().__init__(f"Rollcall needs {LEAST[0]} columns and {LEAST[1]} rows.\nMake this larger,\nor press Ctrl-C.")
