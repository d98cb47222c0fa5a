package org.peercoaching.participant.goal;

import java.util.List;
import java.util.stream.IntStream;
import org.peercoaching.kit.encryption.Sealed;
import org.peercoaching.kit.encryption.Words;
import org.springframework.stereotype.Component;

/** Seals and opens the words of goals; they open only in their own place of their own goal. */
@Component
class GoalWords {

    private final Words words;

    GoalWords(Words words) {
        this.words = words;
    }

    /** Words in the clear; a text is empty where its author's key was destroyed. */
    record Plain(String title, String measure, List<String> steps) {}

    SealedWords seal(String goalId, String author, Plain plain) {
        return new SealedWords(
                words.seal(author, place(goalId, "title"), plain.title()),
                words.seal(author, place(goalId, "measure"), plain.measure()),
                IntStream.range(0, plain.steps().size())
                        .mapToObj(i -> words.seal(author, step(goalId, i), plain.steps().get(i)))
                        .toList());
    }

    Plain open(String goalId, SealedWords sealed) {
        return new Plain(
                open(place(goalId, "title"), sealed.title()),
                open(place(goalId, "measure"), sealed.measure()),
                IntStream.range(0, sealed.steps().size())
                        .mapToObj(i -> open(step(goalId, i), sealed.steps().get(i)))
                        .toList());
    }

    private String open(String place, Sealed sealed) {
        return words.open(sealed, place).orElse("");
    }

    private static String step(String goalId, int index) {
        return place(goalId, "step:" + (index + 1));
    }

    private static String place(String goalId, String part) {
        return "goal:" + goalId + ":" + part;
    }
}
