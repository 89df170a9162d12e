"""Templates to HTML. Whatever a report says is text: all is escaped, and the characters that turn
the direction of writing, or hide, are shown as what they are."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.web.static_files import address

_TURNING = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, *range(0x00, 0x09)],
    "\N{REPLACEMENT CHARACTER}",
)


_ANY = re.compile("[" + "".join(map(chr, _TURNING)) + "]")


def plainly(text: str) -> str:
    """A text of the same length with nothing in it that turns what stands around it."""
    return text.translate(_TURNING) if _ANY.search(text) else text


def _shown(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Markup):
        return plainly(value)
    return value


def tone(scale: float | None) -> str:
    """Whether a place on the scale is `cooperation`, `conflict` or `neutral`."""
    if not scale:
        return "neutral"
    return "cooperation" if scale > 0 else "conflict"


@cache
def environment() -> Environment:
    """The templates."""
    made = Environment(
        loader=PackageLoader("detente.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals["static"] = address
    made.filters["tone"] = tone
    return made
