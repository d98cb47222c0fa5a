package org.peercoaching.matching.engine.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * The best matching of a small cohort, pairs and a trio in each part, by trying everything. Its
 * certificate is honest and loose: half of everybody's heaviest pair.
 */
final class Optimum {

    private final Task task;
    private final Cohort cohort;

    /** Those not locked, in the order of their ids. */
    private final int[] free;

    private final int[] parts;
    private final Map<List<Integer>, Long> best = new HashMap<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private Optimum(Task task) {
        this.task = task;
        this.cohort = Cohort.of(task.candidates(), task.policy(), task.seed());
        List<String> locked = task.locked().stream().flatMap(List::stream).toList();
        this.free =
                IntStream.range(0, cohort.size())
                        .boxed()
                        .filter(index -> !locked.contains(cohort.person(index).id()))
                        .sorted(Comparator.comparing(index -> cohort.person(index).id()))
                        .mapToInt(index -> index)
                        .toArray();
        this.parts = IntStream.range(0, free.length).toArray();
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < i; j++) {
                if (weight(i, j) > 0 && parts[i] != parts[j]) {
                    int from = parts[j];
                    int to = parts[i];
                    Arrays.setAll(parts, k -> parts[k] == from ? to : parts[k]);
                }
            }
        }
    }

    static Matching of(Task task) {
        return new Optimum(task).matching();
    }

    private int weight(int one, int other) {
        return cohort.weight(free[one], free[other]);
    }

    private Matching matching() {
        long weight = best(0, 0);
        follow();
        groups.addAll(task.locked().stream().map(one -> one.stream().sorted().toList()).toList());
        groups.sort(Comparator.comparing(List::getFirst));
        long[] values =
                IntStream.range(0, free.length).mapToLong(i -> (heaviest(i) + 1L) / 2).toArray();
        return new Matching(
                groups.stream().map(this::group).toList(),
                leftOut.stream().sorted().map(this::leftOut).toList(),
                weight,
                LongStream.of(values).sum(),
                new Certificate(values, List.of(), LongStream.of(values).sum()),
                List.of(),
                1,
                true);
    }

    private int heaviest(int one) {
        return IntStream.range(0, free.length)
                .filter(other -> other != one)
                .map(other -> weight(one, other))
                .max()
                .orElse(0);
    }

    private long best(int used, int trios) {
        int first = Integer.numberOfTrailingZeros(~used);
        if (first >= free.length) {
            return 0;
        }
        Long known = best.get(List.of(used, trios));
        if (known != null) {
            return known;
        }
        long most = best(used | 1 << first, trios);
        for (Choice choice : choices(first, used, trios)) {
            most = Math.max(most, choice.weight + best(used | choice.people, trios | choice.trio));
        }
        best.put(List.of(used, trios), most);
        return most;
    }

    private record Choice(long weight, int people, int trio) {}

    private List<Choice> choices(int first, int used, int trios) {
        List<Choice> choices = new ArrayList<>();
        for (int second = first + 1; second < free.length; second++) {
            if ((used >> second & 1) == 1 || weight(first, second) == 0) {
                continue;
            }
            int pair = 1 << first | 1 << second;
            choices.add(new Choice(weight(first, second), pair, 0));
            int trio = 1 << parts[first];
            for (int third = second + 1; third < free.length; third++) {
                int weight = cohort.weight(free[first], free[second], free[third]);
                if ((used >> third & 1) == 0 && weight > 0 && (trios & trio) == 0) {
                    choices.add(new Choice(weight, pair | 1 << third, trio));
                }
            }
        }
        return choices;
    }

    private void follow() {
        int used = 0;
        int trios = 0;
        while (used != (1 << free.length) - 1) {
            int first = Integer.numberOfTrailingZeros(~used);
            long most = best(used, trios);
            int before = used;
            int triosBefore = trios;
            Choice taken =
                    choices(first, used, trios).stream()
                            .filter(choice ->
                                    choice.weight
                                                    + best(
                                                            before | choice.people,
                                                            triosBefore | choice.trio)
                                            == most)
                            .findFirst()
                            .orElse(new Choice(0, 1 << first, 0));
            used |= taken.people;
            trios |= taken.trio;
            List<String> members =
                    IntStream.range(0, free.length)
                            .filter(i -> (taken.people >> i & 1) == 1)
                            .mapToObj(i -> cohort.person(free[i]).id())
                            .toList();
            if (members.size() > 1) {
                groups.add(members);
            } else {
                leftOut.addAll(members);
            }
        }
    }

    private int index(String id) {
        return IntStream.range(0, cohort.size())
                .filter(index -> cohort.person(index).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Group group(List<String> members) {
        return Forge.group(cohort, members);
    }

    private LeftOut leftOut(String id) {
        Map<Rule, Integer> forbidden = new EnumMap<>(Rule.class);
        int possible = 0;
        for (int other : free) {
            Rule rule = other == index(id) ? null : cohort.forbidding(index(id), other);
            if (rule != null) {
                forbidden.merge(rule, 1, Integer::sum);
            } else if (other != index(id)) {
                possible++;
            }
        }
        return new LeftOut(id, free.length - 1, forbidden, possible);
    }
}
