"""Code with colours by class; no style leaves the compiler."""

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from lessonkit.model.blocks import CodeBlock
from lessonkit.render.pen import Pen

if TYPE_CHECKING:
    from pygments.lexer import Lexer


def code_html(block: CodeBlock, pen: Pen) -> str:
    """As typed; coloured where Pygments knows the language, which is loaded only then."""
    label = escape(pen.words("text.code"))
    inner = coloured(block.text, block.language) or escape(block.text.rstrip("\n"), quote=False)
    return (
        f'<pre class="lk-scroll lk-code" role="group" aria-label="{label}" tabindex="0"'
        f' translate="no"><code>{inner}</code></pre>'
    )


def coloured(text: str, language: str) -> str:
    """Spans with classes; nothing where the language is not known."""
    if not language:
        return ""
    lexer = _lexer(language)
    if lexer is None:
        return ""
    from pygments import highlight

    return str(highlight(text, lexer, _formatter())).rstrip("\n")


@lru_cache(maxsize=32)
def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


@lru_cache(maxsize=1)
def _formatter() -> Any:
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True)
