"""Messages in, messages out: chat template, base model, adapter training, decoding. No mathematics here."""

import logging

# On import (by PEFT) bitsandbytes warns on some CPUs of a kernel it lacks for 4-bit weights; a CPU has none here.
logging.getLogger("bitsandbytes.backends.cpu.ops").setLevel(logging.ERROR)
