"""The server: the application on a port, until it is told to stop."""

from __future__ import annotations

from collections.abc import Callable

import uvicorn

from detente.web.app import create
from detente.web.keeper import Keeper
from detente.web.settings import Settings


def serve(settings: Settings, say: Callable[[str], object]) -> None:
    """Serves a dossier until the program is stopped. Raises `DossierError` where it cannot be
    opened."""
    keeper = Keeper(settings.dossier)
    try:
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        say(f"The page is at http://{shown}:{settings.port}/ (Ctrl-C stops it).")
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
