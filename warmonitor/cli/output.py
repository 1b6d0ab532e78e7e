"""Where data goes: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from warmonitor.errors import SettingsError


@contextmanager
def opened(output: Path | None, inputs: tuple[Path | None, ...] = ()) -> Iterator[BinaryIO]:
    """A stream for data. A file is written beside its place and moved there at the end, so that no half one is left."""
    if output is None or str(output) == "-":
        yield from _to_stdout()
        return
    _allow(output, inputs)
    if output.exists() and not output.is_file():  # a device or a pipe
        with output.open("wb") as stream:
            yield stream
        return
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def _to_stdout() -> Iterator[BinaryIO]:
    """Standard output; when its reader has seen enough (`| head`) the call ends quietly."""
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Nothing may be flushed into the closed pipe when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def _allow(output: Path, inputs: tuple[Path | None, ...]) -> None:
    if output.is_dir():
        raise SettingsError(f"--output {str(output)!r} is a folder: name a file in it.")
    if any(path is not None and path.exists() and output.exists() and path.samefile(output) for path in inputs):
        raise SettingsError(f"--output {str(output)!r} is also read from: name another file.")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"--output {str(output)!r} cannot be written ({error.strerror}).") from error
    if not os.access(output.parent, os.W_OK):
        raise SettingsError(f"--output {str(output)!r}: its folder cannot be written to.")
