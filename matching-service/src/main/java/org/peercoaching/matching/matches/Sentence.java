package org.peercoaching.matching.matches;

import java.util.Map;

/**
 * One thing that a participant is told.
 *
 * @param code names what is said, for pages that say it in another language
 * @param values what it says it with: ids, codes and numbers
 * @param text in plain English
 */
record Sentence(String code, Map<String, Object> values, String text) {

    static Sentence of(Phrase phrase, Map<String, Object> values) {
        return new Sentence(phrase.code(), values, English.say(phrase, values));
    }
}
