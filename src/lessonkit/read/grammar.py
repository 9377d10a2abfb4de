"""The Markdown of lessons: markdown-it with the plug-ins we use and three inline rules of our own."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from lessonkit.read.attributes import parse
from lessonkit.read.directives import directive
from lessonkit.read.positions import PlacedParser, join_fragments

MAX_NESTING = 40
"""Levels of blocks; what is deeper is a fault, for markdown-it would drop it without a word."""

_ATTRIBUTED = frozenset({"image", "code_inline", "link_close", "span_close"})


@lru_cache(maxsize=2)
def grammar(raw_html: bool) -> MarkdownIt:
    """The parser; one a process, since its plug-ins are dear to set up."""
    md = MarkdownIt("commonmark", {"html": raw_html, "maxNesting": MAX_NESTING})
    md.inline = PlacedParser()
    md.inline.ruler2.at("fragments_join", join_fragments)
    md.enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.use(footnote_plugin, move_to_end=False, always_match_refs=True)
    md.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False)
    md.block.ruler.before(
        "fence", "directive", directive, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.inline.ruler.before("math_inline", "money", _money)
    md.inline.ruler.after("link", "span", _span)
    md.inline.ruler.push("attributes", _attributes)
    md.inline.add_terminator_char("{")
    if not raw_html:
        md.disable(["html_inline", "html_block"])
    return md


def tokens(md: MarkdownIt, text: str, env: dict[str, object]) -> list[Token]:
    """All tokens of a text; inline tokens carry offsets in `map`."""
    return md.parse(text, env)


def _money(state: StateInline, silent: bool) -> bool:
    """A dollar before a digit is money."""
    after = state.pos + 1
    if state.src[state.pos] != "$" or not (after < state.posMax and state.src[after].isdigit()):
        return False
    if not silent:
        state.pending += "$"
    state.pos += 1
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """`[words]{…}`: a passage with attributes."""
    if state.src[state.pos] != "[":
        return False
    first, limit = state.pos + 1, state.posMax
    last = state.md.helpers.parseLinkLabel(state, state.pos, False)
    if last < 0 or not state.src.startswith("{", last + 1):
        return False
    found = parse(state.src, last + 1)
    if found is None:
        return False
    if not silent:
        state.pos, state.posMax = first, last
        state.push("span_open", "span", 1)
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = last + 1, limit
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    """Attributes directly behind what may have them."""
    if state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    if state.tokens[-1].type not in _ATTRIBUTED:
        return False
    found = parse(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.tokens[-1].meta = {**state.tokens[-1].meta, "attributes": found[0], "at": state.pos}
    state.pos = found[1]
    return True
