"""The same reading on several cores, or on many machines, by Dask.

Sources are cut into chunks (`press.chunks`); each chunk is a task that any worker can do, and do
again where another died over it (`tasks`). On one machine the readings come back and are kept as they
come; on a cluster each task leaves them in a file (`outputs`), whose name says what was read with
what, so that nothing is read twice, whoever stops when. `read` sends the tasks and keeps what comes."""

from detente.cluster.running import read

__all__ = ["read"]
