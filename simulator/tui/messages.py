"""What parts of the screen tell each other; always upward, never sideways."""

from textual.message import Message


class Asked(Message):
    """A story, or a recorded run, shall be put on."""

    def __init__(self, wish: object) -> None:
        super().__init__()
        self.wish = wish


class ShowMoved(Message):
    """The story that is on has other events or another playhead; a newer one stands for all before it."""

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, ShowMoved)


class PhotosDrawn(Message):
    """Photos that were asked for can be shown now."""

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, PhotosDrawn)
