"""The judgement of one tutor turn by anyone, with evidence."""
