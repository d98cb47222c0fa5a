package org.peercoaching.matching.engine.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Help;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Terms;
import org.peercoaching.matching.engine.WeekTime;

/**
 * The candidates of a round as numbers, in an order that only their ids and the seed decide, with
 * the hard rules and the score of every pair. All of it is symmetric. It never changes, and any
 * number of threads may ask.
 */
public final class Cohort {

    /** The weight that each round of waiting adds to a person, in points. */
    private static final int BONUS_OF_A_ROUND = 2_000;

    private static final int MOST_ROUNDS = 5;

    private final List<Candidate> people;
    private final Policy policy;
    private final Profiles profiles;
    private final Points points;
    private final Rules rules;
    private final Scorer scorer;
    private final boolean judged;
    private final Terms least;
    private final int[] bonus;

    private Cohort(List<Candidate> people, Policy policy) {
        this.people = people;
        this.policy = policy;
        this.profiles = new Profiles(people, indices(people), policy);
        this.points = new Points(policy);
        this.rules = new Rules(people, profiles, policy);
        this.scorer = new Scorer(profiles, points, rules);
        this.least = policy.strengths().least();
        this.judged = policy.minimumScore() > 0 || least.sum() > 0;
        this.bonus =
                people.stream()
                        .mapToInt(one -> BONUS_OF_A_ROUND * Math.min(one.waited(), MOST_ROUNDS))
                        .toArray();
    }

    /**
     * A cohort.
     *
     * @param candidates with distinct ids, in any order
     * @param seed decides between matchings that are equally good
     * @throws IllegalArgumentException if two candidates have the same id
     */
    public static Cohort of(Collection<Candidate> candidates, Policy policy, long seed) {
        List<Candidate> people = new ArrayList<>(candidates);
        people.sort(Comparator.comparing(Candidate::id));
        Collections.shuffle(people, new Random(seed));
        return new Cohort(List.copyOf(people), policy);
    }

    /** Some of the people: those whose index is a multiple of a number, in the same order. */
    public Cohort every(int nth) {
        return new Cohort(
                IntStream.range(0, Math.ceilDiv(size(), nth))
                        .mapToObj(i -> people.get(nth * i))
                        .toList(),
                policy);
    }

    private static Map<String, Integer> indices(List<Candidate> people) {
        Map<String, Integer> indices = HashMap.newHashMap(people.size());
        for (int i = 0; i < people.size(); i++) {
            if (indices.put(people.get(i).id(), i) != null) {
                throw new IllegalArgumentException("Two candidates have the same id");
            }
        }
        return indices;
    }

    /** How many people there are. */
    public int size() {
        return people.size();
    }

    /** What the program asks of its matches. */
    public Policy policy() {
        return policy;
    }

    /** The people as numbers. */
    public Profiles profiles() {
        return profiles;
    }

    /** How many points the policy gives for what. */
    public Points points() {
        return points;
    }

    /** A person by index, 0 to {@link #size()} - 1. */
    public Candidate person(int index) {
        return people.get(index);
    }

    /** The first rule that forbids a pair; null where it is allowed. */
    public @Nullable Rule forbidding(int one, int other) {
        Rule rule = rules.forbidding(one, other);
        if (rule != null || !judged) {
            return rule;
        }
        Terms terms = scorer.terms(one, other);
        if (!terms.reaches(least)) {
            return Rule.MANDATORY_CRITERION;
        }
        return terms.sum() < policy.minimumScore() ? Rule.MINIMUM_SCORE : null;
    }

    /** Whether a pair may be forbidden because of its score. */
    public boolean isJudged() {
        return judged;
    }

    /**
     * What an allowed pair weighs in a matching, in half points (a trio's weight is half the sum of
     * its pairs'): coverage bonus, score, and a bonus for rounds that its members waited in vain; 0
     * where a rule forbids the pair.
     */
    public int weight(int one, int other) {
        if (rules.forbidding(one, other) != null) {
            return 0;
        }
        int score = scorer.score(one, other);
        return judged && !reaches(one, other, score)
                ? 0
                : 2 * (policy.priority().bonus() + score + bonus[one] + bonus[other]);
    }

    private boolean reaches(int one, int other, int score) {
        return score >= policy.minimumScore()
                && (least.sum() == 0 || scorer.terms(one, other).reaches(least));
    }

    /**
     * What three people weigh together who, each two of them, may be matched, in half points: half
     * the sum of their pairs; 0 where they may not, or cannot meet all together.
     */
    public int weight(int one, int other, int third) {
        int first = weight(one, other);
        int second = first == 0 ? 0 : weight(one, third);
        int last = second == 0 ? 0 : weight(other, third);
        return last == 0 || !canMeet(one, other, third) ? 0 : (first + second + last) / 2;
    }

    /** What a person's waiting adds to the weight of any pair with them, in half points. */
    public int bonus(int index) {
        return 2 * bonus[index];
    }

    /** The score of a pair, 0 to 10,000, whether it is allowed or not. */
    public int score(int one, int other) {
        return scorer.score(one, other);
    }

    /** What the score of a pair is made of. */
    public Terms terms(int one, int other) {
        return scorer.terms(one, other);
    }

    /** Whether people have a language and enough time that all of them share. */
    public boolean canMeet(int... members) {
        return rules.canMeet(members);
    }

    /** Whether no rule but those of the score forbids a pair: what members of a circle need. */
    public boolean mayMeet(int one, int other) {
        return rules.forbidding(one, other) == null;
    }

    /** One of the {@link WeekTime#WORDS} words of the quarter hours in which a person has time. */
    public long time(int person, int word) {
        return rules.time(person, word);
    }

    /** One of the {@link #languageWords()} words of a person's languages, a bit for each. */
    public long languages(int person, int word) {
        return rules.languages(person, word);
    }

    /** How many words the languages of one person take. */
    public int languageWords() {
        return rules.languageWords();
    }

    /** How well the members of a match fit, and why; in the order in which they are given. */
    public Fit fit(int... members) {
        Terms sum = Terms.NONE;
        List<Help> help = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                sum = sum.plus(scorer.terms(members[i], members[j]));
                addHelp(help, members[i], members[j]);
                addHelp(help, members[j], members[i]);
            }
        }
        Terms terms = sum.dividedBy(members.length - 1);
        return new Fit(
                terms.sum(),
                terms,
                help,
                rules.commonMinutes(members),
                rules.commonLanguages(members));
    }

    private void addHelp(List<Help> help, int giver, int receiver) {
        Map<String, Integer> strengths = person(giver).strengths();
        List<String> skills =
                person(receiver).growthAreas().stream()
                        .filter(area -> strengths.getOrDefault(area.skill(), 0) > area.level())
                        .map(Candidate.GrowthArea::skill)
                        .toList();
        if (!skills.isEmpty()) {
            help.add(new Help(person(giver).id(), person(receiver).id(), skills));
        }
    }
}
