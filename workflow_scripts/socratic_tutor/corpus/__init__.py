"""Training sets and benchmarks: synthesis, verification with ground truth, splits."""
