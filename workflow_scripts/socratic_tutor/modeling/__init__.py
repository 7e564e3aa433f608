"""Messages in, messages out: chat template, base model, adapter training, decoding. No mathematics here."""

import logging

# On import (by PEFT) bitsandbytes warns on some CPUs of a missing 4-bit kernel; no CPU uses one here.
logging.getLogger("bitsandbytes.backends.cpu.ops").setLevel(logging.ERROR)
