"""Breaks one rule after the other in a copy of the tree, and sees whether its tests notice: `make mutants`.

The rules, and where each is broken, stand in `mutations.toml`. Nothing here touches the working tree.
"""

import argparse
import compileall
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import SimpleQueue

ROOT = Path(__file__).parent.parent
LIST = Path(__file__).with_suffix(".toml")
# What the tests of rules read. A copy without the rest is made in a moment.
COPIED = ("simulator", "tests", "scenarios", "docs", "pyproject.toml", "README.md")
LONGEST = 300  # seconds: a mutation that never ends is told, not waited for
PASSED, FAILED, INTERRUPTED = 0, 1, 130
# One luck for Hypothesis, so that a mutation is not killed today and alive tomorrow.
PYTEST = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One rule, broken.

    Attributes:
        rule: what holds, and would not hold any more.
        file: where it is coded; ``old`` stands in it exactly once, and ``new`` instead breaks it.
        tests: files or folders of which at least one test must fail.
    """

    rule: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def applied_to(self, text: str) -> str | None:
        """The text with the rule broken, or None: the place is not to be found, or there are several."""
        return text.replace(self.old, self.new) if text.count(self.old) == 1 else None


class Fate(StrEnum):
    KILLED = "killed"
    SURVIVED = "SURVIVED"
    NOT_APPLIED = "could not apply"
    NOT_RUN = "could not run"


def read_mutations() -> tuple[Mutation, ...]:
    """The list, in its order."""
    rows = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutations"]
    return tuple(Mutation(**{**row, "tests": tuple(row["tests"])}) for row in rows)


class Copy:
    """A copy of the tree; tests run in one process of it at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False

    def test(self, tests: Sequence[str], workers: int = 0, longest: int = LONGEST) -> tuple[int, str]:
        """Run these tests of the copy, on the code of the copy; the exit status, and what was said.

        Raises:
            subprocess.TimeoutExpired: they do not end.
        """
        if self._stopped:
            return INTERRUPTED, ""
        with subprocess.Popen(
            [*PYTEST, str(workers), *tests],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # Ctrl-C is for us alone, who stop it.
        ) as self._process:
            try:
                said, _ = self._process.communicate(timeout=longest)
            finally:
                self._end()
        return self._process.returncode, said

    def stop(self) -> None:
        """End what runs, and begin nothing more."""
        self._stopped = True
        self._end()

    def _end(self) -> None:
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)

    def try_out(self, mutation: Mutation) -> Fate:
        """Break the rule, run its tests, and mend it again."""
        file = self.root / mutation.file
        text = file.read_text(encoding="utf-8")
        broken = mutation.applied_to(text)
        if broken is None:
            return Fate.NOT_APPLIED
        file.write_text(broken, encoding="utf-8")
        try:
            code, _ = self.test(mutation.tests)
        except subprocess.TimeoutExpired:
            return Fate.NOT_RUN
        finally:
            file.write_text(text, encoding="utf-8")
        # Any other code is not a test that failed: the code could not be imported, say.
        return {PASSED: Fate.SURVIVED, FAILED: Fate.KILLED}.get(code, Fate.NOT_RUN)


@contextmanager
def copies(number: int) -> Iterator[tuple[Copy, ...]]:
    """So many copies of the tree, for as long as they are needed."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        roots = [Path(folder) / str(place) for place in range(number)]
        for root in roots:
            for name in COPIED:
                _copy(ROOT / name, root / name)
            # Compiled once, and known by its content: what changes twice within a second is still seen to change.
            compileall.compile_dir(root, quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
        yield tuple(map(Copy, roots))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
    else:
        shutil.copy(source, target)


def run(mutations: Sequence[Mutation], jobs: int) -> int:
    """Try all of them, tell what became of each as it is known, and return the exit status."""
    begun = time.monotonic()

    def tell(line: str) -> None:
        _tell(f"{time.monotonic() - begun:4.0f} s  {line}")

    with copies(jobs) as all_copies:
        tests = sorted({test for mutation in mutations for test in mutation.tests})
        code, said = all_copies[0].test(tests, workers=jobs, longest=4 * LONGEST)
        if code != PASSED:
            _tell(f"{said}\nThe tests fail although no rule is broken; mend that first.")
            return FAILED
        tell(f"no rule is broken, and all tests of the {len(mutations)} pass")
        fates = []
        for mutation, fate in _try_all(mutations, all_copies):
            fates.append(fate)
            tell(f"{fate:15}  {mutation.rule}  ({mutation.file})")
    tell(", ".join(f"{fates.count(fate)} {fate}" for fate in Fate if fate in fates))
    return PASSED if set(fates) <= {Fate.KILLED} else FAILED


def _try_all(mutations: Sequence[Mutation], all_copies: Sequence[Copy]) -> Iterator[tuple[Mutation, Fate]]:
    """Each with what became of it, in the order in which they end."""
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in all_copies:
        free.put(copy)

    def try_out(mutation: Mutation) -> Fate:
        copy = free.get()
        try:
            return copy.try_out(mutation)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(all_copies)) as pool:
        waiting = {pool.submit(try_out, mutation): mutation for mutation in mutations}
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        finally:
            # Nothing is left to stop but after Ctrl-C.
            for copy in all_copies:
                copy.stop()
            pool.shutdown(cancel_futures=True)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Run the list, or a part of it; exit with 1 if any mutation was not killed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="mutations at a time")
    parser.add_argument("--only", metavar="TEXT", default="", help="those whose rule or file contains it")
    chosen = parser.parse_args()
    mutations = [each for each in read_mutations() if chosen.only.lower() in f"{each.rule} {each.file}".lower()]
    if not mutations:
        parser.error(f"no rule or file contains {chosen.only!r}")
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        sys.exit(run(mutations, max(1, chosen.jobs)))
    except KeyboardInterrupt:
        _tell("interrupted; the working tree is as it was")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
