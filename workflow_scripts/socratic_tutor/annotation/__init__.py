"""People's labels for our own systems' turns: a blinded pack to label, and what comes back.

labels.py says what is asked, examples.py shows it; replies.py gives each text its id; pack.py draws replies
and writes the CSV, the page and the key. sheets.py and importing.py read the label files back; people.py says
how far annotators agree, scorers.py how far the scorers do; agreement.py and report.py write it down.
"""
