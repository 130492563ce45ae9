"""The tables of specs/bugs/README.md."""

from __future__ import annotations

from pathlib import Path

from .claims import FLAGSHIPS, as_written, claims, only_catches
from .fault import Fault
from .survey import Survey

BEGIN, END = "<!-- bugs:begin -->", "<!-- bugs:end -->"


def replaced(document: str, text: str) -> str:
    """A document with what stands between the markers replaced."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{text}\n{END}{after}"


def text(root: Path, faults: list[Fault], survey: Survey) -> str:
    """All tables: faults by claims for the flagships, a list for the others."""
    parts = [_flagship(root, spec, faults, survey) for spec in FLAGSHIPS]
    others = sorted({fault.spec for fault in faults} - set(FLAGSHIPS))
    parts += [_list(spec, faults, survey) for spec in others]
    return "\n".join(parts)


def _flagship(root: Path, spec: str, faults: list[Fault], survey: Survey) -> str:
    names = list(claims(root, spec))
    rows = [(_link(fault), survey.broken(fault)) for fault in faults if fault.spec == spec]
    rows += [
        (as_written(constants), broken)
        for (path, constants), broken in survey.broken_as_written().items()
        if path == spec
    ]
    alone = only_catches(spec, faults, survey)
    cells = [
        [name, *(_cell(claim, broken, names) for claim in names)] for name, broken in rows
    ]
    lines = [
        f"### `{spec}`\n",
        _markdown(["fault", *names], cells),
        "",
        _sentence(names, alone),
    ]
    return "\n".join(lines) + "\n"


def _cell(claim: str, broken: dict[str, int], names: list[str]) -> str:
    if claim not in broken:
        return ""
    caught = [name for name in names if name in broken]
    return f"**{broken[claim]}**" if caught == [claim] else str(broken[claim])


def _sentence(names: list[str], alone: dict[str, list[str]]) -> str:
    needed = [name for name in names if name in alone]
    rest = [name for name in names if name not in alone]
    sentence = f"{len(needed)} of {len(names)} claims are the only ones to catch some fault."
    if rest:
        sentence += " Redundant, as their comments say: " + "; ".join(rest) + "."
    return sentence


def _list(spec: str, faults: list[Fault], survey: Survey) -> str:
    rows = []
    for fault in (fault for fault in faults if fault.spec == spec):
        broken = sorted(survey.broken(fault).items(), key=lambda item: (item[1], item[0]))
        first = "; ".join(f"{claim}, {steps}" for claim, steps in broken[:3])
        more = f"; {len(broken) - 3} more" if len(broken) > 3 else ""
        rows.append([_link(fault), fault.source, first + more])
    return f"### `{spec}`\n\n" + _markdown(["fault", "source", "breaks, in steps"], rows) + "\n"


def _link(fault: Fault) -> str:
    return f"[{fault.name}]({fault.name}.patch)"


def _markdown(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
