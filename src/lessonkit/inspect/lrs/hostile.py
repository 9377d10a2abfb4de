"""What a platform might say to do harm: names, words and keys that are to be taken as data."""

from typing import Any

from lessonkit.inspect.lrs.launch import Launch

MARKUP = '"><img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'
NAME = f"Nguyễn {MARKUP}"


def actor() -> dict[str, Any]:
    """A learner of that name."""
    return {
        "objectType": "Agent",
        "name": NAME,
        "account": {"homePage": "https://lms.example/", "name": NAME},
    }


def launch(**choices: Any) -> Launch:
    """A launch full of it; what is said goes before."""
    context = {
        "platform": MARKUP,
        "extensions": {"https://lms.example/e": {"__proto__": {"harmed": 1}, "constructor": NAME}},
        "contextActivities": {
            "other": [{"id": "https://lms.example/x", "definition": {"name": {"vi": NAME}}}]
        },
    }
    more = {"launchParameters": MARKUP, "__proto__": {"harmed": 1}, "constructor": MARKUP}
    given = {"actor": actor(), "context": context, "more": more}
    given["preferences"] = {"languagePreference": MARKUP, "audioPreference": MARKUP}
    return Launch(**{**given, **choices})


STATES: tuple[bytes, ...] = (
    b"",
    b"null",
    b"[]",
    b'"1;"',
    b'{"__proto__": {"line": "1;"}, "told": {"__proto__": {"completed": true}}}',
    b'{"line": 3, "told": []}',
    b'{"line": "' + b"A" * 300_000 + b'"}',
    b"\xff\xfe\x00{",
    f"<html>{MARKUP}</html>".encode(),
)
"""What may stand where a unit has kept its state."""
