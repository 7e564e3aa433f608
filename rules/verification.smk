"""Whether results are still what was made: a manifest of every reproducible file, and the check against it.

Needs everything reproducible that `all` makes. Makes manifest.json and, for each system, provenance.json (measured:
config, files, software, hardware, times). By name: `provenance` for all systems; `verify`, which is not part of `all`,
reads every file of the manifest and names what was changed, cut or lost. control_gate.json, which comes last and may
fail, is not in the manifest.
"""


rule record_provenance:
    input:
        **benchmark_files(),
        train=if_trained("<results>/corpus/train.jsonl"),
        validation=if_trained("<results>/corpus/validation.jsonl"),
        adapter=if_trained(
            "<results>/systems/{system}/adapter/adapter_model.safetensors"
        ),
        adapter_config=if_trained(
            "<results>/systems/{system}/adapter/adapter_config.json"
        ),
        facts=if_trained("<results>/systems/{system}/training.json"),
        training_time=if_trained("<results>/systems/{system}/training_time.json"),
        generation_time=if_generating("<results>/systems/{system}/generation_time.json"),
        filtering_time=if_filtered("<results>/systems/{system}/filtering_time.json"),
        responses="<results>/systems/{system}/responses.jsonl",
        scores="<results>/systems/{system}/scores.jsonl",
        metrics="<results>/systems/{system}/metrics.json",
    output:
        provenance="<results>/systems/{system}/provenance.json",
    log:
        "<logs>/record_provenance/{system}.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        benchmarks=BENCHMARKS,
        sections=sections_of,
        code=code_of("record_provenance"),
    message:
        "Record the provenance of {wildcards.system}"
    script:
        "../workflow_scripts/record_provenance.py"


rule provenance:
    input:
        of_systems(rules.record_provenance.output, SYSTEMS),


rule record_manifest:
    input:
        rules.plan_power.output,
        rules.synthesize_corpus.output,
        rules.synthesize_benchmarks.output,
        rules.describe_corpus.output,
        of_systems(reproducible(rules.train_adapter.output), TRAINED),
        of_systems(reproducible(rules.generate_responses.output), GENERATING),
        of_systems(reproducible(rules.filter_responses.output), FILTERED.values()),
        of_systems(rules.write_control_responses.output, WRITTEN),
        of_systems(rules.score_responses.output, SYSTEMS),
        of_systems(rules.estimate_metrics.output, SYSTEMS),
        of_systems(rules.render_card.output, TRAINED),
        rules.compare_systems.output,
        rules.render_comparison_page.output,
        rules.evaluate_filter.output,
        rules.labelled.input,
    output:
        manifest="<results>/manifest.json",
    log:
        "<logs>/record_manifest.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        code=code_of("record_manifest"),
    message:
        "Record what was made"
    script:
        "../workflow_scripts/record_manifest.py"


# Without inputs: Snakemake would make a lost file again before it could be missed.
rule verify:
    log:
        "<logs>/verify.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        results=RESULTS,
        code=code_of("verify"),
    message:
        "Verify the results against their manifest"
    script:
        "../workflow_scripts/verify.py"
