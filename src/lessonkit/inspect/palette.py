"""The colours of the built-in theme as custom properties, by day and by night."""

import tomllib
from pathlib import Path

_THEME = Path(__file__).parents[1] / "themes" / "default" / "theme.toml"


def palette() -> str:
    """A style sheet with the tokens that lessons have: `--lk-accent` and so on."""
    theme = tomllib.loads(_THEME.read_text("utf-8"))
    shape = _block({key: theme["shape"][key] for key in ("font", "font-code", "radius")})
    light, dark = _block(theme["light"]), _block(theme["dark"])
    return (
        f":root {{ color-scheme: light dark; {shape}{light}}}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"
    )


def _block(tokens: dict[str, str]) -> str:
    return "".join(f"--lk-{name}: {value}; " for name, value in tokens.items())
