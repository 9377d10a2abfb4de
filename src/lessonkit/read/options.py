"""The option lines of a block: known, once each, of the right kind."""

import re
from collections.abc import Iterable

from lessonkit.base.diag import Edit
from lessonkit.base.near import nearest
from lessonkit.read.context import Context, is_id, line_below
from lessonkit.read.directives import Head
from lessonkit.text.body import Value

_TRUE = {"", "true", "yes", "có"}
_FALSE = {"false", "no", "không"}


_TIME = re.compile(r"\d+(?:\.\d+)?|\d+(?::[0-5]?\d){1,2}(?:\.\d+)?")
"""Seconds, or a clock; whose minutes have sixty."""
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?%", re.ASCII)


def percent(text: str) -> float:
    """A share typed as `25%`, with a decimal point or comma; -1 where it is not."""
    found = _PERCENT.fullmatch(text.strip())
    return round(float(found[1].replace(",", ".")) / 100, 4) if found else -1.0


def per_cent_meant(text: str) -> str:
    """`25%` of `25`, `0,25` or `25 phần trăm`; empty where no number says it."""
    found = re.match(r"(\d{1,3})(?:[.,](\d{1,2}))?(?!\d)(?=$|\s*(?:%|phần|per))", text.strip())
    if found is None:
        return ""
    share = float(f"{found[1]}.{found[2] or 0}") * (100 if found[1] == "0" else 1)
    return f"{share:g}%" if 0 < share < 100 else ""


class Options:
    """The values of one block, as typed; asking for one converts it and reports what cannot be."""

    def __init__(
        self, ctx: Context, head: Head, allowed: Iterable[str], others: Iterable[str] = ()
    ) -> None:
        """`others` are known elsewhere: one of them is out of place here, not mistyped."""
        self._ctx = ctx
        self._head = head
        self.values: dict[str, Value] = {}
        self.names = names = tuple(allowed)
        """Options that the block may have."""
        for key, value in head.options:
            if key not in names:
                near = "" if key in others else nearest(key, names) or ""
                ctx.report("LK134", value.key_span, option=key, block=head.name, near=near)
            elif key in self.values:
                ctx.report("LK135", value.key_span, option=key)
            else:
                self.values[key] = value

    def text(self, key: str) -> str:
        """The value, empty where it is not given."""
        value = self.values.get(key)
        return "" if value is None else value.text

    def flag(self, key: str) -> bool:
        """True where the option stands alone or says so."""
        value = self.values.get(key)
        if value is None:
            return False
        if value.text.lower() not in _TRUE | _FALSE:
            self._wrong(key, value, "true, false")
        return value.text.lower() in _TRUE

    def number(self, key: str, low: float, high: float) -> float | None:
        """A number with a decimal point or comma; None where it is not given or wrong."""
        value = self.values.get(key)
        if value is None:
            return None
        try:
            found = float(value.text.replace(",", "."))
        except ValueError:
            found = float("nan")
        if low <= found <= high:
            return found
        self._wrong(key, value, f"{low:g} … {high:g}")
        return None

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number; None where it is not given or wrong."""
        found = self.number(key, low, high)
        if found is not None and found != int(found):
            self._wrong(key, self.values[key], f"{low} … {high}")
            return None
        return None if found is None else int(found)

    def seconds(self, key: str) -> float | None:
        """A time, `75` or `1:15`, in seconds."""
        value = self.values.get(key)
        if value is None:
            return None
        if not _TIME.fullmatch(value.text):
            self._wrong(key, value, "75, 1:15")
            return None
        total = 0.0
        for part in value.text.split(":"):
            total = total * 60 + float(part)
        return total

    def id(self, fallback: str) -> str:
        """The block's id; where it is missing, one is made up to go on with."""
        value = self.values.get("id")
        if value is None or not value.text:
            name = self._ctx.free_id(self._head.argument, fallback)
            edit = line_below(self._ctx, self._head.span, f":id: {name}")
            if value is not None:
                edit = Edit(value.span, f" {name}")
            self._ctx.report("LK140", self._head.span, edit, block=self._head.name, id=name)
            self._ctx.claim(name, self._head.span)
            return name
        self._ctx.claim(value.text, value.span)
        if not is_id(value.text):
            near = self._ctx.free_id(value.text, fallback)
            self._ctx.report("LK142", value.span, id=value.text, near=near)
            return near
        return value.text

    def _wrong(self, key: str, value: Value, allowed: str) -> None:
        self._ctx.report("LK120", value.span, option=key, value=value.text, allowed=allowed)
