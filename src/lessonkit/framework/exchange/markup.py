"""HTML of others to plain text, and plain text to the HTML that Moodle keeps."""

import re
from html import escape
from html.parser import HTMLParser

_TAG = re.compile(
    r"</?(p|br|div|ul|ol|li|b|i|em|strong|u|span|a|img|h[1-6]|sup|sub|table|tr|td|th|tbody|thead|"
    r"font|dl|dt|dd|blockquote|pre|code|script|style|iframe)(\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "li", "table", "tr", "dl", "dt", "dd", "pre", "blockquote"}
)
_BLOCKS |= {f"h{size}" for size in range(1, 7)}
_UNSEEN = frozenset({"script", "style", "iframe", "template", "noscript"})
_SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
_VOID = frozenset({"br", "img"})
_PLAIN = frozenset({"p", "br"})


def marked(text: str) -> bool:
    """Whether there are tags in it: one that closes, or one that never does. `a <b> c` has none."""
    tags = _TAG.finditer(text)
    return any(match[0].startswith("</") or match[1].lower() in _VOID for match in tags)


def formatted(text: str) -> bool:
    """Whether there is more in it than paragraphs, which a plain text keeps."""
    return any(match[1].lower() not in _PLAIN or match[2] for match in _TAG.finditer(text))


def plain(html: str) -> str:
    """What a reader sees: paragraphs with an empty line between, items with a bullet."""
    seen = _Seen()
    seen.feed(html)
    seen.close()
    return seen.text()


def paragraphs(text: str) -> str:
    """Text as paragraphs of HTML; `plain` gives it back."""
    blocks = (escape(block, quote=False) for block in text.split("\n\n") if block)
    return "".join(f"<p>{block}</p>" for block in blocks).replace("\n", "<br>")


def line(text: str) -> str:
    """Text within a line of HTML; `plain` gives it back."""
    return escape(text, quote=False).replace("\n", "<br>")


class _Seen(HTMLParser):
    """Collects text; what is hidden or run is no text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Blocks begin a paragraph."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._lines.append("")
        elif tag in _BLOCKS:
            self._block()
            if tag == "li":
                self._lines[-1] = "• "

    def handle_endtag(self, tag: str) -> None:
        """And end one."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self._block(tag != "li")

    def handle_data(self, data: str) -> None:
        """White space of the source is one space."""
        if not self._unseen:
            self._lines[-1] += _SPACES.sub(" ", data)

    def text(self) -> str:
        """The lines, no more than one empty one between two."""
        lines = [line.replace("  ", " ").strip() for line in self._lines]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def _block(self, apart: bool = True) -> None:
        if self._lines[-1].strip():
            self._lines += ["", ""] if apart else [""]
