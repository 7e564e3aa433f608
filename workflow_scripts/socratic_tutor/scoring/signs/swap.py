"""Both sides of the swap test: what is authored of this error, and of a rival's, in the turn."""

from __future__ import annotations

from socratic_tutor.records import Item
from socratic_tutor.scoring.accounts import told_acts
from socratic_tutor.scoring.acts import other_act
from socratic_tutor.scoring.other_ways import rivals_value
from socratic_tutor.scoring.references import link, names_rival, own_cues
from socratic_tutor.scoring.signs.kinds import Signs
from socratic_tutor.scoring.untruths import foreign_value
from socratic_tutor.scoring.values import says

_MOST = 3


def swap(item: Item, flat: str) -> Signs:
    own = len(own_cues(item, flat, item.cues))
    rivals = max((len(own_cues(item, flat, rival.cues)) for rival in item.rivals), default=0)
    rivals_alone = bool(rivals_value(item, flat)) and not says(item.wrong_answer, flat)
    return {
        "own cues": min(own, _MOST),
        "rival cues": min(rivals, _MOST),
        "more cues of a rival": rivals > own,
        "as many cues of a rival": rivals >= own > 0,
        "their value against the problem": bool(link(item, flat)),
        "names a rival": any(names_rival(item, flat, rival) for rival in item.rivals),
        "tells a rival's act": bool(told_acts(item, flat)[1]),
        "a rival's value alone": rivals_alone,
        "speaks of another's work": bool(foreign_value(item, flat)),
        "speaks of another error": bool(other_act(item, flat)),
    }
