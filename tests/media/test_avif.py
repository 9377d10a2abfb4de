"""AVIF beside WebP: the same picture, where it is lighter; and drawings without loss."""

import random
from io import BytesIO
from typing import cast

import pytest
from PIL import Image, ImageDraw
from tests.media.test_pictures import RED, near, quarters, saved

from lessonkit.media import codecs, pictures
from lessonkit.media.pictures import Wanted, variants


def screen(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """Soft ground, boxes and words, the same each time."""
    grain = random.Random(size[0])
    ground = Image.frombytes("RGB", (4, 3), grain.randbytes(36))
    image = ground.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for row in range(0, size[1], 20):
        draw.rounded_rectangle((8, row + 2, size[0] - 90 + row % 70, row + 17), 6, fill="#fdfcf9")
        draw.text((14, row + 4), f"Bam Gui roi doc lai tung dong {row} {row * 7}", fill="#0b4360")
    return image.convert(mode)


def veiled(size: tuple[int, int]) -> Image.Image:
    """A screen that is seen through more from top to bottom."""
    image = screen(size)
    image.putalpha(Image.linear_gradient("L").resize(size))
    return image


EXIF = Image.Exif()
EXIF[0x0112] = 6
AVIFS = {
    "RGB": saved(screen((320, 200)), "JPEG", quality=92),
    "grey": saved(screen((320, 200), "L"), "JPEG", quality=92),
    "CMYK": saved(screen((320, 200), "CMYK"), "JPEG", quality=92),
    "veiled": saved(veiled((320, 200)), "PNG"),
    "turned": saved(screen((200, 320)), "JPEG", exif=EXIF.tobytes(), quality=92),
    "16 bits": saved(Image.linear_gradient("L").resize((320, 200)).convert("I;16"), "PNG"),
    "moving": saved(screen((320, 200)), "GIF", save_all=True, append_images=[quarters()]),
    "one pixel": saved(Image.new("RGB", (1, 1), RED), "PNG"),
    "a line": saved(Image.new("RGB", (1, 900), RED), "PNG"),
}


@pytest.mark.parametrize("name", AVIFS)
def test_an_avif_shows_the_same_or_is_left_out(name: str) -> None:
    wanted = Wanted(320, "image/webp"), Wanted(320, "image/avif")
    found = variants(AVIFS[name], wanted, name)
    assert isinstance(found, dict)
    webp, avif = (found[one] for one in wanted)
    assert variants(AVIFS[name], wanted[1:], name) == {wanted[1]: avif}, "alone or beside"
    if not avif:
        return
    assert len(avif) <= 0.95 * len(webp)
    one, other = Image.open(BytesIO(webp)), Image.open(BytesIO(avif))
    assert (one.size, one.mode) == (other.size, other.mode)
    assert not other.info.get("exif")
    for at in ((5, 5), (one.width - 6, 5), (5, one.height - 6), (80, one.height // 2)):
        small = [im.reduce(8).getpixel((at[0] // 8, at[1] // 8)) for im in (one, other)]
        assert near(small[0], cast("tuple[int, ...]", small[1]), 12)


def test_screens_gain_by_avif_and_single_pixels_do_not() -> None:
    made = {
        name: variants(AVIFS[name], (Wanted(320, "image/avif"),), name)
        for name in ("RGB", "veiled", "turned", "one pixel")
    }
    gained = [name for name, one in made.items() if isinstance(one, dict) and any(one.values())]
    assert gained == ["RGB", "veiled", "turned"]


def test_without_a_codec_there_is_no_avif(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "avif" not in pictures.tools()
    monkeypatch.setattr(codecs, "find_spec", lambda _: None)
    assert "avif" in pictures.tools()
    wanted = Wanted(320, "image/avif")
    assert variants(AVIFS["RGB"], (wanted,)) == {wanted: b""}


def test_few_even_colours_are_kept_without_loss() -> None:
    drawing = quarters((200, 100))
    found = variants(saved(drawing, "PNG"), (Wanted(200, "image/webp"),))
    assert isinstance(found, dict)
    (data,) = found.values()
    assert Image.open(BytesIO(data)).convert("RGB").tobytes() == drawing.tobytes()
