"""Reads what a model of rumur's suite says of itself in the comments at its top."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

from .outcome import Status

LINE = re.compile(r"\s*--\s*(?P<key>[a-zA-Z_]\w*)\s*:(?P<value>.*)$")

SOLVER_FLAGS = ("smt_args()", "smt_bv_args()")

DEADLOCK, BOUND, VALUE_TYPE = "--deadlock-detection", "--bound", "--value-type"

SILENT = {
    "--counterexample-trace",
    "--max-errors",
    "--pack-state",
    "--sandbox",
    "--scalarset-schedules",
    "--threads",
}
"""Flags that change how rumur works or prints, but neither verdicts nor counts."""


@dataclass(frozen=True)
class Expectation:
    """What the suite expects; `status` is `None` where that is not about the model."""

    status: Status | None = Status.PASSED
    flags: tuple[str, ...] = ()
    deadlock: str = "stuttering"
    bound: int | None = None
    reason: str = field(default="", compare=False)
    """Why there is no expectation."""


def of(model: Path) -> Expectation:
    """The expectation of a model of rumur's suite."""
    settings = dict(_settings(model.read_text(encoding="utf-8", errors="replace")))
    status = Status.PASSED
    if _literal(settings.get("checker_exit_code"), 0) != 0:
        status = Status.FAILED
    if _literal(settings.get("rumur_exit_code"), 0) != 0:
        status = Status.REJECTED
    flags = settings.get("rumur_flags", "[]")
    if flags in SOLVER_FLAGS:
        return Expectation(None, reason="needs rumur's simplification with a solver")
    return _with_flags(status, [str(flag) for flag in _literal(flags, [])])


def _with_flags(status: Status, flags: list[str]) -> Expectation:
    pairs = dict(_pairs(flags))
    unknown = pairs.keys() - SILENT - {DEADLOCK, BOUND, VALUE_TYPE}
    bound = pairs.get(BOUND, "0")
    reason = ""
    if unknown:
        reason = f"is about {', '.join(sorted(unknown))}"
    elif not bound.isdecimal():
        reason = f"is about an invalid {BOUND}"
    elif pairs.get(VALUE_TYPE, "int32_t") != "int32_t":
        reason = f"is about {VALUE_TYPE} {pairs[VALUE_TYPE]}"
    if reason:
        return Expectation(None, reason=reason)
    return Expectation(
        status,
        tuple(flags),
        deadlock=pairs.get(DEADLOCK, "stuttering"),
        bound=int(bound) or None,
    )


def _pairs(flags: list[str]):
    """The options with their values, whether separated by a space or by `=`."""
    words = [word for flag in flags for word in flag.split("=", 1)]
    return zip(words[::2], words[1::2])


def _settings(text: str):
    for line in text.splitlines():
        match = LINE.match(line)
        if match is None:
            return
        yield match["key"], match["value"].strip()


def _literal(text: str | None, otherwise):
    """The value of a literal; the suite's other settings are expressions, none of them ours."""
    if text is None:
        return otherwise
    try:
        return ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return otherwise
