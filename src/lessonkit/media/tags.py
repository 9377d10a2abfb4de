"""What a recording or a film says of itself: files of ffmpeg's for tags, and codes of languages."""

HEAD = ";FFMETADATA1"
"""The first line of such a file."""
_SPECIAL = str.maketrans({one: f"\\{one}" for one in "=;#\\"})
_LANGUAGES = {
    "vi": "vie", "en": "eng", "fr": "fra", "de": "deu", "es": "spa", "zh": "zho", "ja": "jpn",
    "ko": "kor", "km": "khm", "lo": "lao", "th": "tha", "ru": "rus",
}  # fmt: skip
"""Those that lessons are likely to be in."""


def entry(key: str, text: str) -> str:
    """A line of the file: the words on one line, without what would be read as its grammar."""
    return f"{key}={' '.join(text.split()).translate(_SPECIAL)}"


def language(lang: str) -> str:
    """A BCP 47 tag as ISO 639-2/T, by which MP4 and ID3 know languages; `und`: any other."""
    return _LANGUAGES.get(lang.partition("-")[0].lower(), "und")
