"""The Markdown of lessons: markdown-it with the plug-ins we use and some rules of our own."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_block_dollar
from mdit_py_plugins.footnote import footnote_plugin

from lessonkit.read.attributes import parse, split_heading
from lessonkit.read.directives import directive
from lessonkit.read.labels import HELPERS, References, label_end, note_mark, placed_note
from lessonkit.read.parsers import MAX_NESTING, BlockParser, InlineParser
from lessonkit.read.positions import join_texts

_ATTRIBUTED = frozenset({"image", "code_inline", "link_close", "span_close"})


@lru_cache(maxsize=2)
def grammar(raw_html: bool) -> MarkdownIt:
    """The parser; one a process, since its plug-ins are dear to set up."""
    md = MarkdownIt("commonmark", {"html": raw_html, "maxNesting": MAX_NESTING})
    md.inline, md.block = InlineParser(), BlockParser()
    md.configure("commonmark", {"html": raw_html, "maxNesting": MAX_NESTING})
    md.block.ruler.disable("lheading")
    md.enable(["table", "strikethrough"])
    md.use(deflist_plugin)
    md.use(footnote_plugin, move_to_end=False, always_match_refs=True)
    md.use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,
        double_inline=True,
    )
    md.block.ruler.before(
        "fence", "directive", directive, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.helpers = HELPERS
    md.inline.ruler.at("footnote_inline", placed_note)
    md.inline.ruler.at("footnote_ref", note_mark)
    md.inline.ruler.before("math_inline", "money", _money)
    md.block.ruler.at("math_block", _formula)
    md.inline.ruler.after("link", "span", _span)
    md.inline.ruler.push("attributes", _attributes)
    md.inline.ruler2.at("fragments_join", join_texts)
    md.core.ruler.at("inline", _inlines)
    md.core.ruler.disable(["normalize", "text_join"])
    if not raw_html:
        md.disable(["html_inline", "html_block"])
    return md


def _inlines(state: StateCore) -> None:
    """The library's rule of that name; attributes at the end of a heading are taken off first."""
    head = None
    defined = state.env.get("references")
    if defined is not None and not isinstance(defined, References):
        state.env["references"] = References(defined)
    for token in state.tokens:
        if token.type == "inline":
            if head is not None:
                head.meta["whole"] = token.content
                token.content, head.meta["attributes"] = split_heading(token.content)
            state.env["line"] = token.map[0] + 1 if token.map else 1
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        head = token if token.type == "heading_open" else None


_ONE_FORMULA = math_block_dollar(allow_labels=False)


def _formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The library's rule, which takes a line of two formulas for one."""
    first, last = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if state.src.count("$$", first, last) > 2:
        return False
    return _ONE_FORMULA(state, start, end, silent)


_NUMERIC = re.compile(r"\$\d[^$\n]*?[\\^_{][^$\n]*(?<![\s\\])\$(?!\d)")
"""A formula that begins with a digit has a sign that money has not."""


def _money(state: StateInline, silent: bool) -> bool:
    """A dollar before a digit is money, unless signs of LaTeX follow up to the next."""
    after = state.pos + 1
    if not (after < state.posMax and state.src[after].isdigit()):
        return False
    if _NUMERIC.match(state.src, state.pos, state.posMax):
        return False
    if not silent:
        state.append_pending("$")
    state.pos = after
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """`[words]{…}`: a passage with attributes."""
    start, limit = state.pos, state.posMax
    last = label_end(state, start)
    if last < 0 or not state.src.startswith("{", last + 1):
        return False
    found = parse(state.src, last + 1)
    if found is None or found[1] > limit:
        return False
    if not silent:
        state.push("span_open", "span", 1)
        state.pos, state.posMax = start + 1, last
        state.md.inline.tokenize(state)
        state.pos = last
        state.push("span_close", "span", -1)
    state.pos, state.posMax = last + 1, limit
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    """Attributes directly behind what may have them."""
    if state.pending or not state.tokens or state.tokens[-1].type not in _ATTRIBUTED:
        return False
    found = parse(state.src, state.pos)
    if found is None or found[1] > state.posMax:
        return False
    if not silent:
        state.tokens[-1].meta = {**state.tokens[-1].meta, "attributes": found[0]}
    state.pos = found[1]
    return True
