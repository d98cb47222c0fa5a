package org.peercoaching.matching.engine.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.WeekTime;

/** The hard rules that hold whatever the score. The cheapest questions are asked first. */
final class Rules {

    private static final int WEEK_WORDS = 11;

    private final List<Candidate> people;
    private final Policy policy;
    private final int languageWords;
    private final long[] languages;
    private final byte[] levels;
    private final int[] units;
    private final long[] time;
    private final int[][] superiors;
    private final int[][] keptApart;

    Rules(List<Candidate> people, Map<String, Integer> indices, Policy policy) {
        this.people = people;
        this.policy = policy;
        Map<String, Integer> tongues = numbered(people.stream().flatMap(p -> p.languages().stream()));
        this.languageWords = tongues.size() / Long.SIZE + 1;
        this.languages = new long[people.size() * languageWords];
        this.levels = new byte[people.size()];
        this.units = new int[people.size()];
        this.time = new long[people.size() * WEEK_WORDS];
        this.superiors = new int[people.size()][];
        this.keptApart = new int[people.size()][];
        Map<String, Integer> unitNumbers = numbered(people.stream().map(Candidate::unit));
        for (int i = 0; i < people.size(); i++) {
            Candidate person = people.get(i);
            for (String language : person.languages()) {
                int number = tongues.getOrDefault(language, 0);
                languages[i * languageWords + number / Long.SIZE] |= 1L << number;
            }
            levels[i] = (byte) person.level();
            units[i] = unitNumbers.getOrDefault(person.unit(), 0);
            System.arraycopy(person.time().toWords(), 0, time, i * WEEK_WORDS, WEEK_WORDS);
            superiors[i] = known(person.superiors(), indices);
            keptApart[i] = known(person.keptApart(), indices);
        }
    }

    private static Map<String, Integer> numbered(Stream<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
        return numbers;
    }

    private static int[] known(Set<String> ids, Map<String, Integer> indices) {
        return ids.stream()
                .filter(indices::containsKey)
                .mapToInt(id -> indices.getOrDefault(id, -1))
                .sorted()
                .toArray();
    }

    /** The first rule that forbids a pair; null where none does. */
    @Nullable Rule forbidding(int one, int other) {
        if (!shareLanguage(one, other)) {
            return Rule.NO_COMMON_LANGUAGE;
        }
        if (Math.abs(levels[one] - levels[other]) > policy.levelDistance()) {
            return Rule.LEVEL_DISTANCE;
        }
        if (contains(superiors[one], other) || contains(superiors[other], one)) {
            return Rule.REPORTING_LINE;
        }
        if (!policy.sameUnit() && units[one] == units[other]) {
            return Rule.SAME_UNIT;
        }
        if (contains(keptApart[one], other) || contains(keptApart[other], one)) {
            return Rule.KEPT_APART;
        }
        return commonMinutes(one, other) < policy.commonMinutes() ? Rule.NO_COMMON_TIME : null;
    }

    private boolean shareLanguage(int one, int other) {
        for (int word = 0; word < languageWords; word++) {
            if ((languages[one * languageWords + word] & languages[other * languageWords + word])
                    != 0) {
                return true;
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
        return time[person * WEEK_WORDS + word];
    }

    long languages(int person, int word) {
        return languages[person * languageWords + word];
    }

    int languageWords() {
        return languageWords;
    }

    int levelDistance(int one, int other) {
        return Math.abs(levels[one] - levels[other]);
    }

    int commonMinutes(int one, int other) {
        int quarters = 0;
        int first = one * WEEK_WORDS;
        int second = other * WEEK_WORDS;
        for (int word = 0; word < WEEK_WORDS; word++) {
            quarters += Long.bitCount(time[first + word] & time[second + word]);
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
        return shareLanguage(members) && commonMinutes(members) >= policy.commonMinutes();
    }

    private boolean shareLanguage(int[] members) {
        for (int word = 0; word < languageWords; word++) {
            long shared = -1;
            for (int member : members) {
                shared &= languages[member * languageWords + word];
            }
            if (shared != 0) {
                return true;
            }
        }
        return false;
    }
}
