"""A process of our own: it gets orders, one after another, and tells values until each of them is done.

Orders, questions and values go through one `multiprocessing` pipe. `subprocess` starts the process: `multiprocessing`
would have it run the user's script or notebook once more, and leave the terminal to it. A thread of the child reads
the pipe, so that a stop is heard while something is under way, and the end of the parent is a stop, too.
"""

import _thread
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from pkgutil import resolve_name
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Final

from simulator.domain.errors import RollcallError

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

if TYPE_CHECKING:
    from simulator.consent.ask import Answer, Respondent
    from simulator.consent.prompt import Prompt

_GENTLE: Final = 15  # of 19: where cores are few, the screen that somebody looks at goes first
_PULSE: Final = 0.25  # seconds, at most, until a Ctrl-C is heard
_PATIENCE: Final = 20  # seconds for a sign of life from a process that was told to stop


class ChildDiedError(RollcallError):
    """The process ended before what was ordered was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a process is there for.

    Attributes:
        work: a function, as ``module:name``, which only the process imports; it gets each order and the `Desk`.
        name: what to call the process when it dies.
        kept: what to say of its work then.
        gentle: whether somebody looks at a screen meanwhile.
    """

    work: str
    name: str
    kept: str = ""
    gentle: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A prompt waits for its answer, which is the next message."""

    prompt: "Prompt"
    day: int


@dataclass(frozen=True, slots=True)
class _Answered:
    answer: "Answer | None"


@dataclass(frozen=True, slots=True)
class _Stop:
    """Nobody wants any more of what was ordered last."""


@dataclass(frozen=True, slots=True)
class _Done:
    """Nothing more comes of an order; ``failed`` says why it could not be carried out, if it could not."""

    failed: str


class Child:
    """One process, started when it is first needed; threads that order at the same time are served in turn."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._turn, self._sending = threading.Lock(), threading.Lock()
        self._under_way = self._stopped = self._closed = False
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Have the process load what it will need, before anything is ordered.

        Raises:
            RollcallError: it was closed.
        """
        with self._turn:
            self._find()

    def order(self, order: Any, respondent: "Respondent | None" = None) -> Generator[Any]:
        """Every value that is told. Closing it has the process stop, and returns once that has kept what was done.

        Args:
            order: what is to be done.
            respondent: who answers prompts, in this thread.

        Raises:
            ChildDiedError: the process died; the next order starts another.
            RollcallError: it cannot be done.
        """
        with self._turn:
            pipe = self._find()
            try:
                with self._telling_its_end(), self._sending:
                    pipe.send(order)
                    self._under_way = True
                    if self._stopped:
                        pipe.send(_Stop())
                while not isinstance(told := self._hear(), _Done):
                    if isinstance(told, _Asked):
                        assert respondent is not None
                        answered = _Answered(respondent.answer(told.prompt, told.day))
                        with self._telling_its_end(), self._sending:
                            pipe.send(answered)
                    else:
                        yield told
                self._under_way = False
            finally:
                if self._under_way and not self._hear_out():
                    self._end()
                self._under_way = self._stopped = False
        if told.failed:
            raise RollcallError(told.failed)

    def stop(self) -> None:
        """Have it end early what is ordered, or will be next; from any thread, and as often as one likes."""
        with self._sending:
            self._stopped = True
            if self._under_way:
                with suppress(OSError):
                    self._pipe.send(_Stop())

    def close(self) -> None:
        """End the process as soon as nothing is under way; nothing can be ordered any more."""
        with self._turn:
            self._closed = True
            self._end()

    def _find(self) -> "Connection[Any, Any]":
        try:
            if self._closed:
                raise RollcallError(f"{self._job.name} was closed")
            if self._process is None:
                self._begin()
        except OSError as error:
            raise RollcallError(f"{self._job.name} cannot be started: {error.strerror}") from error
        return self._pipe

    def _begin(self) -> None:
        # Last words need not be UTF-8.
        self._complaints = TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115  (`_end` closes it)
        self._pipe, theirs = Pipe()
        with theirs:
            # Modules are found where they are found here, and not first of all in the user's folder.
            told = f"import sys; sys.path[:] = {[folder for folder in sys.path if isinstance(folder, str)]!r}"
            called = f"from {__name__} import serve; serve({theirs.fileno()}, {self._job.work!r}, {self._job.gentle})"
            self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                [sys.executable, "-c", f"{told}; {called}"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._complaints,
                **_apart(theirs.fileno()),
            )

    def _hear(self) -> Any:
        with self._telling_its_end():
            # A Ctrl-C that comes just before a wait without end would be heard only after it.
            while not self._pipe.poll(_PULSE):
                pass
            return self._pipe.recv()

    def _hear_out(self) -> bool:
        """Stop what is under way, and wait; whether it is done, and the process fit for the next order."""
        self.stop()
        with suppress(EOFError, OSError):
            while self._pipe.poll(_PATIENCE):
                if isinstance(self._pipe.recv(), _Done):
                    return True
        return False

    @contextmanager
    def _telling_its_end(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError) as error:
            assert self._process is not None
            with suppress(subprocess.TimeoutExpired):
                # It lets go of the pipe a moment before it has ended.
                self._process.wait(_PATIENCE)
            raise ChildDiedError(f"{self._job.name} ended with {self._end()}{self._job.kept}") from error

    def _end(self) -> str:
        """Have it end, which has nothing to lose any more; its exit code and, after a colon, its last words."""
        if self._process is None:
            return ""
        self._process.kill()
        code = self._process.wait()
        self._process = None
        with self._sending:
            self._under_way = False
            self._pipe.close()
        with self._complaints as complaints:
            complaints.seek(0)
            lines = complaints.read().strip().splitlines()
        return f"{code}: {lines[-1]}" if lines else f"{code}"


def _apart(handle: int) -> dict[str, Any]:
    """How to start a process that gets this handle, and is no part of what goes on at the terminal.

    A Ctrl-C there, or its end, is for the parent alone, which then has the child stop; so what was done is always told.
    """
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)  # noqa: FBT003  (it takes no names)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        return {"startupinfo": startup, "creationflags": subprocess.CREATE_NO_WINDOW}
    else:  # noqa: RET505  (so that the types of both systems can be checked)
        return {"pass_fds": (handle,), "start_new_session": True}


class Errand:
    """One order that a process of its own carries out. Satisfies `simulator.api.ports.Measuring`."""

    def __init__(self, job: Job, order: Any) -> None:
        self._child, self._order = Child(job), order

    def records(self) -> Generator[dict[str, Any]]:
        """Every record that is told; closing it ends the process. Raises as `Child.order` does."""
        with closing(self._child), closing(self._child.order(self._order)) as told:
            yield from told

    def stop(self) -> None:
        """Have it end early and tell what it has done; from any thread, and as often as one likes."""
        self._child.stop()


class Desk:
    """The child's end of the pipe: orders come in, values and questions go out.

    A stop is a `KeyboardInterrupt`, once for each order, so that what must still be told then can be told.
    """

    def __init__(self, pipe: "Connection[Any, Any]") -> None:
        self._pipe = pipe
        self._inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._stopped, self._heeded, self._at_once = threading.Event(), False, False
        self._worker = threading.get_ident()
        signal.signal(signal.SIGINT, self._interrupt)
        threading.Thread(target=self._read, name="desk", daemon=True).start()

    def tell(self, value: Any) -> None:
        """Pass it on, whole.

        Raises:
            KeyboardInterrupt: nobody wants any more.
        """
        at_once, self._at_once = self._at_once, False
        try:
            self._pipe.send(value)
        except OSError as error:
            raise KeyboardInterrupt from error
        finally:
            self._at_once = at_once
        self._heed()

    def answer(self, prompt: "Prompt", day: int) -> "Answer | None":
        """Satisfies `simulator.consent.ask.Respondent`: pass the question on."""
        self.tell(_Asked(prompt, day))
        if isinstance(answered := self._inbox.get(), _Answered):
            return answered.answer
        self._inbox.put(answered)
        self._heeded = True
        raise KeyboardInterrupt

    @contextmanager
    def stopping_at_once(self) -> Iterator[None]:
        """Within this block a stop interrupts whatever goes on, and does not wait until something is told."""
        self._at_once = True
        try:
            self._heed()
            yield
        finally:
            self._at_once = False

    def serve(self, work: "Callable[[Any, Desk], None]") -> None:
        """Carry out each order as it comes, until the other end is gone."""
        while not isinstance(order := self._inbox.get(), Exception):
            if isinstance(order, _Stop):
                continue  # what was ordered before
            failed, self._heeded = "", False
            try:
                work(order, self)
            except KeyboardInterrupt:
                pass
            except (RollcallError, OSError) as error:
                failed = str(error)
            with suppress(OSError):
                self._pipe.send(_Done(failed))
        if not isinstance(order, EOFError | OSError):
            raise order

    def _read(self) -> None:
        message: Any = None
        while not isinstance(message, Exception):
            try:
                message = self._pipe.recv()
            except Exception as end:  # noqa: BLE001  (whoever works hears of it)
                message = end
            if isinstance(message, _Stop | Exception):
                self._stop()
            elif not isinstance(message, _Answered):
                self._stopped.clear()  # that was of the order before
            self._inbox.put(message)

    def _stop(self) -> None:
        self._stopped.set()
        if sys.platform == "win32":
            _thread.interrupt_main()
        else:
            # Wakes a sleeper, too.
            signal.pthread_kill(self._worker, signal.SIGINT)

    def _interrupt(self, *_: object) -> None:
        if self._at_once:
            self._heed()

    def _heed(self) -> None:
        if self._stopped.is_set() and not self._heeded:
            self._heeded = True
            raise KeyboardInterrupt


def serve(handle: int, work: str, gentle: bool) -> None:  # noqa: FBT001  (`Child` writes this call)
    """What the process does: carry out orders that come through the pipe with this handle."""
    carry_out = resolve_name(work)
    if gentle:
        _step_back()
    Desk(Connection(handle)).serve(carry_out)


def _step_back() -> None:
    # Only Unix has niceness; elsewhere the screen and this process share the cores as equals.
    if hasattr(os, "nice"):
        os.nice(_GENTLE)
