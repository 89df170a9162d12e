"""The house keeps its shape: arrows between rooms point one way, modules stay small, the public
names are there."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import detente

HOUSE = Path(detente.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
COMMON = {"model", "errors", "edtf", "__init__"}
ARROWS = {
    "model": set(),
    "errors": set(),
    "edtf": {"model", "errors"},
    "codebook": COMMON,
    "language": COMMON | {"codebook"},
    "press": COMMON | {"language"},
    "reading": COMMON | {"language", "codebook"},
    "record": COMMON | {"language", "codebook", "press"},
    "dossier": COMMON | {"reading", "record"},
    "evaluation": COMMON,
    "views": COMMON | {"codebook"},
    "web": COMMON
    | {"views", "dossier", "record", "codebook", "language", "press", "reading", "walk"},
    "cluster": COMMON | {"language", "press", "dossier"},
    "walk": COMMON | {"press", "dossier"},
    "__init__": COMMON | {"dossier", "reading", "walk"},
}
"""What a room may import, beside itself. Only `cli` sees everything."""
MOST_LINES = 400


def room_of(module: Path) -> str:
    return module.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """The rooms that a module imports, wherever in it the import stands."""
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: a relative import"
            names = [node.module or ""]
            if node.module == "detente":
                names = [f"detente.{alias.name}" for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("detente.")}
    public = set(detente.__all__)
    return {"__init__" if room in public else room for room in rooms}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(HOUSE)))
def test_arrows_point_one_way(module: Path) -> None:
    room = room_of(module)
    if room not in ("cli", "__main__"):
        assert imported(module) - {room} <= ARROWS[room]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(HOUSE)))
def test_modules_can_be_read_in_one_sitting(module: Path) -> None:
    lines = module.read_text("utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert ast.get_docstring(ast.parse("\n".join(lines))) or not lines, "no docstring"


def test_the_public_names_are_there() -> None:
    assert detente.__all__ == sorted(detente.__all__)
    for name in detente.__all__:
        assert getattr(detente, name) is not None
    with pytest.raises(AttributeError):
        _ = detente.nothing


def test_type_checkers_see_the_public_names() -> None:
    """The imports for type checkers in `detente/__init__.py` are those that are made when asked."""
    tree = ast.parse((HOUSE / "__init__.py").read_text("utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        (node.module, alias.asname)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == {(home, name) for home, names in detente._HOMES.items() for name in names}


def test_importing_the_package_imports_nothing_else() -> None:
    check = "import sys, detente; print(*(m for m in sys.modules if m.startswith('detente')))"
    out = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True, text=True)
    assert out.stdout.split() == ["detente"]
