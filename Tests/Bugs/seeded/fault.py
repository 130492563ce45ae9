"""A fault as a file: a header, a story, and a unified diff of a specification."""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

Constants = tuple[tuple[str, str], ...]
SETTING = re.compile(r"-- pinproof: (configuration|expect) ")


@dataclass(frozen=True)
class Fault:
    """What specs/bugs/*.patch says."""

    path: Path
    spec: str
    """Where it goes, from the root of the repository."""
    instance: Constants
    """The constants it is judged with; what these alone break is not the fault's doing."""
    choices: Constants
    """Constants that put it in, on top of those, if they do."""
    source: str
    """The history behind it, or the operator that makes it."""
    breaks: dict[str, int]
    """Claims, and the lengths of their shortest races."""
    story: str
    diff: str

    @property
    def name(self) -> str:
        """The name of the file, without its extension."""
        return self.path.stem

    def base(self, root: Path) -> str:
        """The specification without the fault, in the instance."""
        text = (root / self.spec).read_text(encoding="utf-8")
        return instantiated(text, self.instance)

    def seeded(self, root: Path, expected: tuple[str, ...] = ()) -> str:
        """The specification with the fault, in the instance, with claims expected violated."""
        text = (root / self.spec).read_text(encoding="utf-8")
        if self.diff:
            text = patched(text, self.diff, self.name)
        return instantiated(text, (*self.instance, *self.choices), expected)

    def rewrite(self, breaks: dict[str, int]) -> None:
        """Writes down what it breaks."""
        lines = self.path.read_text(encoding="utf-8").split("\n")
        end = lines.index("")
        header = [line for line in lines[:end] if not line.startswith("Breaks: ")]
        ordered = sorted(breaks.items(), key=lambda item: (item[1], item[0]))
        header += [f"Breaks: {claim}, {steps}" for claim, steps in ordered]
        self.path.write_text("\n".join([*header, *lines[end:]]), encoding="utf-8")


def load(path: Path) -> Fault:
    """Reads a file; a header that it lacks or does not know is an error."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    fields: dict[str, list[str]] = {}
    for line in head.splitlines():
        key, _, value = line.partition(": ")
        fields.setdefault(key, []).append(value)
    unknown = set(fields) - {"Spec", "With", "Fault", "History", "Operator", "Breaks"}
    if unknown or "Spec" not in fields or ("History" in fields) == ("Operator" in fields):
        raise SystemExit(f"run-bugs: {path.name}: not the header of a fault")
    story, mark, diff = rest.partition("\n\n--- a/")
    source = fields.get("History") or [f"operator: {fields['Operator'][0]}"]
    breaks = dict(line.rsplit(", ", 1) for line in fields.get("Breaks", []))
    return Fault(
        path,
        fields["Spec"][0],
        constants(fields.get("With", [""])[0]),
        constants(fields.get("Fault", [""])[0]),
        source[0],
        {claim: int(steps) for claim, steps in breaks.items()},
        story.strip(),
        f"--- a/{diff}" if mark else "",
    )


def constants(text: str) -> Constants:
    """`A=1, B=2` as pairs."""
    return tuple(tuple(choice.split("=")) for choice in text.split(", ") if choice)


def patched(text: str, diff: str, name: str) -> str:
    """A text with a unified diff applied, by patch(1)."""
    with tempfile.TemporaryDirectory() as folder:
        old, change, new = (Path(folder) / file for file in ("old", "diff", "new"))
        old.write_text(text, encoding="utf-8")
        change.write_text(diff, encoding="utf-8")
        command = ["patch", "--quiet", "--force", "-o", new, old, change]
        result = subprocess.run(command, check=False, capture_output=True, text=True)
        if result.returncode:
            raise SystemExit(f"run-bugs: {name} does not apply any more:\n{result.stdout}")
        return new.read_text(encoding="utf-8")


def instantiated(text: str, choices: Constants, expected: tuple[str, ...] = ()) -> str:
    """A specification with other constants, whose only expectations are those given. Line numbers
    stay."""
    hopes = [f'-- pinproof: expect "{claim}" violated' for claim in expected]
    lines = []
    for line in text.split("\n"):
        if SETTING.match(line):
            line = hopes.pop() if hopes else "--"
        lines.append(line)
    if hopes:
        lines = [*hopes, *lines]
    text = "\n".join(lines)
    for constant, value in choices:
        text, count = re.subn(rf"(?m)^(  {constant}:\s+)[^;]+;", rf"\g<1>{value};", text, count=1)
        if not count:
            raise SystemExit(f"run-bugs: no constant {constant}")
    return text
