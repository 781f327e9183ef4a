"""The processor, and what it can do with bytes."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

# The instructions that matter to a network in 8 bits, as Linux names them on x86-64 and on 64-bit ARM.
_TOLD = ("avx2", "avx512f", "avx_vnni", "avx512_vnni", "amx_int8", "asimddp", "i8mm")
_FAST = {"avx_vnni", "avx512_vnni", "amx_int8", "asimddp", "i8mm"}
_WORTH = 1.5  # times as fast as floats: half of what bytes gain where their products are summed in one instruction
_UNDISTURBED = 0.9  # of the processor's time
_CPUINFO = Path("/proc/cpuinfo")
_CPUFREQ = Path("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Processor:
    """What the system says of its processor.

    Attributes:
        cores: how many this process may use.
        flags: those of interest that it has; None where the system does not tell.
    """

    model: str
    cores: int
    flags: tuple[str, ...] | None


def read_processor(cpuinfo: Path = _CPUINFO) -> Processor:
    """From ``/proc/cpuinfo`` where there is one; elsewhere what Python knows."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    fields = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    told = fields.get("flags", fields.get("Features"))
    return Processor(
        model=fields.get("model name") or platform.processor() or platform.machine(),
        cores=cores,
        flags=None if told is None else tuple(flag for flag in _TOLD if flag in told.split()),
    )


def tell_int8(processor: Processor, *, exact: bool) -> str:
    """What it means for a network in 8 bits.

    Args:
        processor: its flags say how fast sums of bytes may be.
        exact: whether the library's are right without widening, as `simulator.vision.network.sums_are_right` found.
    """
    if not exact:
        return (
            "Probe: sums of bytes overflow here, so products are widened first: answers are as exact as elsewhere, but "
            "int8 gains little over floats."
        )
    return f"Probe: sums of bytes are right as they are. {_tell_instructions(processor.flags)}"


def _tell_instructions(flags: tuple[str, ...] | None) -> str:
    if flags is None:
        return "The system does not tell which instructions there are; trust the measured ratio of int8 to floats."
    if "amx_int8" in flags:
        return "AMX multiplies tiles of bytes: int8 runs at its fastest."
    if _FAST & set(flags):
        return "Products of bytes are summed in one instruction (VNNI or its like): int8 is faster than floats."
    return "No VNNI: int8 gains little over floats."


def explain_int8(processor: Processor, *, exact: bool, gain: float, share: float) -> str | None:
    """Why int8 does not win where it should, and what to do; None where it wins, or was not expected to.

    Args:
        processor: see `tell_int8`.
        exact: see `tell_int8`.
        gain: how many times faster than floats it is, at most.
        share: of the processor's time that the process got while that was measured.
    """
    if gain >= _WORTH or not _FAST & set(processor.flags or ()):
        return None
    told = f"int8 is at most {gain:.2f} times as fast as floats, on a processor that sums bytes in one instruction"
    if not exact:
        return f"{told}: the probe got wrong sums, so products are widened first. Try another version of onnxruntime."
    if share < _UNDISTURBED:
        return f"{told}: the process got {share:.0%} of the processor's time. Measure again with nothing else running."
    return f"{told}: sums are right, nothing is widened and nothing else ran. Try another version of onnxruntime."


def read_load() -> tuple[float, float, float] | None:
    """Processes wanting to run, over 1, 5 and 15 minutes; None where the system does not count them."""
    try:
        return os.getloadavg()
    except (OSError, AttributeError):
        return None


def read_governor(cpufreq: Path = _CPUFREQ) -> str | None:
    """Who decides how fast the first core runs, such as ``performance`` or ``powersave``; None where nobody tells."""
    try:
        return cpufreq.read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def read_memory() -> int | None:
    """Bytes of memory that the machine has; None where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
