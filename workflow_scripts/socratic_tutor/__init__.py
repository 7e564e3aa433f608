"""The library of the workflow: curriculum, dialogue, corpus, modeling, scoring, evaluation, reporting."""
