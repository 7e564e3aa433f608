"""Messages in, messages out: chat template, base model, adapter training, decoding. No mathematics here."""
