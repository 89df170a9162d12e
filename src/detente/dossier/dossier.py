"""A dossier: reports, their readings and their record, in one file that outlives the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

import msgspec
import sqlalchemy as sa

from detente.dossier import rows, snapshot, store, tables
from detente.dossier.reports import LEFT, WHOLE, Read, read_one, stands
from detente.dossier.version import digest, record_version
from detente.errors import DossierError, SourceError
from detente.model import Act, Article, Decision, Part, Reading, Record, Span

if TYPE_CHECKING:
    from detente.dossier.searching import Hit
    from detente.dossier.verifying import Verified

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
        self._last: tuple[str, Record] | None = None
        """The record as read that was last decided on here, with its key."""

    @classmethod
    def open(cls, path: str | PathLike[str] | None, *, create: bool = True) -> Dossier:
        """The dossier in a file, or in a database on a server (`postgresql://…`), made where there
        is none (unless `create` is false); without a path, one in memory.

        Raises `DossierError` where the file is missing, damaged, or no dossier, and where the
        server cannot be reached."""
        where = path if path is None or isinstance(path, str) else Path(path)
        return cls(store.open_store(where, create=create), store.named(where))

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
        for article in chain(articles, self.stale(tried)):
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
            if not rows.remove(connection, article):
                raise DossierError(f"{self._name}: no report {article!r}")

    def articles(self) -> tuple[Article, ...]:
        """All reports, in the order of their sources."""
        with self._transaction() as connection:
            return rows.articles(connection)

    def readings(self) -> tuple[Reading, ...]:
        """What was read in each report, in the order of `articles`."""
        with self._transaction() as connection:
            return rows.readings(connection)

    def record(self, *, decided: bool = True) -> Record:
        """The record of all reports. What has changed since it was last asked for is worked out
        before. What people decided is replayed over it, unless `decided` is false."""
        self._refresh()
        with self._transaction() as connection:
            return snapshot.load(connection, decided=decided)

    def excerpt(
        self,
        *,
        first: str | None = None,
        last: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Record:
        """The events from one EDTF date to another, by date, with the reports, actors and
        disputes that showing them takes, and nothing else of the record. `limit` and `offset`
        turn its pages. Of a large record this is much quicker than `record`."""
        self._refresh()
        with self._transaction() as connection:
            return snapshot.excerpt(connection, first, last, limit, offset)

    def search(
        self, query: str = "", *, limit: int = 20, offset: int = 0, **filters: Any
    ) -> list[Hit]:
        """The facts that have all words and "phrases" of a query (`négoci*` is the beginning of a
        word), best first, each shown in its sentence; without words, by their dates. The filters
        are those of `detente.dossier.searching.Filters`.

        Raises `DossierError` where a filter is no list of the record or no date."""
        from detente.dossier.searching import Filters, search

        self._refresh()
        with self._transaction() as connection:
            return search(connection, query, Filters(**filters), limit, offset)

    def _refresh(self) -> None:
        """Sees to it that the record kept is that of the readings and decisions as they are."""
        with self._transaction() as connection:
            if snapshot.stands(connection, *self._record_key(connection)):
                return
        with self._transaction(write=True) as connection:
            key, number = self._record_key(connection)
            # another process may have been quicker
            if not snapshot.stands(connection, key, number):
                self._renew(connection, key)
                snapshot.settle(connection, key, number, record_version())

    def _renew(self, connection: sa.Connection, key: str) -> None:
        from detente.dossier import facts, renewing  # only a dossier that has changed pays for it

        renewing.renew(connection, record_version())
        if decisions := rows.decisions(connection):
            from detente.record.decided import decide

            machine = snapshot.load(connection, decided=False)
            facts.decide(connection, machine, decide(machine, decisions))
            self._last = (key, machine)

    def _machine(self, connection: sa.Connection, key: str) -> Record | None:
        """The record as read, where the one kept, or the one last decided on here, still holds."""
        if self._last and self._last[0] == key:
            return self._last[1]
        kept = connection.scalar(sa.select(tables.snapshots.c.key))
        return snapshot.load(connection, decided=False) if kept == key else None

    def mark(self) -> str:
        """What changes whenever the record may have: after a report came, went or was read anew,
        after a decision, and with another version of the program. Cheap."""
        with self._transaction() as connection:
            numbers = "-".join(map(str, rows.counts(connection).values()))
        return f"{numbers}-{digest(record_version().encode())[:8]}"

    # ------------------------------------------------------------ the whole

    def backup(self, to: str | PathLike[str]) -> int:
        """Copies the dossier whole into a new file or an empty database (`postgresql://…`), while
        others read and write it. How many rows the copy has.

        Raises `DossierError` where there is something already."""
        from detente.dossier.copying import copy

        with self._transaction() as connection:
            return copy(connection, to if isinstance(to, str) else Path(to))

    def verify(self) -> Verified:
        """Looks at all that is kept: every span against its text, every id, every count."""
        from detente.dossier.verifying import verify

        with self._transaction() as connection:
            return verify(connection, snapshot.stands(connection, *self._record_key(connection)))

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

        self._refresh()
        with self._transaction(write=True) as connection:
            key, _ = self._record_key(connection)
            machine = self._machine(connection, key)
            if machine is None:  # a report came in between
                raise DossierError(f"{self._name}: the record has just changed; please try again")
            self._last = (key, machine)
            decision = deciding.take(
                machine,
                rows.decisions(connection),
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
            rows.keep_decisions(connection, [decision])
        return decision

    def undo(self, decision: str, *, by: str, why: str = "") -> Decision:
        """Undoes a decision, given by its id or enough of its beginning, with another one.

        Raises `NotInDossier` where there is no such decision, `DecisionError` where it is undone
        already."""
        from detente.dossier import deciding

        with self._transaction(write=True) as connection:
            undoing = deciding.undo(rows.decisions(connection), decision, by=by, why=why)
            rows.keep_decisions(connection, [undoing])
        return undoing

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, in the order in which they were taken. What became of each in the
        record is told by `record().decisions`."""
        with self._transaction() as connection:
            return rows.decisions(connection)

    def import_decisions(self, decisions: Iterable[Decision]) -> int:
        """Keeps decisions taken elsewhere; those that are here already cost nothing. How many were
        new. Which of them are in conflict or orphaned here `record().decisions` tells."""
        with self._transaction(write=True) as connection:
            here = {d.id for d in rows.decisions(connection)}
            new = {d.id: d for d in decisions if d.id not in here}
            rows.keep_decisions(connection, list(new.values()))
        return len(new)

    # ------------------------------------------------------------ one report

    def take(self, reads: Iterable[Read]) -> None:
        """Keeps reports with their readings, made here or elsewhere, in one transaction."""
        with self._transaction(write=True) as connection:
            rows.keep(connection, reads)

    def standing(self) -> dict[str, tuple[str, str]]:
        """Of each report kept: its digest and what it was read with, by its id."""
        with self._transaction() as connection:
            return rows.standing(connection)

    def _keep(self, article: Article, whole: bool) -> tuple[Article, State]:
        """Reads one report, unless its reading still stands, and commits both. The report as it
        is kept, and what was done. What was once read whole is read whole again."""
        with self._transaction() as connection:
            kept = rows.standing(connection, article.id).get(article.id)
        whole = whole or (kept is not None and kept[1].endswith(WHOLE))
        if stands(kept, article, whole=whole):
            return article, "unchanged"
        read = read_one(article, whole=whole)
        self.take([read])
        return read.article, state_of(read.article)

    def stale(self, tried: Set[str]) -> Iterator[Article]:
        """Reports, none of `tried`, whose reading another version of the reader made. Looked for
        when the first is asked for, not before."""
        with self._transaction() as connection:
            found = list(rows.stale(connection))
        yield from (article for article in found if article.id not in tried)

    # ------------------------------------------------------------ the file

    def _record_key(self, connection: sa.Connection) -> tuple[str, int]:
        """What the record as read is kept under: the readings as they are, and who builds it; and
        how often decisions were changed."""
        numbers = rows.counts(connection)
        key = digest(record_version().encode(), str(numbers["readings"]).encode())
        return key, numbers["decisions"]

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[sa.Connection]:
        engine = store.writing(self._engine) if write else self._engine
        try:
            with engine.begin() as connection:
                yield connection
        except sa.exc.DatabaseError as error:
            raise DossierError(f"{self._name}: {store.plainly(self._engine, error)}") from error
        except msgspec.DecodeError as error:
            raise DossierError(f"{self._name}: this dossier is damaged ({error})") from error


def state_of(article: Article) -> State:
    """What was done with a report that has just been read, or not."""
    if article.unread is None:
        return "read"
    return "left" if article.unread == LEFT else "unread"
