"""The process beside the server that does what takes long: reads reports, rebuilds the record and
writes the snapshot. The server answers all the while.

It is told what to do in `Task`s and answers in `News`, over a pipe."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal, cast

import msgspec

from detente.dossier.dossier import Dossier, State
from detente.errors import DetenteError, SourceError, SourceNote
from detente.model import Act, Article, Part, Span
from detente.web.snapshot import Snapshot, write


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that somebody takes: the arguments of `Dossier.decide`, or of `Dossier.undo`,
    where `act` is `undo` and `fact` the decision's id."""

    act: str
    of: str
    fact: str
    by: str
    why: str = ""
    attribute: str | None = None
    value: Any = None
    others: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Reports to add (`sources`: what to read, and what to call it; `folder` is removed after), a
    decision to take, and the snapshot to bring up to date."""

    job: str = ""
    ask: Ask | None = None
    sources: tuple[tuple[str, str], ...] = ()
    folder: str = ""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that came to pass in a task."""

    job: str
    what: Literal["report", "problem", "note", "building", "decided", "fresh", "failed"]
    state: str = ""
    name: str = ""
    reason: str = ""


Tell = Callable[[News], None]


def run(pipe: Connection, dossier: str, snapshot: Path) -> None:
    """Does the tasks that come over the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server says when to stop
    if hasattr(os, "nice"):
        os.nice(5)  # who reads the page goes first

    def tell(news: News) -> None:
        pipe.send_bytes(msgspec.msgpack.encode(news))

    with suppress(EOFError, OSError):
        while True:
            task = msgspec.msgpack.decode(pipe.recv_bytes(), type=Task)
            _do(task, dossier, snapshot, tell)


def _do(task: Task, dossier: str, snapshot: Path, tell: Tell) -> None:
    try:
        with Dossier.open(dossier) as kept:
            if task.ask:
                tell(News(job=task.job, what="decided", name=_decide(kept, task.ask)))
            if task.sources:
                _add(kept, task, tell)
                tell(News(job=task.job, what="building"))
            refresh(kept, snapshot)
        tell(News(job=task.job, what="fresh"))
    except DetenteError as error:
        tell(News(job=task.job, what="failed", reason=str(error)))
    except OSError:
        raise  # the server is gone
    except Exception as error:  # a fault costs this task, and no other
        tell(News(job=task.job, what="failed", reason=f"{type(error).__name__}: {error}"))
    finally:
        if task.folder:
            shutil.rmtree(task.folder, ignore_errors=True)


def _decide(kept: Dossier, ask: Ask) -> str:
    """Takes a decision; its id."""
    if ask.act == "undo":
        return kept.undo(ask.fact, by=ask.by, why=ask.why).id
    return kept.decide(
        cast(Act, ask.act),
        cast(Part, ask.of),
        ask.fact,
        by=ask.by,
        why=ask.why,
        attribute=ask.attribute,
        value=ask.value,
        others=ask.others,
        evidence=ask.evidence,
    ).id


def _add(kept: Dossier, task: Task, tell: Tell) -> None:
    from detente.walk import articles_of

    def problem(error: SourceError) -> None:
        what: Literal["note", "problem"] = "note" if isinstance(error, SourceNote) else "problem"
        name = _shown(error.source, task)
        tell(News(job=task.job, what=what, name=name, reason=error.reason))

    def progress(article: Article, state: State) -> None:
        tell(News(job=task.job, what="report", state=state, name=article.title or article.source))

    found = articles_of([source for source, _ in task.sources], on_error=problem)
    named = (msgspec.structs.replace(a, source=_shown(a.source, task)) for a in found)
    kept.add(named, on_error=problem, progress=progress)


def _shown(source: str, task: Task) -> str:
    """What a person called a source that stands somewhere else while it is read."""
    for path, name in task.sources:
        if source.startswith(path):
            return name + source[len(path) :]
    return source


def refresh(kept: Dossier, snapshot: Path) -> None:
    """Writes the snapshot of a dossier anew, unless it shows its present state."""
    version = kept.mark()
    before = snapshot if snapshot.is_file() else None
    if before and _version(before) == version:
        return
    write(kept.record(), snapshot, version=version, before=before)


def _version(snapshot: Path) -> str | None:
    """The state of the dossier that a snapshot shows, None where it cannot be read."""
    try:
        return Snapshot(snapshot).version
    except Exception:  # a damaged or older snapshot is written anew
        return None
