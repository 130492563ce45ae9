"""Which claims of the flagship specifications earn their place."""

from __future__ import annotations

import re
from pathlib import Path

from .fault import Fault
from .survey import Survey

FLAGSHIPS = (
    "specs/pgmap/request-folio.m",
    "specs/pgmap/request-folio-reviewed.m",
    "specs/percpu-ref/percpu-ref.m",
    "specs/compound/word.m",
)
CLAIM = re.compile(r'^\s*(?:invariant|liveness|assert) "([^"]+)"')
RUNTIME = "no run-time error"
"""Every specification claims it without writing it down."""


def claims(root: Path, spec: str) -> dict[str, str]:
    """The claims of a specification in their order, and the comment above each. Lemmas serve the
    proof and are none."""
    found: dict[str, str] = {}
    comment: list[str] = []
    for line in (root / spec).read_text(encoding="utf-8").splitlines():
        match = CLAIM.match(line)
        if line.strip().startswith("--"):
            comment.append(line.strip().removeprefix("--").strip())
        elif match and not match[1].startswith("lemma: "):
            found.setdefault(match[1], " ".join(comment))
            comment = []
        else:
            comment = []
    return found


def only_catches(spec: str, faults: list[Fault], survey: Survey) -> dict[str, list[str]]:
    """For each claim, the faults that no other claim of the specification catches. What a
    specification breaks as it is written is a fault too."""
    rows = [(fault.name, survey.broken(fault)) for fault in faults if fault.spec == spec]
    rows += [
        (as_written(constants), broken)
        for (path, constants), broken in survey.broken_as_written().items()
        if path == spec
    ]
    alone: dict[str, list[str]] = {}
    for name, broken in rows:
        caught = [claim for claim in broken if not claim.startswith("lemma: ") and claim != RUNTIME]
        if len(caught) == 1:
            alone.setdefault(caught[0], []).append(name)
    return alone


def as_written(constants: tuple[tuple[str, str], ...]) -> str:
    """How tables call an instance without a fault."""
    return "as written, " + " ".join(f"{name}={value}" for name, value in constants)


def redundancies(root: Path, faults: list[Fault], survey: Survey) -> list[str]:
    """Claims that catch nothing alone and do not say so, or say so and catch something alone."""
    complaints = []
    for spec in FLAGSHIPS:
        alone = only_catches(spec, faults, survey)
        for claim, comment in claims(root, spec).items():
            says_so = "redundant" in comment.lower()
            if claim not in alone and not says_so:
                complaints.append(f'{spec}: "{claim}" catches no fault alone and does not say so')
            if claim in alone and says_so:
                complaints.append(
                    f'{spec}: "{claim}" says it is redundant; {alone[claim][0]} needs it'
                )
    return complaints
