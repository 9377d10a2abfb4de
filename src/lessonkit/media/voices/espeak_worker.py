"""A process that reads sentences aloud with eSpeak NG; nothing else of ours loads that library.

It is a program under the GPL, kept apart in a process of its own, which it may also end as it
likes. One line of JSON comes in for each sentence (`text`, `voice`, `rate`), one goes out
(`bytes`, `hertz` or `error`), with that many bytes of signed 16-bit mono behind it.
"""

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

SYNCHRONOUS = 2
DONT_EXIT = 0x8000
UTF8 = 1
RATE = 1
"""`espeakRATE`, words a minute."""


class _Event(ctypes.Structure):
    """`espeak_EVENT`, of which nothing is read."""


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Speaker:
    """The library with its data, which lie in `folder`."""

    def __init__(self, library: str, folder: str) -> None:
        # The library keeps this path in 160 bytes: a short one, seen from beside the data.
        os.chdir(Path(folder).parent)
        self.path = library
        self.folder = Path(folder).name.encode()

    def say(self, text: str, voice: str, rate: int) -> tuple[bytes, int]:
        """Signed 16-bit mono, and how many samples a second.

        Raises: ValueError: there is no such voice. OSError: the library or its data are unusable.
        """
        heard: list[bytes] = []

        def hear(samples: Any, count: int, _events: Any) -> int:
            if samples and count > 0:
                heard.append(ctypes.string_at(samples, count * 2))
            return 0

        callback = _Callback(hear)
        # What was said before changes the sound: phases that only a fresh copy begins anew.
        library = ctypes.CDLL(self.path)
        try:
            hertz = int(library.espeak_Initialize(SYNCHRONOUS, 0, self.folder, DONT_EXIT))
            if hertz <= 0:
                raise OSError("espeak_Initialize")
            library.espeak_SetSynthCallback(callback)
            if library.espeak_SetVoiceByName(voice.encode()):
                raise ValueError(voice)
            library.espeak_SetParameter(RATE, rate, 0)
            library.espeak_ng_SetRandSeed(ctypes.c_long(1))
            data = text.encode("utf-8", "replace") + b"\0"
            library.espeak_Synth(data, len(data), 0, 1, 0, UTF8, None, None)
        finally:
            library.espeak_Terminate()
            _unload(library)
        return b"".join(heard), hertz


def _unload(library: ctypes.CDLL) -> None:
    import _ctypes

    free: Any = getattr(_ctypes, "dlclose", None) or getattr(_ctypes, "FreeLibrary", None)
    free(library._handle)


def answer(speaker: Speaker, line: bytes, out: BinaryIO) -> None:
    """One sentence."""
    asked = json.loads(line)
    try:
        sound, hertz = speaker.say(asked["text"], asked["voice"], asked["rate"])
        head: dict[str, Any] = {"bytes": len(sound), "hertz": hertz}
    except (ValueError, OSError) as error:
        sound, head = b"", {"error": str(error) or type(error).__name__}
    out.write(json.dumps(head).encode() + b"\n" + sound)
    out.flush()


def main(library: str, folder: str) -> None:
    """Answers until nobody asks any more."""
    out = os.fdopen(os.dup(1), "wb")
    # Whatever the library prints must not stand between the answers.
    os.dup2(2, 1)
    speaker = Speaker(library, folder)
    for line in sys.stdin.buffer:
        answer(speaker, line, out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
