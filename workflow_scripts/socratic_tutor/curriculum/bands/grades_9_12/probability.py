"""Grades 9 to 12: conditional probability, counting, independence."""

from __future__ import annotations

import random
from fractions import Fraction
from math import comb, factorial, perm
from typing import Any

from socratic_tutor.curriculum.answers import fraction, integer, lowest
from socratic_tutor.curriculum.catalogue import Family, Misconception, Parameters, PlausibleError

# --- conditional probability ---------------------------------------------------------------------

_HOBBIES = (
    {"group": "students", "one": "student", "do": "play", "does": "plays", "x": "chess", "y": "piano"},
    {"group": "workers", "one": "worker", "do": "drink", "does": "drinks", "x": "tea", "y": "coffee"},
    {"group": "neighbors", "one": "neighbor", "do": "grow", "does": "grows", "x": "herbs", "y": "roses"},
    {"group": "campers", "one": "camper", "do": "like", "does": "likes", "x": "rowing", "y": "climbing"},
)


def _two_hobbies(rng: random.Random, low: int = 3, high: int = 20) -> dict[str, Any]:
    both, only_x, only_y = rng.sample(range(low, high + 1), 3)
    return {"both": both, "only_x": only_x, "only_y": only_y, **rng.choice(_HOBBIES)}


def _reversed_steps(p: Parameters) -> dict[str, Any]:
    return {"whole": p.both + p.only_y}


CONDITIONAL = Family(
    id="cond",
    grade_band="9-12",
    grade="11",
    ccss="HSS-CP.A.5",
    topic="conditional probability",
    mission="find a conditional probability from the sizes of the groups",
    vocabulary=("given", "conditional"),
    sample=_two_hobbies,
    larger=lambda rng: _two_hobbies(rng, 21, 150),
    statements=(
        "{both} {group} {do} {x} and {y}, {only_x} {do} only {x}, {only_y} {do} only {y}. Given a {one} {does} {x}, what is the probability that the {one} {does} {y}?",
        "Of some {group}, {both} {do} both {x} and {y}, {only_x} only {x} and {only_y} only {y}. Find the probability of {y} given {x}.",
    ),
    stories=(
        "In a survey, {both} {group} {do} {x} and {y}, {only_x} {do} only {x} and {only_y} only {y}. {name} meets one who {does} {x}. How likely is it that this {one} also {does} {y}?",
        "{name} asked {group} what they {do}: {both} said {x} and {y}, {only_x} just {x}, {only_y} just {y}. Given that a {one} said {x}, what is the probability that {y} was said as well?",
    ),
    reworded=(
        "Among {group}, {only_x} {do} {x} without {y}, {only_y} {do} {y} without {x}, and {both} {do} the two together. Someone who {does} {x} is picked. What is the chance that this person {does} {y} as well?",
    ),
    solve=lambda p: lowest(Fraction(p.both, p.both + p.only_x)),
    trace=lambda p: {"size of the given group": p.both + p.only_x},
    elicit=(
        "What does the word given tell you about the chosen {one}?",
        "How could a table or a diagram show these groups?",
        "Who is counted in the number {both}?",
        "What is asked here, in your own words?",
    ),
    extend=(
        "Turned around, what is the conditional probability, and why is it not the same?",
        "How would the result change if more {group} took up only {y}?",
        "When would knowing about {x} tell you nothing about {y}?",
        "If nothing is known about the {one}, how likely is {y}?",
    ),
    check=(
        "Which people does the bottom number of your fraction count, one group at a time?",
        "Does your fraction leave room only for people that the problem still allows?",
        "Suppose nobody {does} only {x}: what does your way give, and is that sensible?",
        "How would your result look in a diagram with two overlapping circles?",
    ),
    repair=(
        "How many {group} {do} both things?",
        "What do you know about the chosen {one} from the start?",
        "Which number in the problem counts those who {do} only {y}?",
        "Can you draw two overlapping circles and put one number in?",
    ),
    misconceptions=(
        Misconception(
            id="G912-STA-01",
            name="reverses the condition",
            hint="takes the group of the asked thing as the whole, not the group that is given",
            rule=lambda p: fraction(p.both, p.both + p.only_y),
            steps=_reversed_steps,
            says=(
                "{whole} of them {do} {y}, and {both} of those do both",
                "it asks about {y}, so I divided {both} by all {whole} with {y}",
                "{both} and {only_y} make {whole}, and {both} out of {whole} is {wrong}",
            ),
            reworded=(
                "I looked at the {whole} people with {y} and saw that {both} of them also {do} {x}",
                "the {y} group has {whole} people in it, so that goes on the bottom",
            ),
            cues=(
                "for sure",
                "be one of those",
                "underline",
                "read the clue",
                "overlapping",
                "room",
                "which row",
                "cards",
                "poodle*",
                "cloud*",
                "tall",
                "winners",
                "shut out",
            ),
            turns={
                "locate": (
                    "Everyone in your {whole} is in the {y} group. What do you know for sure about the chosen {one}?",
                    "Among your {whole} are {only_y} who {do} only {y}. How could the chosen {one} be one of those?",
                    "Underline what is already known and circle what is asked. Which of them became your bottom number {whole}?",
                    "Read the clue about the chosen {one} again. Whom does it shut out, and are they in your {whole}?",
                ),
                "represent": (
                    "Draw overlapping circles for {x} and {y}. Into which circle does the clue send you, and which did you fill with {whole}?",
                    "Make a table with a row for each answer about {x}. In which row does the chosen {one} sit?",
                    "Send everybody who {does} {x} into a room. Which of the {both}, {only_x} and {only_y} people are in the room?",
                    "Write one card per person and drop the cards that the clue rules out. How do the rest compare with your {whole}?",
                ),
                "analog": (
                    "Every poodle is a dog. Compare the chance of a dog among poodles with that of a poodle among dogs: which is yours?",
                    "On rainy days there are clouds. How does that differ from asking for rain on cloudy days?",
                    "Most basketball stars are tall. Why does that not make most tall people stars, and which way did you go?",
                    "All winners bought a ticket. Is the share of winners among buyers the same as buyers among winners?",
                ),
            },
            source="E1249",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-STA-01-A",
            name="everybody is the whole",
            hint="divides by all people of the survey",
            rule=lambda p: fraction(p.both, p.both + p.only_x + p.only_y),
            steps=lambda p: {"everyone": p.both + p.only_x + p.only_y},
            cues=("all {everyone}", "{everyone} people", "entire survey", "still count everybody"),
        ),
        PlausibleError(
            id="G912-STA-01-B",
            name="part over the other part",
            hint="compares those with both to those with only the first",
            rule=lambda p: fraction(p.both, p.only_x),
            cues=("where did the {both} go", "two separate piles", "both parts", "part to part"),
        ),
    ),
)


# --- combinations --------------------------------------------------------------------------------

_GROUPS = (
    {"whole": "team", "members": "people"},
    {"whole": "committee", "members": "teachers"},
    {"whole": "jury", "members": "citizens"},
    {"whole": "crew", "members": "sailors"},
)


def _chosen_from(rng: random.Random, low: int = 5, high: int = 14) -> dict[str, Any]:
    while True:
        n, k = rng.randint(low, high), rng.randint(2, 4)
        if n not in (2 * k, k + 1, k + 2):
            return {"n": n, "k": k, **rng.choice(_GROUPS)}


def _ordered_steps(p: Parameters) -> dict[str, Any]:
    return {"line": " x ".join(str(p.n - i) for i in range(p.k))}


COMBINATIONS = Family(
    id="comb",
    grade_band="9-12",
    grade="11",
    ccss="HSS-CP.B.9",
    topic="counting",
    mission="count the ways to choose a group",
    vocabulary=("combination", "permutation", "order"),
    sample=_chosen_from,
    larger=lambda rng: _chosen_from(rng, 15, 40),
    statements=(
        "How many ways can a {whole} of {k} be chosen from {n} {members}?",
        "From {n} {members}, a {whole} of {k} is to be chosen. Find the number of possible choices.",
    ),
    stories=(
        "{name} must choose a {whole} of {k} from {n} {members}. All members have the same role. How many choices does {name} have?",
        "There are {n} {members} and room for {k} of them in a {whole} without any ranks. {name} and {friend} wonder how many different ones there could be. How many are there?",
    ),
    reworded=(
        "{n} {members} put their names in a hat, and {k} names are pulled for a {whole} of equals. How many outcomes are possible?",
    ),
    solve=lambda p: integer(comb(p.n, p.k)),
    trace=lambda p: {"ordered choices": perm(p.n, p.k), "orders of one choice": factorial(p.k)},
    elicit=(
        "What makes two choices of a {whole} different from each other?",
        "How would you start a list of all possible choices?",
        "What do the numbers {n} and {k} stand for here?",
        "Could you solve the same question with only a few {members} first?",
    ),
    extend=(
        "How would the count change if one member were the leader?",
        "How many choices are there if a certain person must be in it?",
        "Why is choosing who is in as good as choosing who is out?",
        "What happens to the number of choices if one more candidate shows up?",
    ),
    check=(
        "What does your way give if everybody is chosen, and how many ways are there really?",
        "Can you list all choices for a tiny case and compare with your way?",
        "Does any {whole} show up more than once in your count?",
        "Would you get the same number by counting those who are left out?",
    ),
    repair=(
        "How many {members} can be chosen from?",
        "How many of them does the {whole} need?",
        "Can you name one possible choice, with made-up names?",
        "Does anyone in the {whole} have a special role?",
    ),
    misconceptions=(
        Misconception(
            id="G912-STA-02",
            name="counts orders",
            hint="counts every order of the same members as a new choice",
            rule=lambda p: integer(perm(p.n, p.k)),
            steps=_ordered_steps,
            says=(
                "{line} is {wrong}",
                "there are {n} for the first seat and one less for each seat after that",
                "I multiplied {k} numbers going down from {n}, so {line}",
            ),
            reworded=(
                "the first pick has {n} ways, the next pick one way less, and so on, which gives {wrong}",
                "each place loses one candidate, so it is {line}",
            ),
            cues=(
                "swap*",
                "faces",
                "everyone",
                "at home",
                "pairs",
                "handshake*",
                "juice",
                "both socks",
                "what makes a seat",
                "written twice",
                "reading it backward",
                "side by side on paper",
                "your count make of",
            ),
            turns={
                "elicit": (
                    "Your first factor {n} fills a first seat. What makes a seat in this {whole} the first?",
                    "Suppose your count were a long list of names. Which entries would change by reading it backward?",
                    "Say Kim and Lou are picked, then Lou and Kim. What did your count make of the two?",
                    "Write two choices from your list of {wrong} side by side on paper, with the same names in them. What sets the two apart?",
                ),
                "conflict": (
                    "Choose {n} out of {n}, so that everyone is in. What would your way count, and how many such groups exist?",
                    "Picking {k} to go means picking who stays at home. Does your way give as many groups for those at home?",
                    "Let the members of one {whole} swap chairs. Is that a new {whole}, and how often is it in your {wrong}?",
                    "Photograph each of your {wrong} choices. How many of the photos would show the very same faces?",
                ),
                "simplify": (
                    "With only Kim, Lou and one guest, list the pairs. How many pairs would your way announce?",
                    "When just two people meet, how many handshakes happen, and what does your way say?",
                    "Mix a juice from apple and pear, then from pear and apple. How many drinks does your way count?",
                    "A drawer holds a gray and a white sock, and you take both socks. In how many ways by your count?",
                ),
            },
            source="memory",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-STA-02-A",
            name="lets people repeat",
            hint="lets the same member be chosen again each time",
            rule=lambda p: integer(p.n**p.k),
            cues=("clone", "chosen again", "in two chairs at once", "back into the hat", "picked already"),
        ),
        PlausibleError(
            id="G912-STA-02-B",
            name="multiplies the two numbers",
            hint="multiplies the number of candidates by the size of the group",
            rule=lambda p: integer(p.n * p.k),
            applies_if=lambda p: p.n * p.k not in (comb(p.n, p.k), perm(p.n, p.k)),
            cues=("{n} times {k}", "{k} copies", "{n} groups of {k}", "rows of {k}"),
        ),
    ),
)


# --- independence --------------------------------------------------------------------------------


def _streak(rng: random.Random) -> dict[str, Any]:
    kind = rng.choice(("coin", "die", "spinner"))
    if kind == "coin":
        return {
            "device": "fair coin",
            "thing": kind,
            "event": rng.choice(("heads", "tails")),
            "s": 2,
            "k": rng.randint(2, 9),
        }
    if kind == "die":
        return {
            "device": "fair six-sided die",
            "thing": kind,
            "event": rng.choice(("a two", "a three", "a four", "a five", "a six")),
            "s": 6,
            "k": rng.randint(2, 5),
        }
    s = rng.choice((3, 4, 5, 8, 10))
    return {
        "device": f"spinner with {s} equal parts in {s} colors",
        "thing": kind,
        "event": rng.choice(("red", "blue", "green")),
        "s": s,
        "k": rng.randint(2, 4),
    }


def _streak_steps(p: Parameters) -> dict[str, Any]:
    return {"tries": p.k + 1}


INDEPENDENCE = Family(
    id="gambler",
    grade_band="9-12",
    grade="11",
    ccss="HSS-CP.A.2",
    topic="independence",
    mission="find the probability of the next result after a streak",
    vocabulary=("independent", "probability"),
    sample=_streak,
    statements=(
        "A {device} has landed on {event} {k} times in a row. What is the probability that it lands on {event} next?",
        "A {device} has come up {event} {k} times in a row and is used once more. Find the probability of {event}.",
    ),
    stories=(
        "{name} plays with a {device} and gets {event} {k} times in a row. What is the probability that the next try gives {event} too?",
        "{friend} has just seen a {device} come up {event} {k} times in a row. {name} takes over. How likely is {event} now?",
    ),
    reworded=(
        "A {device} came up {event} on each of its last {k} tries. {name} is about to try again. What chance does {event} have?",
    ),
    solve=lambda p: lowest(Fraction(1, p.s)),
    elicit=(
        "What are all the results that the next try can have?",
        "Which tries are over, and which one is the question about?",
        "What would you say if you had not seen the earlier tries?",
        "Does the {thing} favor any of its results, and how do you know?",
    ),
    extend=(
        "How likely was the whole streak before it began?",
        "What would you conclude if the streak went on for a hundred tries?",
        "How could you test your answer with many recorded tries?",
        "Can you think of events where the past does change the next chance?",
    ),
    check=(
        "Do the chances of all possible next results add up to 1 in your way?",
        "Would your number be another one if the streak had been on a different {thing}?",
        "How would your way treat a {thing} that nobody has used yet?",
        "Does your number describe one try or several tries?",
    ),
    repair=(
        "How often has {event} come up so far?",
        "What could come up next, besides {event}?",
        "Is the question about tries in the past or about one to come?",
        "What thing is being used here?",
    ),
    misconceptions=(
        Misconception(
            id="G912-STA-03",
            name="probability of the whole run",
            hint="gives the probability of the whole run, with the results that are over",
            rule=lambda p: fraction(1, p.s ** (p.k + 1)),
            steps=_streak_steps,
            says=(
                "{tries} times {event} in a row has the chance {wrong}",
                "I multiplied 1/{s} by itself for all {tries} tries",
                "it is really rare to get {event} {tries} times",
            ),
            reworded=(
                "a run of {tries} is much less likely than a single one",
                "every try makes the chance smaller, and there are {tries} of them",
            ),
            cues=(
                "still open",
                "bet",
                "remember*",
                "already happened",
                "is left for",
                "stranger",
                "brand-new",
                "among those",
                "yesterday",
                "casino",
                "novel",
                "another town",
                "newspaper",
            ),
            turns={
                "elicit": (
                    "Your {wrong} is about {tries} results. Which of them are still open at this point?",
                    "At what moment would a player have to place a bet for {wrong} to describe it?",
                    "In what way could the {thing} remember its last {k} results?",
                    "Your {wrong} has a factor for each earlier result. How uncertain is something that has already happened?",
                ),
                "conflict": (
                    "If {event} has {wrong}, how much is left for the other results, and is the {thing} still fair then?",
                    "A stranger comes in and knows nothing of the streak. Would this stranger name {wrong} for the next try?",
                    "Put the {thing} away and take a brand-new one. Why would the chance of {event} jump because of that?",
                    "Collect a million streaks of {k} times {event}. Among those, how often does {event} follow, compared with {wrong}?",
                ),
                "analog": (
                    "Someone used the {thing} yesterday and had a streak. How does {wrong} depend on whether that was yesterday or today?",
                    "At one casino table a streak just ended, at another nobody has played. In what way would the chances differ, if at all?",
                    "You open a novel at random and land on page 80, by luck. Does the novel avoid that page the next time?",
                    "Suppose the streak of {k} took place in another town. Should your own first try there get the chance {wrong}?",
                ),
            },
            source="memory (gambler's fallacy)",
        ),
    ),
    plausible=(
        PlausibleError(
            id="G912-STA-03-A",
            name="probability of the streak so far",
            hint="gives the probability of the streak so far",
            rule=lambda p: fraction(1, p.s**p.k),
            cues=("forgot the last", "one result short", "stops before", "the {k} behind you"),
        ),
        PlausibleError(
            id="G912-STA-03-B",
            name="takes the result as used up",
            hint="thinks the result is half as likely now because it came up so often",
            rule=lambda p: fraction(1, 2 * p.s),
            cues=("tired", "worn", "used up", "its turn", "owe*", "make up for"),
        ),
    ),
)


FAMILIES: tuple[Family, ...] = (CONDITIONAL, COMBINATIONS, INDEPENDENCE)
