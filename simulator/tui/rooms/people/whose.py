"""Among whom one looks: whose story, what kind of life, which seed, and who is looked for."""

from dataclasses import dataclass, replace

from textual.reactive import reactive

from simulator.tui.parts.choice_bar import ChoiceBar


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Which people are shown.

    Attributes:
        story: the id of the story that they would play, whose days their camera rolls cover.
        life: the id of a kind of life; None: the story's own.
        seed: the world; None: the story's own.
        first: the row with which the list begins.
        query: somebody who ..., in words; empty: everybody.
    """

    story: str
    life: str | None = None
    seed: int | None = None
    first: int = 0
    query: str = ""

    def change(self, **changes: object) -> "Among":
        return replace(self, **changes)  # type: ignore[arg-type]


class AmongBar(ChoiceBar):
    """Those choices, and the keys that change them."""

    among: reactive[Among] = reactive(Among(story=""))
    seed: reactive[int | None] = reactive(None)

    def told(self) -> list[tuple[str, str, str]]:
        seed = self.seed if self.among.seed is None else self.among.seed
        return [
            ("s", "Story", self.among.story),
            ("l", "Life", self.among.life or "the story's"),
            ("g", "Go to", f"{'' if seed is None else seed}:{self.among.first}"),
            ("f", "Find", self.among.query or "everybody"),
        ]
