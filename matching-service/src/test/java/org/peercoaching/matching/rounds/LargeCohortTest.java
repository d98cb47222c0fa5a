package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.springframework.context.annotation.Import;

/** The round at the engine's limit. */
@ServiceTest
@Import({StoreKill.Installed.class, Rehearsal.class})
class LargeCohortTest {

    private final Rehearsal rehearsal;

    LargeCohortTest(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Test
    void aThousandPeopleAreMatchedAndOneMoreFailsTheRoundWithAdvice() {
        String program = rehearsal.started();
        for (int i = 0; i < 1_000; i++) {
            rehearsal.waits(program, "person-" + i, i % 7 == 0 ? "de" : "en");
        }
        rehearsal.waitsUnknown(program, "person-1000");
        rehearsal.computation.compute(program);
        assertThat(rehearsal.round(program).stage())
                .isInstanceOfSatisfying(
                        Stage.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("too-many-candidates"));

        rehearsal.withdraws(program, Rehearsal.id(program, "person-1000"));
        String round = rehearsal.startedAgain(program);
        assertThat(rehearsal.computed(round).result().candidates()).isEqualTo(1_000);
        rehearsal.toPublish(round);
        rehearsal.publish(round);
        Result published = ((Stage.Published) rehearsal.round(round).stage()).result();
        assertThat(published.matched()).isEqualTo(1_000);
    }
}
