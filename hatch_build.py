"""What is packaged from a checkout says of which commit it is; run by hatchling whenever it builds."""

import runpy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CommitHook(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        package = Path(self.root, "simulator")
        commit = runpy.run_path(str(package / "api" / "commit.py"))
        built = package / commit["BUILT"]
        # An editable install asks its checkout, and a source archive brings the file along.
        if version == "editable" or built.exists() or (name := commit["read_commit"](package)) is None:
            return
        self.folder = TemporaryDirectory()
        kept = Path(self.folder.name, built.name)
        kept.write_text(f"{name}\n", encoding="ascii")
        build_data["force_include"][str(kept)] = f"simulator/{built.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  (hatchling's signature)
        if hasattr(self, "folder"):
            self.folder.cleanup()
