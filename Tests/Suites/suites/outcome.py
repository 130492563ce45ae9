"""What one checker says of one model, in words that all checkers share."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum


class Status(str, Enum):
    """How far a checker came."""

    REJECTED = "rejected"
    """The model is not accepted."""
    PASSED = "passed"
    """Every reachable state, or every one up to the bound that was asked for, is fine."""
    FAILED = "failed"
    """Something is violated."""
    UNFINISHED = "unfinished"
    """A limit of time or memory ended the run, or the checker refuses what was asked."""
    CRASHED = "crashed"
    """The checker ended in a way that is never right."""


@dataclass(frozen=True)
class Outcome:
    """The result of one checker on one model.

    `violations` are pairs of a kind (`deadlock`, `invariant`, `assertion`, `liveness`, `cover`,
    `runtime`) and a name, which is empty where the checker does not tell. Pinproof lists all,
    the others their first. The counts are those of a complete search, else `None`.
    """

    status: Status
    violations: tuple[tuple[str, str], ...] = ()
    states: int | None = None
    firings: int | None = None
    message: str = ""
    seconds: float = 0

    def kinds(self) -> set[str]:
        """The kinds of what is violated."""
        return {kind for kind, _ in self.violations}

    def to_json(self) -> dict:
        """A value that `from_json` reads back."""
        return asdict(self)

    @staticmethod
    def from_json(value: dict) -> "Outcome":
        """The inverse of `to_json`."""
        violations = tuple((kind, name) for kind, name in value["violations"])
        fields = {**value, "status": Status(value["status"]), "violations": violations}
        return Outcome(**fields)
