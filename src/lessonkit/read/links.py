"""Where a link leads: within the lesson, to the web, or to a file that the lesson hands out."""

import re
from urllib.parse import unquote

from lessonkit.base.diag import Span
from lessonkit.read.context import Context
from lessonkit.read.formats import ATTACHMENTS

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "sms:")
_BARE_SITE = re.compile(r"(?://)?((?:[\w-]+\.)+[a-z]{2,}(?:[/?#].*)?)", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:pdf|do[ct][mx]?|xls[mx]?|pp[ts][mx]?|od[tsp]|zip|rar|7z|exe|apk|js|md|html?|png|jpe?g|gif"
    r"|webp|svg|mp[34]|txt|csv)$",
    re.IGNORECASE,
)


def target(ctx: Context, href: str, span: Span) -> str:
    """The address as the lesson keeps it: of a file, its decoded name.

    A place within the lesson is noted, a file is asked for, what leads nowhere is a fault.
    """
    if href.startswith("#"):
        ctx.links.append((unquote(href[1:]), span))
    elif _SCHEME.match(href):
        if not href.lower().startswith(_SAFE_SCHEMES):
            ctx.report("LK159", span, href=unquote(href)[:80])
    else:
        return _local(ctx, href, span)
    return href


def _local(ctx: Context, href: str, span: Span) -> str:
    """Without a scheme: a file, or a fault."""
    name = unquote(href)
    if name.lower().endswith(ATTACHMENTS) and not href.startswith("//"):
        ctx.want(name, "file", span)
        return name
    bare = name.rpartition("#")[0]
    site = _BARE_SITE.fullmatch(href)
    near = f"https://{site[1]}" if site and not _FILE.search(href) else ""
    near = bare if bare.lower().endswith(ATTACHMENTS) else near
    ctx.report("LK165", span, href=name[:80], near=near)
    return href
