"""What people look at: comparison table and figure, model card."""
