"""Words typed without marks and spaces, such as `canhbao`, cut into syllables that can be said.

Source: the onsets and rhymes of written Vietnamese, without tones.
"""

import re
from functools import lru_cache

_ONSET = "ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnprstvx]"
_RHYME = (
    "uyen|uyet|uynh|uyt|uych|uya|uy|uong|uon|uop|uot|uou|uoi|uom|uoc|uo|uech|uenh|ue|uang|uan|uat|"
    "uay|ua|uc|ui|um|ung|un|up|ut|uu|u|oach|oanh|oang|oac|oai|oam|oan|oao|oap|oat|oay|oa|oem|oen|"
    "oeo|oet|oe|oong|ong|oc|oi|om|on|op|ot|o|ieng|iec|iem|ien|iep|iet|ieu|ia|ich|inh|im|in|ip|it|"
    "iu|i|ech|enh|eng|ec|em|en|eo|ep|et|eu|e|ach|anh|ang|ac|ai|am|an|ao|ap|at|au|ay|a|yem|yen|yet|"
    "yeu|y"
)
_FIRST = re.compile(rf"(?:{_ONSET})?(?:{_RHYME})")
_LATER = re.compile(rf"(?:{_ONSET})(?:{_RHYME})")
_LONGEST = 7
_MOST = 40
"""Letters of a word that is still cut."""
_SPLIT = re.compile("[ptc]h|tr")
"""An onset that is seldom cut in two: `ho tro`, `xa phuong`."""
_FULLER = (("uye", "uyê"), ("ye", "yê"), ("ie", "iê"), ("uop", "ươp"), ("uou", "ươu"), ("uo", "uô"))
"""What no rhyme has without its mark, where a letter follows."""
_ACUTE = str.maketrans("aeioyuêôơ", "áéíóýúếốớ")
_STOPPED = re.compile(r"[aeioyuêôơ](?=(?:ch|[cpt])$)")


def sounded(syllable: str) -> str:
    """With the marks that it cannot be without: `dich` as `dích`, `vien` as `viên`."""
    for bare, full in _FULLER:
        if bare in syllable[:-1] or (len(bare) == 3 and bare in syllable):
            syllable = syllable.replace(bare, full, 1)
            break
    return _STOPPED.sub(lambda one: one[0].translate(_ACUTE), syllable)


@lru_cache(maxsize=1024)
def syllables(word: str) -> tuple[str, ...]:
    """The fewest syllables that make up a word of a–z; empty where it is none of Vietnamese."""
    if len(word) > _MOST:
        return ()
    best: list[tuple[str, ...] | None] = [None] * len(word) + [()]
    costs = [0] * (len(word) + 1)
    for start in range(len(word) - 1, -1, -1):
        shape = _LATER if start else _FIRST
        for end in range(min(len(word), start + _LONGEST), start, -1):
            rest = best[end]
            part = word[start:end]
            if rest is None or shape.fullmatch(part) is None:
                continue
            cost = costs[end] + 2 + (_SPLIT.fullmatch(word[end - 1 : end + 1]) is not None)
            if best[start] is None or cost < costs[start]:
                best[start], costs[start] = (part, *rest), cost
    return best[0] or ()
