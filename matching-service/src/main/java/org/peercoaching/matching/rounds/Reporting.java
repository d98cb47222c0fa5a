package org.peercoaching.matching.rounds;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.Help;

/** Writes the report of a round. */
final class Reporting {

    private static final int[] AVAILABILITY = {120, 300, 600, 1_200, 10_081};

    private static final Comparator<String> NAMES = Comparator.naturalOrder();

    /** Larger numbers are not shorter. */
    private static final Comparator<String> NUMBERS =
            Comparator.comparing(String::length).thenComparing(NAMES);

    private final Findings findings;
    private final Map<String, Candidate> candidates;

    private Reporting(Findings findings) {
        this.findings = findings;
        this.candidates = HashMap.newHashMap(findings.people());
        people().forEach(person -> {
            Candidate candidate = findings.entry(person).candidate();
            if (candidate != null) {
                candidates.put(candidate.id(), candidate);
            }
        });
    }

    static Report of(Findings findings) {
        return new Reporting(findings).report();
    }

    private IntStream people() {
        return IntStream.range(0, findings.people());
    }

    private Report report() {
        List<Group> groups = findings.matching().groups();
        long bound = findings.matching().bound();
        long missed = bound - findings.matching().weight();
        return new Report(
                findings.people(),
                Share.of(people().filter(this::matched).count(), findings.people()),
                scores(),
                findings.matching().gap(),
                bound == 0 ? 0 : Math.round(1e6 * missed / bound) / 1e4,
                Share.of(groups.stream().filter(Reporting::reciprocal).count(), groups.size()),
                (int) groups.stream().filter(this::repeated).count(),
                Share.of(groups.stream().filter(this::acrossUnits).count(), groups.size()),
                new Chance(candidates.values()).acrossUnits(groups),
                parts(entry -> levelOf(entry.candidate()), NUMBERS),
                parts(entry -> top(entry.seat().unit()), NAMES),
                parts(Entry::zone, NAMES),
                parts(entry -> availability(entry.candidate()), NUMBERS));
    }

    private boolean matched(int person) {
        return findings.groupOf(person) != null;
    }

    private int score(int person) {
        Group group = findings.groupOf(person);
        return group == null ? 0 : group.fit().mean(group.members().size());
    }

    private Report.@Nullable Scores scores() {
        int[] sorted = people().filter(this::matched).map(this::score).sorted().toArray();
        if (sorted.length == 0) {
            return null;
        }
        return new Report.Scores(
                (int) Arrays.stream(sorted).average().orElseThrow(),
                quantile(sorted, 50),
                sorted[0],
                IntStream.rangeClosed(1, 9)
                        .mapToObj(tenth -> quantile(sorted, 10 * tenth))
                        .toList());
    }

    /** The least score that so many percent do not surpass. */
    private static int quantile(int[] sorted, int percent) {
        return sorted[(int) Math.max(0, ((long) sorted.length * percent + 99) / 100 - 1)];
    }

    /** Whether everybody helps somebody, and is helped. */
    private static boolean reciprocal(Group group) {
        Set<String> givers = new HashSet<>();
        Set<String> receivers = new HashSet<>();
        for (Help help : group.fit().help()) {
            givers.add(help.giver());
            receivers.add(help.receiver());
        }
        return givers.containsAll(group.members()) && receivers.containsAll(group.members());
    }

    private boolean repeated(Group group) {
        return members(group)
                .anyMatch(one -> group.members().stream().anyMatch(one.keptApart()::contains));
    }

    private boolean acrossUnits(Group group) {
        return members(group).map(Candidate::unit).distinct().count() > 1;
    }

    private Stream<Candidate> members(Group group) {
        return group.members().stream().map(candidates::get);
    }

    private List<Report.Part> parts(
            Function<Entry, @Nullable String> name, Comparator<String> order) {
        Map<String, Sum> sums = new TreeMap<>(order);
        people().forEach(person -> {
            String part = name.apply(findings.entry(person));
            if (part != null) {
                sums.computeIfAbsent(part, any -> new Sum()).add(matched(person), score(person));
            }
        });
        return sums.entrySet().stream()
                .filter(part -> part.getValue().people >= Report.SMALLEST_PART)
                .map(part -> part.getValue().part(part.getKey()))
                .toList();
    }

    /** What comes together in a part. */
    private static final class Sum {

        private int people;
        private int matched;
        private long points;

        private void add(boolean isMatched, int score) {
            people++;
            matched += isMatched ? 1 : 0;
            points += score;
        }

        private Report.Part part(String name) {
            return new Report.Part(
                    name,
                    people,
                    Share.of(matched, people),
                    matched == 0 ? null : (int) (points / matched));
        }
    }

    private static @Nullable String levelOf(@Nullable Candidate candidate) {
        return candidate == null ? null : Integer.toString(candidate.level());
    }

    private static String top(String unit) {
        int end = unit.indexOf('/', 1);
        return end < 0 ? unit : unit.substring(0, end);
    }

    /** Such as {@code 120-299} for two hours to less than five. */
    private static @Nullable String availability(@Nullable Candidate candidate) {
        if (candidate == null) {
            return null;
        }
        int minutes = candidate.time().minutes();
        int from = 0;
        for (int limit : AVAILABILITY) {
            if (minutes < limit) {
                return from + "-" + (limit - 1);
            }
            from = limit;
        }
        throw new IllegalStateException("A week has more minutes than it has");
    }
}
