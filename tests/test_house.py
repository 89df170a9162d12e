"""The house keeps its shape: arrows between rooms point one way, modules stay small, the public
names are there, the words of a language stand in its pack."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
import simplemma

import detente
from detente import model
from detente.codebook import load
from detente.language import LANGUAGES
from detente.language.tables import table

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


# ---------------------------------------------------------------- languages are data

PACKS = [HOUSE / "language" / code for code in LANGUAGES]
READERS = [m for m in MODULES if room_of(m) in ("reading", "record")]
LISTS = ("cues", "dates", "frames", "names", "speech", "tense", "undertakings")
"""Files of a pack, beside its `grammar.yaml`, whose words read reports."""
CODES = frozenset(
    "aux mark Fin Fut "  # labels and features of Universal Dependencies
    "inf that to_np always belief promise question vice accident "  # of the packs
    "morning noon afternoon evening "  # parts of a day
    "participant phrase post report".split()  # of the record
)
"""Words of a pack that are also what code calls something, beside the model's and the codebook's."""
EXEMPT: dict[str, frozenset[str] | None] = {
    # names of people as the languages of the world write them: of no one language
    "record/spelling.py": None,
    # the code of a language
    "record/bodies.py": frozenset({"en"}),
    # a reason that is told to the user
    "reading/events/joining.py": frozenset({"cette"}),
}
"""Modules that may have words of a language, and which (None: any). Say why."""
_LABEL = re.compile(r"[a-z]+(?::[a-z]+)+")
_NO_WORD = re.compile(
    r"\[(?:\\.|[^\]\\])*\]"  # a class of letters
    r"|\\[a-zA-Z]|\(\?P[<=]\w+[>)]|\(\?[a-zA-Z-]+[:)]|\{[^{}]*\}"
)
_WORD = re.compile(r"[^\W\d]+'?")


def words_in(text: str) -> set[str]:
    """The words of a string or of a regular expression: no acronyms, no single capitals."""
    found = set(_WORD.findall(_NO_WORD.sub(" ", text).replace("’", "'")))
    return {word for word in found if not word.isupper()}


def values(data: object) -> Iterator[str]:
    """The strings of a pack's file, its keys apart."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from values(value)


@pytest.mark.parametrize(
    "file",
    sorted(f for room in ("language", "press") for f in (HOUSE / room).rglob("*.yaml")),
    ids=lambda f: str(f.relative_to(HOUSE)),
)
def test_words_are_read_as_words(file: Path) -> None:
    """YAML takes `on`, `no`, `off` and `yes` for truth values, unless they stand in quotes."""

    def truths(data: Any) -> Iterator[object]:
        if isinstance(data, dict):
            yield from (key for key in data if isinstance(key, bool))
        for value in data.values() if isinstance(data, dict) else data:
            if isinstance(value, dict | list):
                yield from truths(value)
            elif isinstance(value, bool) and not isinstance(data, dict):
                yield value

    assert not list(truths(table(file)))


def literals(kind: object) -> Iterator[str]:
    for value in get_args(kind):
        yield from (value,) if isinstance(value, str) else literals(value)


@cache
def codes() -> frozenset[str]:
    """What the model and the codebook call things."""
    found = {*load().kinds, *load().topics}
    for noun in vars(model).values():
        found |= set(literals(noun))
        if isinstance(noun, type) and issubclass(noun, msgspec.Struct):
            for field in msgspec.structs.fields(noun):
                found |= {field.name, *literals(field.type)}
    return CODES | {word for code in found for word in (code, *code.split("_"))}


@cache
def listed() -> frozenset[str]:
    """The words of all packs in small letters: small words, and what else has three letters."""
    found: set[str] = set()
    for folder in PACKS:
        for text in values(table(folder / "grammar.yaml")):
            found |= words_in(text)
        for name in LISTS:
            for text in values(table(folder / f"{name}.yaml")):
                found |= {word for word in words_in(text) if len(word) > 2 and word.islower()}
    return frozenset(found - codes())


def of_a_language(tree: ast.AST) -> set[str]:
    """The words of a language that stand in the strings of some code, docstrings apart: what a pack
    lists, or what has an accent. A message, which has blanks, may have what English knows."""
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) in texts or _LABEL.fullmatch(node.value):
            continue
        for word in words_in(node.value) - CODES:
            small = word.lower()
            accent = len(small) > 1 and re.search("[à-öø-ÿœ]", small)
            english = " " in node.value and simplemma.is_known(small.rstrip("'"), lang="en")
            if (small in listed() or accent) and not english:
                found.add(small)
    return found


@pytest.mark.parametrize("module", READERS, ids=lambda m: str(m.relative_to(HOUSE)))
def test_words_of_a_language_stand_in_its_pack(module: Path) -> None:
    found = of_a_language(ast.parse(module.read_text("utf-8")))
    name = str(module.relative_to(HOUSE))
    known = EXEMPT.get(name, frozenset())
    assert known is None or not found - known, "move them to language/*/*.yaml"
    assert name not in EXEMPT or found, "nothing to exempt any more"


@pytest.mark.parametrize(
    "code",
    [
        'token.plain in ("de", "du")',
        'PRONOUNS = frozenset("il elle".split())',
        r"""re.search(r"\b(?:selon|d['’]après)\s", text)""",
        'lemmas(verb) & {"signer"}',
        'f"{name} (?:âgée?)"',
    ],
)
def test_a_word_in_code_is_seen(code: str) -> None:
    assert of_a_language(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        '"""« le pays », says a docstring."""',
        'children(verb, "nsubj:pass", "obl:agent", "aux")',
        'raise ValueError("no date can be read in it")',
        'event.status == "planned" and mention.place',
        'Locale("FR"), "goes_on"',
        r're.compile(r"(?P<de>[A-ZÀ-Þ][a-zà-ÿ]+)")',
    ],
)
def test_what_is_no_word_is_let_pass(code: str) -> None:
    assert not of_a_language(ast.parse(code))


@pytest.mark.parametrize("module", READERS, ids=lambda m: str(m.relative_to(HOUSE)))
def test_reading_knows_no_language(module: Path) -> None:
    """Packs are asked for by code (`draft.pack`); the types of their words are of no language."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        folders = {n.split(".")[2] for n in names if n.startswith("detente.language.")}
        assert not folders & set(LANGUAGES), "take it from detente.language"


# ---------------------------------------------------------------- what is asked of a pack

HANDED = {"events": "frames", "names": "names", "speech": "speech"}
"""Folder of `reading` to the file of the pack that its functions are handed as a `ModuleType`."""


class Asked(ast.NodeVisitor):
    """What code asks of the files of a pack, which type checkers take for `Any`: of what `module`
    gives, of a local name or an attribute (`self.lang`) for that, and of a `ModuleType` handed on.
    Attributes are known by name, `kept` tells of which files."""

    def __init__(self, handed: str | None, kept: dict[str, str]) -> None:
        self.handed, self.kept = handed, kept
        self.local: dict[str, str] = {}
        self.found: list[tuple[str, ast.AST]] = []

    def file(self, value: ast.AST | None) -> str | None:
        """The file of the pack that an expression gives, or None."""
        match value:
            case ast.Call(func=ast.Attribute(attr="module"), args=[ast.Constant(value=str(name))]):
                return name
            case ast.Name(id=name):
                return self.local.get(name)
            case ast.Attribute(attr=name):
                return self.kept.get(name)
        return None

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer, self.local = self.local, dict(self.local)
        for argument in (*node.args.args, *node.args.kwonlyargs):
            self.local.pop(argument.arg, None)
            if (
                self.handed
                and argument.annotation
                and "ModuleType" in ast.unparse(argument.annotation)
            ):
                self.local[argument.arg] = self.handed
        self.generic_visit(node)
        self.local = outer

    def visit_Assign(self, node: ast.Assign) -> None:
        self.generic_visit(node)
        for target in node.targets:
            self.bind(target, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.generic_visit(node)
        self.bind(node.target, node.value)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.generic_visit(node)
        self.bind(node.target, node.value)

    def bind(self, target: ast.expr, value: ast.expr | None) -> None:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, its in zip(target.elts, value.elts, strict=True):
                self.bind(one, its)
        elif (file := self.file(value)) is not None:
            if isinstance(target, ast.Attribute):
                self.kept[target.attr] = file
            elif isinstance(target, ast.Name):
                self.local[target.id] = file
        elif isinstance(target, ast.Name):
            self.local.pop(target.id, None)

    def visit_Call(self, node: ast.Call) -> None:
        """`words("key")`: a list of the file, asked by its key."""
        match node:
            case ast.Call(func=ast.Attribute(attr="words", value=of), args=[ast.Constant()]):
                if self.file(of) is not None:
                    self.found.append((str(self.file(of)), node))
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if (file := self.file(node.value)) is not None:
            self.found.append((file, node))
        self.generic_visit(node)


def missing(trees: Iterable[ast.AST], handed: str | None) -> tuple[int, list[str]]:
    """How much the modules of a folder ask of packs, and what of it some pack has not."""
    kept: dict[str, str] = {}
    count, found = 0, []
    for tree in trees:
        Asked(handed, kept).visit(tree)  # for what attributes keep
    for tree in trees:
        asked = Asked(handed, kept)
        asked.visit(tree)
        count += len(asked.found)
        for (name, node), code in product(asked.found, LANGUAGES):
            file = import_module(f"detente.language.{code}.{name}")
            if isinstance(node, ast.Attribute) and not hasattr(file, node.attr):
                found.append(f"{code}/{name}: {node.attr} (line {node.lineno})")
            if isinstance(node, ast.Call):
                try:
                    file.words(ast.literal_eval(node.args[0]))
                except (KeyError, AttributeError):
                    found.append(f"{code}/{name}: {ast.unparse(node)} (line {node.lineno})")
    return count, found


def parsed(folder: str) -> list[ast.Module]:
    return [ast.parse(m.read_text("utf-8")) for m in sorted((HOUSE / folder).glob("*.py"))]


@pytest.mark.parametrize(
    "folder",
    ["reading", *(f"reading/{name}" for name in (*HANDED, "undertakings")), "language", "press"],
)
def test_packs_have_what_is_asked_of_them(folder: str) -> None:
    count, found = missing(parsed(folder), HANDED.get(Path(folder).name))
    assert count
    assert not found


@pytest.mark.parametrize(
    "code",
    [
        'def f(draft):\n    return draft.pack.module("frames").NO_SUCH_LIST',
        'def f(draft):\n    words, n = draft.pack.module("frames"), 1\n    return words.NO_SUCH_LIST',
        "def f(lang: ModuleType):\n    return [w for w in lang.NO_SUCH_LIST]",
        "class A:\n    def __init__(self, lang: ModuleType):\n        self.lang = lang\n"
        '    def b(self):\n        return self.lang.words("no_such_list")',
    ],
)
def test_what_a_pack_has_not_is_seen(code: str) -> None:
    assert missing([ast.parse(code)], "names")[1]
