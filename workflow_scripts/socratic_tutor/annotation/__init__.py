"""People's labels for our own systems' turns: a blinded pack to label, and what comes back.

labels.py says what is asked; pack.py draws the replies and writes the CSV, the page and the key; importing.py
reads the label files back; agreement.py says how far people agree with one another and the scorers with them.
"""
