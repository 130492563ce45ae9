"""Asks rumur: generates a checker, compiles it, and runs it."""

from __future__ import annotations

import html
import platform
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .command import Ending, run
from .outcome import Outcome, Status

SUMMARY = re.compile(r'<summary states="(\d+)" rules_fired="(\d+)" errors="(\d+)"')
COMPLETE = {"cover", "liveness"}
"""Violations that are known only once every state has been seen."""


@dataclass(frozen=True)
class Rumur:
    """rumur with one thread and 32-bit values, or what it chooses where they do not suffice.

    Nothing is optimised: a call of a function that it takes for pure may disappear otherwise,
    with its errors.
    """

    seconds: float
    symmetry: bool = False

    @staticmethod
    def is_installed() -> bool:
        """Whether rumur and a C compiler are there."""
        return all(shutil.which(program) for program in ("rumur", "gcc"))

    def identity(self) -> str:
        """What answers depend on, besides the model and its flags."""
        version = run(["rumur", "--version"], Path("/"), self.seconds).output.strip()
        return f"{version} symmetry={self.symmetry}"

    def check(self, model: Path, flags: tuple[str, ...]) -> Outcome:
        """The outcome of a model, until its first violation."""
        with tempfile.TemporaryDirectory() as name:
            return self._check(model, flags, Path(name))

    def _check(self, model: Path, flags: tuple[str, ...], folder: Path) -> Outcome:
        generation = self._generate(model, flags, folder, "int32_t")
        if "--value-type" in generation.errors:
            generation = self._generate(model, flags, folder, "auto")
        if generation.status != 0:
            return Outcome(Status.REJECTED, message=generation.errors.strip())
        wide = ["-mcx16"] if platform.machine() == "x86_64" else ["-latomic"]
        compilation = run(
            [*("gcc", "-w", "-std=c11", "-O0", "model.c", "-o", "model", "-lpthread"), *wide],
            folder,
            self.seconds,
        )
        if compilation.status != 0:
            return Outcome(Status.CRASHED, message=compilation.errors[-300:])
        ending = run([str(folder / "model")], folder, self.seconds)
        return _outcome(ending.status, ending.output, ending.seconds)

    def _generate(self, model: Path, flags, folder: Path, value_type: str) -> Ending:
        reduction = "exhaustive" if self.symmetry else "off"
        arguments = [
            *("rumur", "--output", "model.c", "--output-format", "machine-readable"),
            *("--threads", "1", "--value-type", value_type, "--symmetry-reduction", reduction),
            *("--counterexample-trace", "off", *flags, str(model)),
        ]
        return run(arguments, folder, self.seconds)


def _outcome(status: int | None, output: str, seconds: float) -> Outcome:
    if status is None:
        return Outcome(Status.UNFINISHED, message="time", seconds=seconds)
    summary = SUMMARY.search(output)
    if summary is None:
        return Outcome(Status.CRASHED, message=output[-300:])
    states, firings, errors = map(int, summary.groups())
    message = _text("message", output)
    violation = _violation(message) if errors else None
    counted = violation is None or violation[0] in COMPLETE
    return Outcome(
        Status.PASSED if status == 0 else Status.FAILED,
        () if violation is None else (violation,),
        states if counted else None,
        firings if counted else None,
        message,
        seconds,
    )


def _violation(message: str) -> tuple[str, str]:
    """The kind and name of a violation, from rumur's words; a cover has no message."""
    name = message.split('"')[1] if message.count('"') >= 2 else ""
    if message == "":
        return "cover", ""
    if message == "deadlock":
        return "deadlock", ""
    if message.startswith("invariant "):
        return "invariant", name
    if message.startswith("liveness property "):
        return "liveness", name
    if message.startswith("Assertion failed: "):
        return "assertion", ""
    return "runtime", ""


def _text(tag: str, output: str) -> str:
    match = re.search(f"<{tag}>(.*?)</{tag}>", output, re.DOTALL)
    return html.unescape(match[1]) if match else ""
