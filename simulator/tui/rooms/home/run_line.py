"""A recorded run as two lines of a list."""

from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from simulator.api.ports import RunLine

# A second sign beside the word, for whoever looks over many.
_SIGNS = {"finished": "✓", "failed": "✗", "interrupted": "‖"}


def tell_run(run: "RunLine", title: str) -> Text:
    """Its name and how it ended; under it when, the story's ``title``, seed and terms; of a fork, whence it comes."""
    when = run.started_at[:16].replace("T", " ")
    told = f"{run.forked}  {when}" if run.forked else f"{when}  seed {run.seed}  {run.terms}  {title}"
    return Text.assemble(
        (run.name, "bold"),
        f"  {_SIGNS.get(run.status, '…')} {run.status}\n",
        (told, "dim"),
        no_wrap=True,
        overflow="ellipsis",
    )
