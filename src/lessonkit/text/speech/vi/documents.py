"""Numbers of documents, such as `02/2025/TT-BGDĐT`: number, year, and who gave it.

Source: Nghị định 30/2020/NĐ-CP, annex I: number, year, short name of the kind, short name of the
body. A newsreader says the kind before the number and the body after it.
"""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.tables import table
from lessonkit.text.speech.vi.addresses import letters
from lessonkit.text.speech.vi.numbers import cardinal, number

_UPPER = "A-ZĐÂĂÊÔƠƯ"
_BODY = rf"[{_UPPER}][{_UPPER}a-z&]*(?:-[{_UPPER}][{_UPPER}a-z&]*)*"
_LEADS = "NĐ|QĐ|TTLT|TT|NQ|CV|KH|CT|TB|HD|BC|KL"
_ID = re.compile(
    rf"(?:(?<!\w)(?P<lead>{_LEADS}) (?P<so>số:? )?)?"
    rf"(?<![\w/])(?P<no>\d{{1,5}})(?:/(?P<year>(?:19|20)\d\d))?"
    rf"(?:/(?P<kind>{_BODY})|/(?P<qh>QH\d{{1,2}})|"
    rf"[-/](?P<party>(?:NQ|CT|QĐ|KL|HD|TB|KH|QC|BC|CV|CTr|ĐA)/{_BODY}))"
    rf"(?![\w/])"
)
_KINDS = (
    "thông tư liên tịch|thông tư|nghị định|quyết định|nghị quyết|chỉ thị|kế hoạch|công văn|"
    "hướng dẫn|thông báo|báo cáo|tờ trình|công điện|pháp lệnh|kết luận|quy chế|luật|văn bản"
)
_NAMED = re.compile(rf"(?:{_KINDS})(?: [^\W\d_]+){{0,6}}?(?: số)?:? *$", re.IGNORECASE)


_NUMBER = re.compile(r"(?<!\w)số:? *$")
_KIND = re.compile(rf"(?<![\w/-])(?P<kind>NĐ|QĐ|NQ|CT|TT|KH|CV)-(?P<body>{_BODY})(?![\w/-])")
"""The kind and the body alone: `NĐ-CP`."""
_FORM = re.compile(
    r"(?P<lead>(?<!\w)(?:[Mm]ẫu|[Bb]iểu|[Tt]ờ khai)(?: số)?:? )(?P<no>\d{1,3}[a-zđ]?)/"
    rf"(?P<of>[{_UPPER}][{_UPPER}\d]*(?:-[{_UPPER}\d]+)*)(?![\w/])"
)
_POINTS = re.compile(r"(?<!\w)[Đđ]iểm [a-zđ](?:(?:, ?| và | hoặc |-)[a-zđ](?!\w))*(?!\w)")
_POINT = re.compile(r"(?<= )[a-zđ](?!\w)|(?<=,|-)[a-zđ](?!\w)")
"""Of a law: there d is not đ."""
_SHEET = re.compile(
    rf"(?P<lead>(?<!\w)(?:[Mm]ẫu|[Bb]iểu|[Tt]ờ khai)(?: số)?:? )"
    rf"(?P<of>[{_UPPER}]{{1,4}}\d{{1,3}}(?:-[{_UPPER}]{{1,6}})+)(?![\w/-])"
)
_STANDARD = re.compile(
    r"(?<!\w)(?P<of>TCVN|QCVN|TCXDVN|TCCS|ISO|ISO/IEC|IEC)[ -](?P<no>\d{1,6})(?:-\d{1,2})?"
    r"(?::(?P<year>(?:19|20)\d\d))?(?:/(?P<by>[A-ZĐ]{2,9}))?(?![\w:/])"
)


_DATED = re.compile(
    rf"(?P<lead>(?<!\w)(?:{_KINDS})(?: số)? )(?P<no>\d{{1,5}})/(?P<year>(?:19|20)\d\d)"
    r"(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
"""Number and year alone: `Nghị định 13/2023`."""


def documents(draft: Draft) -> None:
    """Every number of a document."""
    draft.text = _DATED.sub(lambda one: one["lead"] + draft.mark(_dated(one)), draft.text)
    draft.sub(_STANDARD, _standard)
    draft.text = _FORM.sub(lambda one: one["lead"] + draft.mark(_form(one)), draft.text)
    draft.text = _POINTS.sub(
        lambda one: _POINT.sub(
            lambda each: draft.mark("dê" if each[0] == "d" else letters(each[0])), one[0]
        ),
        draft.text,
    )
    draft.text = _SHEET.sub(lambda one: one["lead"] + draft.mark(_runs(one["of"])), draft.text)
    draft.sub(_ID, lambda one: _said(one, draft))
    draft.sub(_KIND, _bare)


def _said(match: re.Match[str], draft: Draft) -> str | None:
    kind, body = _split(match)
    if not kind and not body and not match["qh"]:
        return None
    named = _NAMED.search(draft.before(match))
    year = f"năm {cardinal(int(match['year']))}" if match["year"] else ""
    head = "" if named or not kind else table("vi", "documents").get(kind) or letters(kind)
    said = f"của {body}"
    of = "" if not body or said.lower() in draft.after(match, 90) else said
    no = " ".join(part for part in (_number(match["no"]), year) if part)
    if match["lead"]:
        head = f"{table('vi', 'documents')[match['lead']]}{' số' if match['so'] else ''}"
    elif head and _NUMBER.search(draft.before(match)):
        return f"{no}, {head} {of}".rstrip()
    return " ".join(part for part in (head, no, of) if part)


def _dated(match: re.Match[str]) -> str:
    return f"{_number(match['no'])} năm {cardinal(int(match['year']))}"


def _form(match: re.Match[str]) -> str:
    """Of forms to fill in: `01/ĐK-TCT`, letter by letter behind the number."""
    said = _runs(match["of"])
    head = " ".join(
        _number(run) if run.isdecimal() else letters(run)
        for run in re.findall(r"\d+|\D", match["no"])
    )
    return f"{head} trên {said}"


def _runs(text: str) -> str:
    runs = re.findall(rf"[{_UPPER}]+|\d+", text)
    return " ".join(letters(run) if run.isalpha() else _number(run) for run in runs)


def _standard(match: re.Match[str]) -> str:
    """`TCVN 6909:2001`, with the year in which it was given."""
    year = f", năm {cardinal(int(match['year']))}" if match["year"] else ""
    issuer = table("vi", "issuers").get(match["by"] or "")
    by = f" của {issuer}" if issuer else ""
    return f"{table('vi', 'standards')[match['of']]} {_number(match['no'])}{year}{by}"


def _bare(match: re.Match[str]) -> str | None:
    body = table("vi", "issuers").get(match["body"])
    return f"{table('vi', 'documents')[match['kind']].lower()} của {body}" if body else None


def _number(text: str) -> str:
    return number(text) if text[0] != "0" else " ".join(number(char) for char in text)


def _split(match: re.Match[str]) -> tuple[str, str]:
    """The short name of the kind, and the body in words."""
    if match["party"]:
        kind, _, body = match["party"].partition("/")
        return kind, _body(body)
    if match["qh"]:
        return "", f"Quốc hội khóa {cardinal(int(match['qh'][2:]))}"
    typed = match["kind"]
    for kind in sorted(table("vi", "documents"), key=len, reverse=True):
        if typed.startswith(f"{kind}-"):
            return kind, _body(typed[len(kind) + 1 :])
    known = table("vi", "issuers").get(typed)
    if known:
        return "", known
    return ("", _body(typed)) if "-" in typed or match["year"] else ("", "")


def _body(typed: str) -> str:
    known = table("vi", "issuers").get(typed)
    if known:
        return known
    parts = (
        table("vi", "issuers").get(part) or table("vi", "short").get(part)
        for part in typed.split("-")
    )
    pairs = [(said, part) for said, part in zip(parts, typed.split("-"), strict=True)]
    named = [said for said, _ in pairs if said]
    # Behind the body stands the office that wrote it: no one says that.
    return " và ".join(named) or " ".join(letters(part) for _, part in pairs)
