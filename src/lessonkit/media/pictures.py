"""Pictures made safe and light: bare of what a camera wrote, upright, in sRGB, never enlarged."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonkit.media.codecs import encoded, has_avif
from lessonkit.read.assets import MEGAPIXELS, AssetProblem, too_large
from lessonkit.read.formats import HEAD, sniff
from lessonkit.read.pixels import TURNED

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

_PLUGINS = {
    "image/png": ("PNG", "PngImagePlugin"),
    "image/jpeg": ("JPEG", "JpegImagePlugin"),
    "image/webp": ("WEBP", "WebPImagePlugin"),
    "image/gif": ("GIF", "GifImagePlugin"),
    "image/avif": ("AVIF", "AvifImagePlugin"),
}
"""The only formats that are opened: others have a history of holes in their decoders."""
_FINER = 2
"""A JPEG is decoded at the smallest eighth that is still this many times wider than wanted, …"""
_FINE = 1920
"""… and at least this wide: so one decoding serves every usual width, and what is made of a picture
at one width does not depend on which others are made with it."""
_ORIENTATION = 0x0112
TALLEST = 16_383
"""Pixels of a side, the most that a WebP holds (RFC 9649, 2.6)."""
_DRAWN = ("PNG", "GIF")


VERSION = 2
"""To be raised whenever the same source and wish give other bytes."""


def tools() -> str:
    """What the bytes depend on beside the source."""
    from PIL import __version__

    return f"pillow {__version__}" + ("" if has_avif() else " without avif")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One picture to be made: at most that wide, of that media type."""

    width: int
    """Pixels, as displayed; a narrower picture keeps its own width."""
    type: str
    """`image/avif`, `image/webp`, `image/jpeg`, `image/png` or `image/gif`."""
    quality: int = 78
    """1 to 100, of WebP and JPEG; AVIF gets what looks the same."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A picture decoded once, not yet turned upright."""

    image: "Image"
    size: tuple[int, int]
    """Its full width and height, as it lies; the decoded ones may be a fraction."""
    box: tuple[float, float, float, float] | None
    orientation: int
    """EXIF's: 1 is upright, 5 to 8 lie on their side."""
    colours: "Callable[[Image], Image]"
    """To sRGB."""
    drawn: bool
    """Of a format in which drawings and screens are kept, without the noise of a lens."""


def make_picture(
    source: bytes | Path, width: int, media_type: str, quality: int = 78, name: str = ""
) -> bytes | AssetProblem:
    """One picture; see `variants`."""
    wanted = Wanted(width, media_type, quality)
    made = variants(source, (wanted,), name)
    return made if isinstance(made, AssetProblem) else made[wanted]


def variants(
    source: bytes | Path,
    wanted: Sequence[Wanted],
    name: str = "",
    megapixels: int = MEGAPIXELS,
) -> dict[Wanted, bytes] | AssetProblem:
    """Every picture wanted, from one decoding; the first frame of one that moves (WCAG 2.2, 2.2.2).

    An AVIF is empty where it would not be lighter than the WebP by 5 %, or cannot be written here.
    Transparency stays where the type can hold it and lies on white where not. `name` is what a
    problem (LK706 too many pixels, LK711 broken) calls the picture.

    Raises: OSError: the file cannot be read.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    kind = _PLUGINS.get(sniff(data[:HEAD]) or "")
    if kind is None:
        return AssetProblem("LK711", {"name": name})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _variants(data, kind, wanted, name, megapixels)
    except Exception:
        # Decoders raise whatever they stumble over: struct.error, SyntaxError, MemoryError, …
        return AssetProblem("LK711", {"name": name})


def _variants(
    data: bytes, kind: tuple[str, str], wanted: Sequence[Wanted], name: str, megapixels: int
) -> dict[Wanted, bytes] | AssetProblem:
    from PIL import Image

    import_module(f"PIL.{kind[1]}")
    import_module("PIL.WebPImagePlugin")
    made: dict[Wanted, bytes] = {}
    for across in sorted({_across(one) for one in wanted}):
        with Image.open(BytesIO(data), formats=(kind[0],)) as image:
            if image.width * image.height > megapixels * 1_000_000:
                return too_large(name, image.size, megapixels)
            opened = _open(image, across)
        sizes = {one: _fit(opened, one.width) for one in wanted if _across(one) == across}
        scaled = {size: _scaled(opened, size) for size in sorted(set(sizes.values()))}
        for one in sorted(sizes, key=lambda one: one.type == "image/avif"):
            rival = made.get(replace(one, type="image/webp"))
            shown = scaled[sizes[one]]
            made[one] = encoded(shown, one.type, one.quality, drawn=opened.drawn, rival=rival)
    return made


def _across(wanted: Wanted) -> int:
    """The width that a JPEG is decoded to, at the least, for this one."""
    return max(_FINE, _FINER * wanted.width)


def _open(image: "Image", least: int) -> _Opened:
    size, orientation = image.size, int(image.getexif().get(_ORIENTATION, 1))
    across = size[1] if orientation in TURNED else size[0]
    share = min(1.0, least / across)
    drafted = image.draft(None, (max(1, round(size[0] * share)), max(1, round(size[1] * share))))
    colours = _to_srgb(image)
    image.load()
    box = drafted[1] if drafted else None
    drawn = image.format in _DRAWN
    return _Opened(_resizable(image), size, box, orientation, colours, drawn)


def _fit(opened: _Opened, width: int) -> tuple[int, int]:
    """The size to scale to, as the picture lies, so that it is displayed at most that wide."""
    lying = opened.orientation in TURNED
    across, along = opened.size[::-1] if lying else opened.size
    share = min(1.0, width / across)
    upright = max(1, min(width, across)), min(TALLEST, max(1, round(along * share)))
    return upright[::-1] if lying else upright


def _scaled(opened: _Opened, size: tuple[int, int]) -> "Image":
    from PIL.Image import Resampling

    image = opened.image.resize(size, Resampling.LANCZOS, opened.box)
    image = opened.colours(image)
    if image.mode in ("RGBA", "LA") and image.getextrema()[-1] == (255, 255):
        image = image.convert(image.mode[:-1])
    turn = _turn(opened.orientation)
    if turn is not None:
        image = image.transpose(turn)
    image.info = {}
    return image


def _turn(orientation: int) -> "Transpose | None":
    """What sets it upright (EXIF 2.3, tag 0x0112)."""
    from PIL.Image import Transpose

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)


def _resizable(image: "Image") -> "Image":
    """In a mode that can be scaled without loss: palettes, bits and 16-bit greys are spread out."""
    if image.mode.startswith("I") or image.mode == "F":
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA") if image.mode != "LA" else image
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _to_srgb(image: "Image") -> "Callable[[Image], Image]":
    """What turns a scaled picture's colours into sRGB; a broken profile counts as none."""
    profile: bytes = image.info.get("icc_profile") or b""
    if not profile or b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile:
        return _without_profile
    from PIL import ImageCms

    try:
        given: Any = ImageCms.ImageCmsProfile(BytesIO(profile))
        space = given.profile.xcolor_space.strip()
        mode = {"RGB": "RGB", "CMYK": "CMYK", "GRAY": "L"}[space]
        target = ImageCms.createProfile("sRGB")
        change = ImageCms.buildTransform(given, target, mode, "RGB")
    except (ImageCms.PyCMSError, KeyError, OSError):
        return _without_profile

    def convert(scaled: "Image") -> "Image":
        if scaled.mode == mode:
            return ImageCms.applyTransform(scaled, change) or scaled
        if scaled.mode == "RGBA" and mode == "RGB":
            solid = ImageCms.applyTransform(scaled.convert("RGB"), change) or scaled
            solid.putalpha(scaled.getchannel("A"))
            return solid
        return _without_profile(scaled)

    return convert


def _without_profile(image: "Image") -> "Image":
    return image.convert("RGB") if image.mode == "CMYK" else image
