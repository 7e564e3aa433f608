"""Other people's tutors and other people's students, through scorers that need no ground truth of ours.

tutors.py scores the replies that human-labelled sets hold (experts, novices, language models), with what
people said of them beside it; students.py makes of those sets' students conversations for our own systems to
answer; table.py puts both into one table. What needs rivals or a known error is "not computable" there.
"""
