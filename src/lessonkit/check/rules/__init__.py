"""Rules: one file each, named by the fault, and the table of them."""

from typing import TYPE_CHECKING, Any

from lessonkit.base.registry import Registry

if TYPE_CHECKING:
    from lessonkit.check.rule import Rule

TABLE: tuple[tuple[str, str, str], ...] = (
    ("LK201", "objectives-missing", ""),
    ("LK202", "objective-unused", ""),
    ("LK203", "objective-not-assessed", ""),
    ("LK204", "objective-not-taught", ""),
    ("LK205", "minutes-too-many", ""),
    ("LK206", "minutes-unlike-estimate", ""),
    ("LK207", "minutes-missing", ""),
    ("LK208", "section-too-long", ""),
    ("LK209", "section-empty", "Section"),
    ("LK210", "sections-missing", ""),
    ("LK211", "summary-missing", ""),
    ("LK212", "audience-missing", ""),
    ("LK213", "license-missing", ""),
    ("LK214", "authors-missing", ""),
    ("LK215", "objective-verb-vague", ""),
    ("LK216", "objectives-many", ""),
    ("LK217", "required-module-unknown", ""),
    ("LK218", "requirement-circular", ""),
    ("LK219", "mastery-missing", ""),
    ("LK220", "questions-missing", ""),
    ("LK221", "objective-unknown", ""),
    ("LK222", "placeholder-left", ""),
    ("LK223", "mastery-unreachable", ""),
    ("LK224", "slide-too-full", "Slide"),
    ("LK225", "mastery-without-effect", ""),
    ("LK226", "link-target-hidden", "Link"),
    ("LK227", "link-target-other-audience", "Only"),
    ("LK240", "published-question-gone", "published"),
    ("LK241", "published-question-retyped", "published"),
    ("LK242", "published-options-moved", "published"),
    ("LK243", "published-options-reworded", "published"),
    ("LK244", "published-section-gone", "published"),
    ("LK245", "published-ticks-gone", "published"),
    ("LK246", "published-version-same", "published"),
    ("LK247", "published-objective-gone", "published"),
    ("LK248", "published-module-gone", "lock"),
    ("LK301", "image-without-alt", "Picture"),
    ("LK302", "alt-is-file-name", "Picture"),
    ("LK303", "alt-too-long", "Picture"),
    ("LK304", "decorative-with-alt", "Picture"),
    ("LK305", "heading-level-skipped", "Heading"),
    ("LK306", "heading-empty", ""),
    ("LK307", "section-title-repeated", "Section"),
    ("LK308", "link-text-vague", "Link"),
    ("LK309", "link-text-is-address", "Link"),
    ("LK310", "link-text-ambiguous", "Link"),
    ("LK311", "video-without-captions", "Video"),
    ("LK312", "audio-without-transcript", "Audio"),
    ("LK313", "video-without-description", "Video"),
    ("LK314", "table-without-headers", "Table"),
    ("LK315", "foreign-passage-unmarked", ""),
    ("LK316", "colour-only-reference", ""),
    ("LK317", "contrast-low", ""),
    ("LK318", "sentence-too-long", ""),
    ("LK319", "capitals-long", ""),
    ("LK320", "passage-language-malformed", ""),
    ("LK321", "caption-repeats-alt", "Figure"),
    ("LK322", "list-faked", "Paragraph"),
    ("LK323", "heading-faked", "Paragraph"),
    ("LK324", "language-unlike-text", ""),
    ("LK325", "sentences-measured", ""),
    ("LK330", "caption-time-wrong", "captions"),
    ("LK331", "caption-line-long", "captions"),
    ("LK332", "caption-lines-many", "captions"),
    ("LK333", "caption-time-odd", "captions"),
    ("LK334", "caption-too-fast", "captions"),
    ("LK401", "framework-unknown", ""),
    ("LK402", "skill-unknown", ""),
    ("LK403", "level-unknown", ""),
    ("LK404", "level-missing", ""),
    ("LK405", "skill-missing", ""),
    ("LK406", "audience-unknown", ""),
    ("LK407", "block-audience-unknown", "Only"),
    ("LK408", "block-audience-elsewhere", "Only"),
    ("LK409", "skill-too-broad", ""),
    ("LK410", "level-without-skill", ""),
    ("LK620", "options-repeated", "choice"),
    ("LK621", "option-ranges-overlap", "choice"),
    ("LK622", "number-answers-overlap", "number"),
    ("LK623", "option-all-of-above", "choice"),
    ("LK624", "option-none-of-above", "choice"),
    ("LK625", "negative-unmarked", "choice"),
    ("LK626", "key-longest", "choice"),
    ("LK627", "key-position-uneven", "choice"),
    ("LK628", "absolutes-only-wrong", "choice"),
    ("LK629", "key-echoes-question", "choice"),
    ("LK630", "question-too-short", "Ask"),
    ("LK631", "numbers-unordered", "choice"),
    ("LK632", "feedback-missing", "Ask"),
    ("LK633", "feedback-incomplete", "choice"),
    ("LK634", "points-zero", "Ask"),
    ("LK635", "question-without-objective", "Ask"),
    ("LK636", "text-answers-repeated", "text"),
    ("LK637", "options-many", "choice"),
    ("LK638", "options-few", "choice"),
    ("LK639", "hint-gives-answer", "Ask"),
    ("LK640", "options-all-right", "choice"),
    ("LK641", "bank-points-unequal", "Bank"),
    ("LK642", "bank-objectives-mixed", "Bank"),
    ("LK643", "objective-by-luck", "Bank"),
    ("LK720", "picture-too-heavy", "files"),
    ("LK721", "recording-too-heavy", "files"),
    ("LK722", "picture-oversized", "files"),
    ("LK723", "media-unused", ""),
    ("LK724", "media-twice", "files"),
    ("LK725", "picture-moving", ""),
    ("LK726", "handout-too-heavy", "files"),
)
"""Code; name, which is the name of the file; what a lesson must hold for the rule to say anything.

The last is a type of block or inline, a type of question, `captions`, `files`, `published` for a
module that is in `lessonkit.lock`, `lock` where the project has one, or nothing. A rule
is imported when a lesson first holds what it looks at: most lessons need half of them. A rule with
`catalogue` looks across modules and programmes, once all of them are read (see `check.gate`).
"""

NAMES: dict[str, str] = {code: name for code, name, _ in TABLE}

ACROSS: dict[str, str] = {code: name for code, name, needed in TABLE if needed == "catalogue"}

ASKED_FOR = frozenset({"sentences-measured"})
"""Measures that every lesson has: looked for only where `lessonkit.toml` gives them a severity."""

RULES: "Registry[Rule[Any]]" = Registry(
    "lessonkit.rules",
    {name: f"lessonkit.check.rules.{name.replace('-', '_')}:RULE" for name in NAMES.values()},
)
