"""Asks Pinproof."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from .command import Ending, run
from .outcome import Outcome, Status

INVALID, USAGE, NO_ANSWER, VACUOUS = 65, 64, 30, 15
VIOLATIONS = {11, 12, 13, 14}
GRACE = 20
"""Seconds beyond the limit after which the command counts as hanging."""


@dataclass(frozen=True)
class Pinproof:
    """`pinproof explore`, on one model at a time."""

    executable: str
    seconds: float
    options: tuple[str, ...] = ()

    def check(
        self,
        model: Path,
        deadlock: str = "stuttering",
        bound: int | None = None,
        symmetry: bool = False,
    ) -> Outcome:
        """Explores a model; with a bound, no violation up to it counts as passed."""
        arguments = [
            *(self.executable, "explore", str(model), "--deadlock", deadlock),
            *("--format", "json", "--progress", "none"),
            *("--timeout", str(int(self.seconds)), *self.options),
        ]
        if bound is not None:
            arguments += ["--max-depth", str(bound)]
        if symmetry:
            arguments += ["--symmetry", "on"]
        ending = run(arguments, model.parent, self.seconds + GRACE)
        return _outcome(ending, bound)


def _outcome(ending: Ending, bound: int | None) -> Outcome:
    if ending.status == USAGE:
        return Outcome(Status.UNFINISHED, message=ending.errors.strip())
    try:
        report = json.loads(ending.output)["specs"][0]
    except (ValueError, LookupError):
        message = "hangs" if ending.status is None else f"exit {ending.status}"
        return Outcome(Status.CRASHED, message=f"{message}: {ending.errors[-300:]}")
    return _reported(report, ending, bound)


def _reported(report: dict, ending: Ending, bound: int | None) -> Outcome:
    violations = tuple((claim["kind"], claim["name"]) for claim in report["claims"] if _fails(claim))
    exploration = report.get("exploration") or {}
    complete = exploration.get("complete", False)
    bounded = bound is not None and exploration.get("limit") == "depth"
    status = _status(ending.status, bounded, bool(violations))
    if status is Status.CRASHED:
        return Outcome(status, message=f"exit {ending.status}: {ending.errors[-300:]}")
    counts = exploration if complete or bounded else {}
    return Outcome(
        status,
        violations,
        counts.get("states"),
        counts.get("transitions"),
        next((d["message"] for d in report["diagnostics"] if d["severity"] == "error"), ""),
        ending.seconds,
    )


def _status(code: int | None, bounded: bool, violated: bool) -> Status:
    """The status that an exit code stands for; only here are claims of no content passed."""
    if code == 0:
        return Status.PASSED
    if code == VACUOUS:
        return Status.FAILED if violated else Status.PASSED
    if code in VIOLATIONS:
        return Status.FAILED
    if code == INVALID:
        return Status.REJECTED
    if code == NO_ANSWER:
        return Status.PASSED if bounded else Status.UNFINISHED
    return Status.CRASHED


def _fails(claim: dict) -> bool:
    unmet = claim["kind"] == "cover" and claim["verdict"] == "vacuous"
    return unmet or claim["verdict"] == "violated"
