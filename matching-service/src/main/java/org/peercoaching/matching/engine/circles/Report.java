package org.peercoaching.matching.engine.circles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.score.Cohort;

/** What came out, in names and with reasons. */
final class Report {

    private final Roster roster;
    private final Cohort cohort;
    private final ForkJoinPool threads;

    Report(Roster roster, ForkJoinPool threads) {
        this.roster = roster;
        this.cohort = roster.cohort();
        this.threads = threads;
    }

    List<Group> groups(List<int[]> circles) {
        List<int[]> all = new ArrayList<>(roster.locked());
        all.addAll(circles);
        return threads.submit(() ->
                        all.parallelStream()
                                .map(this::group)
                                .sorted(Comparator.comparing(g -> g.members().getFirst()))
                                .toList())
                .join();
    }

    private Group group(int[] people) {
        int[] members =
                IntStream.of(people)
                        .boxed()
                        .sorted(Comparator.comparing(i -> cohort.person(i).id()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<Group.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < members.length && members.length > 2; i++) {
            for (int j = i + 1; j < members.length; j++) {
                int[] two = {members[i], members[j]};
                pairs.add(new Group.Pair(ids(two), cohort.fit(two)));
            }
        }
        return new Group(ids(members), cohort.fit(members), List.copyOf(pairs));
    }

    private List<String> ids(int[] members) {
        return IntStream.of(members).mapToObj(i -> cohort.person(i).id()).toList();
    }

    List<LeftOut> leftOut(Arrangement arrangement) {
        int[] people =
                IntStream.of(roster.open())
                        .filter(person -> arrangement.circleOf(person) == Arrangement.NONE)
                        .toArray();
        return threads.submit(
                        () -> IntStream.of(people).parallel().mapToObj(this::leftOut).toList())
                .join();
    }

    private LeftOut leftOut(int person) {
        Map<Rule, Integer> forbidden = new EnumMap<>(Rule.class);
        int possible = 0;
        for (int other : roster.open()) {
            if (other != person) {
                Rule rule = cohort.forbidding(person, other);
                if (rule == null || isJudgedAsAWhole(rule)) {
                    possible++;
                } else {
                    forbidden.merge(rule, 1, Integer::sum);
                }
            }
        }
        return new LeftOut(
                cohort.person(person).id(),
                roster.open().length - 1,
                Map.copyOf(forbidden),
                possible);
    }

    private static boolean isJudgedAsAWhole(@Nullable Rule rule) {
        return rule == Rule.MANDATORY_CRITERION || rule == Rule.MINIMUM_SCORE;
    }
}
