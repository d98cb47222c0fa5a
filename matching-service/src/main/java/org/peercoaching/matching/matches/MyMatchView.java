package org.peercoaching.matching.matches;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Help;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.people.Person;

/**
 * A match as one of its members sees it.
 *
 * @param partners participant ids of the others
 * @param score the sum of the terms
 * @param youGive what the member can help partners with
 * @param youGet what partners can help the member with
 * @param declinableUntil until when each member may decline it
 * @param endedAt null while the partners coach each other
 * @param sentences why it was made, in plain words
 */
record MyMatchView(
        String matchId,
        String programId,
        String relationshipId,
        List<String> partners,
        int score,
        MyTerms terms,
        List<Gift> youGive,
        List<Gift> youGet,
        int commonMinutes,
        List<String> languages,
        Instant matchedAt,
        Instant declinableUntil,
        Status status,
        @Nullable Instant endedAt,
        List<Sentence> sentences) {

    /** Whether the members are still matched. */
    enum Status {
        OPEN,
        DECLINED,
        ENDED
    }

    /** What goes from the member to a partner, or back. */
    record Gift(String partner, List<String> skills) {}

    /**
     * What the score is made of, in points.
     *
     * @param circumstances levels, org units and ways to meet together: apart from the others, the
     *     points for levels would tell a partner's level
     */
    record MyTerms(
            int reciprocalHelp, int sharedTime, int language, int focusSkills, int circumstances) {

        static MyTerms of(Terms terms) {
            return new MyTerms(
                    terms.reciprocalHelp(),
                    terms.sharedTime(),
                    terms.language(),
                    terms.focusSkills(),
                    terms.equality() + terms.method() + terms.newTies());
        }

        /** The names of the two with most points. */
        private List<String> most() {
            return Map.of(
                            "reciprocalHelp", reciprocalHelp,
                            "sharedTime", sharedTime,
                            "language", language,
                            "focusSkills", focusSkills,
                            "circumstances", circumstances)
                    .entrySet()
                    .stream()
                    .filter(term -> term.getValue() > 0)
                    .sorted(
                            Comparator.comparing(
                                            (Map.Entry<String, Integer> term) -> -term.getValue())
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .limit(2)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    static MyMatchView of(String participantId, MyMatches.Mine mine) {
        Match match = mine.match();
        Person.Tie tie = mine.tie();
        List<Gift> give = new ArrayList<>();
        List<Gift> get = new ArrayList<>();
        for (Help help : match.fit().help()) {
            if (help.giver().equals(participantId)) {
                give.add(new Gift(help.receiver(), help.skills()));
            } else if (help.receiver().equals(participantId)) {
                get.add(new Gift(help.giver(), help.skills()));
            }
        }
        MyTerms terms = MyTerms.of(match.fit().terms());
        Match.@Nullable Ending ending = match.ending();
        return new MyMatchView(
                match.matchId(),
                match.programId(),
                match.relationshipId(),
                tie.partners(),
                match.fit().score(),
                terms,
                give,
                get,
                match.fit().commonMinutes(),
                match.fit().languages(),
                match.matchedAt(),
                match.declinableUntil(),
                status(ending, tie),
                ending == null ? tie.endedAt() : ending.at(),
                sentences(give, get, match, terms));
    }

    private static Status status(Match.@Nullable Ending ending, Person.Tie tie) {
        if (ending == null) {
            return tie.open() ? Status.OPEN : Status.ENDED;
        }
        return ending.how() == Match.How.DECLINED ? Status.DECLINED : Status.ENDED;
    }

    private static List<Sentence> sentences(
            List<Gift> give, List<Gift> get, Match match, MyTerms terms) {
        List<Sentence> sentences = new ArrayList<>();
        boolean pair = match.members().size() == 2;
        give.forEach(gift ->
                sentences.add(sentence(pair ? Phrase.YOU_GIVE : Phrase.YOU_GIVE_ONE, gift)));
        get.forEach(
                gift -> sentences.add(sentence(pair ? Phrase.YOU_GET : Phrase.YOU_GET_ONE, gift)));
        sentences.add(
                Sentence.of(Phrase.TIME_IN_COMMON, Map.of("minutes", match.fit().commonMinutes())));
        sentences.add(
                Sentence.of(
                        Phrase.LANGUAGES_IN_COMMON, Map.of("languages", match.fit().languages())));
        List<String> most = terms.most();
        if (!most.isEmpty()) {
            sentences.add(Sentence.of(Phrase.COUNTED_MOST, Map.of("terms", most)));
        }
        return sentences;
    }

    private static Sentence sentence(Phrase phrase, Gift gift) {
        return Sentence.of(phrase, Map.of("partner", gift.partner(), "skills", gift.skills()));
    }
}
