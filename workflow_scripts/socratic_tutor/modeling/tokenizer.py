"""The embedded base's tokenizer: byte-level BPE, one token for each digit, Llama 3.1's control tokens.

Single digits keep every number readable in one way only, so that a small model can copy it. Byte
level means that any text comes back unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast

from socratic_tutor.modeling.chat_template import training_template

BEGIN_OF_TEXT = "<|begin_of_text|>"
END_OF_TEXT = "<|end_of_text|>"
PAD = "<|finetune_right_pad_id|>"
START_HEADER = "<|start_header_id|>"
END_HEADER = "<|end_header_id|>"
END_OF_TURN = "<|eot_id|>"
CONTROL_TOKENS = (BEGIN_OF_TEXT, END_OF_TEXT, PAD, START_HEADER, END_HEADER, END_OF_TURN)


def train_tokenizer(texts: Iterable[str], *, vocabulary: int, max_length: int) -> PreTrainedTokenizerFast:
    """Learn byte-pair merges from `texts` (plain, without control tokens).

    vocabulary: number of tokens aimed at, control tokens included (at least 262; fewer come out when
    the texts have no more pairs that occur twice). max_length: tokens the model can read. The same
    texts give the same tokenizer, whatever their order in equal counts.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    controls = [AddedToken(token, special=True, normalized=False) for token in CONTROL_TOKENS]
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        min_frequency=2,
        special_tokens=controls,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer=trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{BEGIN_OF_TEXT} $A",
        pair=f"{BEGIN_OF_TEXT} $A {BEGIN_OF_TEXT} $B",
        special_tokens=[(BEGIN_OF_TEXT, tokenizer.token_to_id(BEGIN_OF_TEXT))],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token=BEGIN_OF_TEXT,
        eos_token=END_OF_TURN,
        pad_token=PAD,
        chat_template=training_template(),
        model_max_length=max_length,
        clean_up_tokenization_spaces=False,
        padding_side="right",
    )
