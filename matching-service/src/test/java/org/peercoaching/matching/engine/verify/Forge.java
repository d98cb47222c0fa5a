package org.peercoaching.matching.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Fit;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.engine.score.Cohort;

/** Makes groups as a matcher does, and changes single things in results. */
final class Forge {

    private Forge() {}

    static Group group(Cohort cohort, List<String> members) {
        List<Group.Pair> pairs = new ArrayList<>();
        for (int i = 0; members.size() > 2 && i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                List<String> two = List.of(members.get(i), members.get(j));
                pairs.add(new Group.Pair(two, fit(cohort, two)));
            }
        }
        return new Group(members, fit(cohort, members), pairs);
    }

    private static Fit fit(Cohort cohort, List<String> members) {
        return cohort.fit(members.stream().mapToInt(id -> index(cohort, id)).toArray());
    }

    static int index(Cohort cohort, String id) {
        return IntStream.range(0, cohort.size())
                .filter(index -> cohort.person(index).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Matching groups(Matching matching, UnaryOperator<List<Group>> change) {
        return new Matching(
                change.apply(new ArrayList<>(matching.groups())),
                matching.leftOut(),
                matching.weight(),
                matching.bound(),
                matching.certificate(),
                matching.nextBest(),
                matching.work(),
                matching.complete());
    }

    static Matching leftOut(Matching matching, UnaryOperator<List<LeftOut>> change) {
        return new Matching(
                matching.groups(),
                change.apply(new ArrayList<>(matching.leftOut())),
                matching.weight(),
                matching.bound(),
                matching.certificate(),
                matching.nextBest(),
                matching.work(),
                matching.complete());
    }

    static Matching weight(Matching matching, long weight) {
        return new Matching(
                matching.groups(),
                matching.leftOut(),
                weight,
                matching.bound(),
                matching.certificate(),
                matching.nextBest(),
                matching.work(),
                matching.complete());
    }

    static Matching certificate(Matching matching, Certificate certificate) {
        return new Matching(
                matching.groups(),
                matching.leftOut(),
                matching.weight(),
                certificate.bound(),
                certificate,
                matching.nextBest(),
                matching.work(),
                matching.complete());
    }

    static Matching bound(Matching matching, long bound) {
        return new Matching(
                matching.groups(),
                matching.leftOut(),
                matching.weight(),
                bound,
                matching.certificate(),
                matching.nextBest(),
                matching.work(),
                matching.complete());
    }

    static Matching nextBest(Matching matching, NextBest nextBest) {
        return new Matching(
                matching.groups(),
                matching.leftOut(),
                matching.weight(),
                matching.bound(),
                matching.certificate(),
                List.of(nextBest),
                matching.work(),
                matching.complete());
    }

    /** What is wrong, each kind once, in the order in which it was found. */
    static List<Fault.Kind> kinds(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Faulty.class);
        return ((Verdict.Faulty) verdict).faults().stream().map(Fault::kind).distinct().toList();
    }
}
