package org.peercoaching.local.demonstration.plan;

import java.util.List;
import java.util.stream.Stream;

/** What people of the demonstration write. */
public final class Phrases {

    private static final List<String> MEASURES =
            List.of(
                    "Three colleagues say within the quarter that they notice the difference.",
                    "I do it in four situations out of five, and note each of them.",
                    "My team needs one meeting less a week because of it.",
                    "I can show two examples from my own work that went well.",
                    "In the next team survey the answer to this question is one point better.");

    private static final List<String> ACTIONS =
            List.of(
                    "Watch a colleague who is good at it",
                    "Try it in the next team meeting",
                    "Ask two people what they noticed",
                    "Write down what went well, and what did not",
                    "Read one good text about it",
                    "Prepare the next occasion together with my partner",
                    "Do it once without preparing",
                    "Tell the team what I learnt");

    private static final List<String> PROMISES =
            List.of(
                    "Talk to my manager about it before we meet again.",
                    "Try the question technique in my next one-to-one.",
                    "Send the draft to my partner.",
                    "Keep one morning a week free of meetings.",
                    "Ask for feedback after the presentation.");

    private static final List<String> FEEDBACK =
            List.of(
                    "You gave me time to think; that helped most.",
                    "The question about what I avoid stayed with me all week.",
                    "I would have liked a little more challenge towards the end.",
                    "Thank you for being so well prepared.",
                    "We lost the thread in the middle; let us begin with one topic.",
                    "You summed up very clearly what I had been circling around.");

    private static final String GOAL = "Grow in ";

    private Phrases() {}

    /** All of them, of goals how they begin: where else than at their owner's are they found? */
    public static Stream<String> all() {
        return Stream.of(List.of(GOAL), MEASURES, ACTIONS, PROMISES, FEEDBACK)
                .flatMap(List::stream);
    }

    static String goal(String skill) {
        return GOAL + skill.replace('-', ' ');
    }

    static String measure(Dice dice) {
        return dice.any(MEASURES);
    }

    /** Two to four of them. */
    static List<String> actions(Dice dice) {
        int from = dice.between(0, ACTIONS.size() - 4);
        return ACTIONS.subList(from, from + dice.between(2, 4));
    }

    static String promise(Dice dice) {
        return dice.any(PROMISES);
    }

    static String feedback(Dice dice) {
        return dice.any(FEEDBACK);
    }
}
