"""Prints what was found, and decides whether it is as it should be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from .comparison import Finding


def known_differences(file: Path) -> dict[str, str]:
    """The models that are known to differ, each with its reason, from lines `model: reason`."""
    if not file.exists():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    entries = (line.split(":", 1) for line in lines if line.strip() and not line.startswith("#"))
    return {model.strip(): reason.strip() for model, reason in entries}


def summarise(findings: list[Finding], known: dict[str, str], verbose: bool) -> bool:
    """Prints differences and a table; true when every difference is a known one."""
    differing = [finding for finding in findings if finding.agrees is False]
    for finding in differing:
        mark = "known" if finding.model in known else "DIFFERS"
        print(f"{mark:8} {finding.model}: {finding.question}: {finding.detail}")
    if verbose:
        for finding in findings:
            if finding.agrees is None:
                print(f"{'open':8} {finding.model}: {finding.question}: {finding.detail}")
    stale = known.keys() & {f.model for f in findings} - {f.model for f in differing}
    for model in sorted(stale):
        print(f"{'stale':8} {model} is listed as different, but agrees")
    _table(findings, known)
    return not stale and all(finding.model in known for finding in differing)


def _table(findings: list[Finding], known: dict[str, str]) -> None:
    """Models that agree out of those that can be compared, for each question."""
    print()
    print(f"{'question':20} {'agree':>6} {'differ':>7} {'known':>6} {'open':>6}  agreement")
    for question in dict.fromkeys(finding.question for finding in findings):
        about = [finding for finding in findings if finding.question == question]
        tally = Counter(finding.agrees for finding in about)
        listed = sum(1 for f in about if f.agrees is False and f.model in known)
        compared = tally[True] + tally[False]
        share = f"{100 * tally[True] / compared:.1f} %" if compared else "-"
        print(
            f"{question:20} {tally[True]:6} {tally[False] - listed:7} {listed:6} {tally[None]:6}"
            f"  {share:>9}"
        )
