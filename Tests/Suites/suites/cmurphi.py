"""Asks CMurphi: generates a checker, compiles it, and runs it."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .command import run
from .outcome import Outcome, Status

COUNTS = re.compile(r"(\d+) states, (\d+) rules fired")
RESULT = re.compile(r"^Result:\s*\n\s*(.*?)\n\s*\n", re.DOTALL | re.MULTILINE)
FULL = ("hash table full", "Too many active states")


@dataclass(frozen=True)
class CMurphi:
    """CMurphi, from the root of its repository with the compiler built in `src`.

    Symmetry and multiset reduction are as asked; deadlocks are looked for, as it does by default.
    """

    root: Path
    seconds: float
    megabytes: int = 2000

    def compiler(self) -> Path:
        """The program that translates models."""
        return self.root / "src" / "mu"

    def is_installed(self) -> bool:
        """Whether the compiler has been built and a C++ compiler is there."""
        return self.compiler().is_file() and shutil.which("g++") is not None

    def identity(self) -> str:
        """What answers depend on, besides the model and its flags."""
        return f"cmurphi {self.compiler().stat().st_mtime_ns}"

    def check(self, model: Path, flags: tuple[str, ...]) -> Outcome:
        """The outcome of a model, until its first violation."""
        with tempfile.TemporaryDirectory() as name:
            return self._check(model, flags, Path(name))

    def _check(self, model: Path, flags: tuple[str, ...], folder: Path) -> Outcome:
        shutil.copyfile(model, folder / "model.m")
        generation = run([str(self.compiler()), "-b", "model.m"], folder, self.seconds)
        if generation.status != 0 or not (folder / "model.cpp").exists():
            return Outcome(Status.REJECTED, message=(generation.errors or generation.output)[-300:])
        include = str(self.root / "include")
        compilation = run(
            ["g++", "-O1", "-w", "-fpermissive", "-I", include, "model.cpp", "-o", "model", "-lm"],
            folder,
            max(self.seconds, 300),
        )
        if compilation.status != 0:
            return Outcome(Status.CRASHED, message=compilation.errors[-300:])
        memory = f"-m{self.megabytes}"
        ending = run([str(folder / "model"), "-pn", memory, *flags], folder, self.seconds)
        return _outcome(ending.status, ending.output, ending.seconds)


def _outcome(status: int | None, output: str, seconds: float) -> Outcome:
    counts = COUNTS.search(output)
    if status is None or any(words in output for words in FULL):
        return Outcome(Status.UNFINISHED, message="time or memory", seconds=seconds)
    if "No error found." in output and counts:
        return Outcome(
            Status.PASSED, (), int(counts[1]), int(counts[2]), seconds=seconds
        )
    result = RESULT.search(output)
    if result is None:
        return Outcome(Status.CRASHED, message=output[-300:])
    message = result[1].strip()
    return Outcome(Status.FAILED, (_violation(message),), message=message, seconds=seconds)


def _violation(message: str) -> tuple[str, str]:
    if message.startswith("Deadlocked"):
        return "deadlock", ""
    if message.startswith("Invariant"):
        name = message.split('"')[1] if message.count('"') >= 2 else ""
        return "invariant", "" if re.fullmatch(r"Invariant \d+", name) else name
    if message.startswith(("Error: ", "Assertion failed: ")):
        return "assertion", message.split(": ", 1)[1]
    return "runtime", ""
