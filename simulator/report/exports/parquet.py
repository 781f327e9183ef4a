"""Every person's row in every arm, as a Parquet file that is written while people are counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from simulator.domain.errors import RollcallError
from simulator.experiment.results import CAVEAT
from simulator.experiment.run import BatchDone


class ParquetError(RollcallError):
    """No library to write Parquet, or a file that cannot be written."""


class RowWriter:
    """Appends the rows of batches; the columns are those of the first."""

    def __init__(self, arrow: Any, path: Path) -> None:
        self._arrow = arrow
        self._path = path
        self._writer: Any = None

    def write(self, done: BatchDone) -> None:
        """Append the rows of a batch that brings them along."""
        from pyarrow import parquet

        assert done.rows is not None, "the batch was counted with its rows"
        table = self._arrow.table(dict(done.rows)).replace_schema_metadata({"note": CAVEAT})
        if self._writer is None:
            self._writer = parquet.ParquetWriter(self._path, table.schema)
        self._writer.write_table(table)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()


@contextmanager
def writing_rows(path: Path) -> Iterator[RowWriter]:
    """A writer of that file, which replaces an older one.

    Raises:
        ParquetError: pyarrow is not installed, or there is no such folder.
        OSError: the file cannot be written.
    """
    if not path.parent.is_dir():
        raise ParquetError(f"--per-person {path}: there is no folder {path.parent}")
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ParquetError(
            "--per-person needs pyarrow; install it with: pip install 'camera-rollcall[parquet]'"
        ) from error
    writer = RowWriter(pa, path)
    try:
        yield writer
    finally:
        writer.close()
