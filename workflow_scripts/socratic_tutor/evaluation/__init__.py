"""Many turns: controls, intervals, comparisons."""
