"""Other people's tutors and students: the labelled sets that the user has, through scorers that need no ground truth.

Needs the files that `evaluation.human_labels` names; for our systems' replies also the base and the adapters. Makes
external/tutors.csv (the sets' own tutors, with the human rates), external/students.jsonl, for each model
systems/{system}/external_responses.jsonl, and external/systems.csv. Part of `all` as soon as a set is given.
By name: `score_external`, `compare_external`; `labelled` for all that needs labelled sets.
"""


rule score_external:
    input:
        **HUMAN_LABELS,
    output:
        table="<results>/external/tutors.csv",
    log:
        "<logs>/score_external.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=30,
    params:
        sets=list(HUMAN_LABELS),
        level=config["evaluation"]["level"],
        code=code_of("score_external"),
    message:
        "Score the tutors of labelled sets"
    script:
        "../workflow_scripts/score_external.py"


rule write_external_students:
    input:
        **HUMAN_LABELS,
    output:
        students="<results>/external/students.jsonl",
    log:
        "<logs>/write_external_students.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        sets=list(HUMAN_LABELS),
        size=config["evaluation"]["external_students"],
        code=code_of("write_external_students"),
    message:
        "Write down the students of labelled sets"
    script:
        "../workflow_scripts/write_external_students.py"


# The same script as for our benchmarks: the students' chats are rows of the same form.
rule answer_external:
    input:
        students="<results>/external/students.jsonl",
        adapter=if_trained(
            "<results>/systems/{system}/adapter/adapter_config.json",
            "<results>/systems/{system}/adapter/adapter_model.safetensors",
        ),
        facts=if_trained("<results>/systems/{system}/training.json"),
    output:
        responses="<results>/systems/{system}/external_responses.jsonl",
        merging="<results>/systems/{system}/external_merging.json",
        timings="<results>/systems/{system}/external_generation_time.json",
    log:
        "<logs>/answer_external/{system}.log",
    wildcard_constraints:
        system="|".join(map(re.escape, GENERATING)),
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=4000,
        runtime=120,
        gpu=GPUS,
    params:
        seed=config["seed"],
        benchmarks=["students"],
        base_model=BASE_MODEL,
        generation=generation_param,
        versions=versions_of("torch", "transformers", "peft"),
        code=code_of("generate_responses"),
    message:
        "Let {wildcards.system} answer the students of labelled sets"
    script:
        "../workflow_scripts/generate_responses.py"


rule compare_external:
    input:
        **HUMAN_LABELS,
        responses=of_systems(rules.answer_external.output.responses, GENERATING),
    output:
        table="<results>/external/systems.csv",
    log:
        "<logs>/compare_external.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=30,
    params:
        sets=list(HUMAN_LABELS),
        systems=GENERATING,
        size=config["evaluation"]["external_students"],
        level=config["evaluation"]["level"],
        code=code_of("compare_external"),
    message:
        "Score our systems' replies to the students of labelled sets"
    script:
        "../workflow_scripts/compare_external.py"


rule labelled:
    input:
        [
            rules.calibrate_scorers.output,
            rules.score_external.output,
            rules.compare_external.output,
        ]
        if HUMAN_LABELS
        else [],
