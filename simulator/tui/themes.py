"""Colours for a dark room and for a projector. Colour is never the only sign of anything.

What is larger and heavier on a projector stands in `app.tcss`.

The hues are those of Okabe & Ito (2008, https://jfly.uni-koeln.de/color/), told apart by people of all kinds of
colour vision.
"""

from textual.theme import Theme

DARK = Theme(
    name="okabe-dark",
    primary="#56B4E9",
    secondary="#0072B2",
    accent="#E69F00",
    success="#009E73",
    warning="#F0E442",
    error="#D55E00",
    foreground="#F2F2F2",
    background="#101418",
    surface="#1A2027",
    panel="#242C35",
    dark=True,
    variables={
        "footer-key-foreground": "#F0E442",
        "border": "#56B4E9",
        "gone": "#8A97A6",
        "going": "#E69F00",
        "kept": "#56B4E9",
        "silent": "#CC79A7",
        "glass": "#0B0E11",
    },
)
PROJECTOR = Theme(
    name="projector-light",
    primary="#005A8C",
    secondary="#0072B2",
    accent="#8F4700",
    success="#00603F",
    warning="#6B5500",
    error="#A33600",
    foreground="#000000",
    background="#FFFFFF",
    surface="#F4F4F4",
    panel="#E2E2E2",
    dark=False,
    variables={
        "footer-key-foreground": "#005A8C",
        "border": "#000000",
        "gone": "#5A5A5A",
        "going": "#8F4700",
        "kept": "#005A8C",
        "silent": "#8A2F68",
        "glass": "#FFFFFF",
        # Grey on white is not seen from the back of a room.
        "text-muted": "#303030",
        "text-disabled": "#5A5A5A",
    },
)
OURS = (DARK, PROJECTOR)
# What one key goes through; ansi-dark leaves every colour to the terminal.
CYCLE = (DARK.name, PROJECTOR.name, "ansi-dark")
# Which of its own colours stands for our four fates in a theme that knows nothing of them.
_STAND_IN = {"gone": "foreground-muted", "going": "accent", "kept": "primary", "silent": "error", "glass": "background"}


def stand_in(theme: Theme) -> dict[str, str]:
    """Colours for what is ours, out of any theme's own; as colours, since a border takes no reference to another."""
    colours = {**theme.to_color_system().generate(), **theme.variables}
    return {name: colours[own] for name, own in _STAND_IN.items()}
