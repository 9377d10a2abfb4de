"""How every picture of a film is encoded: parts made apart can then be joined as they are.

H.264 tells a player once how to read a track, so all parts of a track must be told alike: the same
profile, level, colours and clock, whether a slide or a clip of 25 pictures a second.
"""

from collections.abc import Mapping

from lessonkit.media.ffmpeg import EXACT

CLOCK = 12_800
"""Ticks a second of every track: whole for 5 and for 25 frames."""
_COLOURS = "range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
_ALIKE = "h264_metadata=tick_rate=50:fixed_frame_rate_flag=0"


_SQUARE = "scale=w='max(2,trunc(iw*max(sar,0.01)/2)*2)':h=ih,setsar=1"
"""Pixels need not be square: only what is seen says which shape it has."""
_INSIDE = "force_original_aspect_ratio=decrease:force_divisible_by=2"
_WHITE = 203
"""Nits of paper white in HDR. Source: ITU-R BT.2408, 2.1."""


def dimmed(width: int, height: int) -> str:
    """Filters that bring HDR (HLG or PQ) into television's range, no larger than that size.

    Up to three quarters of white nothing changes but the way it is written; what is brighter than
    paper is pressed into the rest.
    """
    return (
        f"{_SQUARE},scale={width}:{height}:{_INSIDE},zscale=t=linear:npl={_WHITE}"
        ",format=gbrpf32le,zscale=p=bt709,tonemap=mobius:param=0.75:desat=0"
        ",zscale=t=bt709:m=bt709:r=tv,format=yuv444p"
    )


def fitted(width: int, height: int, *, pad: str = "") -> str:
    """Filters that scale to this size, tell of square pixels and convert to television's colours.

    With `pad`, a colour such as `#fdfcf9`, what has another shape stands in the middle of it.
    """
    size = f"{width}:{height}"
    colours = "out_color_matrix=bt709:out_range=tv"
    if not pad:
        scale = f"scale={size}:{colours}"
    else:
        scale = (
            f"{_SQUARE},scale={size}:{_INSIDE}:{colours},format=yuv444p"
            f",pad={size}:(ow-iw)/2:(oh-ih)/2:{pad.replace('#', '0x')}"
        )
    return f"{scale},format=yuv420p,setparams={_COLOURS},setsar=1"


def encoder(params: Mapping[str, int | float | str], group: int) -> tuple[str, ...]:
    """Options of an output: `crf` from 0 (best) to 51, `kbps` at the most where it is above 0.

    `group`: pictures after which a player can jump to another one.

    In one thread: x264 keeps to a bound by what its other threads have written so far, which is
    chance. A slide takes no longer so.
    """
    most = int(params.get("kbps", 0))
    bound = ("-maxrate", f"{most}k", "-bufsize", f"{most * 4}k") if most else ()
    return (
        *("-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-level", "3.1"),
        *("-crf", str(params["crf"]), *bound, "-bf", "0", "-refs", "1", "-g", str(group)),
        *("-x264-params", "stitchable=1:scenecut=0", "-threads", "1"),
        *("-bsf:v", _ALIKE, "-video_track_timescale", str(CLOCK), *EXACT, "-f", "mp4"),
    )
