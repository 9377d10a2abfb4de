"""Takes the picture of the README from a built lesson: `python scripts/screenshot.py`.

Three screens of a phone side by side: the opening, a section, a question that was answered.
"""

import tempfile
from io import BytesIO
from pathlib import Path
from shutil import which

from PIL import Image, ImageDraw
from playwright.sync_api import Page, sync_playwright

import lessonkit

ROOT = Path(__file__).resolve().parents[1]
MODULE = ROOT / "modules" / "nhan-biet-lua-dao"
TARGET = ROOT / "docs" / "images" / "lesson.webp"
PHONE = (360, 640)
"""CSS pixels."""
SCALE = 1.25
GAP = 24
ROUND = 18
BACK = "#e7e4dc"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def screens(page: Page) -> list[bytes]:
    """The three screens, one after another."""
    found = [page.screenshot()]
    page.get_by_role("button", name="Bắt đầu").click()
    page.wait_for_timeout(300)
    found.append(page.screenshot())
    for _ in range(8):
        question = page.get_by_text("Người gọi biết đúng tên và địa chỉ")
        if question.is_visible():
            break
        page.get_by_role("button", name="Tiếp").first.click()
        page.wait_for_timeout(100)
    page.get_by_label("Sai").first.check()
    page.get_by_role("button", name="Kiểm tra").last.click()
    page.wait_for_timeout(300)
    question.scroll_into_view_if_needed()
    page.evaluate("window.scrollBy(0, 60)")
    page.wait_for_timeout(300)
    found.append(page.screenshot())
    return found


def picture(shots: list[bytes]) -> Image.Image:
    """The screens side by side, their corners rounded."""
    width, height, gap = (round(one * SCALE) for one in (*PHONE, GAP))
    size = (gap + len(shots) * (width + gap), height + 2 * gap)
    whole = Image.new("RGB", size, BACK)
    mask = Image.new("L", (width, height), 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width - 1, height - 1), round(ROUND * SCALE), 255)
    for place, shot in enumerate(shots):
        screen = Image.open(BytesIO(shot), formats=("PNG",)).convert("RGB")
        whole.paste(screen, (gap + place * (width + gap), gap), mask)
    return whole


def main() -> None:
    """Build, look, keep."""
    browser_path = next(found for name in BROWSERS if (found := which(name)))
    with tempfile.TemporaryDirectory() as out, sync_playwright() as play:
        (outcome,) = lessonkit.build([MODULE], out=out, outputs=["single"])
        file = next(one for one in outcome.variants[0].built if one.path.endswith(".html"))
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": PHONE[0], "height": PHONE[1]}, device_scale_factor=SCALE
        )
        page.goto((Path(out) / file.path).as_uri())
        shots = screens(page)
        browser.close()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    picture(shots).save(TARGET, "WEBP", quality=55, method=6)


if __name__ == "__main__":
    main()
