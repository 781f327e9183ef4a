"""Which versions measured or played something: kept with every run and every measurement."""

import platform
from importlib.metadata import version

from simulator import __version__


def read_versions(*libraries: str) -> dict[str, str]:
    """Of Python, of Rollcall itself, and of these libraries, by name.

    Raises:
        PackageNotFoundError: a library is not installed; it is an ImportError that names the missing one.
    """
    # Rollcall knows its own: what is installed may go by another name, or be no package at all.
    return {"python": platform.python_version(), "rollcall": __version__, **{name: version(name) for name in libraries}}
