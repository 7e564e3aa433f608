"""What readers see: the comparison of all systems, its figures, and a model card for each adapter.

    comparison.write_comparison(metrics=..., scores=..., table=..., data=..., png=..., svg=...)
    card.render_card(system=..., run=..., metrics=..., scores=..., facts=..., adapter=..., responses=...,
                     benchmarks=..., corpus_report=..., base_model=..., config=..., out=...)

Everything here is computed from result files; no number is typed by hand.
"""
