"""What goes to the Hugging Face Hub. Not part of `all`.

Needs the adapters with their cards and provenance, the corpus with its card, and the config section `publishing`. Makes
publication/: a folder for each repository, and staged.json, the list of their files. By name: `stage_publication`;
`publish` shows the list and uploads it when `publishing.upload` says so and HF_TOKEN is in the environment.
"""


rule stage_publication:
    input:
        **benchmark_files(),
        corpus=[*rules.synthesize_corpus.output, *rules.describe_corpus.output],
        adapters=of_systems(
            [*rules.train_adapter.output, *rules.record_provenance.output], TRAINED
        ),
        cards=of_systems(rules.render_card.output, TRAINED),
    output:
        staged="<results>/publication/staged.json",
    log:
        "<logs>/stage_publication.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=10,
    params:
        systems=list(TRAINED),
        namespace=config["publishing"]["namespace"],
        embedded_base=config["base_model"]["source"] == "embedded",
        code=code_of("stage_publication"),
    message:
        "Stage what is to be published"
    script:
        "../workflow_scripts/stage_publication.py"


# Without an output: what the hub holds is not known here.
rule publish:
    input:
        staged="<results>/publication/staged.json",
    log:
        "<logs>/publish.log",
    conda:
        "../envs/workflow.yaml"
    threads: 1
    resources:
        mem_mb=2000,
        runtime=240,
    params:
        upload=config["publishing"]["upload"],
        private=config["publishing"]["private"],
        code=code_of("publish"),
    message:
        "Show what is staged, and upload it if told so"
    script:
        "../workflow_scripts/publish.py"
