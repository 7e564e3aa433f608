"""What readers see: the comparison of all systems, and a model card for each adapter.

Needs metrics and scores of all systems, and of trained systems the facts and the adapter. Makes comparison/ and
systems/{run}-seed{seed}/card/README.md. A card compares its own system with the base, the controls and the references,
so that a new run changes no other card. By name: `compare_systems`; `cards` for all runs.
"""


rule compare_systems:
    input:
        **benchmark_files(),
        metrics=of_systems("<results>/systems/{system}/metrics.json", SYSTEMS),
        scores=of_systems("<results>/systems/{system}/scores.jsonl", SYSTEMS),
    output:
        table=report(
            "<results>/comparison/comparison.csv",
            caption="report/comparison.rst",
            category="Comparison",
        ),
        data="<results>/comparison/comparison.json",
        png="<results>/comparison/comparison.png",
        svg=report(
            "<results>/comparison/comparison.svg",
            caption="report/forest.rst",
            category="Comparison",
        ),
    log:
        "<logs>/compare_systems.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        systems=SYSTEMS,
        benchmarks=BENCHMARKS,
        code=code_of("compare_systems"),
    message:
        "Compare all systems"
    script:
        "../workflow_scripts/compare_systems.py"


rule render_card:
    input:
        **benchmark_files(),
        metrics=of_systems(
            "<results>/systems/{system}/metrics.json", ["{system}", "base", *WRITTEN]
        ),
        scores=of_systems(
            "<results>/systems/{system}/scores.jsonl", ["{system}", "base", *WRITTEN]
        ),
        corpus_report="<results>/corpus/report.json",
        adapter="<results>/systems/{system}/adapter/adapter_model.safetensors",
        adapter_config="<results>/systems/{system}/adapter/adapter_config.json",
        facts="<results>/systems/{system}/training.json",
        responses="<results>/systems/{system}/responses.jsonl",
    output:
        card=report(
            "<results>/systems/{system}/card/README.md",
            caption="report/card.rst",
            category="Model cards",
            labels={"system": "{system}"},
        ),
    log:
        "<logs>/render_card/{system}.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        benchmarks=BENCHMARKS,
        compared=["base", *WRITTEN],
        sections=sections_of,
        base_model=BASE_MODEL,
        code=code_of("render_card"),
    message:
        "Render the model card of {wildcards.system}"
    script:
        "../workflow_scripts/render_card.py"


rule cards:
    input:
        of_systems(rules.render_card.output, TRAINED),
