"""How well the scorers agree with people, on sets that people have labelled.

targets.py says which scorer stands against which label; crossvalidation.py fits the components without seeing
the problem they are tried on; agreement.py counts; calibrate.py writes calibration.csv; report.py makes of it
docs/scorer-validity.md and the figures that the model card prints.
"""
