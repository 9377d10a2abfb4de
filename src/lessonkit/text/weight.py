"""How heavy a file is, as people read it."""


def weight(size: int, lang: str) -> str:
    """Bytes in human units, of thousands: `950 B`, `31 kB`, `1,2 MB`."""
    if size < 1000:
        return f"{size} B"
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    shown = f"{size / 1_000_000:.1f} MB"
    return shown if lang.partition("-")[0] == "en" else shown.replace(".", ",")
