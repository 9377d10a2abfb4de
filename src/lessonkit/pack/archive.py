"""A zip whose entries are deflated once, however many packages of a run hold the same file."""

from pathlib import Path
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import crc32

from lessonkit.base.deflate import LEVEL, deflated

_SHARED = 200_000
"""Bytes; style and script of all lessons are below, and more is not worth keeping."""


class Archive(ZipFile):
    """To be written only."""

    def add(self, entry: ZipInfo, data: bytes) -> None:
        """One more entry, whole.

        The library can only compress by itself, and style and script, the same in every lesson,
        would take a quarter of the time of a build; so the entry is put in as it would do it.
        """
        out = self.fp
        if entry.compress_type != ZIP_DEFLATED or len(data) > _SHARED or out is None:
            self.writestr(entry, data, entry.compress_type, LEVEL)
            return
        packed = deflated(data)
        entry.CRC = crc32(data)
        entry.file_size, entry.compress_size = len(data), len(packed)
        out.seek(self.start_dir)
        entry.header_offset = out.tell()
        out.write(entry.FileHeader(zip64=False))
        out.write(packed)
        self.start_dir = out.tell()
        self.filelist.append(entry)
        self.NameToInfo[entry.filename] = entry

    def add_file(self, entry: ZipInfo, path: Path, size: int) -> None:
        """One more entry from a file of that size, of which a piece at a time is in memory."""
        if size <= _SHARED:
            self.add(entry, path.read_bytes())
            return
        entry.file_size = size
        entry._compresslevel = LEVEL  # type: ignore[attr-defined]
        with path.open("rb") as data, self.open(entry, "w") as out:
            copyfileobj(data, out, 1 << 20)
