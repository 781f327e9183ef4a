"""Colours of the theme for widgets that draw their own cells."""

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget


def ink(widget: "Widget", name: str) -> Style:
    """The colour and emphasis of a component class, solid on the widget's background, and no background of its own.

    A theme may give a colour as a part of whatever contrasts with the background; a cell needs the result.
    """
    styles = widget.get_component_styles(name)
    emphasis = styles.text_style
    if not styles.has_rule("color"):
        return emphasis
    paper = widget.background_colors[1]
    color = paper.get_contrast_text(styles.color.a) if styles.auto_color else styles.color
    return emphasis + Style(color=(paper + color).rich_color)
