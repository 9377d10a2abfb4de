"""Pictures written: which codec, with which settings, and where it is not worth it."""

from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_FEW = 256
"""Colours, beyond which a picture without loss is never lighter."""
_SHARE, _DRAWN_SHARE = 0.8, 0.77
"""Of the quality of WebP, at which AVIF has as small an error (PSNR of 13 screens, drawings and
photographs, bench/RESULTS.md); with all colours kept for drawings, whose letters blur without."""
_AVIF_SPEED = 7
"""Of 0 to 10: lighter by 15 % than WebP at 6 times its time; 6 takes 10 times for 17 %, 8 three
times for 11 %."""
_WORTH = 0.95
_PNG_LEVEL = 3
"""Of zlib: what was scaled comes out a tenth smaller than at level 6, in half the time."""


def has_avif() -> bool:
    """Whether AVIF can be written here."""
    return find_spec("PIL._avif") is not None


def encoded(
    image: "Image", media_type: str, quality: int, *, drawn: bool, rival: bytes | None = None
) -> bytes:
    """The file; empty for an AVIF that is not lighter than the WebP by 5 %.

    `quality` is that of WebP, 1 to 100. `drawn`: without the noise of a lens. `rival` is the WebP
    of that size, where it has been made already.
    """
    out = BytesIO()
    match media_type:
        case "image/webp":
            return _webp(image, quality, drawn)
        case "image/avif":
            found = _avif(image, quality, drawn)
            beaten = rival or _webp(image, quality, drawn)
            return found if len(found) <= _WORTH * len(beaten) else b""
        case "image/jpeg":
            _flat(image).save(out, "JPEG", quality=quality, optimize=True)
        case "image/png":
            image.save(out, "PNG", compress_level=_PNG_LEVEL)
        case "image/gif":
            image.save(out, "GIF")
        case _:
            raise ValueError(media_type)
    return out.getvalue()


def _webp(image: "Image", quality: int, drawn: bool) -> bytes:
    """Without loss where that is lighter, as it is for few and even colours."""
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, method=4)
    if not drawn or image.getcolors(_FEW) is None:
        return out.getvalue()
    exact = BytesIO()
    image.save(exact, "WEBP", lossless=True, quality=75, method=4)
    return min(exact.getvalue(), out.getvalue(), key=len)


def _avif(image: "Image", quality: int, drawn: bool) -> bytes:
    """One thread, for the bytes depend on how many there are; empty where no codec is built in."""
    if not has_avif():
        return b""
    import_module("PIL.AvifImagePlugin")
    out = BytesIO()
    share, colour = (_DRAWN_SHARE, "4:4:4") if drawn else (_SHARE, "4:2:0")
    image.save(
        out, "AVIF", quality=max(1, round(quality * share)), speed=_AVIF_SPEED, subsampling=colour,
        max_threads=1,
    )  # fmt: skip
    return out.getvalue()


def _flat(image: "Image") -> "Image":
    """Without transparency: what shines through becomes white, as on paper."""
    if image.mode not in ("RGBA", "LA"):
        return image
    from PIL.Image import new

    white = new("RGBA", image.size, "white")
    white.alpha_composite(image.convert("RGBA"))
    return white.convert("RGB")
