"""The answer-leak filter: what stands between a tutor's draft and the student.

`filter_reply` is the function to deploy, `production.item_of` makes its item from problem, answer and
conversation; `stage` puts every run behind it, and `trial` tells what it catches and what it wrongly
holds back. It stands behind `scoring`, whose judgement it uses, and before `modeling`, of which it only
knows that somebody can be asked again.
"""

from socratic_tutor.filtering.production import item_of
from socratic_tutor.filtering.reply_filter import FilteredReply, FilterSettings, filter_reply

__all__ = ["FilterSettings", "FilteredReply", "filter_reply", "item_of"]
