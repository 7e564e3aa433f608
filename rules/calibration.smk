"""How well the scorers agree with people, on labelled sets that the user has.

Needs the files that `evaluation.human_labels` names. Makes calibration/calibration.csv and, where the components are
fitted anew (`evaluation.refit`), calibration/weights.json. Part of `all` as soon as a set is given.
By name: `calibrate_scorers`.
"""


rule calibrate_scorers:
    input:
        **HUMAN_LABELS,
    output:
        table="<results>/calibration/calibration.csv",
        weights=(
            ["<results>/calibration/weights.json"]
            if config["evaluation"]["refit"]
            else []
        ),
    log:
        "<logs>/calibrate_scorers.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=60,
    params:
        sets=list(HUMAN_LABELS),
        refit=config["evaluation"]["refit"],
        versions=versions_of("scikit-learn"),
        code=code_of("calibrate_scorers"),
    message:
        "Compare the scorers with people"
    script:
        "../workflow_scripts/calibrate_scorers.py"
