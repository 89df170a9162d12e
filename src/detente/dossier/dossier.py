"""A dossier: reports, their readings and their record, in one file that outlives the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from detente.dossier import store
from detente.dossier.reports import LEFT, WHOLE, Read, made_with, read_one, stands
from detente.dossier.version import digest, record_version
from detente.errors import DossierError, SourceError
from detente.model import Act, Article, Decision, Part, Reading, Record, Span

T = TypeVar("T")

State = Literal["read", "unchanged", "unread", "left"]
OnError = Callable[[SourceError], None]
Progress = Callable[[Article, State], None]


@dataclass(slots=True)
class Added:
    """How many reports a call of `Dossier.add` read, found unchanged, kept unread (no language
    pack), left after the word scan (nothing of the field in them), or could not read."""

    read: int = 0
    unchanged: int = 0
    unread: int = 0
    left: int = 0
    failed: int = 0

    def count(self, state: State | Literal["failed"]) -> None:
        """One report more."""
        setattr(self, state, getattr(self, state) + 1)


class Dossier:
    """Reports in, record out, all of it kept. Open one with `Dossier.open`; close it after use, or
    use it in a `with` block.

    Each report is committed with its reading as soon as it is read, so that whatever stops the
    program loses none that `progress` has been told of."""

    def __init__(self, engine: sa.Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @classmethod
    def open(cls, path: str | PathLike[str] | None, *, create: bool = True) -> Dossier:
        """The dossier in a file, made where there is none (unless `create` is false); without a
        path, one in memory.

        Raises `DossierError` where the file is missing, damaged, or no dossier."""
        file = None if path is None else Path(path)
        return cls(store.open_store(file, create=create), str(path or "in memory"))

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(
        self,
        articles: Iterable[Article],
        *,
        on_error: OnError | None = None,
        progress: Progress | None = None,
        whole: bool = False,
    ) -> Added:
        """Reads reports and keeps them: what the word scan finds worth reading in each, or with
        `whole` all of it. A report that is already there unchanged costs nothing; reports read by
        an earlier version of the reader are read again, at the end.

        `progress` is called after each report is kept. A report whose reading fails is handed to
        `on_error` and left out; without `on_error` its `SourceError` is raised."""
        added = Added()
        tried: set[str] = set()
        for article in chain(articles, self._stale(tried)):
            tried.add(article.id)
            try:
                kept, state = self._keep(article, whole)
            except SourceError as error:
                if on_error is None:
                    raise
                on_error(error)
                added.count("failed")
                continue
            added.count(state)
            if progress:
                progress(kept, state)
        return added

    def remove(self, article: str) -> None:
        """Takes one report out, with its reading. Raises `DossierError` where it is not there."""
        with self._transaction(write=True) as connection:
            gone = connection.execute(store.articles.delete().where(store.articles.c.id == article))
            if not gone.rowcount:
                raise DossierError(f"{self._name}: no report {article!r}")
            _count(connection, "readings")

    def articles(self) -> tuple[Article, ...]:
        """All reports, in the order of their sources."""
        with self._transaction() as connection:
            return self._articles(connection)

    def readings(self) -> tuple[Reading, ...]:
        """What was read in each report, in the order of `articles`."""
        with self._transaction() as connection:
            return self._readings(connection)

    def record(self, *, decided: bool = True) -> Record:
        """The record of all reports: the kept one where nothing has changed, else built anew.
        What people decided is replayed over it, unless `decided` is false."""
        with self._transaction() as connection:
            key = self._record_key(connection)
            kept = sa.select(store.records.c.body).where(store.records.c.key == key)
            body = connection.scalar(kept)
            decisions = self._decisions(connection) if decided else ()
            if body is not None:
                return _decide(self._decode(body, Record), decisions)
            articles, readings = self._articles(connection), self._readings(connection)
        record = _build(articles, readings)
        with self._transaction(write=True) as connection:
            connection.execute(store.records.delete())
            connection.execute(store.records.insert().values(key=key, body=_json(record)))
        return _decide(record, decisions)

    def mark(self) -> str:
        """What changes whenever the record may have: after a report came, went or was read anew,
        after a decision, and with another version of the program. Cheap."""
        with self._transaction() as connection:
            rows = connection.execute(sa.select(store.changes).order_by(store.changes.c.what))
            numbers = "-".join(str(number) for _, number in rows)
        return f"{numbers}-{digest(record_version().encode())[:8]}"

    # ------------------------------------------------------------ decisions

    def decide(
        self,
        act: Act,
        of: Part,
        fact: str,
        *,
        by: str,
        why: str = "",
        attribute: str | None = None,
        value: Any = None,
        others: Iterable[str] = (),
        evidence: Iterable[Span] = (),
    ) -> Decision:
        """Takes a decision on a fact and keeps it. `fact` and `others` are ids in `record()`, `of`
        the list in which they are; see `docs/decisions.md` for what each act takes.

        Raises `NotInDossier` for an id that is not there, and `DecisionError` where the decision
        cannot be carried out; nothing is kept then."""
        from detente.dossier import deciding

        machine = self.record(decided=False)
        with self._transaction(write=True) as connection:
            decision = deciding.take(
                machine,
                self._decisions(connection),
                act,
                of,
                fact,
                by=by,
                why=why,
                attribute=attribute,
                value=value,
                others=others,
                evidence=evidence,
            )
            _keep_decisions(connection, [decision])
        return decision

    def undo(self, decision: str, *, by: str, why: str = "") -> Decision:
        """Undoes a decision, given by its id or enough of its beginning, with another one.

        Raises `NotInDossier` where there is no such decision, `DecisionError` where it is undone
        already."""
        from detente.dossier import deciding

        with self._transaction(write=True) as connection:
            undoing = deciding.undo(self._decisions(connection), decision, by=by, why=why)
            _keep_decisions(connection, [undoing])
        return undoing

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, in the order in which they were taken. What became of each in the
        record is told by `record().decisions`."""
        with self._transaction() as connection:
            return self._decisions(connection)

    def import_decisions(self, decisions: Iterable[Decision]) -> int:
        """Keeps decisions taken elsewhere; those that are here already cost nothing. How many were
        new. Which of them are in conflict or orphaned here `record().decisions` tells."""
        with self._transaction(write=True) as connection:
            here = {d.id for d in self._decisions(connection)}
            new = {d.id: d for d in decisions if d.id not in here}
            _keep_decisions(connection, list(new.values()))
        return len(new)

    # ------------------------------------------------------------ one report

    def take(self, reads: Iterable[Read]) -> None:
        """Keeps reports with their readings, made here or elsewhere, in one transaction."""
        with self._transaction(write=True) as connection:
            for read in reads:
                article = read.article
                row = {
                    "source": article.source,
                    "outlet": article.outlet,
                    "title": article.title,
                    "language": article.language,
                    "published": article.published.date,
                    "unread": article.unread,
                    "digest": read.digest,
                    "body": _json(article),
                }
                kept = {
                    "digest": read.digest,
                    "made_with": read.reading.made_with,
                    "body": _json(read.reading),
                }
                _upsert(connection, store.articles, {"id": article.id}, row)
                _upsert(connection, store.readings, {"article": article.id}, kept)
            _count(connection, "readings")

    def standing(self) -> dict[str, tuple[str, str]]:
        """Of each report kept: its digest and what it was read with, by its id."""
        table = store.readings.c
        with self._transaction() as connection:
            rows = connection.execute(sa.select(table.article, table.digest, table.made_with))
            return {article: (mark, version) for article, mark, version in rows}

    def _keep(self, article: Article, whole: bool) -> tuple[Article, State]:
        """Reads one report, unless its reading still stands, and commits both. The report as it
        is kept, and what was done. What was once read whole is read whole again."""
        kept = self._standing(article.id)
        whole = whole or (kept is not None and kept[1].endswith(WHOLE))
        if stands(kept, article, whole=whole):
            return article, "unchanged"
        read = read_one(article, whole=whole)
        self.take([read])
        return read.article, state_of(read.article)

    def _standing(self, article: str) -> tuple[str, str] | None:
        table = store.readings.c
        query = sa.select(table.digest, table.made_with).where(table.article == article)
        with self._transaction() as connection:
            row = connection.execute(query).first()
        return None if row is None else (row[0], row[1])

    def _stale(self, tried: Set[str]) -> Iterator[Article]:
        """Reports, none of `tried`, whose reading another version made. Looked for when the first
        is asked for, not before."""
        query = sa.select(
            store.articles.c.body, store.articles.c.language, store.readings.c.made_with
        ).join_from(store.articles, store.readings)
        with self._transaction() as connection:
            rows = connection.execute(query).all()
        for body, language, version in rows:
            if version.removesuffix(WHOLE) != made_with(language, whole=False):
                article = self._decode(body, Article)
                if article.id not in tried:
                    yield article

    # ------------------------------------------------------------ the file

    def _record_key(self, connection: sa.Connection) -> str:
        """What the machine's record is kept under: the readings as they are, and who builds it."""
        table = store.changes.c
        number = connection.scalar(sa.select(table.number).where(table.what == "readings"))
        return digest(record_version().encode(), str(number).encode())

    def _decisions(self, connection: sa.Connection) -> tuple[Decision, ...]:
        bodies = connection.scalars(sa.select(store.decisions.c.body))
        found = (self._decode(body, Decision) for body in bodies)
        return tuple(sorted(found, key=lambda d: (d.when, d.id)))

    def _articles(self, connection: sa.Connection) -> tuple[Article, ...]:
        bodies = connection.scalars(_in_order(store.articles.c.body))
        return tuple(self._decode(body, Article) for body in bodies)

    def _readings(self, connection: sa.Connection) -> tuple[Reading, ...]:
        query = _in_order(store.readings.c.body).join_from(store.articles, store.readings)
        return tuple(self._decode(body, Reading) for body in connection.scalars(query))

    def _decode(self, body: str, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(body, type=kind)
        except msgspec.DecodeError as error:
            raise DossierError(f"{self._name}: this dossier is damaged ({error})") from error

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[sa.Connection]:
        engine = store.writing(self._engine) if write else self._engine
        try:
            with engine.begin() as connection:
                yield connection
        except sa.exc.DatabaseError as error:
            raise DossierError(f"{self._name}: {store.plainly(error)}") from error


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode()


def _in_order(column: sa.Column[str]) -> sa.Select[Any]:
    return sa.select(column).order_by(store.articles.c.source, store.articles.c.id)


def state_of(article: Article) -> State:
    """What was done with a report that has just been read, or not."""
    if article.unread is None:
        return "read"
    return "left" if article.unread == LEFT else "unread"


def _build(articles: tuple[Article, ...], readings: tuple[Reading, ...]) -> Record:
    from detente.record import build  # only a dossier that has changed pays for it

    return build(articles, readings)


def _decide(machine: Record, decisions: tuple[Decision, ...]) -> Record:
    if not decisions:
        return machine
    from detente.record.decided import decide  # only a dossier with decisions pays for it

    return decide(machine, decisions)


def _keep_decisions(connection: sa.Connection, decisions: list[Decision]) -> None:
    if decisions:
        rows = [{"id": d.id, "body": _json(d)} for d in decisions]
        connection.execute(store.decisions.insert(), rows)
        _count(connection, "decisions")


def _count(connection: sa.Connection, what: str) -> None:
    table = store.changes
    more = table.update().where(table.c.what == what).values(number=table.c.number + 1)
    connection.execute(more)


def _upsert(
    connection: sa.Connection, table: sa.Table, key: dict[str, str], row: dict[str, Any]
) -> None:
    statement = insert(table).values(key | row)
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=row))
