"""What every system answers, how each answer scores, and what the scores estimate.

Needs the benchmarks, the base model and the adapters. Makes for each system responses.jsonl, scores.jsonl and
metrics.json, for each that is a model merging.json and generation_time.json
(measured), and last of all, whenever `all` makes something, control_gate.json. One generation job answers
all benchmarks of a system; scoring is apart from it, so that a scorer's fix generates nothing. By name:
`responses`, `scores`, `metrics` for all systems.
"""


# Before anything is generated, so that a size that can see nothing is known before hours are spent on it.
rule plan_power:
    output:
        power="<results>/power.json",
    log:
        "<logs>/plan_power.log",
    priority: 100
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=1000,
        runtime=10,
    params:
        sizes={name: config["benchmarks"][name] for name in BENCHMARKS},
        level=config["evaluation"]["level"],
        code=code_of("plan_power"),
    message:
        "Say what comparisons of these sizes can see"
    script:
        "../workflow_scripts/plan_power.py"


rule generate_responses:
    input:
        **benchmark_files(),
        adapter=if_trained(
            "<results>/systems/{system}/adapter/adapter_config.json",
            "<results>/systems/{system}/adapter/adapter_model.safetensors",
        ),
        facts=if_trained("<results>/systems/{system}/training.json"),
        # Only to be printed first: other figures generate nothing anew.
        power=ancient("<results>/power.json"),
    output:
        responses="<results>/systems/{system}/responses.jsonl",
        merging="<results>/systems/{system}/merging.json",
        timings="<results>/systems/{system}/generation_time.json",
    log:
        "<logs>/generate_responses/{system}.log",
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
        benchmarks=BENCHMARKS,
        base_model=BASE_MODEL,
        generation=generation_param,
        versions=versions_of("torch", "transformers", "peft"),
        code=code_of("generate_responses"),
    message:
        "Generate the responses of {wildcards.system}"
    script:
        "../workflow_scripts/generate_responses.py"


rule write_control_responses:
    input:
        **benchmark_files(),
        train=if_it_looks_up("<results>/corpus/train.jsonl"),
    output:
        responses="<results>/systems/{system}/responses.jsonl",
    log:
        "<logs>/write_control_responses/{system}.log",
    wildcard_constraints:
        system="|".join(map(re.escape, WRITTEN)),
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        benchmarks=BENCHMARKS,
        code=code_of("write_control_responses"),
    message:
        "Write the responses of {wildcards.system}"
    script:
        "../workflow_scripts/write_control_responses.py"


rule responses:
    input:
        of_systems("<results>/systems/{system}/responses.jsonl", SYSTEMS),


rule score_responses:
    input:
        **benchmark_files(),
        responses="<results>/systems/{system}/responses.jsonl",
    output:
        scores="<results>/systems/{system}/scores.jsonl",
    log:
        "<logs>/score_responses/{system}.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        benchmarks=BENCHMARKS,
        code=code_of("score_responses"),
    message:
        "Score the responses of {wildcards.system}"
    script:
        "../workflow_scripts/score_responses.py"


rule scores:
    input:
        of_systems(rules.score_responses.output, SYSTEMS),


rule estimate_metrics:
    input:
        **benchmark_files(),
        scores="<results>/systems/{system}/scores.jsonl",
        responses="<results>/systems/{system}/responses.jsonl",
    output:
        metrics="<results>/systems/{system}/metrics.json",
        breakdowns="<results>/systems/{system}/breakdowns.json",
    log:
        "<logs>/estimate_metrics/{system}.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        benchmarks=BENCHMARKS,
        level=config["evaluation"]["level"],
        code=code_of("estimate_metrics"),
    message:
        "Estimate the metrics of {wildcards.system}"
    script:
        "../workflow_scripts/estimate_metrics.py"


rule metrics:
    input:
        of_systems(rules.estimate_metrics.output.metrics, SYSTEMS),


rule control_gate:
    input:
        metrics=of_systems("<results>/systems/{system}/metrics.json", SYSTEMS),
        scores=of_systems("<results>/systems/{system}/scores.jsonl", SYSTEMS),
        # Last of all: a gate that fails must find everything else written. Not ancient(): where one of these is made
        # in the same call, that would hide from Snakemake that policy or controls have changed as well.
        after=[
            *of_systems("<results>/systems/{system}/card/README.md", TRAINED),
            *of_systems("<results>/systems/{system}/tracked.json", SYSTEMS),
            *of_systems("<results>/systems/{system}/provenance.json", SYSTEMS),
            "<results>/registry.json",
            "<results>/manifest.json",
            "<results>/comparison/comparison.json",
            "<results>/comparison/index.html",
            "<results>/corpus/README.md",
        ],
    output:
        gate="<results>/control_gate.json",
    log:
        "<logs>/control_gate.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        systems=SYSTEMS,
        runs=list(TRAINED),
        controls=CONTROLS,
        policy=config["evaluation"]["control_gate"],
        code=code_of("control_gate"),
    message:
        "Hold the runs against the controls"
    script:
        "../workflow_scripts/control_gate.py"
