"""Who may enter, and who has: accounts with roles, and their sessions, in a small SQLite file beside the
dossier (and not in it, so that a dossier that is handed on carries nobody's password)."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import time
from collections import deque
from contextlib import closing
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from detente.errors import DetenteError

ROLES = ("reader", "analyst", "owner")
"""What one may do: read; decide and add reports; say who may enter."""
LASTS = 7 * 24 * 3600
"""Seconds that a session lasts."""
LEAST = 12
"""Characters of a password; which ones is nobody's business."""
TRIES, WINDOW = 5, 60.0
"""Failed tries for one name or from one address, and the seconds within which they count."""

_DDL = """
CREATE TABLE IF NOT EXISTS accounts (
    name TEXT PRIMARY KEY, role TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, until REAL
);
"""


class AccountError(DetenteError):
    """An account cannot be made or changed as asked."""


class Accounts:
    """The accounts of one file, which is made where there is none. May be used from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_urlsafe())
        self._failed: dict[str, deque[float]] = {}
        fresh = not path.exists()
        try:
            with closing(self._open()) as connection:
                connection.executescript(_DDL)
        except sqlite3.DatabaseError as error:
            raise AccountError(f"{path}: this file keeps no accounts ({error})") from error
        if fresh:
            path.chmod(0o600)

    def names(self) -> list[tuple[str, str]]:
        """All accounts, with their roles."""
        return self._ask("SELECT name, role FROM accounts ORDER BY name")

    def put(self, name: str, role: str, password: str) -> None:
        """Makes an account, or gives one another role and password; its sessions end.

        Raises `AccountError`."""
        name = name.strip()
        if not name or len(name) > 80 or not name.isprintable():
            raise AccountError("a name has 1 to 80 printable characters")
        if role not in ROLES:
            raise AccountError(f"no role {role!r}; there are: {', '.join(ROLES)}")
        if len(password) < LEAST:
            raise AccountError(f"a password has at least {LEAST} characters")
        self._last_owner(name, role)
        hashed = self._hasher.hash(password)
        self._ask("DELETE FROM sessions WHERE name = ?", name)
        self._ask("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?)", name, role, hashed)

    def remove(self, name: str) -> None:
        """Takes an account out; its sessions end. Raises `AccountError`."""
        if name not in dict(self.names()):
            raise AccountError(f"there is no account {name!r}")
        self._last_owner(name, "")
        self._ask("DELETE FROM sessions WHERE name = ?", name)
        self._ask("DELETE FROM accounts WHERE name = ?", name)

    def enter(self, name: str, password: str, address: str) -> str | None:
        """The token of a new session, None where name or password are wrong.

        Raises `AccountError` after too many tries."""
        now = time.monotonic()
        keys = (f"name:{name[:80]}", f"from:{address}")
        for key in keys:
            tries = self._failed.get(key, deque())
            while tries and tries[0] < now - WINDOW:
                tries.popleft()
            if len(tries) >= TRIES:
                raise AccountError("too many tries")
        found = self._ask("SELECT hash FROM accounts WHERE name = ?", name)
        try:  # an unknown name takes as long as a wrong password
            self._hasher.verify(found[0][0] if found else self._nobody, password)
            right = bool(found)
        except (VerificationError, InvalidHashError):
            right = False
        if not right:
            if len(self._failed) > 10_000:
                self._failed.clear()
            for key in keys:
                self._failed.setdefault(key, deque()).append(now)
            return None
        token = secrets.token_urlsafe(32)
        self._ask("DELETE FROM sessions WHERE until < ?", time.time())
        self._ask("INSERT INTO sessions VALUES (?, ?, ?)", _mark(token), name, time.time() + LASTS)
        return token

    def who(self, token: str) -> tuple[str, str] | None:
        """The name and role of whoever holds a session's token."""
        found = self._ask(
            "SELECT name, role FROM sessions JOIN accounts USING (name) "
            "WHERE token = ? AND until > ?",
            _mark(token),
            time.time(),
        )
        return (found[0][0], found[0][1]) if found else None

    def leave(self, token: str) -> None:
        """Ends a session."""
        self._ask("DELETE FROM sessions WHERE token = ?", _mark(token))

    def _last_owner(self, name: str, role: str) -> None:
        """Somebody must be able to say who may enter."""
        owners = {n for n, r in self.names() if r == "owner"}
        if owners == {name} and role != "owner":
            raise AccountError(f"{name} is the only owner; make another one first")
        if not owners and role != "owner":
            raise AccountError("the first account is an owner's")

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=10, isolation_level=None)

    def _ask(self, query: str, *values: object) -> list[tuple[str, str]]:
        with closing(self._open()) as connection:
            return connection.execute(query, values).fetchall()


def _mark(token: str) -> str:
    """What is kept of a token: who reads the file cannot enter with it."""
    return hashlib.sha256(token.encode()).hexdigest()
