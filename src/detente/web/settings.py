"""What a server is started with."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

MAX_BODY = 64 * 2**20
"""Bytes of one request."""
MAX_FILES = 500
"""Files of one upload, and of one archive."""
MAX_UNPACKED = 256 * 2**20
"""Bytes that an archive may unpack to."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`dossier` is a path or a database's address; `accounts` the file of those who may enter, None
    where the page answers this machine only; `names` the host names it answers to, beside its own."""

    dossier: str
    host: str = "127.0.0.1"
    port: int = 8765
    accounts: Path | None = None
    names: tuple[str, ...] = ()

    @property
    def hosts(self) -> frozenset[str]:
        """The names that a request may call this server by. A page of another name that resolves to
        this machine (DNS rebinding) is none of them."""
        return frozenset({"localhost", "127.0.0.1", "::1", self.host, *self.names})


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and nobody else's way in."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
