package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peercoaching.matching.StoreProbe;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** The round at the engine's limit. */
@ServiceTest
@Import({StoreProbe.Installed.class, Rehearsal.class})
class LargeCohortTest {

    private final Rehearsal rehearsal;

    LargeCohortTest(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Test
    void aThousandPeopleAreMatchedAndOneMoreFailsTheRoundWithAdvice() {
        String round = rehearsal.started();
        for (int i = 0; i < 1_000; i++) {
            rehearsal.waits(round, "person-" + i, i % 7 == 0 ? "de" : "en");
        }
        assertThat(rehearsal.computed(round).result().candidates()).isEqualTo(1_000);
        rehearsal.toPublish(round);
        rehearsal.publish(round);
        Result published = ((Stage.Published) rehearsal.round(round).stage()).result();
        assertThat(published.matched() + published.unmatched()).isEqualTo(1_000);

        String another = rehearsal.started();
        for (int i = 0; i < 1_001; i++) {
            rehearsal.waits(another, "person-" + i, "en");
        }
        rehearsal.computation.compute(another);
        assertThat(rehearsal.round(another).stage())
                .isInstanceOfSatisfying(
                        Stage.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("too-many-candidates"));
    }
}
