"""Says where two outcomes agree, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass

from .outcome import Outcome, Status

ANSWERS = (Status.PASSED, Status.FAILED)


@dataclass(frozen=True)
class Finding:
    """One comparison on one model; `agrees` is `None` when there is nothing to compare."""

    model: str
    question: str
    agrees: bool | None
    detail: str = ""


def expected(model: str, ours: Outcome, status: Status | None, reason: str) -> Finding:
    """Whether the outcome is what the suite expects."""
    question = "expected outcome"
    if status is None:
        return Finding(model, question, None, reason)
    return Finding(model, question, ours.status is status, f"expected {status.value}, {said(ours)}")


def contradicts(peer: Outcome, status: Status | None) -> bool:
    """Whether a peer finishes otherwise than its own suite expects: it is of another version."""
    return status is not None and peer.status not in (status, Status.UNFINISHED)


def outdated(model: str, status: Status, peer: Outcome) -> Finding:
    """That a peer is no yardstick for a model."""
    detail = f"the suite expects {status.value}, this peer says: {said(peer)}"
    return Finding(model, "accept or reject", None, detail)


def acceptance(model: str, ours: Outcome, peer: Outcome) -> Finding:
    """Whether both accept the model, or neither; a crash of ours never agrees."""
    agrees: bool | None = _accepts(ours) == _accepts(peer)
    if ours.status is Status.CRASHED:
        agrees = False
    elif peer.status is Status.CRASHED:
        agrees = None
    return Finding(model, "accept or reject", agrees, f"{said(ours)}; peer: {said(peer)}")


def verdict(model: str, ours: Outcome, peer: Outcome) -> Finding:
    """Whether both pass, or fail for a reason that both name."""
    question = "verdict"
    detail = f"{said(ours)}; peer: {said(peer)}"
    if not _accepts(ours) or not _accepts(peer):
        return Finding(model, question, None, "not accepted")
    if ours.status not in ANSWERS or peer.status not in ANSWERS:
        return Finding(model, question, None, detail)
    agrees = ours.status is peer.status and all(_names(ours, v) for v in peer.violations)
    return Finding(model, question, agrees, detail)


def counts(model: str, ours: Outcome, peer: Outcome, symmetry: bool) -> Finding:
    """Whether both counted the same states and, without symmetry, the same rule firings."""
    question = "states" if symmetry else "states and firings"
    if ours.states is None or peer.states is None:
        return Finding(model, question, None, "no complete search on both sides")
    agrees = ours.states == peer.states and (symmetry or ours.firings == peer.firings)
    detail = f"{ours.states}, {ours.firings}; peer: {peer.states}, {peer.firings}"
    return Finding(model, question, agrees, detail)


def said(outcome: Outcome) -> str:
    """The outcome in a few words."""
    violations = ", ".join(f'{kind} "{name}"' if name else kind for kind, name in outcome.violations)
    words = [outcome.status.value, violations, outcome.message.split("\n")[0][:120]]
    return " ".join(word for word in words if word)


def _accepts(outcome: Outcome) -> bool:
    return outcome.status is not Status.REJECTED


def _names(ours: Outcome, violation: tuple[str, str]) -> bool:
    """Whether a peer's violation is among ours.

    rumur words an `error` statement like any run-time error, and CMurphi words both assertions
    and assumptions alike, so those kinds are one.
    """
    kind, name = violation
    alike = {"assertion", "runtime", "assumption"}
    kinds = alike if kind in alike else {kind}
    mine = [other for other_kind, other in ours.violations if other_kind in kinds]
    named = kind in ("invariant", "liveness") and name != ""
    return any(not named or other.startswith(name) for other in mine)
