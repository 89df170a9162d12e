"""The commands as `docs/cli.md` tells of them, made from their own help:

python -m detente.cli.reference > docs/cli.md
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from detente.cli.app import app

WIDTH = 90
INTRODUCTION = """# Commands

This page is made from the commands' own help (`make docs`). All of them take `--help`.
"""


def reference() -> str:
    """The reference in Markdown, ending in a line feed."""
    parts = [INTRODUCTION]
    for name, text in _helps("detente", get_command(app), None):
        parts.append(f"## {name}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _helps(name: str, command: Any, parent: Any) -> Iterator[tuple[str, str]]:
    """A command's name and help, then those of the commands below it."""
    settings = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    context = command.make_context(
        name.split()[-1], [], parent=parent, resilient_parsing=True, **settings
    )
    lines = (line.rstrip() for line in command.get_help(context).splitlines())
    yield name, "\n".join(lines).strip()
    for below, sub in getattr(command, "commands", {}).items():
        yield from _helps(f"{name} {below}", sub, context)


if __name__ == "__main__":
    print(reference(), end="")
