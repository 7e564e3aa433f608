"""The answer-leak filter: what stands between a tutor's draft and the student."""
