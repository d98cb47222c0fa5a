package org.peercoaching.matching.engine.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.WeekTime;

/** The hard rules that hold whatever the score. The cheapest questions are asked first. */
final class Rules {

    private final List<Candidate> people;
    private final Profiles profiles;
    private final Policy policy;

    Rules(List<Candidate> people, Profiles profiles, Policy policy) {
        this.people = people;
        this.profiles = profiles;
        this.policy = policy;
    }

    /** The first rule that forbids a pair; null where none does. */
    @Nullable Rule forbidding(int one, int other) {
        if (!shareLanguage(one, other)) {
            return Rule.NO_COMMON_LANGUAGE;
        }
        if (levelDistance(one, other) > policy.levelDistance()) {
            return Rule.LEVEL_DISTANCE;
        }
        if (contains(profiles.superiors(one), other) || contains(profiles.superiors(other), one)) {
            return Rule.REPORTING_LINE;
        }
        if (!policy.sameUnit() && profiles.unit(one) == profiles.unit(other)) {
            return Rule.SAME_UNIT;
        }
        if (contains(profiles.keptApart(one), other) || contains(profiles.keptApart(other), one)) {
            return Rule.KEPT_APART;
        }
        return commonMinutes(one, other) < policy.commonMinutes() ? Rule.NO_COMMON_TIME : null;
    }

    private boolean shareLanguage(int one, int other) {
        for (int mine : profiles.languages(one)) {
            for (int theirs : profiles.languages(other)) {
                if (mine == theirs) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(int[] sorted, int wanted) {
        for (int each : sorted) {
            if (each >= wanted) {
                return each == wanted;
            }
        }
        return false;
    }

    long time(int person, int word) {
        return profiles.time(person, word);
    }

    long languages(int person, int word) {
        long bits = 0;
        for (int language : profiles.languages(person)) {
            if (language / Long.SIZE == word) {
                bits |= 1L << language;
            }
        }
        return bits;
    }

    int languageWords() {
        return (profiles.languages() + Long.SIZE - 1) / Long.SIZE;
    }

    int levelDistance(int one, int other) {
        return Math.abs(profiles.level(one) - profiles.level(other));
    }

    int commonMinutes(int one, int other) {
        int quarters = 0;
        for (int word = 0; word < Profiles.WEEK_WORDS; word++) {
            quarters += Long.bitCount(profiles.time(one, word) & profiles.time(other, word));
        }
        return WeekTime.QUARTER * quarters;
    }

    int commonMinutes(int[] members) {
        return Arrays.stream(members)
                .mapToObj(member -> people.get(member).time())
                .reduce(WeekTime::and)
                .map(WeekTime::minutes)
                .orElse(0);
    }

    /** The languages that all members have, in the order the first one likes them. */
    List<String> commonLanguages(int[] members) {
        return people.get(members[0]).languages().stream()
                .filter(language ->
                        IntStream.of(members)
                                .allMatch(member ->
                                        people.get(member).languages().contains(language)))
                .toList();
    }

    boolean canMeet(int[] members) {
        return !commonLanguages(members).isEmpty()
                && commonMinutes(members) >= policy.commonMinutes();
    }
}
