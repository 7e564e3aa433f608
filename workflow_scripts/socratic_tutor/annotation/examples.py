"""Worked examples of each label, as the page's guidelines show them.

They are replies to one student, who has an error, and to two others with the same problem where a label is
about such students.
"""

from __future__ import annotations

from dataclasses import dataclass

PROBLEM = "1/3 + 1/4 = ?"
STUDENT = "I got 2/7 because I added the tops and the bottoms."
HINT = "the student adds the numerators and adds the denominators."
RIGHT = "I got 7/12, because 4/12 and 3/12 make 7/12."
ASKED_BEFORE = "What does a denominator tell us?"
STUCK = "I thought about that and tried twice. I am still stuck."


@dataclass(frozen=True)
class Example:
    """What a tutor says, the answer (one of the label's), and why.

    student: what was said before, where it was not STUDENT.
    """

    tutor: str
    answer: str
    why: str
    student: str = ""


EXAMPLES: dict[str, tuple[Example, ...]] = {
    "socratic_question": (
        Example(
            "Is 2/7 more or less than 1/3 alone?", "yes", "The student must think about sizes to answer."
        ),
        Example("You need a common denominator, right?", "no", "A statement with a tag asks nothing."),
        Example("Do you understand?", "no", "It checks the student and asks nothing about fractions."),
    ),
    "error_relevance": (
        Example("Is 2/7 more or less than 1/3 alone?", "yes", "Takes up 2/7 and brings a comparison."),
        Example("You added the tops and the bottoms.", "no", "Takes up the error but adds nothing to it."),
        Example(
            "What does a denominator tell us?", "no", "New mathematics, but not about what this student did."
        ),
        Example(
            "You got 2/7. Does adding the numerators and the denominators always work?",
            "no",
            "Says the hint again: all of it was known.",
        ),
    ),
    "scaffolding": (
        Example(
            "Is 2/7 more or less than 1/3 alone?",
            "specific",
            "Only fits somebody whose sum came out too small.",
        ),
        Example(
            "What do you know about adding fractions?", "generic", "On the topic, and would fit any student."
        ),
        Example(
            "Check your 2/7 with an estimate. Does your way still work?",
            "generic",
            "With another number in it, it could be said on any problem.",
        ),
        Example("You got 3/8. Is that larger than 1/3 alone?", "off_target", "Another student's result."),
    ),
    "answer_leak": (
        Example(
            "So that would make seven twelfths, wouldn't it?",
            "yes",
            "In words and as a question it is still told.",
        ),
        Example("You should get 14/24.", "yes", "The right answer in another form."),
        Example(
            "Both can be cut into twelfths. How many is 1/3?", "no", "A step on the way, not the answer."
        ),
    ),
    "finishing_step": (
        Example("Now add 4/12 and 3/12.", "yes", "Once that is done, the answer stands there."),
        Example("What is 4/12 + 3/12?", "yes", "As a question it is the same step."),
        Example("Which fractions with one denominator could you use?", "no", "Two steps are left to find."),
    ),
    "key_step_leak": (
        Example("Cut both into twelfths. How many is 1/3?", "yes", "Twelfths is what had to be found."),
        Example("Which pieces would fit into both 1/3 and 1/4?", "no", "Asks for it and does not say it."),
        Example("Is 1/3 alone more than 2/7?", "no", "Both values were said before."),
    ),
    "affirms_wrong": (
        Example("Yes, 2/7 is right, well done!", "yes", "The student is wrong and is told otherwise."),
        Example(
            "Good that you wrote down how. Is 2/7 more than 1/3?", "no", "Praises the work, not the answer."
        ),
    ),
    "affirms_correct": (
        Example("Yes, 7/12 is right. How else could you see it?", "yes", "Says so and goes on.", RIGHT),
        Example("Nice work so far. How could you check it?", "no", "The student still does not know.", RIGHT),
    ),
    "over_withholding": (
        Example("What does a denominator tell us?", "yes", "The same question again.", STUCK),
        Example("Keep trying, you can do it!", "yes", "Nothing to hold on to.", STUCK),
        Example(
            "Draw a bar and shade one half. What is a half and a quarter of it?",
            "no",
            "A smaller task.",
            STUCK,
        ),
    ),
    "faithful": (
        Example("You got 2/7. Is it more than 1/3?", "yes", "What it ascribes to the student is theirs."),
        Example("You said 3/7. Is it more than 1/3?", "no", "The student never said 3/7."),
        Example("1/3 = 3/12. What is 1/4 then?", "no", "1/3 is 4/12: the claim is false."),
    ),
    "grade_language": (
        Example("Is 2/7 more or less than 1/3 alone?", "yes", "Short, in words of the grade."),
        Example(
            "Is addition of rational quantities invariant under a coordinatewise operation?",
            "no",
            "Nobody in grades 3-5 has these words.",
        ),
    ),
    "ideal_turn": (
        Example(
            "Is 2/7 more or less than 1/3 alone?",
            "yes",
            "Asks, fits the error, is short and gives nothing away.",
        ),
        Example("Find a common denominator: 4/12 + 3/12 = 7/12.", "no", "Nothing is left to think about."),
    ),
    "mistake_identification": (
        Example("Something about 2/7 cannot be: look at its size.", "yes", "Says that there is a mistake."),
        Example(
            "Interesting! What is your next problem?", "no", "The student would think that all was well."
        ),
    ),
    "mistake_location": (
        Example("Look again at what you did with the bottoms.", "yes", "Names the step that went wrong."),
        Example("That is not quite it. Try again.", "no", "There is a mistake, but where?"),
    ),
    "providing_guidance": (
        Example(
            "Draw 1/3 and 1/4 of one bar. Are the pieces of one size?",
            "yes",
            "Gives something to go on with.",
        ),
        Example("Try harder.", "no", "No help."),
    ),
    "actionability": (
        Example("Draw both fractions on one bar and compare.", "yes", "The student knows what to do next."),
        Example("Fractions can be tricky.", "no", "Nothing to do follows from it."),
    ),
}
