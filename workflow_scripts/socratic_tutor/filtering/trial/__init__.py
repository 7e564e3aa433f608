"""The filter on trial: leaks in many forms put into drafts, and turns without leaks."""
