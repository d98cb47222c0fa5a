package org.peercoaching.matching.engine.pairs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

/** What a start still says when somebody has changed, lost their partner, or both. */
class KnownTest {

    private final List<Candidate> people = Cohorts.compatible(16, 1);
    private final Task task = Task.of(people, Cohorts.POLICY, 1);
    private final Matching matching = new PairMatcher(1).match(task, Control.NONE);
    private final List<String> pair = matching.groups().getFirst().members();

    private Known known(List<Candidate> now) {
        Start start = new Start(task, requireNonNull(matching.traces()));
        return Known.of(Cohort.of(now, Cohorts.POLICY, 1), start);
    }

    /** As the people were, but the pair in another unit, or kept apart, or both. */
    private List<Candidate> changed(boolean moved, boolean apart) {
        List<Candidate> all = new ArrayList<>();
        for (Candidate one : people) {
            boolean concerned = pair.contains(one.id());
            all.add(
                    new Candidate(
                            one.id(),
                            concerned && moved ? "/elsewhere" : one.unit(),
                            one.level(),
                            one.languages(),
                            one.strengths(),
                            one.growthAreas(),
                            one.meeting(),
                            one.time(),
                            one.superiors(),
                            concerned && apart ? Set.copyOf(pair) : one.keptApart(),
                            one.waited()));
        }
        return all;
    }

    /** Two of sixteen are an eighth: what is known holds for nearly all. */
    @Test
    void whoHasChangedAndLostTheirPartnerCountsOnce() {
        assertThat(known(changed(true, false)))
                .returns(2, known -> known.changed().length)
                .returns(0, Known::single)
                .returns(true, Known::isNear);
        assertThat(known(changed(false, true)))
                .returns(0, known -> known.changed().length)
                .returns(2, Known::single)
                .returns(true, Known::isNear);
        assertThat(known(changed(true, true)))
                .returns(2, known -> known.changed().length)
                .returns(0, Known::single)
                .returns(true, Known::isNear);
    }
}
