"""The server: the application on a port, until it is told to stop."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import uvicorn

from detente.web.accounts import AccountError, Accounts
from detente.web.app import create
from detente.web.keeper import Keeper
from detente.web.settings import Settings


def serve(settings: Settings, say: Callable[[str], object]) -> None:
    """Serves a dossier until the program is stopped. Raises `DossierError` where it cannot be
    opened, `AccountError` where others than this machine may ask and nobody has an account."""
    if settings.accounts is not None:
        _somebody_may_enter(settings.accounts)
    keeper = Keeper(settings.dossier)
    try:
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        say(f"The page is at http://{shown}:{settings.port}/ (Ctrl-C stops it).")
        gc.freeze()  # what stands now stays; it need not be looked through again and again
        gc.set_threshold(20_000, 20, 50)
        uvicorn.run(
            create(settings, keeper),
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=True,
            timeout_keep_alive=30,
            limit_concurrency=200,
            h11_max_incomplete_event_size=64 * 1024,
        )
    finally:
        keeper.close()


def _somebody_may_enter(accounts: Path) -> None:
    if not accounts.is_file() or not Accounts(accounts).names():
        raise AccountError(
            f"{accounts}: nobody may enter yet; `detente accounts add NAME --role owner` first"
        )
