"""Of which commit this Rollcall is. Standard library only, since what builds a package runs this file by itself."""

import subprocess
from pathlib import Path

BUILT = "_commit.txt"  # in the package, where it was built from a checkout
_SECONDS = 10


def read_commit(package: Path) -> str | None:
    """As built into a package, or else as the checkout around it has it; None where neither knows.

    A checkout with changes that no commit has says ``+changes``.
    """
    built = package / BUILT
    if built.is_file():
        return built.read_text(encoding="ascii").strip()
    root = package.parent
    # Only a checkout of Rollcall itself: what is installed may lie in somebody else's.
    if not (root / ".git").exists():
        return None
    try:
        told = subprocess.run(  # noqa: S603  (nothing in it comes from outside)
            [  # noqa: S607  (git is found where the user's shell finds it)
                "git",
                "--no-optional-locks",
                f"--git-dir={root / '.git'}",
                f"--work-tree={root}",
                "describe",
                "--always",
                "--exclude=*",
                "--abbrev=7",
                "--dirty=+changes",
            ],
            capture_output=True,
            encoding="ascii",
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return told.stdout.strip() or None
