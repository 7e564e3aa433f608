"""Who says what: tutor moves, student voices, and the prompts they meet in."""
