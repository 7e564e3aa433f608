"""What training will learn from, to look at beforehand: rows as tokens, the learnt ones coloured."""
