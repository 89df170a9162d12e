"""The YAML files of a pack are read as they are written."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

PACK = files("detente.language.fr")
FILES = sorted(f.name for f in PACK.iterdir() if f.name.endswith(".yaml"))


def twice(node: yaml.Node | None) -> list[str]:
    """The keys that stand twice in one table: YAML keeps the last and says nothing."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        inner = [name for _, value in node.value for name in twice(value)]
        return sorted({key for key in keys if keys.count(key) > 1}) + inner
    return []


def test_a_key_that_stands_twice_is_found() -> None:
    assert twice(yaml.compose("a: 1\nb: {c: 1, c: 2}\na: 2\n")) == ["a", "c"]


@pytest.mark.parametrize("name", FILES)
def test_no_key_of_the_pack_stands_twice(name: str) -> None:
    assert twice(yaml.compose((PACK / name).read_text("utf-8"))) == []
