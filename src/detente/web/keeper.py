"""The snapshot that the page shows, kept up to date, and the readings that are under way."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import secrets
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from detente.dossier import Dossier
from detente.errors import DossierError
from detente.web import worker
from detente.web.snapshot import Snapshot
from detente.web.worker import Ask, News, Task

LOOK = 1.0
"""Seconds between two looks whether the dossier has changed."""
PATIENCE = 4.0
"""How many times longer than the last rebuilding took the next is put off, while others write."""
DECIDING = 30.0
SHOWING = 3.0
"""Seconds to wait for a decision to be taken, and then for the page to show it."""
JOBS = 20
PROBLEMS = 500
_DECISIONS = "SELECT id FROM facts WHERE noun = 'decisions'"


@dataclass(slots=True)
class Job:
    """A reading that somebody asked for: how far it is, and what could not be read."""

    id: str
    by: str
    names: list[str]
    state: str = "waiting"
    read: int = 0
    unchanged: int = 0
    unread: int = 0
    failed: int = 0
    now: str = ""
    reason: str = ""
    problems: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")

    def hear(self, news: News) -> None:
        """Takes in what the worker says."""
        if news.what == "report":
            self.state, self.now = "reading", news.name
            setattr(self, news.state, getattr(self, news.state) + 1)
        elif news.what == "problem":
            self.failed += 1
            if len(self.problems) < PROBLEMS:
                self.problems.append((news.name, news.reason))
        elif news.what == "note":
            if len(self.notes) < PROBLEMS:
                self.notes.append((news.name, news.reason))
        elif news.what == "building":
            self.state, self.now = "building", ""
        elif news.what == "fresh":
            self.state = "done"
        elif news.what == "failed":
            self.state, self.reason = "failed", news.reason


@dataclass(slots=True)
class Ticket:
    """A decision that is waited for."""

    decided: str = ""
    reason: str = ""
    over: bool = False

    def hear(self, news: News) -> None:
        """Takes in what the worker says."""
        if news.what == "decided":
            self.decided = news.name
        elif news.what in ("fresh", "failed"):
            self.over, self.reason = True, news.reason


class Keeper:
    """Holds the dossier and its newest snapshot, and the worker that makes the next. `dossier` may
    be used from any thread."""

    def __init__(self, dossier: str) -> None:
        self.name = dossier
        self.dossier = Dossier.open(dossier)
        self.path = _beside(dossier)
        self.jobs: dict[str, Job] = {}
        self._tickets: dict[str, Ticket] = {}
        self.pending: dict[str, tuple[str, str]] = {}
        """Facts decided on that the snapshot does not show so yet: the act and the decision's id."""
        self._changed = threading.Condition()
        self._busy = 0
        self._next = 0.0
        self._closed = False
        self.snapshot = self._first()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=worker.run, args=(theirs, dossier, self.path), daemon=True
        )
        self._process.start()
        theirs.close()
        for task in (self._listen, self._look):
            threading.Thread(target=task, daemon=True).start()

    def _first(self) -> Snapshot:
        """The snapshot to begin with: the one that is there, which the worker brings up to date,
        else one made now."""
        try:
            return Snapshot(self.path)
        except Exception:  # there is none yet, or it is damaged, or of another version
            worker.refresh(self.dossier, self.path)
            return Snapshot(self.path)

    @property
    def behind(self) -> bool:
        """Whether a newer snapshot is being made."""
        return self._busy > 0

    def add(self, sources: list[tuple[str, str]], folder: str, by: str) -> Job:
        """Has sources read: paths or addresses, each with what it is called. `folder` is removed
        once they are."""
        job = Job(id=secrets.token_urlsafe(8), by=by, names=[name for _, name in sources])
        with self._changed:
            self.jobs[job.id] = job
            for old in [j for j in self.jobs.values() if j.over][:-JOBS]:
                del self.jobs[old.id]
        self._send(Task(job=job.id, sources=tuple(sources), folder=folder))
        return job

    def decide(self, ask: Ask) -> str:
        """Takes a decision and gives its id, once the page shows it (or nearly: a large record
        takes longer than one waits). Raises `DossierError` where it cannot be taken."""
        ticket = Ticket()
        job = secrets.token_urlsafe(8)
        with self._changed:
            self._tickets[job] = ticket
        self._send(Task(job=job, ask=ask))
        with self._changed:
            self._changed.wait_for(lambda: ticket.decided or ticket.over, DECIDING)
            if ticket.decided and not ticket.over:
                self._await_showing(ask, ticket.decided)
            self._changed.wait_for(lambda: ticket.over, SHOWING)
            del self._tickets[job]
        if ticket.decided:
            return ticket.decided
        raise DossierError(
            ticket.reason or "the dossier is busy; the decision was not taken in time"
        )

    def _await_showing(self, ask: Ask, decision: str) -> None:
        """Remembers a decision that the snapshot does not show yet."""
        if ask.act == "undo":
            self.pending = {f: p for f, p in self.pending.items() if p[1] != ask.fact}
        else:
            self.pending = {**self.pending, ask.fact: (ask.act, decision)}

    def close(self) -> None:
        """Stops the worker and lets go of the dossier."""
        self._closed = True
        self._pipe.close()
        self._process.join(2)
        if self._process.is_alive():
            self._process.terminate()
        self.dossier.close()

    def _send(self, task: Task) -> None:
        with self._changed:
            self._busy += 1
            self._pipe.send_bytes(msgspec.msgpack.encode(task))

    def _listen(self) -> None:
        started = time.monotonic()
        while not self._closed:
            try:
                news = msgspec.msgpack.decode(self._pipe.recv_bytes(), type=News)
            except (EOFError, OSError):
                return
            if news.what == "fresh":
                self.snapshot = Snapshot(self.path)
            with self._changed:
                if news.what == "fresh":
                    shown = {i for (i,) in self.snapshot.ask(_DECISIONS)}
                    self.pending = {f: p for f, p in self.pending.items() if p[1] not in shown}
                waiting = self.jobs.get(news.job) or self._tickets.get(news.job)
                if waiting:
                    waiting.hear(news)
                if news.what in ("fresh", "failed"):
                    self._busy -= 1
                    took = time.monotonic() - started
                    self._next = time.monotonic() + min(took, 60.0) * PATIENCE
                started = time.monotonic()
                self._changed.notify_all()

    def _look(self) -> None:
        while not self._closed:
            time.sleep(LOOK)
            if self._busy or time.monotonic() < self._next or self._closed:
                continue
            try:
                if self.dossier.mark() != self.snapshot.version:
                    self._send(Task())
            except Exception:
                continue  # the dossier may be locked or away for a moment


def _beside(dossier: str) -> Path:
    """Where the snapshot of a dossier stands: beside it, else in the user's cache."""
    if "://" not in dossier:
        file = Path(dossier).resolve()
        if os.access(file.parent, os.W_OK):
            return file.with_name(file.name + ".page")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "detente"
    name = hashlib.sha256(dossier.encode()).hexdigest()[:16]
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        cache = Path(tempfile.mkdtemp(prefix="detente-"))
    return cache / f"{name}.page"
