"""Times as WebVTT and players write them."""


def clock(seconds: float) -> str:
    """`00:01:02.345`; thousandths are rounded."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
