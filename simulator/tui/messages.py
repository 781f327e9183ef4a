"""What parts of the screen tell each other; always upward, never sideways."""

from textual.message import Message


class ShowMoved(Message):
    """The story that is on has other events or another playhead; a newer one stands for all before it."""

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, ShowMoved)


class PhotoRefused(Message):
    """A photo that was asked for cannot be drawn."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class PhotosDrawn(Message):
    """Photos that were asked for can be shown now."""

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, PhotosDrawn)
