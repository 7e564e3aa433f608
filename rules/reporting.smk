"""What readers see: the comparison of all systems, and a model card for each adapter.

Needs metrics and scores of all systems, and of trained systems the facts and the adapter. Makes comparison/ and
systems/{run}-seed{seed}/card/README.md. A card compares its own system with itself behind the leak filter, the base, the
controls and the references, so that a new run changes no other card. Both say how far annotators agree with the
scorers where annotation/agreement.json is there. By name: `compare_systems`; `cards` for all runs. When `all` has come
to its end, it says what came out and where to look.
"""

from socratic_tutor.outcome import outcome


onsuccess:
    if any(job.rule.name == "all" for job in workflow.dag.targetjobs):
        print(outcome(Path(RESULTS), list(TRAINED)), end="", file=sys.stderr)


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
        people=people_say(),
        code=code_of("compare_systems"),
    message:
        "Compare all systems"
    script:
        "../workflow_scripts/compare_systems.py"


rule render_comparison_page:
    input:
        **benchmark_files(),
        metrics=of_systems("<results>/systems/{system}/metrics.json", SYSTEMS),
        scores=of_systems("<results>/systems/{system}/scores.jsonl", SYSTEMS),
        responses=of_systems("<results>/systems/{system}/responses.jsonl", SYSTEMS),
        breakdowns=of_systems("<results>/systems/{system}/breakdowns.json", SYSTEMS),
        comparison="<results>/comparison/comparison.json",
    output:
        page=report(
            "<results>/comparison/index.html",
            caption="report/comparison_page.rst",
            category="Comparison",
        ),
    log:
        "<logs>/render_comparison_page.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        experiment=config["experiment"],
        systems=SYSTEMS,
        runs=list(TRAINED),
        controls=CONTROLS,
        benchmarks=BENCHMARKS,
        configs=sections_of_runs(),
        code=code_of("render_comparison_page"),
    message:
        "Render the comparison page"
    script:
        "../workflow_scripts/render_comparison_page.py"


rule render_card:
    input:
        **benchmark_files(),
        **filter_files(),
        metrics=of_systems(
            "<results>/systems/{system}/metrics.json", ["{system}", *BESIDE_IT]
        ),
        scores=of_systems(
            "<results>/systems/{system}/scores.jsonl", ["{system}", *BESIDE_IT]
        ),
        corpus_report="<results>/corpus/report.json",
        adapter="<results>/systems/{system}/adapter/adapter_model.safetensors",
        adapter_config="<results>/systems/{system}/adapter/adapter_config.json",
        facts="<results>/systems/{system}/training.json",
        responses="<results>/systems/{system}/responses.jsonl",
        breakdowns="<results>/systems/{system}/breakdowns.json",
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
        compared=lambda wildcards: of_systems(BESIDE_IT, [wildcards.system]),
        sections=sections_of,
        base_model=BASE_MODEL,
        people=people_say(),
        code=code_of("render_card"),
    message:
        "Render the model card of {wildcards.system}"
    script:
        "../workflow_scripts/render_card.py"


rule cards:
    input:
        of_systems(rules.render_card.output, TRAINED),
