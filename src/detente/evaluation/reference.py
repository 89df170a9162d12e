"""A reference record: what a careful analyst takes from a pile of reports, as a YAML file.

Names are as the reports have them; states are ISO 3166-1 alpha-2, dates EDTF, reports are known by
the last part of their path or address. `core` marks the events that a record must hold; the others
may be in it and are not counted as added."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import yaml

from detente.errors import SourceError
from detente.model import Struct

Names = str | tuple[str, ...]
"""One name, or several of which any will do."""


class Between(Struct, frozen=True):
    """The days between which a report came out."""

    first: str = msgspec.field(name="from")
    last: str = msgspec.field(name="to")


class Report(Struct, frozen=True):
    """What is known of a report. `noise` is what must not be in its text."""

    published: Between
    language: str | None = None
    noise: tuple[str, ...] = ()


class Who(Struct, frozen=True):
    """An actor."""

    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()


class Post(Struct, frozen=True):
    """A post of an actor, in a report's words."""

    actor: str
    role: str
    of: str | None = None


class Where(Struct, frozen=True):
    """A state, and cities of which any will do."""

    country: str
    city: tuple[str, ...] | None = None


class Freed(Struct, frozen=True):
    """Who was freed, by whom, to whom."""

    person: Names
    by: str | None = None
    to: str | None = None


class Wanted(Struct, frozen=True):
    """An event."""

    id: str
    kind: Names
    core: bool = False
    status: str | None = None
    date: str | None = None
    date_optional: bool = False
    place: Where | None = None
    venue: tuple[str, ...] = ()
    duration: str | None = None
    parties: tuple[str, ...] = ()
    participants: tuple[Names, ...] = ()
    mediators: tuple[Names, ...] = ()
    topics: tuple[str, ...] = ()
    released: tuple[Freed, ...] = ()
    articles: tuple[str, ...] = ()


class Said(Struct, frozen=True):
    """Words, enough to know them by, and who said them."""

    article: str
    quote: str
    speaker: Names


class Promise(Struct, frozen=True):
    """An undertaking: words of which any will do, and what became of it."""

    id: str
    text: tuple[str, ...]
    status: str
    parties: tuple[str, ...] = ()


class Quarrel(Struct, frozen=True):
    """A dispute on an attribute of an event; any attribute where none is named."""

    id: str
    event: str | None = None
    attribute: str | None = None


class Reference(Struct, frozen=True, omit_defaults=True):
    """A reference record. Keys that are not read here (who looks at them are people) may be there."""

    dossier: str = ""
    language: str | None = None
    articles: dict[str, Report] = {}
    actors: tuple[Who, ...] = ()
    roles: tuple[Post, ...] = ()
    events: tuple[Wanted, ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()
    statements: tuple[Said, ...] = ()
    undertakings: tuple[Promise, ...] = ()
    disputes: tuple[Quarrel, ...] = ()
    agreements_to_keep: tuple[Any, ...] = ()


class _Loader(yaml.SafeLoader):
    """All is words but null: `NO` is Norway, and a date stays as it is written."""


_Loader.yaml_implicit_resolvers = {
    letter: [pair for pair in pairs if pair[0] == "tag:yaml.org,2002:null"]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Reference:
    """The reference record in a file. Raises `SourceError` where it is none."""
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=_Loader)
        return msgspec.convert(data, Reference, strict=False)
    except OSError as error:
        raise SourceError(str(path), error.strerror or "cannot be opened") from error
    except (UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise SourceError(str(path), f"this is no reference record: {error}") from error


def to_yaml(reference: Reference) -> bytes:
    """A reference record as a YAML file, UTF-8, what is empty left out."""
    data = _without_nothing(msgspec.to_builtins(reference))
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
    return bytes(text, "utf-8")


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_nothing(item) for key, item in value.items()}
        return {k: v for k, v in kept.items() if v is not None and v != [] and v != {}}
    if isinstance(value, (list, tuple)):
        return [_without_nothing(item) for item in value]
    return value
