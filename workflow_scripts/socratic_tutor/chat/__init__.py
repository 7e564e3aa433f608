"""Try it: a local page where a person plays the student against any trained run.

    make chat                     (http://127.0.0.1:8501, results/default)
    make chat CONFIGFILE=configs/smoke.yaml

exercise.py makes of a benchmark item and what the person typed the exchange that is scored; tutors.py finds
and loads the systems; page.py is the page. Nothing is stored, and nothing here is read by the workflow.
"""
