"""The processor, and what it can do with bytes."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path

# The instructions that matter to a network in 8 bits, as Linux names them on x86-64 and on 64-bit ARM.
_TOLD = ("avx2", "avx512f", "avx_vnni", "avx512_vnni", "amx_int8", "asimddp", "i8mm")
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


def tell_int8(processor: Processor) -> str:
    """What its instructions mean for a network in 8 bits, in one sentence."""
    flags = processor.flags
    if flags is None:
        return "The system does not tell which instructions there are; trust the measured ratio of int8 to floats."
    if "amx_int8" in flags:
        return "AMX multiplies tiles of bytes: int8 runs at its fastest."
    if {"avx512_vnni", "avx_vnni", "i8mm", "asimddp"} & set(flags):
        return "Products of bytes are summed in one instruction (VNNI or its like): int8 is faster than floats."
    return (
        "No VNNI: products of bytes would overflow, so they are widened first: answers are as exact as elsewhere, "
        "but int8 gains little over floats."
    )


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
