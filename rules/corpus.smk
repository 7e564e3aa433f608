"""The corpus: training and validation rows, and the benchmarks, each with its ground truth.

Needs the config sections `corpus` and `benchmarks` alone. Makes corpus/{train,validation}.jsonl with
report.json, and corpus/benchmarks/{benchmark}.jsonl; with a teacher also corpus/teacher_cache.sqlite, no output,
since Snakemake would remove it before a run that could go on from it. Two rules: an evaluation size must not retrain.
A third describes all of it: corpus/README.md (the dataset card), statistics.json and figures/.
By name: `corpus` for all of it, `synthesize_corpus`, `synthesize_benchmarks`, `describe_corpus`.
"""


rule synthesize_corpus:
    output:
        train="<results>/corpus/train.jsonl",
        validation="<results>/corpus/validation.jsonl",
        report="<results>/corpus/report.json",
    log:
        "<logs>/synthesize_corpus.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=1440 if config["corpus"]["teacher"] else 10,
    params:
        seed=config["seed"],
        corpus=section("corpus"),
        code=code_of("synthesize_corpus"),
    message:
        "Synthesize the training and validation rows"
    script:
        "../workflow_scripts/synthesize_corpus.py"


rule synthesize_benchmarks:
    output:
        **benchmark_files(),
    log:
        "<logs>/synthesize_benchmarks.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        seed=config["seed"],
        sizes=section("benchmarks"),
        code=code_of("synthesize_benchmarks"),
    message:
        "Synthesize the benchmarks"
    script:
        "../workflow_scripts/synthesize_benchmarks.py"


rule describe_corpus:
    input:
        **benchmark_files(),
        train="<results>/corpus/train.jsonl",
        validation="<results>/corpus/validation.jsonl",
        report="<results>/corpus/report.json",
    output:
        card=report(
            "<results>/corpus/README.md",
            caption="report/dataset_card.rst",
            category="Corpus",
        ),
        statistics="<results>/corpus/statistics.json",
        composition_png="<results>/corpus/figures/composition.png",
        composition_svg=report(
            "<results>/corpus/figures/composition.svg",
            caption="report/composition.rst",
            category="Corpus",
        ),
        diversity_png="<results>/corpus/figures/diversity.png",
        diversity_svg=report(
            "<results>/corpus/figures/diversity.svg",
            caption="report/diversity.rst",
            category="Corpus",
        ),
    log:
        "<logs>/describe_corpus.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        benchmarks=BENCHMARKS,
        sections=canonical(
            {name: config[name] for name in ("seed", "corpus", "benchmarks")}
        ),
        code=code_of("describe_corpus"),
    message:
        "Describe the corpus"
    script:
        "../workflow_scripts/describe_corpus.py"


rule corpus:
    input:
        rules.synthesize_corpus.output,
        rules.synthesize_benchmarks.output,
        rules.describe_corpus.output,
