"""The two stores that every test of behaviour runs over: a file, and a PostgreSQL server that the
tests start on loopback, in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

BINARIES = (
    *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
    Path("/usr/local/bin"),
)
_numbers = count()


def _program(name: str) -> str | None:
    found = (folder / name for folder in BINARIES if (folder / name).is_file())
    return str(next(found, None) or shutil.which(name) or "") or None


def _ordinary_user() -> list[str]:
    """What a command begins with so that it does not run as root, whom PostgreSQL refuses."""
    if os.getuid():
        return []
    names = {user.pw_name for user in pwd.getpwall()}
    user = next((n for n in ("postgres", "nobody") if n in names), None)
    if user is None or shutil.which("setpriv") is None:
        pytest.skip("PostgreSQL does not run as root, and there is no other user to run it as")
    group = str(pwd.getpwnam(user).pw_gid)
    return ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups"]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server, without a database; skips where none is installed."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (the extra `postgresql`)")
    initdb, control = _program("initdb"), _program("pg_ctl")
    if initdb is None or control is None:
        pytest.skip("no PostgreSQL server is installed (Debian's package postgresql)")
    user = _ordinary_user()
    with tempfile.TemporaryDirectory(prefix="detente-pg-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        if user:
            shutil.chown(folder, user[1].partition("=")[2])
        data = f"{folder}/data"
        options = (
            f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories='' -c fsync=off"
        )
        start = [control, "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start"]
        init = [initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"]
        for command in (init, start):
            subprocess.run([*user, *command], check=True, capture_output=True, cwd=folder)
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}"
        finally:
            stop = [*user, control, "-D", data, "-m", "immediate", "stop"]
            subprocess.run(stop, check=True, capture_output=True, cwd=folder)


@pytest.fixture
def database(server: str) -> Callable[[], str]:
    """Makes a new database and gives its address."""
    import psycopg

    def make() -> str:
        name = f"d{next(_numbers)}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"{server}/{name}"

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def another(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes the address of one more dossier that is not there yet, in each of the stores."""
    if request.param == "postgresql":
        make: Callable[[], str] = request.getfixturevalue("database")
        return make
    return lambda: str(tmp_path / f"d{next(_numbers)}.db")


@pytest.fixture
def address(another: Callable[[], str]) -> str:
    """The address of a dossier that is not there yet, in each of the stores."""
    return another()
