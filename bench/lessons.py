"""Realistic Vietnamese modules, any number of them, the same ones in each run.

    python -m bench.lessons FOLDER N [--pictures]

One module: about 700 tiếng in five sections, five questions, a table, steps, a checklist, a
glossary, callouts, and with `--pictures` two photographs-to-be of 1600×1000 pixels.
"""

import argparse
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.words import APPS, PEOPLE, PLACES, QUESTIONS, SECTIONS, SENTENCES, THINGS

WIDTH, HEIGHT = 1600, 1000
"""Pixels of a picture."""

HEAD = """---
id: {id}
title: Gửi {thing} bằng ứng dụng {app}
summary: Bạn tự gửi {thing} trên điện thoại và biết tìm kết quả ở đâu.
lang: vi
version: "1.0"
minutes: 8
audience: [nguoi-dan]
objectives:
  - id: thuc-hien
    text: Thực hiện được việc gửi {thing} trên điện thoại, {id}
    skill: tt02-2025:4.2
    level: 2
  - id: giai-thich
    text: Chỉ ra được nơi xem kết quả và thời hạn trả kết quả của {id}
    skill: tt02-2025:4.1
    level: 2
authors: [Nhóm lessonkit]
license: CC-BY-4.0
keywords: [ứng dụng, hồ sơ, an toàn]
tracking:
  complete: answered
  mastery: 0.8
  attempts: 3
---
"""

EXTRAS = (
    """:::{{note}}
Bài này dùng ứng dụng **{app}**. Các ứng dụng khác có nút tương tự.
:::""",
    """| Cần có | Để làm gì |
|---|---|
| Điện thoại có mạng | Mở ứng dụng **{app}** |
| Giấy tờ của bạn | Chụp ảnh và điền số |
| Sổ tay và bút | Ghi lại mã hồ sơ |""",
    """:::{{steps}}
1. Mở ứng dụng **{app}** và bấm **Tạo mới**.
2. Chọn mục cần gửi rồi chụp {thing}.
3. Đọc lại từng dòng, sau đó bấm **Gửi**.
4. Ghi mã số vào sổ tay.
:::""",
    """:::{{glossary}}
Mã hồ sơ
: Dãy số dùng để tra kết quả của bạn.

Bản nháp
: Nơi giữ phần bạn đã điền mà chưa gửi.
:::""",
    """:::{{checklist}}
:id: tu-kiem

- [ ] Tôi đã ghi mã hồ sơ vào sổ.
- [ ] Tôi biết mục xem kết quả.
:::

:::{{practice}}
:where: Ở nhà
:minutes: 10

Mở ứng dụng cùng một người thân. Hãy gửi thử một việc nhỏ, rồi cùng tìm kết quả.
:::""",
)

PICTURES = ("Màn hình chính của ứng dụng với nút Tạo mới", "Màn hình báo đã gửi cùng một mã số")


def text(number: int, pictures: bool) -> str:
    """The whole `module.md` of that number; the text depends on the number alone."""
    chance = random.Random(number)
    gaps = {
        "person": chance.choice(PEOPLE),
        "app": chance.choice(APPS),
        "thing": chance.choice(THINGS),
        "place": chance.choice(PLACES),
    }
    gaps["Person"] = gaps["person"][0].upper() + gaps["person"][1:]
    parts = [HEAD.format(id=name(number), **gaps)]
    for place, title in enumerate(SECTIONS):
        parts.append(f"## {title} {{#phan-{place + 1}}}\n")
        parts.extend(_paragraphs(chance, gaps))
        parts.append(EXTRAS[place].format(**gaps) + "\n")
        if pictures and place in (1, 3):
            which = place // 2
            parts.append(f'![{PICTURES[which]}](media/hinh-{which + 1}.jpg "Hình {which + 1}")\n')
        parts.append(QUESTIONS[place].format(**gaps) + "\n")
    return "\n".join(parts)


def _paragraphs(chance: random.Random, gaps: dict[str, str]) -> Iterator[str]:
    sentences = [one.format(**gaps) for one in chance.sample(SENTENCES, 4)]
    yield " ".join(sentences[:2]) + "\n"
    yield " ".join(sentences[2:]) + "\n"


def name(number: int) -> str:
    """The id and folder of that number."""
    return f"bai-{number:04d}"


def picture(path: Path, seed: int) -> None:
    """A JPEG with soft colours, edges and grain: it costs an encoder what a photograph does."""
    from PIL import Image, ImageDraw

    chance = random.Random(seed)
    sky = Image.frombytes("RGB", (32, 20), chance.randbytes(32 * 20 * 3))
    image = sky.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        left, top = chance.randrange(WIDTH), chance.randrange(HEIGHT)
        box = (left, top, left + chance.randrange(20, 400), top + chance.randrange(20, 300))
        draw.rounded_rectangle(box, 12, fill=chance.randrange(1 << 24), outline="white", width=3)
    grain = Image.frombytes("L", (WIDTH // 2, HEIGHT // 2), chance.randbytes(WIDTH * HEIGHT // 4))
    grain = grain.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
    image = Image.blend(image, grain.convert("RGB"), 0.06)
    image.save(path, "JPEG", quality=88)


def write(folder: Path, count: int, pictures: bool) -> None:
    """A project of that many modules; what is there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lessonkit.toml").write_text('title = "Bài đo"\n', encoding="utf-8")
    for number in range(1, count + 1):
        place = folder / "modules" / name(number)
        (place / "media").mkdir(parents=True, exist_ok=True)
        (place / "module.md").write_text(text(number, pictures), encoding="utf-8")
        for which in (1, 2) if pictures else ():
            path = place / "media" / f"hinh-{which}.jpg"
            if not path.exists():
                picture(path, number * 10 + which)


def write_apart(folder: Path, count: int, pictures: bool) -> None:
    """`write` in a process of its own, for a caller that must stay small."""
    command = [sys.executable, "-m", "bench.lessons", str(folder), str(count)]
    subprocess.run([*command, "--pictures"] if pictures else command, check=True)


def main() -> None:
    """Write a project as the arguments say."""
    parser = argparse.ArgumentParser(description="Write a project of made-up lessons.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--pictures", action="store_true")
    given = parser.parse_args()
    write(given.folder, given.count, given.pictures)


if __name__ == "__main__":
    main()
