package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.springframework.context.annotation.Import;

/** A round of many chunks. */
@ServiceTest
@Import({StoreKill.Installed.class, Rehearsal.class})
class LargeCohortTest {

    private final Rehearsal rehearsal;

    LargeCohortTest(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Test
    void aThousandPeopleAreMatchedAndPublished() {
        String program = rehearsal.started();
        for (int i = 0; i < 1_000; i++) {
            rehearsal.waits(program, "person-" + i, i % 7 == 0 ? "de" : "en");
        }
        assertThat(rehearsal.computed(program).result().candidates()).isEqualTo(1_000);
        rehearsal.toPublish(program);
        rehearsal.publish(program);
        Result published = ((Stage.Published) rehearsal.round(program).stage()).result();
        assertThat(published.matched()).isEqualTo(1_000);
    }
}
