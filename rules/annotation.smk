"""People's labels for our systems' replies. Not part of `all`.

Needs the benchmarks and every system's responses; to read labels back, also scores and metrics, and the annotators'
files in annotation/labels/. Makes annotation/pack.csv, index.html and key.json (for you alone), and then agreement.json,
agreement.csv and agreement.md. By name: `annotation_pack`, `import_annotations`.
"""


rule annotation_pack:
    input:
        **benchmark_files(),
        responses=of_systems("<results>/systems/{system}/responses.jsonl", SYSTEMS),
    output:
        table="<results>/annotation/pack.csv",
        page="<results>/annotation/index.html",
        key="<results>/annotation/key.json",
    log:
        "<logs>/annotation_pack.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        systems=SYSTEMS,
        benchmarks=BENCHMARKS,
        seed=config["seed"],
        replies=config["annotation"]["replies"],
        code=code_of("annotation_pack"),
    message:
        "Write the pack for annotators"
    script:
        "../workflow_scripts/annotation_pack.py"


# The key is no reason to run anew: labels are matched with what the systems say now.
rule import_annotations:
    input:
        **benchmark_files(),
        key=ancient("<results>/annotation/key.json"),
        labels=labels_of_annotators(),
        responses=of_systems("<results>/systems/{system}/responses.jsonl", SYSTEMS),
        metrics=of_systems("<results>/systems/{system}/metrics.json", SYSTEMS),
        scores=of_systems("<results>/systems/{system}/scores.jsonl", SYSTEMS),
    output:
        agreement="<results>/annotation/agreement.json",
        table="<results>/annotation/agreement.csv",
        page="<results>/annotation/agreement.md",
    log:
        "<logs>/import_annotations.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        systems=SYSTEMS,
        benchmarks=BENCHMARKS,
        runs=list(TRAINED),
        level=config["evaluation"]["level"],
        code=code_of("import_annotations"),
    message:
        "Compare annotators and scorers"
    script:
        "../workflow_scripts/import_annotations.py"
