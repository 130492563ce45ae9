"""What holds with and without each fault, by `pinproof lock`."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .fault import Constants, Fault

CLAIM, VERDICT, DEPTH = 2, 4, 6
"""Columns of a lock file."""


class Survey:
    """The verdicts on all faults, and on their specifications without them."""

    def __init__(self, pinproof: Path, root: Path, faults: list[Fault]) -> None:
        self.pinproof = pinproof
        self.root = root
        self.folder = root / ".build" / "bugs"
        self._bases: dict[tuple[str, Constants], str] = {}
        self._write(faults)
        self._verdicts = self._run()

    def broken(self, fault: Fault) -> dict[str, int]:
        """The claims that the fault breaks, and the lengths of their shortest races."""
        without = self._verdicts[self._bases[fault.spec, fault.instance]]
        found = self._verdicts[fault.name]
        return {claim: steps for claim, steps in found.items() if claim not in without}

    def broken_as_written(self) -> dict[tuple[str, Constants], dict[str, int]]:
        """What specifications break by themselves, in the instances of the faults."""
        found = {key: self._verdicts[base] for key, base in self._bases.items()}
        return {key: claims for key, claims in found.items() if claims}

    def write_expecting(self, fault: Fault) -> Path:
        """Writes the specification so that all that is violated is expected; says where."""
        path = self.folder / f"{fault.name}.m"
        expected = tuple(sorted(self._verdicts[fault.name]))
        path.write_text(fault.seeded(self.root, expected), encoding="utf-8")
        return path.relative_to(self.root)

    def _write(self, faults: list[Fault]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.glob("*.m"):
            old.unlink()
        for fault in faults:
            key = (fault.spec, fault.instance)
            if key not in self._bases:
                self._bases[key] = f"without-{len(self._bases)}"
                self._put(self._bases[key], fault.base(self.root))
            self._put(fault.name, fault.seeded(self.root))

    def _put(self, name: str, text: str) -> None:
        (self.folder / f"{name}.m").write_text(text, encoding="utf-8")

    def _run(self) -> dict[str, dict[str, int]]:
        """Names of files in the folder, and what is violated in each."""
        lock = self.folder / "verdicts.lock"
        lock.unlink(missing_ok=True)
        command = [self.pinproof, "lock", "--lock", lock.name, "."]
        result = subprocess.run(
            command, check=False, cwd=self.folder, capture_output=True, text=True
        )
        # Its exit code tells of the violations that are looked for.
        if not lock.exists():
            raise SystemExit(f"run-bugs: pinproof lock failed:\n{result.stderr}")
        verdicts: dict[str, dict[str, int]] = {}
        for line in lock.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            columns = line.split("\t")
            violated = verdicts.setdefault(Path(columns[0]).stem, {})
            if columns[VERDICT] == "violated":
                violated[columns[CLAIM]] = int(columns[DEPTH])
        return verdicts
