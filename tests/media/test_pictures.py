"""Pictures of every kind a camera, a phone or a drawing program writes, and broken ones."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from lessonkit.media.pictures import TALLEST, Wanted, make_picture, variants
from lessonkit.read.assets import AssetProblem, too_large
from lessonkit.read.pixels import pixels

RED, BLUE, GREEN, WHITE = (255, 0, 0), (0, 0, 255), (0, 128, 0), (255, 255, 255)
TYPES = ("image/webp", "image/jpeg", "image/png")


def quarters(size: tuple[int, int] = (80, 40), mode: str = "RGB") -> Image.Image:
    """Red, blue above; green, white below: every turn of it looks different."""
    image = Image.new("RGB", size)
    half = size[0] // 2, size[1] // 2
    places = ((0, 0), (half[0], 0), (0, half[1]), half)
    for colour, place in zip((RED, BLUE, GREEN, WHITE), places, strict=True):
        image.paste(colour, (*place, place[0] + half[0], place[1] + half[1]))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def made(source: bytes, width: int = 40, media_type: str = "image/png") -> Image.Image:
    found = make_picture(source, width, media_type, 90, "a.png")
    assert isinstance(found, bytes), found
    return Image.open(BytesIO(found))


def near(colour: Any, wanted: tuple[int, ...], by: int = 24) -> bool:
    return all(abs(one - two) <= by for one, two in zip(colour, wanted, strict=True))


def corners(image: Image.Image) -> list[Any]:
    solid = image.convert("RGB")
    right, low = image.width - 4, image.height - 4
    return [solid.getpixel(at) for at in ((3, 3), (right, 3), (3, low), (right, low))]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_upright_whatever_the_camera_noted(kind: str, orientation: int) -> None:
    """What is stored is the inverse of what EXIF asks for: a viewer sees the quarters."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    inverse = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }.get(orientation)
    stored = quarters() if inverse is None else quarters().transpose(inverse)
    data = saved(stored, kind, exif=exif, quality=95)
    image = made(data)
    assert image.size == (40, 20)
    assert all(map(near, corners(image), (RED, BLUE, GREEN, WHITE)))
    assert pixels(BytesIO(data), f"image/{kind.lower()}") == (80, 40)


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_a_camera_noted_is_left(kind: str, media_type: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "HoGuom"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (21.0, 1.0, 43.0)
    options: dict[str, Any] = {"exif": exif, "xmp": b"<x:xmpmeta>HoGuom</x:xmpmeta>"}
    if kind == "JPEG":
        options["comment"] = "HoGuom"
    data = saved(quarters(), kind, **options)
    assert b"HoGuom" in data
    found = make_picture(data, 400, media_type)
    assert isinstance(found, bytes)
    assert b"HoGuom" not in found
    assert not dict(Image.open(BytesIO(found)).getexif())


def test_what_hides_behind_the_end_is_left_out() -> None:
    found = make_picture(saved(quarters(), "JPEG") + b"PK\x03\x04 a zip", 40, "image/jpeg")
    assert isinstance(found, bytes)
    assert b"PK" not in found


@pytest.mark.parametrize("width", [1, 79, 80, 4000])
def test_never_enlarged(width: int) -> None:
    image = made(saved(quarters(), "PNG"), width)
    assert image.size == (min(width, 80), max(1, round(min(width, 80) / 2 + 0.01)))


@pytest.mark.parametrize("size", [(3000, 1), (1, 3000)])
def test_a_line_stays_a_line(size: tuple[int, int]) -> None:
    image = made(saved(Image.new("RGB", size), "PNG"), 100)
    assert image.size == ((100, 1) if size[0] > 1 else (1, 3000))


@pytest.mark.parametrize("size", [(800, 20_000), (1, 20_000), (3, 60_000)])
def test_a_ribbon_is_made_as_high_as_a_picture_may_be(size: tuple[int, int]) -> None:
    image = made(saved(Image.new("RGB", size, "red"), "PNG"), size[0], "image/webp")
    assert image.height == TALLEST
    assert 1 <= image.width <= size[0]


def sixteen_bits() -> bytes:
    """A grey PNG of 16 bits: black and white halves, and a middle grey between."""
    row = b"\x00" + b"\x00\x00" * 20 + b"\x80\x80" * 20 + b"\xff\xff" * 20
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 60, 30, 16, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * 30)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def test_sixteen_bits_keep_their_greys() -> None:
    row = made(sixteen_bits(), 60).convert("L").tobytes()[:60]
    assert [row[x] for x in (5, 30, 55)] == [0, 128, 255]


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize(
    "source",
    [
        saved(quarters(mode="CMYK"), "JPEG", quality=95),
        saved(quarters(), "JPEG", quality=95, progressive=True),
        saved(quarters().quantize(16), "PNG"),
        saved(quarters().quantize(16), "GIF"),
        saved(quarters(), "WEBP", lossless=True),
        saved(quarters(), "AVIF", quality=95),
        saved(quarters(mode="RGBA"), "PNG"),
    ],
    ids=["cmyk", "progressive", "palette", "gif", "webp", "avif", "solid alpha"],
)
def test_colours_stay(source: bytes, media_type: str) -> None:
    image = made(source, 80, media_type)
    assert image.mode == "RGB"
    assert all(
        near(*pair, 40) for pair in zip(corners(image), (RED, BLUE, GREEN, WHITE), strict=True)
    )


@pytest.mark.parametrize("mode", ["1", "L"])
def test_greys_stay(mode: str) -> None:
    image = Image.new("L", (40, 20), 0)
    image.paste(255, (20, 0, 40, 20))
    data = saved(image.convert(mode), "PNG")
    assert [int(one[0]) for one in corners(made(data, 40, "image/webp"))] == [0, 255, 0, 255]


def transparent(kind: str) -> bytes:
    image = quarters(mode="RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 40, 20))
    if kind == "P":
        palette = Image.new("P", (80, 40), 1)
        palette.putpalette([0, 0, 0, 0, 0, 255])
        palette.paste(0, (0, 0, 40, 20))
        return saved(palette, "PNG", transparency=0)
    if kind == "LA":
        return saved(image.convert("LA"), "PNG")
    return saved(image, kind)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "P", "LA"])
def test_transparency_stays_or_lies_on_white(kind: str) -> None:
    data = transparent(kind)
    for media_type in ("image/webp", "image/png"):
        kept = made(data, 80, media_type).convert("RGBA")
        assert kept.getchannel("A").getextrema() == (0, 255)
    flat = made(data, 80, "image/jpeg")
    assert flat.mode in ("RGB", "L")
    assert near(corners(flat)[0], WHITE)


def test_edges_of_transparency_do_not_darken() -> None:
    """Scaled as it is, the invisible black beside white would shine through."""
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    image.paste((255, 255, 255, 255), (16, 16, 48, 48))
    scaled = made(saved(image, "PNG"), 9)
    red, alpha = scaled.getchannel("R").tobytes(), scaled.getchannel("A").tobytes()
    assert min(one for one, seen in zip(red, alpha, strict=True) if seen > 8) > 240


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_only_the_first_frame_of_what_moves(kind: str) -> None:
    frames = [Image.new("RGB", (20, 10), colour) for colour in (RED, BLUE, GREEN)]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50, loop=0)
    for media_type in ("image/webp", "image/png", "image/gif"):
        image = made(data, 20, media_type)
        assert getattr(image, "n_frames", 1) == 1
        assert near(corners(image)[0], RED)


def test_a_profile_becomes_the_colours_it_means() -> None:
    """In this profile what is written as green is seen as red."""
    lab = ImageCms.createProfile("LAB")
    swapped = ImageCms.ImageCmsProfile(lab).tobytes()
    broken = saved(quarters(), "JPEG", quality=95, icc_profile=swapped)
    assert all(map(near, corners(made(broken, 80)), (RED, BLUE, GREEN, WHITE)))
    nonsense = saved(quarters(), "PNG", icc_profile=b"nonsense" * 20)
    assert all(map(near, corners(made(nonsense, 80)), (RED, BLUE, GREEN, WHITE)))


def wide_gamut() -> bytes:
    """A minimal ICC 2 profile whose primaries are those of Display P3, with a gamma of 2.2."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(one * 65536)) for one in values)

    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"Wide\0" + b"\0" * 78
    tags = {
        b"desc": name,
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.5151, 0.2412, -0.0011),
        b"gXYZ": xyz(0.2920, 0.6922, 0.0419),
        b"bXYZ": xyz(0.1571, 0.0666, 0.7841),
        b"rTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, 0x0233) + b"\0\0",
    }
    tags[b"gTRC"] = tags[b"bTRC"] = tags[b"rTRC"]
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for tag, data in tags.items():
        padded = data + b"\0" * (-len(data) % 4)
        table += tag + struct.pack(">II", at + len(body), len(padded))
        body += padded
    size = 128 + len(table) + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + table + body


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_wide_colours_come_into_srgb(mode: str) -> None:
    colour = (200, 100, 100, 128)[: len(mode)]
    data = saved(Image.new(mode, (40, 20), colour), "PNG", icc_profile=wide_gamut())
    image = made(data)
    assert "icc_profile" not in image.info
    seen = corners(image)[0]
    assert seen[0] > 205
    assert seen[1] < 98
    if mode == "RGBA":
        assert image.getchannel("A").getextrema() == (128, 128)


def test_a_profile_that_says_srgb_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain, with_profile = saved(quarters(), "PNG"), saved(quarters(), "PNG", icc_profile=profile)
    assert make_picture(plain, 40, "image/png") == make_picture(with_profile, 40, "image/png")


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be huge."""
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in ((b"IHDR", body), (b"IDAT", data), (b"IEND", b""))
    )


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "text": b"xin chao",
    "half a jpeg": saved(quarters((800, 400)), "JPEG")[:2000],
    "half a png": saved(Image.effect_noise((80, 80), 60), "PNG")[:2000],
    "half a webp": saved(quarters((800, 400)), "WEBP", lossless=True)[:60],
    "half a gif": saved(quarters((80, 40)).quantize(16), "GIF")[:30],
    "half an avif": saved(quarters((80, 40)), "AVIF")[:200],
    "only a start": b"\x89PNG\r\n\x1a\n",
    "photoshop": b"8BPS" + b"\0" * 100,
    "tiff": saved(quarters(), "TIFF"),
    "bmp": saved(quarters(), "BMP"),
    "icon": saved(quarters(), "ICO"),
    "jpeg 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0" * 40,
    "no pixels": bomb(0, 0),
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "text that grows": saved(quarters(), "PNG").replace(
        b"IDAT", b"zTXt" + zlib.compress(b"a" * 1000), 1
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_or_foreign_data_is_a_problem(name: str) -> None:
    found = make_picture(BROKEN[name], 40, "image/webp", name="a.png")
    assert found == AssetProblem("LK711", {"name": "a.png"})


@pytest.mark.parametrize(("width", "height"), [(7000, 7000), (65_000, 65_000), (10**9, 10**9)])
def test_more_pixels_than_memory_should_hold(width: int, height: int) -> None:
    found = make_picture(bomb(width, height), 40, "image/webp", name="a.png")
    assert found in (
        too_large("a.png", (width, height), 40),
        AssetProblem("LK711", {"name": "a.png"}),
    )


@settings(max_examples=60)
@given(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]), st.data())
def test_flipped_bytes_never_raise(kind: str, data: st.DataObject) -> None:
    image = quarters((32, 16))
    good = bytearray(saved(image.quantize(8) if kind == "GIF" else image, kind))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    found = make_picture(bytes(good), 16, "image/webp", name="a")
    assert isinstance(found, bytes | AssetProblem)


def test_one_decoding_serves_all_and_none_depends_on_another(tmp_path: Path) -> None:
    """A store may keep pictures one by one: what else is made beside must not show."""
    path = tmp_path / "a.jpg"
    path.write_bytes(saved(Image.radial_gradient("L").resize((4200, 2800)), "JPEG"))
    wanted = (
        Wanted(480, "image/webp"),
        Wanted(960, "image/webp"),
        Wanted(480, "image/jpeg", 60),
        Wanted(1200, "image/webp"),
    )
    together = variants(path, wanted, "a.jpg")
    assert not isinstance(together, AssetProblem)
    assert tuple(together) == wanted
    for one in wanted:
        assert variants(path, (one,), "a.jpg") == {one: together[one]}
    sizes = [Image.open(BytesIO(data)).size for data in together.values()]
    assert sizes == [(480, 320), (960, 640), (480, 320), (1200, 800)]


def test_equal_widths_give_equal_pictures_once_each() -> None:
    wanted = (Wanted(480, "image/webp"), Wanted(960, "image/webp"))
    found = variants(saved(quarters(), "PNG"), wanted)
    assert not isinstance(found, AssetProblem)
    assert found[wanted[0]] == found[wanted[1]]


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    calls: list[str] = []
    real = Image.open

    def opened(*args: Any, **options: Any) -> Any:
        calls.append(str(options.get("formats")))
        return real(*args, **options)

    monkeypatch.setattr(Image, "open", opened)
    return lambda: len(calls)


def test_usual_widths_cost_one_decoding(counting: Callable[[], int]) -> None:
    wanted = tuple(Wanted(width, "image/webp") for width in (240, 480, 960))
    variants(saved(quarters(), "JPEG"), wanted)
    assert counting() == 1
