package org.peercoaching.matching.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Policy;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.engine.score.Cohort;
import org.peercoaching.matching.matches.MatchView;
import org.peercoaching.matching.matches.Unmatched.Forbidden;

/**
 * Why somebody is matched as they are: who else there was, and what stood in the way.
 *
 * @param match null for somebody without one
 * @param considered how many others there were
 * @param forbidden how many of them each bound forbade, the most first; who was kept apart from the
 *     person for a reason of somebody's own is not told
 * @param better how many who are not in the person's match would fit them better than it does;
 *     these have better partners, or others would lose more
 */
record Outlook(
        String participantId,
        @Nullable MatchView match,
        int considered,
        List<Forbidden> forbidden,
        int better) {

    /** Counts the others as they come. */
    static final class Count {

        private final Candidate person;
        private final Policy policy;
        private final Placement placement;
        private final boolean circles;
        private final Map<Rule, Integer> forbidden = new EnumMap<>(Rule.class);
        private int considered;
        private int better;

        /**
         * Begins to count.
         *
         * @param placement where the person is
         * @param circles whether people are matched in circles, where a low score of two of them
         *     forbids nothing
         */
        Count(Candidate person, Policy policy, Placement placement, boolean circles) {
            this.person = person;
            this.policy = policy;
            this.placement = placement;
            this.circles = circles;
        }

        /** Looks at some more people; the person may be among them. */
        void add(List<Entry> entries) {
            List<Candidate> people = new ArrayList<>();
            entries.stream()
                    .map(Entry::candidate)
                    .filter(Objects::nonNull)
                    .filter(other -> !other.id().equals(person.id()))
                    .forEach(people::add);
            considered += people.size();
            people.add(person);
            Cohort cohort = Cohort.of(people, policy, 0);
            int me = 0;
            while (!cohort.person(me).id().equals(person.id())) {
                me++;
            }
            for (int other = 0; other < cohort.size(); other++) {
                if (other != me) {
                    look(cohort, me, other);
                }
            }
        }

        private void look(Cohort cohort, int me, int other) {
            Rule rule = cohort.forbidding(me, other);
            if (rule == null || circles && cohort.mayMeet(me, other)) {
                boolean elsewhere = !placement.partners().contains(cohort.person(other).id());
                better += elsewhere && cohort.score(me, other) > placement.score() ? 1 : 0;
            } else if (rule != Rule.KEPT_APART) {
                forbidden.merge(rule, 1, Integer::sum);
            }
        }

        Outlook outlook(@Nullable MatchView match) {
            return new Outlook(
                    person.id(),
                    match,
                    considered,
                    forbidden.entrySet().stream()
                            .sorted(
                                    Comparator.comparing((Map.Entry<Rule, Integer> entry) ->
                                                    -entry.getValue())
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .map(entry -> new Forbidden(entry.getKey(), entry.getValue()))
                            .toList(),
                    better);
        }
    }
}
