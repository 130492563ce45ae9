"""Runs programs with a limit of time."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ending:
    """How a program ended; `status` is `None` when its time ran out, negative for a signal."""

    status: int | None
    output: str
    errors: str
    seconds: float


def run(arguments: list[str], folder: Path, seconds: float) -> Ending:
    """Runs a program in a folder; it and its children end when the time is over."""
    start = time.monotonic()
    process = subprocess.Popen(
        arguments,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        output, errors = process.communicate(timeout=seconds)
        status: int | None = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, errors = process.communicate()
        status = None
    texts = (data.decode("utf-8", "replace") for data in (output, errors))
    return Ending(status, *texts, time.monotonic() - start)
